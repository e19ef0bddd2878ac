"""The sentence that tells who met: 4月10日上午，局党组书记、局长段启明在局四楼会议室主持召开局党组会议，…"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from importers.annotations import Minutes, Span
from importers.rules.person_rules import people_between

PARAGRAPHS = 40
CONVENES = re.compile(r"(?:组织)?(?:召开|举行|召集(?!人)|召開|舉行|开会|開會)(?:了)?|主持了?(?=会议|會議|召开|召開|[。，])|主持了?(?=[㐀-鿿]{0,12}会)")
MEETS = re.compile(r"会|會")
MEETING_END = re.compile(r"(?:(?<![社机])(?:会|會)(?![议議员員同商见見展场場计計期社])|会议|會議)(?:（[^（）]{1,8}）)?(?:会议|会)?")
AFTER_NAME = re.compile(r"$|[，。；：:、！？\n（(]|研究|部署|听取|传达|学习|审议|专题研究|就|对|并|总结|安排|推进|讨论|通过|贯彻|落实|分析|通报|协调|解决|聽取|討論|以|和|时")
PLACE = re.compile(r"(?:在|于)([^，。；：、\n]{2,40}?)(?:以[^，。；]{2,12}(?:形式|方式))?[，,]?(?:共同|亲自|组织|联合)?(?:主持)?(?:召开|举行|召集|召開|舉行|开会)")
NO_PLACE = re.compile(r"(?:基础上|情况下|形势下|背景下|主持下|领导下|指导下|支持下|前提下|同时|之际|期间|之后|之前|以来|过程中|会上|线上|精神|部署后|中)$|^(?:[\d〇零一二三四五六七八九十]+[月日号年]|近期|今天|当天|充分|认真|深入|听取|调研|全面|新|年)")
BY_DECISION = re.compile(r"(?:根据|按照|依据|依照|落实|为贯彻|为落实)([^，。；\n]{2,60}?(?:会议|會議|会))(?:议定事项|精神|要求|纪要|部署)")
WHEN = r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[（(][^（）()]{1,6}[）)])?(?:[上下]午|晚上?|全天)?|[上下]午|\d{1,2}[:：时点](?:\d{2}分?)?(?:至[\d:：时点分]+)?|近日|日前|今天)"


@dataclass(slots=True)
class Lead:
    """What the lead sentence tells: stretches of the text, each None where the sentence does not say it."""

    sentence: Span
    before: Span
    name: Span | None = None
    place: Span | None = None
    chairs: list[Span] = field(default_factory=list)
    subjects: list[Span] = field(default_factory=list)
    body: Span | None = None


def lead_of(minutes: Minutes, title: Span | None) -> Lead | None:
    """Reads the first sentence of running text that convenes a meeting, or the one that refers to it (根据…会议精神)."""
    sentence = _lead_sentence(minutes, title)
    if not sentence:
        return None
    verb = CONVENES.search(minutes.text, sentence.start, sentence.end)
    if not verb:
        return _by_decision(minutes.text, sentence)
    return _read(minutes.text, sentence, verb)


def _lead_sentence(minutes: Minutes, title: Span | None) -> Span | None:
    text, after = minutes.text, title.end if title else 0
    referring: Span | None = None
    for paragraph in minutes.source.paragraphs[:PARAGRAPHS]:
        if paragraph.end <= after or paragraph.end - paragraph.start < 12:
            continue
        for sentence in _sentences(text, max(paragraph.start, after), paragraph.end, 3):
            verb = CONVENES.search(text, sentence.start, sentence.end)
            if verb and verb.start() - sentence.start < 160 and MEETS.search(text, sentence.start, sentence.end) and _is_lead(text, sentence, verb):
                return sentence
            if not referring and BY_DECISION.search(text, sentence.start, sentence.end):
                referring = sentence
    return referring


def _is_lead(text: str, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether the sentence convenes this meeting: not 会议决定召开…, 要召开…, 定期召开…"""
    before = text[sentence.start:verb.start()]
    return not re.search(r"(?:会议(?:指出|强调|要求|决定|同意|明确|认为)|要|须|应|拟|将|定期|及时|每[周月季年]|尽快|筹备|同意|决定|原则|待)[^，。]{0,12}$|会议(?:指出|强调|要求|决定|明确|认为)", before)


def _sentences(text: str, start: int, end: int, most: int) -> list[Span]:
    """The first sentences of a paragraph."""
    found: list[Span] = []
    while start < end and len(found) < most:
        stop = text.find("。", start, end)
        stop = end if stop < 0 else stop + 1
        found.append(Span(start, stop))
        start = stop
    return found


def _by_decision(text: str, sentence: Span) -> Lead | None:
    """根据2024年5月8日市防汛抗旱指挥部第2次全体会议精神: the meeting's date and name."""
    name = BY_DECISION.search(text, sentence.start, sentence.end)
    return Lead(sentence, Span(name.start(1), name.end(1)), Span(name.start(1), name.end(1))) if name else None


def _read(text: str, sentence: Span, verb: re.Match[str]) -> Lead:
    before = Span(sentence.start, verb.start())
    lead = Lead(sentence, before, _meeting_name(text, verb, sentence.end), _place(text, Span(sentence.start, min(sentence.end, verb.end() + 4))))
    presides = re.compile("主持").search(text, sentence.start, sentence.end)
    people = people_between(text, before.start, min(sentence.end, verb.end() + 60))
    if presides:
        lead.chairs = _presiding(text, people, presides.start(), sentence)
    lead.subjects = [p for p in people if p.end <= verb.start()]
    if not lead.subjects:
        lead.body = _subject_body(text, before)
    return lead


def _meeting_name(text: str, verb: re.Match[str], end: int) -> Span | None:
    """The object of 召开: 2023年第9次局长办公会议; nothing for 会议由张三主持."""
    start = verb.end()
    following = re.compile(r"召开了?|召開了?").match(text, start)
    start = following.end() if following else start
    name_end = _name_end(text, start, end)
    if name_end and name_end - start > 2:
        return Span(start, name_end)
    above = re.compile(r"[^，。；：:、\n]{2,60}?(?:会议|會議|会|會)(?=在|于|由|$|[\d一二])").search(text, max(0, verb.start() - 60), verb.start())
    return Span(above.start(), above.end()) if above and text[above.start():above.end()] not in ("会议", "會議") else None


def _name_end(text: str, start: int, end: int) -> int | None:
    """Where the meeting's name ends: the first 会 or 会议 after which the sentence goes on: 学术委员会第三次会议|，, 专题会|研究."""
    clause = re.compile(r"[^，。；：:！？\n]{0,80}").match(text, start, end)
    ends = [m.end() for m in MEETING_END.finditer(text, start, clause.end())] if clause else []
    return next((e for e in ends if AFTER_NAME.match(text, e)), ends[-1] if ends else None)


def _place(text: str, sentence: Span) -> Span | None:
    """在局四楼会议室主持召开 → 局四楼会议室; not 在广泛征求意见的基础上召开."""
    for found in PLACE.finditer(text, sentence.start, sentence.end):
        start = max(found.start(1), text.rfind("在", found.start(1), found.end(1)) + 1)
        words = text[start:found.end(1)].removesuffix("主持")
        if len(words) >= 2 and not NO_PLACE.search(words) and not people_between(text, start, start + len(words)):
            return Span(start, start + len(words))
    return None


def _presiding(text: str, people: list[Span], presides: int, sentence: Span) -> list[Span]:
    """Who presides: the last person before 主持, with those joined to them (张三、李四共同主持); or the one after it (主持人张三)."""
    before = [p for p in people_between(text, sentence.start, presides) if p.end <= presides]
    if not before or re.search(r"[。；]", text[before[-1].end:presides]):
        return []
    chairs = [before.pop()]
    while before and text[before[-1].end:chairs[0].start] in ("、", "和", "与", "及"):
        chairs.insert(0, before.pop())
    return chairs if _reaches(text[chairs[-1].end:presides]) else []


def _reaches(between: str) -> bool:
    """Whether nothing but a time, a place or 同志 parts the name from 主持."""
    return bool(re.fullmatch(r"(?:同志|共同|\d{1,2}月\d{1,2}日|\d{1,2}日|上午|下午|晚上?|近日|日前|今天|全天|亲自|委托|代为|代|[，,]|(?:率队|带队|率[^，。；]{2,20})?(?:先后|首先)?(?:深入|来到|前往|到|赴|在)?[^。；，]{0,30}?(?:实地|现场)?(?:查看|察看|踏勘|调研|检查|走访|视察|巡查|考察|带队)了?[^。；，]{0,40}[，,]|并|随后|之后|会后|接着|期间|当天|当日|(?:在|于|以)[^。；]{2,50})*", between))


def _subject_body(text: str, before: Span) -> Span | None:
    """The subject of 召开 that is no person: 7月23日，云泽市行政服务中心|召开."""
    words = before.of(text)
    clause = re.search(r"[^，。；：:、\n]*$", words)
    subject = clause[0] if clause else ""
    core = re.sub(rf"(?<=[㐀-鿿])(?:在|于)[^，。]*$|(?<=[㐀-鿿]){WHEN}$|[ 　]+$|联合$|组织$", "", subject)
    lead = re.match(rf"(?:.*?{WHEN})?(?:新一届)?[ 　]*", core)
    core, dropped = (core[lead.end():], lead.end()) if lead else (core, 0)
    start = before.end - len(subject) + dropped
    return Span(start, start + len(core)) if len(core) >= 2 else None
