"""Persons who are named anywhere in the minutes: every place of every name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import Mention, Minutes, Span
from importers.lexicon import alternation
from importers.rules.names import name_words, squeezed
from importers.rules.person_rules import RULES, begins, in_doctrine


def name_people(minutes: Minutes) -> None:
    """Adds a mention for every place where a person is named, beside those that the header already gave."""
    text = minutes.text
    taken = {m.span.start for m in minutes.mentions if m.type == "Person"}
    for rule_name, rule in RULES:
        for span in rule(text, 0, len(text)):
            _add(minutes, span, f"person: {rule_name}", taken)
    for span in _again(text, {m.name for m in minutes.mentions if m.type == "Person"}):
        _add(minutes, span, "person: named again", taken)


def _add(minutes: Minutes, span: Span, rule: str, taken: set[int]) -> None:
    if span.start not in taken:
        taken.add(span.start)
        minutes.mentions.append(Mention("Person", span, rule, squeezed(span.of(minutes.text))))


def _again(text: str, names: set[str]) -> Iterator[Span]:
    """Every further place of a name that was found: 报秦越审定; a name of two characters only between boundaries."""
    longest = max(map(len, names), default=0)
    firsts = {name[0] for name in names}
    if not firsts:
        return
    for start in re.finditer(alternation(firsts), text):
        at = start.start()
        name = next((text[at:at + n] for n in range(longest, 1, -1) if text[at:at + n] in names), None)
        if name and (len(name) > 2 or (begins(text, at) and name_words().after.match(text, at + len(name)))) and not in_doctrine(text, at, name):
            yield Span(at, at + len(name))
