"""Who chaired, attended, sat in, was excused, kept the record and reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import Attendance, AttendanceRole, Mention, Minutes, Span
from importers.rules.header_labels import Field
from importers.rules.header_lead import Lead
from importers.rules.header_title import head_lines
from importers.rules.name_lists import names_listed
from importers.rules.names import squeezed
from importers.rules.person_rules import named_again, people_between

ROLES: dict[str, AttendanceRole] = {"attend": "attend", "observe": "observe", "absent": "absent", "record": "record", "report": "report"}
TOOK_PART = re.compile(r"(?:参加了?|出席了?|列席了?|参会|与会|陪同|列席本次)(?:会议|本次会议|了会议|此次会议|座谈|活动|调研)?(?:并[^，。；]{0,12})?(?=[。；，]|$)|(?:參加|出席|列席)(?:會議)?(?=[。；，]|$)")
EXCUSED = re.compile(r"[ 　]*[（(](?:[^（）()]{0,4}(?:请假|請假|缺席|公假|未到|未出席))")
INTRODUCED = re.compile(r"(?:参加|出席|列席)(?:了)?(?:本次|此次)?(?:会议|调研|活动)?的(?:领导|人员|同志|单位|还)*有[：:]?|(?:与会|参会)(?:人员|领导|同志)有[：:]?")
LONGEST_LINE = 400
NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
PRESS = ("记者", "记者 ", "通讯员", "通讯员 ")
HEARD = re.compile(r"听取了?|聽取了?")
REPORT = re.compile(r"(?:同志)?(?:代表[^，。；]{2,20})?(?:[关就对][^，。；]{0,60}|所作|作了?|做了?|[^，。；、]{0,2})?的?[^，。；、]{0,30}?(?:汇报|匯報|报告|報告)")
BRIEFED = re.compile(r"(?:同志)?(?:代表[^，。；]{2,20})?(?:首先|分别|[就对向][^，。；]{2,40})?(?:汇报|匯報|报告)了?|(?:同志)?(?:代表[^，。；]{2,20})?(?:[就对关][^，。；]{2,40})?[作做]了?[^，。；]{0,24}(?:汇报|报告)|(?:同志)?(?:汇报|報告|报告)[：:]")


def attend(minutes: Minutes, fields: list[Field], lead: Lead | None) -> None:
    """Fills in chairs and attendance; the chair is left out of the attendance, and each person has one entry for each role."""
    header = minutes.header
    header.chairs = _chairs(minutes, fields, lead)
    chairs = {chair.name for chair in header.chairs}
    seen: set[tuple[str, str]] = set()
    there = [*_from_labels(minutes, fields), *_from_lead(minutes, lead)]
    known = {name for _, name, _, _ in there} | chairs
    for span, name, role, rule in sorted([*there, *_reporting(minutes.text, known)], key=lambda f: f[0].start):
        if name not in chairs and (name, role) not in seen:
            seen.add((name, role))
            header.attendance.append(Attendance(_person(minutes, span, name, rule), role))


Found = tuple[Span, str, AttendanceRole, str]


def _person(minutes: Minutes, span: Span, name: str, rule: str) -> Mention:
    """The mention of a person at this place, made if it is new."""
    known = next((m for m in minutes.mentions if m.type == "Person" and m.span == span), None)
    if not known:
        known = Mention("Person", span, rule, name)
        minutes.mentions.append(known)
    return known


def _chairs(minutes: Minutes, fields: list[Field], lead: Lead | None) -> list[Mention]:
    """The names after 主持人 or 主席; else who presides in the lead sentence, or in a headline or a later sentence (会议由张三主持)."""
    labelled = [n for f in fields if f.subject == "chair" for n in names_listed(minutes.text, f.value)]
    people = [_person(minutes, n.span, n.name, "header: chair label") for n in labelled]
    if not people:
        spans = (lead.chairs if lead else []) or _presiding_elsewhere(minutes)
        people = [_person(minutes, s, squeezed(s.of(minutes.text)), "header: presides") for s in spans]
    return list({p.name: p for p in people}.values())


def _presiding_elsewhere(minutes: Minutes) -> list[Span]:
    """会议由局长段启明同志主持, 中共中央总书记习近平主持会议, in the first paragraphs."""
    limit = min(len(minutes.text), 3_000)
    pattern = re.compile(r"(?:同志)?(?:[上下]午)?(?:共同)?主持(?:会议|了会议|本次会议|召开|，|。|會議)|(?:同志)?主持(?=[。，；\n]|$)")
    for presides in pattern.finditer(minutes.text, 0, limit):
        people = [p for p in people_between(minutes.text, max(0, presides.start() - 60), presides.end()) if p.end == presides.start()]
        if people:
            return people
    return []


def _from_labels(minutes: Minutes, fields: list[Field]) -> Iterator[Found]:
    for field in fields:
        role = ROLES.get(field.subject)
        if role:
            for listed in names_listed(minutes.text, field.value):
                yield listed.span, listed.name, "absent" if EXCUSED.match(minutes.text, listed.span.end) else role, f"header: {role} label"


def _from_lead(minutes: Minutes, lead: Lead | None) -> Iterator[Found]:
    """镇长祝海燕，镇党委委员石磊、贺明慧…参加; who only 召开 or 率队 without 主持 attends too."""
    if not lead:
        yield from _in_the_head(minutes)
        return
    for subject in lead.subjects:
        if lead.chairs or _only_delegates(minutes.text, subject) or minutes.text.endswith(PRESS, 0, subject.start):
            continue
        yield subject, squeezed(subject.of(minutes.text)), "attend", "header: convenes"
    for sentence in _around(minutes.text, lead):
        yield from _taking_part(minutes.text, sentence)


def _in_the_head(minutes: Minutes) -> Iterator[Found]:
    """镇干部甲、村监委会主任乙列席, in a line of its own among the labels."""
    for line in head_lines(minutes):
        if len(line) <= LONGEST_LINE and not NUMBERED.match(minutes.text, line.start, line.end):
            for stretch in re.compile("[^。]+。?").finditer(minutes.text, line.start, line.end):
                yield from _taking_part(minutes.text, Span(stretch.start(), stretch.end()))


def _only_delegates(text: str, person: Span) -> bool:
    """受局长卢景行委托 names who was not there."""
    return text.startswith(("委托", "同志委托", "授权"), person.end)


def _around(text: str, lead: Lead) -> list[Span]:
    """The sentences of the lead's paragraph and of the one after it, among which the attendance may stand."""
    end = text.find("\n", lead.sentence.end)
    end = len(text) if end < 0 else end
    following = text.find("\n", end + 1)
    end = min(following if following > 0 else len(text), lead.sentence.start + 3_000)
    stops = [m.end() for m in re.compile("[。；\n]").finditer(text, lead.sentence.start, end)]
    starts = [lead.sentence.start, *stops]
    return [Span(a, b) for a, b in zip(starts, [*stops, end], strict=True) if b > a]


def _taking_part(text: str, sentence: Span) -> Iterator[Found]:
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
            if not _only_delegates(text, spans[at][0]) and not text.startswith("主持", spans[at][0].end):
                yield *spans[at], role, "header: took part"
        start = verb.end()
    for verb in INTRODUCED.finditer(text, sentence.start, sentence.end):
        for invited in names_listed(text, Span(verb.end(), sentence.end)):
            yield invited.span, invited.name, "observe" if "列席" in verb[0] else "attend", "header: took part"


def _after_meeting(text: str, start: int, end: int) -> int:
    """Where the list begins after the meeting was convened in the same sentence: …召开专题会议，|市财政局…参加."""
    held = list(re.compile(r"(?:召开|主持|举行)[^，。；]{0,60}[，。；]").finditer(text, start, end))
    return held[-1].end() if held else start


def _reporting(text: str, known: set[str]) -> Iterator[Found]:
    """会议听取了教务处处长鲁秀云关于…的汇报, 田守业汇报了工程进展, 江雨晴作了汇报; not 每月听取一次."""
    people = {p.start: p for p in (*named_again(text, known), *people_between(text, 0, len(text)))}
    for person in (people[at] for at in sorted(people)):
        floor = max(0, person.start - 60)
        clause = max(floor - 1, *(text.rfind(mark, floor, person.start) for mark in "，。；：\n"))
        heard = HEARD.search(text, clause + 1, person.start)
        told = REPORT.match(text, person.end) if heard else BRIEFED.match(text, person.end)
        if told and not re.search(r"要|须|应|负责|每[周月季年旬]|定期", text[clause + 1:person.start] + told[0]):
            yield person, squeezed(person.of(text)), "report", "header: reported"
