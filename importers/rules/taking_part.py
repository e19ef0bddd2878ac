"""Who took part, told in sentences: 镇党委委员石磊、贺明慧参加, 县政协副主席宋怀民应邀列席, 董事任克勤因病请假，委托独立董事夏明远代为表决."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import AttendanceRole, Span
from importers.rules.name_lists import names_listed
from importers.rules.names import squeezed
from importers.rules.person_rules import people_between

Found = tuple[Span, str, AttendanceRole, str]
"""The place of a name, the name, the role and the rule."""

TOOK_PART = re.compile(
    r"(?:应邀|受邀|特邀|全程|现场|线上|分别|一同|一并|视频|(?:在|以)[^，。；]{2,14}(?:分会场|主会场|视频|线上|方式|形式))*(?<![未能不法没])(?:参加了?|出席了?|列席了?|参会|与会|陪同|列席本次)(?:会议|本次会议|了会议|此次会议|座谈|活动|调研)?"
    r"(?:并[^，。；]{0,12})?(?=[。；，]|$)"
    r"|(?:應邀)?(?:參加|出席|列席)(?:會議)?(?=[。；，]|$)")
INTRODUCED = re.compile(
    r"(?:参加|出席|列席)(?:了)?(?:本次|此次)?(?:会议|调研|活动)?的(?:领导|人员|同志|单位|还)*有[：:]?"
    r"|(?:与会|参会)(?:人员|领导|同志)有[：:]?")
STAYED_AWAY = re.compile(r"(?:同志)?(?:因[^，。；]{1,12}?)?(?:请假|請假|缺席|未能?(?:出席|参加|到会|参会|与会|列席))(?:本次|此次)?(?:会议|會議)?(?=[，。；、]|$)")
"""董事任克勤|因病请假, 卢静怡同志|因公出差未能参加会议"""
DEPUTY = re.compile(r"(?:委托|授权|委託|由|指派)(?P<deputy>[^，。；（）()]{2,30}?)(?:同志)?(?:代为?|代理|代其|出席|参加|到会|參加|代表)")
"""由課員蔡佩玲代理, 委托独立董事夏明远代为表决"""


def only_delegates(text: str, person: Span) -> bool:
    """受局长卢景行委托 names who was not there."""
    return text.startswith(("委托", "同志委托", "授权"), person.end)


def around(text: str, start: int, sentence_end: int) -> list[Span]:
    """The sentences of the lead's paragraph and of the one after it, among which the attendance may stand."""
    end = text.find("\n", sentence_end)
    end = len(text) if end < 0 else end
    following = text.find("\n", end + 1)
    end = min(following if following > 0 else len(text), start + 3_000)
    stops = [m.end() for m in re.compile("[。；\n]").finditer(text, start, end)]
    starts = [start, *stops]
    return [Span(a, b) for a, b in zip(starts, [*stops, end], strict=True) if b > a]


def taking_part(text: str, sentence: Span) -> Iterator[Found]:
    """The names of a sentence that ends with 参加, 出席 or 列席; a list of nothing but short words (江阴、宜兴、武进) may be of places."""
    start = sentence.start
    for verb in TOOK_PART.finditer(text, sentence.start, sentence.end):
        role: AttendanceRole = "observe" if "列席" in verb[0] else "attend"
        begin = max(start, _after_meeting(text, start, verb.start()))
        spans = {p.start: (p, squeezed(p.of(text))) for p in people_between(text, begin, verb.start())}
        listed = names_listed(text, Span(begin, verb.start()))
        if spans or any(len(n.name) > 2 for n in listed):
            spans |= {n.span.start: (n.span, n.name) for n in listed if n.span.start not in spans}
        for at in sorted(spans):
            if not only_delegates(text, spans[at][0]) and not text.startswith("主持", spans[at][0].end):
                yield *spans[at], role, "header: took part"
        start = verb.end()
    for verb in INTRODUCED.finditer(text, sentence.start, sentence.end):
        for invited in names_listed(text, Span(verb.end(), sentence.end)):
            yield invited.span, invited.name, "observe" if "列席" in verb[0] else "attend", "header: took part"


def _after_meeting(text: str, start: int, end: int) -> int:
    """Where the list begins after what else its sentence tells: …召开专题会议，|市财政局…参加, 甲因病请假，|乙、丙出席."""
    held = list(re.compile(r"(?:召开|主持|举行|请假|請假|缺席|未到会|未出席|未能参加)[^，。；]{0,60}[，。；]").finditer(text, start, end))
    return held[-1].end() if held else start


def staying_away(text: str, sentence: Span) -> Iterator[Found]:
    """Those whom a sentence excuses, and who came in their place."""
    for verb in STAYED_AWAY.finditer(text, sentence.start, sentence.end):
        begin = max(sentence.start, *(text.rfind(mark, sentence.start, verb.start()) + 1 for mark in "，。；（("))
        named = {p.start: (p, squeezed(p.of(text))) for p in people_between(text, begin, verb.start())}
        named |= {n.span.start: (n.span, n.name) for n in names_listed(text, Span(begin, verb.start())) if n.span.start not in named}
        for at in sorted(named):
            yield *named[at], "absent", "header: excused"
        if named:
            yield from deputies(text, Span(verb.end(), min(sentence.end, verb.end() + 60)))


def deputies(text: str, span: Span) -> Iterator[Found]:
    """Who came for somebody else."""
    for deputy in DEPUTY.finditer(text, span.start, span.end):
        for listed in names_listed(text, Span(deputy.start("deputy"), deputy.end("deputy"))):
            yield listed.span, listed.name, "attend", "header: deputy"


