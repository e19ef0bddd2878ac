"""The last day that each form of a limit allows, from its words and the meeting's date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from importers.dates import REPUBLIC_OFFSET, days_after, iso_date, last_of_month, number, weekday_in_week
from importers.working_calendar import WEEKENDS, WorkingCalendar

ORDINALS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
COMING = {"今": 0, "明": 1, "后": 2, "大后": 3}
TEN_DAYS = {"上": 10, "中": 20}
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
LATE = 6
"""A day without a year that lies more than so many months back is next year's: 1月20日前 said in December."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """When the meeting was, as far as known: no year, no date can be reckoned; no day, nothing relative.

    `calendar`: which days are worked; `republic`: whether holidays are those of the Republic (minutes in Traditional characters).
    """

    year: int | None
    month: int | None
    day: date | None
    calendar: WorkingCalendar = WEEKENDS
    republic: bool = False

    @classmethod
    def on(cls, iso: str | None, calendar: WorkingCalendar = WEEKENDS, republic: bool = False) -> Meeting:
        """From an ISO prefix. The Republic has public holidays of its own, so that only weekends are left out there."""
        parts = [int(p) for p in iso.split("-")] if iso else []
        day = date(*parts) if len(parts) == 3 else None
        return cls(parts[0] if parts else None, parts[1] if len(parts) > 1 else None, day, WEEKENDS if republic else calendar, republic)

    def after(self, iso: str) -> bool:
        """Whether the meeting was after that day, as far as its date is known."""
        known = f"{self.year or 0:04}" + (f"-{self.month:02}" if self.month else "") + (f"-{self.day.day:02}" if self.day else "")
        return iso[:len(known)] < known

    def framed(self, match: re.Match[str]) -> int | None:
        """The year that the words give: 2024年, 明年, or the meeting's own."""
        printed = match["year"]
        if printed:
            digits = int(re.sub(r"\D", "", printed))
            return digits if digits > REPUBLIC_OFFSET else digits + REPUBLIC_OFFSET
        if not self.year:
            return None
        return self.year + {"明": 1, "次": 1, "来": 1, "來": 1, "后": 2}.get(match["frame"] or "", 0)

    def coming(self, match: re.Match[str], month: int) -> int | None:
        """The year of a month without one: next year's where it lies far back."""
        year = self.framed(match)
        if year and not match["year"] and not match["frame"] and self.month and self.month - month >= LATE:
            return year + 1
        return year


def by_day(match: re.Match[str], meeting: Meeting) -> str | None:
    month, day = number(match["month"]) or 0, number(match["day"])
    return iso_date(meeting.coming(match, month), month, day)


def by_numeric_day(match: re.Match[str], meeting: Meeting) -> str | None:
    """2024-09-30, 113.4.30."""
    year = int(match["y"])
    return iso_date(year if year > REPUBLIC_OFFSET else year + REPUBLIC_OFFSET, int(match["m"]), int(match["d"]))


def by_end_of_month(match: re.Match[str], meeting: Meeting) -> str | None:
    month = number(match["month"]) or 0
    year = meeting.coming(match, month)
    return last_of_month(year, month) if year and 1 <= month <= 12 else None


def by_part_of_month(match: re.Match[str], meeting: Meeting) -> str | None:
    month = number(match["month"]) or 0
    year = meeting.coming(match, month)
    if not year or not 1 <= month <= 12:
        return None
    day = TEN_DAYS.get(match["part"])
    return iso_date(year, month, day) if day else last_of_month(year, month)


def before_month(match: re.Match[str], meeting: Meeting) -> str | None:
    """10月前: the last day of September."""
    month = number(match["month"]) or 0
    year = meeting.coming(match, month)
    if not year or not 1 <= month <= 12:
        return None
    return last_of_month(year, month - 1) if month > 1 else f"{year - 1}-12-31"


def before_year(match: re.Match[str], meeting: Meeting) -> str | None:
    """2026年前: the last day of 2025."""
    return f"{int(match['year']) - 1}-12-31"


def before_quarter(match: re.Match[str], meeting: Meeting) -> str | None:
    """四季度前: the last day of the third quarter."""
    year, quarter = meeting.framed(match), ORDINALS[match["quarter"]]
    return (last_of_month(year, 3 * quarter - 3) if quarter > 1 else f"{year - 1}-12-31") if year else None


def by_middle_of_year(match: re.Match[str], meeting: Meeting) -> str | None:
    """年中前."""
    year = meeting.framed(match)
    return f"{year}-06-30" if year else None


def by_coming_day(match: re.Match[str], meeting: Meeting) -> str | None:
    """今天下班前, 明天上午前, 后天提交, 大后天前."""
    return days_after(meeting.day, COMING[match["which"]]).isoformat() if meeting.day else None


def by_end_of_year(match: re.Match[str], meeting: Meeting) -> str | None:
    year = meeting.framed(match)
    return f"{year}-12-31" if year else None


def by_quarter(match: re.Match[str], meeting: Meeting) -> str | None:
    year = meeting.framed(match)
    return last_of_month(year, 3 * ORDINALS[match["quarter"]]) if year else None


def by_this_quarter(match: re.Match[str], meeting: Meeting) -> str | None:
    if not meeting.year or not meeting.month:
        return None
    quarter = (meeting.month - 1) // 3 + 1 + (match["which"] == "下")
    return last_of_month(meeting.year, 3 * quarter)


def by_half(match: re.Match[str], meeting: Meeting) -> str | None:
    year = meeting.framed(match)
    return (f"{year}-06-30" if match["half"] == "上" else f"{year}-12-31") if year else None


def by_month_named(match: re.Match[str], meeting: Meeting) -> str | None:
    """本月底, 下月底前, 下个月内."""
    if not meeting.year or not meeting.month:
        return None
    return last_of_month(meeting.year, meeting.month + ((match["which"] or "") == "下"))


def by_part_of_named_month(match: re.Match[str], meeting: Meeting) -> str | None:
    """下月中旬前, 本月下旬, 中旬前; without 本 or 下 next month's where it is past."""
    if not meeting.day:
        return None
    month = meeting.day.month + (match["which"] == "下")
    part = TEN_DAYS.get(match["part"])
    month += not match["which"] and bool(part) and (part or 0) < meeting.day.day
    year, month = meeting.day.year + (month > 12), (month - 1) % 12 + 1
    return iso_date(year, month, part) if part else last_of_month(year, month)


def by_day_of_named_month(match: re.Match[str], meeting: Meeting) -> str | None:
    """下月10日前."""
    if not meeting.year or not meeting.month:
        return None
    month = meeting.month + (match["which"] == "下")
    return iso_date(meeting.year + (month > 12), (month - 1) % 12 + 1, number(match["day"]))


def by_day_alone(match: re.Match[str], meeting: Meeting) -> str | None:
    """25日前: of this month, of the next where it is past."""
    day = number(match["day"])
    if not meeting.day or not day:
        return None
    month = meeting.day.month + (day < meeting.day.day)
    return iso_date(meeting.day.year + (month > 12), (month - 1) % 12 + 1, day)


def by_weekday(match: re.Match[str], meeting: Meeting) -> str | None:
    """下周三前, 本周五前, 周五前."""
    if not meeting.day:
        return None
    weekday = WEEKDAYS[match["weekday"]]
    weeks = match["weeks"].count("下") if match["weeks"] else int(weekday < meeting.day.weekday())
    return weekday_in_week(meeting.day, weeks, weekday).isoformat()


def by_week(match: re.Match[str], meeting: Meeting) -> str | None:
    """本周内, 下周内, 下周末前."""
    return weekday_in_week(meeting.day, match["weeks"].count("下"), 6).isoformat() if meeting.day else None


def by_event(match: re.Match[str], meeting: Meeting) -> str | None:
    """A limit that hangs on an event has no date."""
    return None
