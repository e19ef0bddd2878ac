"""Persons who are named anywhere in the minutes: every place of every name."""

from __future__ import annotations

from importers.annotations import Mention, Minutes, Span
from importers.rules.names import squeezed
from importers.rules.person_rules import RULES, named_again


def name_people(minutes: Minutes) -> None:
    """Adds a mention for every place where a person is named, beside those that the header already gave."""
    text = minutes.text
    taken = {m.span.start for m in minutes.mentions if m.type == "Person"}
    for rule_name, rule in RULES:
        for span in rule(text, 0, len(text)):
            _add(minutes, span, f"person: {rule_name}", taken)
    for span in named_again(text, {m.name for m in minutes.mentions if m.type == "Person"}):
        _add(minutes, span, "person: named again", taken)


def _add(minutes: Minutes, span: Span, rule: str, taken: set[int]) -> None:
    if span.start not in taken:
        taken.add(span.start)
        minutes.mentions.append(Mention("Person", span, rule, squeezed(span.of(minutes.text))))
