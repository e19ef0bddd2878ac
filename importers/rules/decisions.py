"""Acts that settle something: 原则同意…方案  审议通过《…》  决定暂缓通过  听取了…汇报  传达学习…精神."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from importers.annotations import Clause, Decision, Minutes, Span
from importers.lexicon import lexicon
from importers.rules.demands import assigns, doer, has_deadline, has_modal
from importers.rules.lines import FORMULA, is_record_line
from importers.rules.setting_up import STAFFS, sets_up
from importers.rules.tails import without_tails
from importers.script import simplified
from importers.sentences import parts, sentences, trimmed

_SAYS = re.compile(r"\s*(?:会议)?(?:并|还|同时|最后|一致)?(?:认为|指出|强调|要求|明确(?!了)|议定|部署|提出|就|对[^，]{0,30}(?:作|提|进行)|安排|总结|分析|通报|讨论(?!通过|并)|查看|察看|回顾|解读|交流)")
_ORDERS = re.compile(r"\s*(?:仍|并|改|统一|均|同时|会后|下一步|具体|相关工作)?由|\s*(?:请|按程序|按照?(?:程序|会议|规定|要求)|以[^，。]{2,20}名义|修改(?:完善|后)|进一步|并(?:按|报|将|向|于|抓紧|尽快|提请|提交|要求|适时)|报[^，。]{2,20}(?:审|批|备)|[待俟]|下一步|会后|根据[^，。]{0,12}意见|尽快|抓紧|要|经[^，。]{2,30}(?:审|修改|完善)[^，。]{0,8}后|责成|委托|授权|确保)")
CARRIED_OUT = re.compile(
    r"[^，。；]{2,10}(?:不(?:得)?超过|不低于|不少于)|[^，。；]{0,10}(?:控制在|据实|按实|专款专用|另行)|(?:[^，。；]{0,6}(?:不足|剩余|其余|超出|缺口|差额|余下|所需)[^，。；]{0,10}|[^，。；]{0,4}(?:费用|经费|资金|款项|余款))由")
"""迁改费用控制在180万元以内, 不足部分由甲公司贷款: on what terms and by whom, not what is approved."""
CONVENES = re.compile(r"召开(?:了)?[^，。；]{0,60}会|主持(?:召开|了)?[^，。；]{0,60}会")
"""主持召开常务会议，审议…，研究…: the rest of the sentence tells what the meeting did."""
LOOK_BACK = 1500
"""How far before a verb its sentence is searched for who does what."""
_NARRATES = re.compile(r"召开|主持|会议|会上|与会|协调会|董事会|理事会|监事会|代表大会|大会")
_SECOND = re.compile(r"(?<=汇报|情况|报告|方案|介绍|说明|精神)并(?=(?:审议|讨论|原则|一致|研究|表决)?(?:通过|同意|审议))")
_HEARD = re.compile(r"(?:汇报|情况|介绍|说明|意见|建议|报告|讲解|发言|通报)\s*$")
_STUDIED = re.compile(r"(?:精神|讲话|决定|通知|文件|批示|指示|要求|意见|回信|论述|》)\s*$")
_NO_OBJECT = re.compile(r"^(?:率|书|的|后|人|，|。|$)")
_PROMISES = re.compile(r"^(?:制定|制订|提出|出台|解决|建立健全|推动|推进|谋划|落实|并提|编制|完善|开通|起草|论证|优化|探索)")


_AGENDA = re.compile(r"(?:会议)?(?:主要|建议)?(?:议程|议题|任务)(?:是|为|包括|有)")
"""决定召开…会议，|主要议程是，甲报告工作，研究…: what is to be done there, not what was done here."""
FRONTED = re.compile(r"(?!会议|决定|要|应)[^，。；：]{3,60}?(?:暂缓|缓议)(?:研究|审议|实施|表决|办理|执行|讨论)?[。]?$")
"""更名一事|暂缓"""
OBJECTLESS = re.compile(r"(?:暂缓|缓议|缓办)(?:研究|审议|实施|表决|办理|执行|讨论)?[。]?$")
"""暂缓研究, with the topic before it"""

_COUNTED = re.compile(r"(?:同意|不同意|通过)(?:了)?(?:其中(?:的)?)?(?:\d+|[一二两三四五六七八九十]+)[户名项个家宗件人处](?=[。；]|$)[。；]?")
"""新申请的5户，|同意3户"""

_RESULTS = ("同意", "原则同意", "不同意", "通过", "原则通过", "审议通过", "暂缓", "撤销")
"""What 会议决定： may be followed by; it then counts as that."""


@dataclass(frozen=True, slots=True)
class Settling:
    """A stretch that settles something. `orders`: it is carried out by somebody and so is a directive too (会议决定，暂停…经营)."""

    span: Span
    act: str
    orders: bool


@cache
def _verb() -> re.Pattern[str]:
    verbs = lexicon("decisions")
    return re.compile(rf"\s*(?:{verbs.pattern('before')}|{lexicon('acts').pattern('assemblies')}|\d{{1,4}}名[㐀-鿿]{{2,4}}?|(?:全体|与会|到会)(?:代表|委员|董事|理事|成员|党员)){{0,5}}?(?P<verb>{verbs.pattern('verbs')})(?P<aspect>了)?")


@cache
def _settles() -> re.Pattern[str]:
    appointed = r"[一-鿿·]{2,4}(?:同志)?(?:不再)?(?:任(?!务)|担任|兼任)"
    staffed = r"(?:调整|充实|调整充实)[^，。；]{0,30}(?:领导小组|指挥部|专班|委员会|成员|分工)"
    return re.compile(rf"[，：:,\s]*(?:{lexicon('decisions').pattern('settling')}|{appointed}|{staffed})")


def settlings(text: str, span: Span, *, listed: bool = False) -> list[Settling]:
    """What a sentence settles, one for each verb with its object.

    `listed`: the sentence is an item of what the meeting asks of others, where 听取, 研究 and the like are work to be done.
    """
    pieces = [piece for part in parts(text, span.start, span.end) for piece in _joined(text, part)]
    found: list[Settling] = []
    index = 0
    while index < len(pieces):
        act, start = _opens(text, span, pieces[index], listed)
        if act is None:
            index += 1
            continue
        end = _reach(text, pieces, index, act, start, bool(CONVENES.search(text, max(span.start, start - LOOK_BACK), start)))
        if (act == "暂缓" and OBJECTLESS.match(text, start, pieces[index].end)) or _COUNTED.match(text, start, pieces[index].end):
            start = _topic_start(text, span, pieces, index, found)
        found.extend(_settled(text, Span(start, pieces[end].end), act))
        index = end + 1
    return found


def _topic_start(text: str, sentence: Span, pieces: list[Span], index: int, found: list[Settling]) -> int:
    """Where the topic of a verb without an object begins: …的请示，因鉴定尚未完成，|暂缓研究."""
    first = index
    floor = found[-1].span.end if found else sentence.start
    while first > 0 and pieces[first - 1].start >= floor and not re.search("[；;]", text[pieces[first - 1].end:pieces[first].start]):
        first -= 1
    return pieces[first].start if not _NARRATES.search(text, pieces[first].start, pieces[first].end) else pieces[index].start


def _joined(text: str, part: Span) -> list[Span]:
    """A part in which a second verb follows: 听取…情况汇报并审议通过《…》."""
    second = _SECOND.search(text, part.start, part.end)
    return [Span(part.start, second.start()), Span(second.start(), part.end)] if second else [part]


def _opens(text: str, sentence: Span, piece: Span, listed: bool) -> tuple[str | None, int]:
    """The act of the verb that a part begins with, and where the verb stands."""
    found = _verb().match(text, piece.start, piece.end)
    if not found and FRONTED.match(text, piece.start, piece.end):
        return "暂缓", piece.start
    if not found or FORMULA.match(text[piece.start:piece.end].strip()):
        return None, 0
    verb, after = found["verb"], text[found.end():piece.end]
    act = lexicon("decisions").pairs("verbs")[verb]
    start = found.start("verb")
    subject = bool(_NARRATES.search(text, piece.start, start))
    if act in lexicon("decisions").words("narrated") and not _narrated(text, sentence, start, verb, after, listed, subject, bool(found["aspect"])):
        return None, 0
    if (act in ("同意", "不同意") and _NO_OBJECT.match(after)) or (verb in ("通过", "撤销", "暂缓") and not OBJECTLESS.match(text, start, piece.end) and not _has_object(verb, after, text[max(sentence.start, start - LOOK_BACK):start], subject)):
        return None, 0
    if after.startswith("的") or (act == "决定" and after[:1] in ("权", "性", "因", "着", "了", "的")):
        return None, 0
    return act, start


def _narrated(text: str, sentence: Span, start: int, verb: str, after: str, listed: bool, subject: bool, aspect: bool) -> bool:
    """Whether 听取, 学习, 审议, 研究, 确定 tell what the meeting did: 会议听取了…, or after 主持召开…会议，."""
    before = text[max(sentence.start, start - LOOK_BACK):start]
    convened = bool(CONVENES.search(before))
    if not after.strip("。；，： ") or (verb in ("研究", "学习") and not convened and _PROMISES.match(after)):
        return False
    if subject:
        return not has_modal(text[start - 8 if start > 8 else 0:start])
    if listed:
        return False
    if convened:
        return True
    return (bool(_NARRATES.search(before)) and not has_modal(before) and not re.search(r"要求|强调|指出|认为", before)) or (aspect and verb != "确定" and not before.strip())


def _has_object(verb: str, after: str, before: str, subject: bool) -> bool:
    """通过《…》 and 会议通过…, not 通过帮办代办等; 撤销 and 暂缓 after what the meeting decided."""
    if verb == "通过":
        return after.startswith(("《", "〈", "了", "该", "修改后", "上述", "。")) or subject
    return subject or bool(re.search(r"决定|同意|会议", before)) or not before.strip()


def _reach(text: str, pieces: list[Span], index: int, act: str, start: int, lead: bool) -> int:
    """The last part that belongs to a verb: it ends before the next verb, the next saying, or an order."""
    if (act == "听取" and _HEARD.search(text, start, pieces[index].end)) or (act == "传达学习" and _STUDIED.search(text, start, pieces[index].end)):
        return index
    staffed = act == "决定"
    measure = staffed and not _settles().match(text, start + 2, pieces[index].end)
    end = index
    for number in range(index + 1, len(pieces)):
        words = text[pieces[number].start:pieces[number].end]
        if staffed and _AGENDA.match(words):
            return len(pieces) - 1
        semicolon = "；" in text[pieces[number - 1].end:pieces[number].start] and not measure and act not in ("听取", "传达学习")
        if semicolon or _SAYS.match(words) or _starts_anew(words, lead):
            break
        if not measure and not (staffed and STAFFS.match(words) and not has_modal(words)) and (_ORDERS.match(words) or CARRIED_OUT.match(words) or doer(words) or assigns(words) or has_modal(words) or has_deadline(words)):
            break
        end = number
    return end


def _starts_anew(words: str, lead: bool) -> bool:
    """Whether a part begins another act of the meeting, not an object or a purpose that happens to begin with the same word.

    `lead`: the sentence tells what the meeting that was convened did, verb by verb.
    """
    found = _verb().match(words)
    if not found:
        return False
    verb, after = found["verb"], words[found.end():]
    if verb in ("研究", "学习"):
        return lead or not _PROMISES.match(after)
    return verb not in ("通过", "确定") or after.startswith(("《", "了", "对")) or bool(_NARRATES.search(words[:found.start("verb")]))


def _settled(text: str, span: Span, act: str) -> Iterator[Settling]:
    """The settlings of one verb. 决定 + 成立, 不再, 撤销 … settles alone; 决定 + a measure is an order too and loses its verb."""
    span = trimmed(text, span)
    if act != "决定":
        yield Settling(span, act, False)
        return
    verb = re.compile(r"(?:研究|讨论|一致|审议)?决定[，：:,\s]*").match(text, span.start, span.end)
    content = Span(verb.end() if verb else span.start, span.end)
    if not len(content) or re.match(r"(?:如下|以下|下列)", content.of(text)):
        return
    inner = _verb().match(text, content.start, content.end)
    if inner and lexicon("decisions").pairs("verbs")[inner["verb"]] in _RESULTS:
        yield Settling(content, lexicon("decisions").pairs("verbs")[inner["verb"]], False)
    elif _settles().match(text, content.start, content.end):
        yield Settling(content if verb and verb[0][-1] in "，：:, " else span, act, False)
    else:
        for measure in divided(text, content):
            yield Settling(measure, act, True)


def divided(text: str, span: Span) -> list[Span]:
    """The parts of a demand between free semicolons, cut where the doer changes; else the whole."""
    pieces = parts(text, span.start, span.end, "；;")
    doers = [doer(text[p.start:p.end]) for p in pieces]
    found: list[Span] = []
    for index, piece in enumerate(pieces):
        if index and doers[index] == doers[index - 1]:
            found[-1] = Span(found[-1].start, piece.end)
        else:
            found.append(piece)
    return [trimmed(text, part) for part in found]


def find_decisions(minutes: Minutes) -> None:
    """Adds what the meeting settled, clause by clause; titles and agenda lines settle nothing."""
    text = simplified(minutes.text)
    for clause in minutes.clauses():
        if clause.rule not in ("title", "row") and clause.class_ != "background" and not is_record_line(text, clause.lead.start, clause.lead.end):
            minutes.decisions.extend(_of_clause(text, clause))


def _of_clause(text: str, clause: Clause) -> Iterator[Decision]:
    kept = without_tails(text, clause.lead)
    if not kept:
        return
    if clause.marker and clause.act in ("议定", "决定") and sets_up(text, kept[0]):
        yield Decision(trimmed(text, kept[0]), clause, "决定", "listed setting up")
        return
    if clause.marker and _is_decided(clause):
        yield Decision(trimmed(text, kept[0]), clause, "决定", "listed decision")
        return
    for sentence in sentences(text, kept[0].start, kept[0].end):
        for settling in settlings(text, sentence, listed=clause.marker is not None):
            yield Decision(settling.span, clause, settling.act, "measure" if settling.orders else "settling")


def _is_decided(clause: Clause) -> bool:
    """Whether an item stands in a list that 会议决定： introduced."""
    parent = clause.parent
    return parent is not None and parent.act == "决定" and clause.act == "决定" and not clause.children
