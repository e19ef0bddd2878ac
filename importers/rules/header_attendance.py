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
from importers.rules.person_rules import people_between
from importers.rules.reporting import reporting
from importers.rules.taking_part import Found, around, deputies, only_delegates, staying_away, taking_part

ROLES: dict[str, AttendanceRole] = {"attend": "attend", "observe": "observe", "absent": "absent", "record": "record", "report": "report"}
EXCUSED = re.compile(r"[ 　]*[（(](?:[^（）()]{0,4}(?:请假|請假|缺席|公假|未到|未出席))")
LONGEST_LINE = 400
NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
PRESS = ("记者", "记者 ", "通讯员", "通讯员 ")


def attend(minutes: Minutes, fields: list[Field], lead: Lead | None) -> None:
    """Fills in chairs and attendance; the chair is left out of the attendance, and each person has one entry for each role."""
    header = minutes.header
    header.chairs = _chairs(minutes, fields, lead)
    chairs = {chair.name for chair in header.chairs}
    seen: set[tuple[str, str]] = set()
    there = [*_from_labels(minutes, fields), *_from_lead(minutes, lead)]
    known = {name for _, name, _, _ in there} | chairs
    for span, name, role, rule in sorted([*there, *reporting(minutes.text, known)], key=lambda f: f[0].start):
        if name not in chairs and (name, role) not in seen:
            seen.add((name, role))
            header.attendance.append(Attendance(_person(minutes, span, name, rule), role))


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
                excused = EXCUSED.match(minutes.text, listed.span.end)
                yield listed.span, listed.name, "absent" if excused else role, f"header: {role} label"
                if excused or role == "absent":
                    yield from deputies(minutes.text, _bracket_behind(minutes.text, listed.span))


def _bracket_behind(text: str, name: Span) -> Span:
    """The bracket that stands directly behind a name, or nothing: （请假，由副主任戴一帆代）."""
    bracket = re.compile(r"[ 　]*[（(][^（()）\n]{2,40}[）)]").match(text, name.end)
    return Span(name.end, bracket.end()) if bracket else Span(name.end, name.end)


def _from_lead(minutes: Minutes, lead: Lead | None) -> Iterator[Found]:
    """镇长祝海燕，镇党委委员石磊、贺明慧…参加; who only 召开 or 率队 without 主持 attends too."""
    if not lead:
        yield from _in_the_head(minutes)
        return
    for subject in lead.subjects:
        if lead.chairs or only_delegates(minutes.text, subject) or minutes.text.endswith(PRESS, 0, subject.start):
            continue
        yield subject, squeezed(subject.of(minutes.text)), "attend", "header: convenes"
    for sentence in around(minutes.text, lead.sentence.start, lead.sentence.end):
        yield from taking_part(minutes.text, sentence)
        yield from staying_away(minutes.text, sentence)


def _in_the_head(minutes: Minutes) -> Iterator[Found]:
    """镇干部甲、村监委会主任乙列席, in a line of its own among the labels."""
    for line in head_lines(minutes):
        if len(line) <= LONGEST_LINE and not NUMBERED.match(minutes.text, line.start, line.end):
            for stretch in re.compile("[^。]+。?").finditer(minutes.text, line.start, line.end):
                yield from taking_part(minutes.text, Span(stretch.start(), stretch.end()))
                yield from staying_away(minutes.text, Span(stretch.start(), stretch.end()))
