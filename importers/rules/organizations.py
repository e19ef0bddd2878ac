"""Specific bodies in running text, lists, labels and posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from importers.annotations import Mention, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.acting_places import acting_places
from importers.rules.acting_units import acting_units
from importers.rules.body_names import body_names, outermost
from importers.rules.clipped_names import clipped_names
from importers.rules.labelled_bodies import labelled_bodies
from importers.rules.meeting_names import other_meetings
from importers.rules.own_body import own_body
from importers.rules.shields import Shield, book_titles
from importers.script import simplified

RULES = (
    ("name", body_names),
    ("label", labelled_bodies),
    ("place", acting_places),
    ("unit", acting_units),
    ("clipped", clipped_names),
    ("own", own_body),
)
"""Each reads the text (in Simplified characters) and gives stretches; the earlier rule names the mention."""


_OFFICE = re.compile(r"(?:同志)?(?:不再)?(?:担任|兼任|调任|任|为|赴|到)")


_NUMBER = re.compile(r"[㐀-鿿]{2,5}[〔\[［]\d{4}[〕\]］]\s*(?:第)?\d{1,5}号")


def find_organizations(minutes: Minutes) -> None:
    """Adds an Organization mention for every specific body that is not one already."""
    text = simplified(minutes.text)
    shield = Shield([*book_titles(text), *other_meetings(minutes, text), *_numbers(text)])
    generic = Shield(m.span for m in minutes.mentions if m.type == "Organization" and m.attributes.get("generic"))
    known = {m.span for m in minutes.mentions if m.type == "Organization"}
    people = {m.span.start: m.span.end for m in minutes.mentions if m.type == "Person"}
    rules: dict[Span, str] = {}
    for rule, find in (("given", partial(given_names, minutes)), *RULES):
        for span in find(text):
            if not shield.covers(span.start, span.end) and not generic.covers(span.start, span.end):
                rules.setdefault(span, rule)
    rules = {_behind_person(text, span, people): rule for span, rule in rules.items()}
    for span in outermost(list(rules)):
        if span not in known:
            minutes.mentions.append(Mention("Organization", span, f"organization-{rules[span]}", span.of(minutes.text)))


def given_names(minutes: Minutes, text: str) -> Iterator[Span]:
    """The names that the user gives the issuing body or, in the lexicon of bodies, any other, wherever they stand."""
    names = (*(minutes.given.names if minutes.given else ()), *lexicon("organizations").words("aliases"))
    if names:
        yield from (Span(m.start(), m.end()) for m in re.finditer(alternation(names), text))


def _numbers(text: str) -> Iterator[Span]:
    """Who signs a numbered document is named there in a short form only: 安委办〔2023〕11号."""
    for match in _NUMBER.finditer(text):
        yield Span(match.start(), match.end())


def _behind_person(text: str, span: Span, people: dict[int, int]) -> Span:
    """The body without the person before it: 段启明任|建设管理处."""
    end = people.get(span.start)
    office = _OFFICE.match(text, end, span.end) if end is not None else None
    return Span(office.end(), span.end) if office and office.end() < span.end else span
