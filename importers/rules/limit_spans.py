"""The last day of a span that begins with the meeting: 会后十天内, 10个工作日内, 一周内, 一个半月内."""

from __future__ import annotations

import re
from datetime import date

from importers.dates import days_after, months_after, number
from importers.rules.limit_reckoning import Meeting

MOST = 400
"""No limit counts more units than this; a larger number is a slip or another quantity."""

HALF_MONTH = 15
DAY_HOURS = 24
MONTHS = {"个月": 1, "個月": 1, "个季度": 3, "年": 12}


def by_span(match: re.Match[str], meeting: Meeting) -> str | None:
    """The last day of a span; several years are a period, no day, and so is a part of a day."""
    count = 0.5 if match["count"] == "半" else number(match["count"])
    if not meeting.day or not count or count > MOST:
        return None
    if match.groupdict().get("hours"):
        return days_after(meeting.day, int(count // DAY_HOURS)).isoformat() if count % DAY_HOURS == 0 else None
    end = _half(meeting.day, match["unit"]) if count == 0.5 else _whole(meeting, meeting.day, int(count), match["unit"])
    return end.isoformat() if end else None


def _half(day: date, unit: str) -> date | None:
    """半个月, 半月, 半年."""
    if unit == "年":
        return months_after(day, 6)
    return days_after(day, HALF_MONTH) if unit in ("个月", "個月", "月") else None


def _whole(meeting: Meeting, day: date, count: int, unit: str) -> date | None:
    """三天, 两周, 10个工作日, 一个半月, 两个月, 一个季度, 一年."""
    if unit.endswith("半月"):
        return days_after(months_after(day, count), HALF_MONTH)
    if unit in MONTHS:
        return months_after(day, count * MONTHS[unit]) if unit != "年" or count == 1 else None
    if "工作" in unit:
        return meeting.calendar.after(day, count)
    return days_after(day, count * (1 if unit in ("天", "日") else 7))


def working_of(match: re.Match[str], meeting: Meeting) -> str | None:
    """How working days were counted, in words; None for other limits."""
    if "工作" not in (match.groupdict().get("unit") or "") or not meeting.day:
        return None
    end, count = by_span(match, meeting), number(match["count"])
    return f"从{meeting.day}起第{count}个工作日，{meeting.calendar.told(meeting.day, date.fromisoformat(end))}" if end else None
