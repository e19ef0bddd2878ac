"""The date of a proposed time limit: reckoned by our own rules from the words that the model quoted, never taken from the model."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importers.annotations import Span
from importers.lexicon import lexicon
from importers.rules.limit_reckoning import Meeting
from importers.rules.recurrences import frequencies
from importers.rules.time_limits import limits

_PAST = re.compile(r"[去上前往昨]年")


@dataclass(frozen=True, slots=True)
class ReckonedLimit:
    """The quoted words and their place, with the last day allowed (ISO prefix) or the frequency; one of the two is there."""

    span: Span
    words: str
    date: str | None
    recurrence: str | None


def reckon(text: str, quoted: Span, stretch: Span, date: str | None) -> ReckonedLimit | None:
    """The limit that the quoted words state, of two the later; None where they state none, or what stands around them denies it."""
    if _denied(text, quoted, stretch):
        return None
    dated = [limit for limit in limits(text, quoted, Meeting.on(date), alone=True) if limit.date]
    if dated:
        latest = max(dated, key=lambda limit: limit.date or "")
        return ReckonedLimit(quoted, quoted.of(text), latest.date, None)
    recurring = next(iter(frequencies(text, quoted.start, quoted.end)), None)
    return ReckonedLimit(quoted, quoted.of(text), None, recurring.period) if recurring else None


def _denied(text: str, quoted: Span, stretch: Span) -> bool:
    """截至|6月25日, 自|3月1日起, 去年|5月1日: what stands around the words, or a past year among them, says that they are no limit."""
    times = lexicon("times")
    before, after = text[stretch.start:quoted.start], text[quoted.end:stretch.end]
    if _PAST.search(before[-2:] + quoted.of(text)):
        return True
    return before.endswith(tuple(times.words("no_limit_before"))) or after.startswith(tuple(times.words("no_limit_after")))
