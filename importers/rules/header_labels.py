"""The label table of minutes: 时间：…, 地  点：…, 主持人：…, 出席：…, also several on one line, in table cells, or with the value below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from importers.annotations import Minutes, Span
from importers.document import Paragraph
from importers.lexicon import lexicon
from importers.rules.name_lists import names_listed

HEAD = 40
"""How many paragraphs from the top may hold time, place and chair."""

MARKER = re.compile(r"[ 　]*[（(]?[一二三四五六七八九十\d壹貳參肆伍]+[、.．）)]")
LINE = 6_000
"""Longer paragraphs are running text."""

BEFORE_LABEL = re.compile(r"[\s　]*(?:[（(【\[]|[•·*]|[（(]?[一二三四五六七八九十壹貳參肆伍\d]{1,3}[）)]?[、.．])?[\s　]*")
"""What may stand before a label at the beginning of a line: a bracket, a bullet, a marker."""

ATTENDANCE = ("attend", "observe", "absent", "record", "report")


ONE_CELL = ("time", "place", "name", "chair", "record")
"""Subjects whose value ends with its cell of a table."""


@dataclass(frozen=True, slots=True)
class Field:
    """A label's subject (time, place, chair, attend …) and the stretch of its value."""

    subject: str
    label: Span
    value: Span


def labelled_fields(minutes: Minutes) -> list[Field]:
    """The fields of the label table, in the order of the text; attendance may also stand at the end of the document."""
    fields: list[Field] = []
    paragraphs = [p for p in minutes.source.paragraphs if minutes.text[p.start:p.end].strip()]
    for index, paragraph in enumerate(paragraphs):
        if paragraph.end - paragraph.start > LINE:
            continue
        for field in _fields_of(minutes.text, paragraph):
            if index < HEAD or field.subject in ATTENDANCE:
                fields.append(_with_value_below(minutes.text, field, paragraphs, index))
    return fields


def _fields_of(text: str, paragraph: Paragraph) -> Iterator[Field]:
    """The fields of one line; none unless the line begins with a label."""
    labels = list(_labels(text, paragraph))
    if not labels or not BEFORE_LABEL.fullmatch(text, paragraph.start, labels[0].start("label")):
        return
    subjects = lexicon("meetings").pairs("labels")
    for index, label in enumerate(labels):
        end = labels[index + 1].start() if index + 1 < len(labels) else paragraph.end
        subject = subjects[re.sub(r"[\s　]", "", label["label"])]
        value = _stripped(text, label.end(), end)
        cell = text.find("\t", value.start, value.end) if subject in ONE_CELL else -1
        yield Field(subject, Span(label.start("label"), label.end("label")), Span(value.start, cell) if cell >= 0 else value)


def _labels(text: str, paragraph: Paragraph) -> Iterator[re.Match[str]]:
    """Labels with a colon, and labels without one at the beginning of a line or cell."""
    for label in _label_pattern().finditer(text, paragraph.start, paragraph.end):
        starts_cell = not text[paragraph.start:label.start("label")].strip() or text[label.start("label") - 1] == "\t"
        if label["colon"] or starts_cell:
            yield label


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = sorted(lexicon("meetings").pairs("labels"), key=lambda label: (-len(label), label))
    spaced = "|".join("[ 　]{0,6}".join(map(re.escape, label)) for label in labels)
    return re.compile(
        rf"(?:^|(?<=[\n\s　\t；;。，,、（(【\[.．]))(?P<label>{spaced})(?:名单)?(?:（[^（）\n]{{1,12}}）)?[】\]]?(?:[ 　\t]*(?P<colon>[：:︰])|(?=[ 　]*\t)|(?=[ 　]{{2,}})|(?=[ 　]*(?:\n|$)))",
        re.MULTILINE)


def _stripped(text: str, start: int, end: int) -> Span:
    """A value without the spaces around it."""
    while start < end and text[start] in " 　\t：:":
        start += 1
    while end > start and text[end - 1] in " 　\t；;。，,（(【":
        end -= 1
    return Span(start, end)


def _with_value_below(text: str, field: Field, paragraphs: list[Paragraph], index: int) -> Field:
    """Takes the next line where a label stands alone, and the lines below on which a list of names goes on."""
    value, following = field.value, index + 1
    last = paragraphs[index].end
    if not len(value) and last - field.label.end < 8 and following < len(paragraphs) and not list(_fields_of(text, paragraphs[following])):
        value = _stripped(text, paragraphs[following].start, paragraphs[following].end)
        following += 1
    if (field.subject in ATTENDANCE and value.end >= last - 3) or value.start > last:
        value = _continued(text, value, paragraphs, following)
    return Field(field.subject, field.label, value)


def _continued(text: str, value: Span, paragraphs: list[Paragraph], following: int) -> Span:
    """Adds the lines that hold nothing but names."""
    for paragraph in paragraphs[following:following + 20]:
        line = _stripped(text, paragraph.start, paragraph.end)
        directly = text.count("\n", value.end, line.start) <= 1
        if not directly or list(_fields_of(text, paragraph)) or not _only_names(text, line):
            break
        value = Span(value.start, line.end)
    return value


def _only_names(text: str, line: Span) -> bool:
    """Whether a line is a list of names, with or without their body before a colon (民政課：詹課長淑惠); no numbered line is."""
    words = re.sub(r"^[^：:]{2,10}[：:]|（[^（）]*）|\([^()]*\)|[\s　、，,；;。]", "", line.of(text))
    listed = names_listed(text, line)
    return bool(listed) and sum(len(n.span) for n in listed) * 3 >= len(words) and not MARKER.match(line.of(text))
