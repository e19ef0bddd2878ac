"""The day before a holiday: 国庆节前, “五一”前, 春节前, 元旦、春节前; holidays of the lunar calendar by a table of their days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from importers.lexicon import alternation, lexicon
from importers.rules.limit_reckoning import Meeting


@cache
def holiday_names() -> str:
    """A regular expression for the name of any holiday whose day can be told."""
    lunar = lexicon("lunar_days")
    return alternation([*lexicon("times").pairs("holidays"), *lunar.pairs("names"), *(day.split()[0] for day in lunar.pairs("days"))])


def by_holiday(match: re.Match[str], meeting: Meeting) -> str | None:
    """The day before; the next one after the meeting; of two holidays the later. A year that the table lacks gives no day."""
    if not meeting.day and not match["year"] and not match["frame"]:
        return None
    named = re.findall(holiday_names(), match[0][match.end("year") - match.start() if match["year"] else 0:])
    days = [_before(name, match, meeting) for name in named]
    return max(day for day in days if day) if days and all(days) else None


def _before(name: str, match: re.Match[str], meeting: Meeting) -> str | None:
    year = meeting.framed(match)
    if not year:
        return None
    found = _eve(name, year, meeting)
    framed = match["year"] or match["frame"]
    if found and not framed and meeting.day and found < meeting.day.isoformat():
        return _eve(name, year + 1, meeting)
    return found


def _eve(name: str, year: int, meeting: Meeting) -> str | None:
    """The day before this year's holiday."""
    fixed = lexicon("times").pairs("holidays") | (lexicon("times").pairs("holidays_of_the_republic") if meeting.republic else {})
    if name in fixed:
        first = f"{year}-{fixed[name]}"
    else:
        lunar = lexicon("lunar_days")
        first = lunar.pairs("days").get(f"{lunar.pairs('names').get(name, name)} {year}", "")
    return (date.fromisoformat(first) - timedelta(days=1)).isoformat() if first else None
