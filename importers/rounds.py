"""The rounds that a recurring duty is expected to take: the last days of the periods after the meeting."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, takewhile

ROUNDS = 12
"""At most so many rounds, and none later than a year after the meeting."""

_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


def rounds(recurrence: str, meeting: str | None) -> list[str]:
    """ISO dates of the last days of the periods, beginning with the one that holds the meeting; none without a full date or a rhythm."""
    try:
        start = date.fromisoformat(meeting or "")
    except ValueError:
        return []
    last = _shifted(start, 12)
    return [day.isoformat() for day in islice(takewhile(lambda day: day <= last, _ends(recurrence, start)), ROUNDS)]


def _ends(recurrence: str, start: date) -> Iterator[date]:
    """The last days of the periods from the meeting on."""
    if recurrence in _MONTHS:
        yield from _month_ends(start, _MONTHS[recurrence])
    elif recurrence in ("half-month", "ten-days"):
        yield from _days_of_months(start, (15, 31) if recurrence == "half-month" else (10, 20, 31))
    elif recurrence in ("day", "week"):
        first = start if recurrence == "day" else start + timedelta(days=6 - start.weekday())
        yield from (first + timedelta(days=n * (1 if recurrence == "day" else 7)) for n in range(1000))


def _month_ends(start: date, months: int) -> Iterator[date]:
    """Ends of months, quarters, half-years and years."""
    period = (start.month - 1) // months
    for number in range(period, period + 1000 // months):
        yield _month_end(start.year + (number * months + months - 1) // 12, (number * months + months - 1) % 12 + 1)


def _days_of_months(start: date, days: tuple[int, ...]) -> Iterator[date]:
    """The 15th and the last day, or the 10th, the 20th and the last day."""
    for number in range(start.month - 1, start.month + 24):
        end = _month_end(start.year + number // 12, number % 12 + 1)
        yield from (day for n in days if (day := end.replace(day=min(n, end.day))) >= start)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _shifted(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
