"""The last day that each form of a limit allows, from its words and the meeting's date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from importers.dates import days_after, iso_date, last_of_month, months_after, number, weekday_in_week, working_days_after
from importers.lexicon import lexicon

ORDINALS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
TEN_DAYS = {"上": 10, "中": 20}
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
MOST = 400
"""No limit counts more units than this; a larger number is a slip or another quantity."""

LATE = 6
"""A day without a year that lies more than so many months back is next year's: 1月20日前 said in December."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """When the meeting was, as far as known: no year, no date can be reckoned; no day, nothing relative."""

    year: int | None
    month: int | None
    day: date | None

    @classmethod
    def on(cls, iso: str | None) -> Meeting:
        """From an ISO prefix."""
        parts = [int(p) for p in iso.split("-")] if iso else []
        return cls(parts[0] if parts else None, parts[1] if len(parts) > 1 else None, date(*parts) if len(parts) == 3 else None)

    def framed(self, match: re.Match[str]) -> int | None:
        """The year that the words give: 2024年, 明年, or the meeting's own."""
        printed = match["year"]
        if printed:
            digits = int(re.sub(r"\D", "", printed))
            return digits if digits > 1900 else digits + 1911
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
    return iso_date(int(match["y"]), int(match["m"]), int(match["d"]))


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


def by_tomorrow(match: re.Match[str], meeting: Meeting) -> str | None:
    """今天下班前, 明天上午前, 后天前."""
    return days_after(meeting.day, "今明后".index(match["which"])).isoformat() if meeting.day else None


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


def by_span(match: re.Match[str], meeting: Meeting) -> str | None:
    """会后十天内, 10个工作日内, 一周内, 两个月内, 半个月内; several years are a period, not a day."""
    count = 0.5 if match["count"] == "半" else number(match["count"])
    unit = match["unit"]
    if not meeting.day or not count or count > MOST or (count == 0.5 and unit not in ("个月", "月", "年")) or (unit == "年" and count > 1):
        return None
    if "工作" in unit:
        return working_days_after(meeting.day, int(count)).isoformat()
    if unit in ("天", "日"):
        return days_after(meeting.day, int(count)).isoformat()
    if unit in ("周", "个星期", "星期", "個星期", "週", "个周"):
        return days_after(meeting.day, 7 * int(count)).isoformat()
    if count == 0.5 and unit != "年":
        return days_after(meeting.day, 15).isoformat()
    return months_after(meeting.day, int(count * (12 if unit == "年" else 1))).isoformat()


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


def by_holiday(match: re.Match[str], meeting: Meeting) -> str | None:
    """国庆节前, 元旦前: the day before; the next one after the meeting."""
    if not meeting.day and not match["year"]:
        return None
    month_day = lexicon("times").pairs("holidays")[match["holiday"]]
    year = meeting.framed(match) or 0
    if month_day == "12-31" and (match["year"] or match["frame"]):
        return f"{year - 1}-12-31"
    found = f"{year}-{month_day}"
    late = meeting.day and not match["year"] and not match["frame"] and found < meeting.day.isoformat()
    return f"{year + 1}-{month_day}" if late else found


def by_event(match: re.Match[str], meeting: Meeting) -> str | None:
    """A limit that hangs on an event has no date."""
    return None
