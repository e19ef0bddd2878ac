"""Who met and when: reads title, number, label table, lead sentence and attendance into the header."""

from __future__ import annotations

import re
from dataclasses import replace

from importers.annotations import Minutes, Span
from importers.rules.header_attendance import attend
from importers.rules.header_convener import conveners_of
from importers.rules.header_date import when_held
from importers.rules.header_kind import OTHER, is_enlarged, kind_of, tells_kind
from importers.rules.header_labels import Field, labelled_fields
from importers.rules.header_lead import Lead, lead_of
from importers.rules.header_title import head_lines, number_of, session_of, short_lines, title_of
from importers.script import chinese_marks


def read_header(minutes: Minutes) -> None:
    """Fills in what the head of the minutes (and attendance at their end) tells of the meeting."""
    minutes = replace(minutes, source=replace(minutes.source, text=chinese_marks(minutes.text)))
    fields = labelled_fields(minutes)
    header, text = minutes.header, minutes.text
    header.title = title_of(minutes)
    lead = lead_of(minutes, header.title)
    names = _names(text, header.title, fields, lead)
    header.kind = _kind(names)
    header.enlarged = any(is_enlarged(name) for name in names)
    header.session = session_of([*names, *short_lines(minutes)])
    header.number = number_of(minutes, head_lines(minutes)[:6])
    header.place = _place(text, fields, lead)
    when = when_held(minutes, fields, lead, header.title)
    header.date, header.date_span, header.part_of_day = when.date, when.span, when.part_of_day
    named = next((f.value for f in fields if f.subject == "name"), None)
    header.conveners = conveners_of(minutes, header.title, named, lead)
    attend(minutes, fields, lead)
    header.span = _extent(fields, lead)


def _names(text: str, title: Span | None, fields: list[Field], lead: Lead | None) -> list[str]:
    """The meeting's printed names, the title first."""
    spans = [title, *(f.value for f in fields if f.subject == "name"), lead.name if lead else None]
    return [span.of(text) for span in spans if span]


def _kind(names: list[str]) -> str | None:
    """The kind that the first telling name gives; 其他 where a meeting is named and no name tells more."""
    kinds = [(name, kind) for name in names for kind in [kind_of(name)] if kind]
    return next((kind for name, kind in kinds if kind != OTHER or tells_kind(name)), OTHER if kinds else None)


def _place(text: str, fields: list[Field], lead: Lead | None) -> Span | None:
    labelled = next((f.value for f in fields if f.subject == "place" and len(f.value)), None)
    return _without_manner(text, labelled) if labelled else (lead.place if lead else None)


def _without_manner(text: str, place: Span) -> Span:
    """The place without how others joined from elsewhere: 县应急指挥中心|（视频连线各乡镇）."""
    manner = re.compile(r"\s*[（(；;，,]?[^（()）；;，,]{0,8}(?:视频|线上|连线|腾讯|钉钉|云端|远程)[^（()）]*[）)]?$").search(text, place.start + 2, place.end)
    return Span(place.start, manner.start()) if manner else place


def _extent(fields: list[Field], lead: Lead | None) -> Span | None:
    """What of the text tells who met: the lead sentence, or the label table."""
    if lead:
        return lead.sentence
    head = [f for f in fields if f.subject in ("time", "place", "chair")]
    return Span(head[0].label.start, head[-1].value.end) if head else None
