"""Owners in running text: 由X牵头, X、Y配合, X会同Y, X要…, 经X审核, 分解落实到X; not 与X对接, 向X报告, 压实X责任."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from importers.annotations import Directive, Owner, Role, Span
from importers.lexicon import alternation, lexicon
from importers.rules.doers import DoerIndex, Doers

_ADVERBS = r"(?:要|应|须|需|必须|应当|务必|将|切实|积极|全力|主动|做好|共同|协同|密切|大力|认真|及时|抓好|充分|继续|负责|进行|予以|给予|提供|先行|全程|适时|同步|一并|加强|好|(?:指定|明确|安排|抽调|落实)专人)*"
_SETS_UP = re.compile(r"(?:[一二三四五六七八九十]要)?(?:建立|健全|完善|实行|执行|落实)[^，。；]{0,16}(?:机制|制度)$|[^，。；]*(?:原则|要求|标准|导向)[^，。；]{0,3}(?:必须|要|应)?坚持$|(?:要|应|必须)?(?:坚持|按照|遵循)[^，。；]{2,16}(?:原则|要求|标准)$")
"""Arrangements and principles, which ask for no task of their own: 建立周调度机制, …的要求必须坚持."""
_REPLACED = re.compile(r"[^，。；]{0,10}(?:改为|调整为|变更为|改由|调整由|转为|移交给?)由?")
_SUBJECT_LEFT = re.compile(r"(?:[，。；：:;、！\n\t)）”（]|同时|另外|此外|其中|原则上|会后|近期|目前|今后|下一步|下步|今年|明年|首先|其次|再次|凡|^)\s*$")
_AFTER_ROLE = re.compile(r"(?:牵头|负责|主办|承办|配合)[、，]$")


_COLON = re.compile(r"\s*[：:]\s*(?=\S)")
"""监理单位：对…逐段复测 tells who by a label."""
_HELPS = re.compile(r"(?:都|也)?(?:要|应|须)[㐀-鿿]{2,6}、(?:密切|积极|主动|全力|大力)?(?:协同)?(?:配合|协作)(?=[，。；]|$)")
"""After others who act: 各相关部门|要主动靠前、密切配合."""
_AGENDA = re.compile(r"议程(?:是|为|包括|有)")
"""召开会议，主要议程是，|甲|报告工作 tells what will be done there."""
_UNREAD = re.compile(r"(?:[、和与及][㐀-鿿（）]{2,10}?){1,4}(?=总?牵头|负责|配合|协助|协办|主办|承办|参与|参加|要|应|须)")
"""Members of the same list that no rule read: 区信访局|、派出所|配合."""


ROLES: dict[str, Role] = {"lead": "lead", "support": "support", "responsible": "responsible", "supervise": "supervise"}
LONGEST_TOPIC = 10
"""工程质量由…监督: so short a stretch before 由 is what is watched over, not a task."""


@dataclass(frozen=True, slots=True)
class OwnerWords:
    """The patterns of the lexicon of owners, compiled once."""

    lead: re.Pattern[str]
    support: re.Pattern[str]
    supervise: re.Pattern[str]
    responsible: re.Pattern[str]
    not_owner: re.Pattern[str]
    assigned: re.Pattern[str]
    joined: re.Pattern[str]
    examined: re.Pattern[str]
    examining: re.Pattern[str]
    labelled: re.Pattern[str]


@cache
def owner_words() -> OwnerWords:
    """The lexicon of owners, ready for matching."""
    words = lexicon("owners")
    verbs = {verb for name in ("verbs", "adverbs") for verb in lexicon("orders").words(name) if len(verb) > 1}
    acting = alternation({*words.words("responsible"), *verbs})
    return OwnerWords(
        lead=re.compile(_ADVERBS + alternation(words.words("lead")) + "(?!单位|部门)"),
        support=re.compile(rf"(?!配合好)(?!相互|互相){_ADVERBS}(?:[㐀-鿿]{{0,6}}?(?:业务|技术|资金|政策|要素))?{alternation(words.words('support'))}(?!单位|部门)"),
        supervise=re.compile(rf"(?:要|应|须|负责|做好|切实|全程|每[㐀-鿿\d]{{1,3}}|对[^，。；]{{1,12}}|[一实进]行|开展|全过程|带队|定期|不定期|加强|适时|随时|帮着|帮助|(?:做好|加强|抓好)(?:资金|质量|进度|过程)|会同[^，。；]{{2,14}})*{alternation(words.words('supervise'))}"),
        responsible=re.compile(rf"(?:{acting}|[\d一二三四五六七八九十]+(?:[年月日天周个时]|小时|[、，])|今年|明年|[是为][^，。；]{0,12}责任人)"),
        not_owner=re.compile(alternation(words.words("not_owner"))),
        assigned=re.compile(alternation(words.words("assigned")) + "$"),
        joined=re.compile(alternation(words.words("joined")) + "$"),
        examined=re.compile(alternation(words.words("examined")) + "$"),
        examining=re.compile(r"(?:[^，。；、]{0,6})?" + alternation(words.words("examining"))),
        labelled=re.compile(rf"(?:^|[，。；：、])(?P<word>{alternation(words.pairs('labels'))})(?:单位|部门|处室|科室|机构|领导|人)(?:是|为|由)?$"),
    )


def owners_of_words(text: str, directive: Directive, index: DoerIndex) -> list[Owner]:
    """The owners that the directive's own words state."""
    lists = index.lists_in(directive.span)
    roles = [(doers, role) for doers in lists if (role := _role(text, directive.span, doers))]
    if not roles and lists and _opens(text, directive.span, lists[0]):
        roles = [(lists[0], "responsible")]
    roles = [(doers, "support" if n and _HELPS.match(text, doers.end, directive.span.end) else role) for n, (doers, role) in enumerate(roles)]
    first_task, others = _first_task(text, directive.span), any(role in ("lead", "responsible") for _, role in roles)
    roles = [(doers, _settled(text, directive.span, doers, role, first_task, others)) for doers, role in roles]
    return [Owner(mention, _by_name(mention.name, role), f"owner-{role}") for doers, role in roles for mention in doers.members]


def _by_name(name: str, role: Role) -> Role:
    """牵头部门 leads and 参与部门 supports by their very names; 各牵头单位 all have one task."""
    if role == "responsible" and "牵头" in name and not name.startswith("各"):
        return "lead"
    return "support" if role == "responsible" and name.startswith(("配合", "参与", "协办")) else role


def _role(text: str, span: Span, doers: Doers) -> Role | None:
    """The role of a list of doers by the words beside it; None where it does not answer."""
    words = owner_words()
    before, at, limit = text[max(span.start, doers.start - 12):doers.start], doers.end, span.end
    if _AGENDA.search(text, span.start, doers.start):
        return None
    labelled = words.labelled.search(before)
    if labelled:
        return ROLES[lexicon("owners").pairs("labels")[labelled["word"]]]
    if words.examined.search(before) and words.examining.match(text, at, limit):
        return "supervise"
    if words.joined.search(before):
        return "support"
    assigned = bool(words.assigned.search(before)) and not before.endswith(("自由", "理由", "缘由", "申请", "提请", "报请", "聘请", "邀请", "提交", "移交", "上交", "递交", "转交"))
    if assigned and _REPLACED.match(text, at, limit):
        return None
    subject = doers.start == span.start or bool(_SUBJECT_LEFT.search(before)) or bool(_AFTER_ROLE.search(before))
    if not (assigned or subject):
        return None
    return _role_behind(text, at, limit, assigned)


def _role_behind(text: str, at: int, limit: int, assigned: bool) -> Role | None:
    words = owner_words()
    unread = _UNREAD.match(text, at, limit)
    at = unread.end() if unread else at
    colon = _COLON.match(text, at, limit)
    if colon:
        return "responsible"
    if words.not_owner.match(text, at, limit):
        return None
    if words.lead.match(text, at, limit):
        return "lead"
    if words.support.match(text, at, limit):
        return "support"
    if words.supervise.match(text, at, limit):
        return "supervise"
    if assigned or words.responsible.match(text, at, limit):
        return "responsible"
    return None


def _opens(text: str, span: Span, doers: Doers) -> bool:
    """Whether the directive begins with these doers, so that they are its subject whatever verb follows."""
    return not text[span.start:doers.start].strip() and not owner_words().not_owner.match(text, doers.end, span.end)


def _settled(text: str, span: Span, doers: Doers, role: Role, first_task: int, others: bool) -> Role:
    """Who is told to carry out a check is responsible where that is all the directive asks; beside another's task he supervises."""
    if role != "supervise" or owner_words().examined.search(text[max(span.start, doers.start - 12):doers.start]):
        return role
    beside = re.split("[，。；]", text[max(span.start, doers.start - 60):doers.start])[-1]
    if beside.endswith("由") and len(beside) <= LONGEST_TOPIC:
        beside = ""
    return "supervise" if others or first_task <= doers.start or _is_task(beside) else "responsible"


def _is_task(part: str) -> bool:
    """Whether a part of a directive asks for something of its own, not only for an arrangement (建立周调度机制)."""
    return len(part.strip()) > 4 and not _SETS_UP.match(part.strip())


def _first_task(text: str, span: Span) -> int:
    """Where the first part ends that asks for something of its own; behind the directive if there is none."""
    begin = span.start
    for stop in re.compile("[，。；]").finditer(text, span.start, span.end):
        if _is_task(text[begin:stop.start()]):
            return stop.start()
        begin = stop.end()
    return span.end + 1
