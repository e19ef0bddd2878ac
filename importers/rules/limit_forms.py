"""The forms in which a last day is stated, each a rule from its words and the meeting's date to an ISO date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from importers.dates import (
    DAY,
    MONTH,
    NUMBER,
    days_after,
    iso_date,
    last_of_month,
    months_after,
    number,
    weekday_in_week,
    working_days_after,
)
from importers.lexicon import alternation, lexicon

Reckoner = Callable[[re.Match[str], "Meeting"], str | None]


STATED_YEAR = r"(?:(?P<year>(?:19|20)\d\d|民國\d{2,3}|1[01]\d)[ ]{0,3}年|(?P<frame>今|明|后|本|当|次|來|来)年)"
YEAR = rf"{STATED_YEAR}?[ ]{{0,3}}(?:度)?(?:的)?"
BY = r"(?:之前|以前|前|为止|止|以内|之内|内|內)"
NO_COUNT = r"(?![一二三四五六七八九十两半\d期后後往来列])"
ORDINALS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
TEN_DAYS = {"上": 10, "中": 20}
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
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


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a last day. `bare` forms count only where a verb of completing follows or the words stand alone."""

    name: str
    pattern: re.Pattern[str]
    reckon: Reckoner
    bare: bool = False


def _day(match: re.Match[str], meeting: Meeting) -> str | None:
    month, day = number(match["month"]) or 0, number(match["day"])
    return iso_date(meeting.coming(match, month), month, day)


def _numeric_day(match: re.Match[str], meeting: Meeting) -> str | None:
    return iso_date(int(match["y"]), int(match["m"]), int(match["d"]))


def _end_of_month(match: re.Match[str], meeting: Meeting) -> str | None:
    month = number(match["month"]) or 0
    year = meeting.coming(match, month)
    return last_of_month(year, month) if year and 1 <= month <= 12 else None


def _part_of_month(match: re.Match[str], meeting: Meeting) -> str | None:
    month = number(match["month"]) or 0
    year = meeting.coming(match, month)
    if not year or not 1 <= month <= 12:
        return None
    day = TEN_DAYS.get(match["part"])
    return iso_date(year, month, day) if day else last_of_month(year, month)


def _before_month(match: re.Match[str], meeting: Meeting) -> str | None:
    """10月前: the last day of September."""
    month = number(match["month"]) or 0
    year = meeting.coming(match, month)
    if not year or not 1 <= month <= 12:
        return None
    return last_of_month(year, month - 1) if month > 1 else f"{year - 1}-12-31"


def _before_year(match: re.Match[str], meeting: Meeting) -> str | None:
    """2026年前: the last day of 2025."""
    return f"{int(match['year']) - 1}-12-31"


def _before_quarter(match: re.Match[str], meeting: Meeting) -> str | None:
    """四季度前: the last day of the third quarter."""
    year, quarter = meeting.framed(match), ORDINALS[match["quarter"]]
    return (last_of_month(year, 3 * quarter - 3) if quarter > 1 else f"{year - 1}-12-31") if year else None


def _middle_of_year(match: re.Match[str], meeting: Meeting) -> str | None:
    """年中前."""
    year = meeting.framed(match)
    return f"{year}-06-30" if year else None


def _tomorrow(match: re.Match[str], meeting: Meeting) -> str | None:
    """今天下班前, 明天上午前, 后天前."""
    return days_after(meeting.day, "今明后".index(match["which"])).isoformat() if meeting.day else None


def _end_of_year(match: re.Match[str], meeting: Meeting) -> str | None:
    year = meeting.framed(match)
    return f"{year}-12-31" if year else None


def _quarter(match: re.Match[str], meeting: Meeting) -> str | None:
    year = meeting.framed(match)
    return last_of_month(year, 3 * ORDINALS[match["quarter"]]) if year else None


def _this_quarter(match: re.Match[str], meeting: Meeting) -> str | None:
    if not meeting.year or not meeting.month:
        return None
    quarter = (meeting.month - 1) // 3 + 1 + (match["which"] == "下")
    return last_of_month(meeting.year, 3 * quarter)


def _half(match: re.Match[str], meeting: Meeting) -> str | None:
    year = meeting.framed(match)
    return (f"{year}-06-30" if match["half"] == "上" else f"{year}-12-31") if year else None


def _month_named(match: re.Match[str], meeting: Meeting) -> str | None:
    """本月底, 下月底前, 下个月内."""
    if not meeting.year or not meeting.month:
        return None
    return last_of_month(meeting.year, meeting.month + ((match["which"] or "") == "下"))


def _day_of_named_month(match: re.Match[str], meeting: Meeting) -> str | None:
    """下月10日前."""
    if not meeting.year or not meeting.month:
        return None
    month = meeting.month + (match["which"] == "下")
    return iso_date(meeting.year + (month > 12), (month - 1) % 12 + 1, number(match["day"]))


def _day_alone(match: re.Match[str], meeting: Meeting) -> str | None:
    """25日前: of this month, of the next where it is past."""
    day = number(match["day"])
    if not meeting.day or not day:
        return None
    month = meeting.day.month + (day < meeting.day.day)
    return iso_date(meeting.day.year + (month > 12), (month - 1) % 12 + 1, day)


def _span(match: re.Match[str], meeting: Meeting) -> str | None:
    """会后十天内, 10个工作日内, 一周内, 两个月内, 半个月内; several years are a period, not a day."""
    count = 0.5 if match["count"] == "半" else number(match["count"])
    unit = match["unit"]
    if not meeting.day or not count or (count == 0.5 and unit not in ("个月", "月", "年")) or (unit == "年" and count > 1):
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


def _weekday(match: re.Match[str], meeting: Meeting) -> str | None:
    """下周三前, 本周五前, 周五前."""
    if not meeting.day:
        return None
    weekday = WEEKDAYS[match["weekday"]]
    weeks = match["weeks"].count("下") if match["weeks"] else int(weekday < meeting.day.weekday())
    return weekday_in_week(meeting.day, weeks, weekday).isoformat()


def _week(match: re.Match[str], meeting: Meeting) -> str | None:
    """本周内, 下周内, 下周末前."""
    return weekday_in_week(meeting.day, match["weeks"].count("下"), 6).isoformat() if meeting.day else None


def _holiday(match: re.Match[str], meeting: Meeting) -> str | None:
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


def _never(match: re.Match[str], meeting: Meeting) -> str | None:
    """A limit that hangs on an event has no date."""
    return None


@cache
def forms() -> tuple[Form, ...]:
    """The forms, the more particular first."""
    rules = (
        ("a day by which", rf"{YEAR}(?<!\d){MONTH}[ ]{{0,3}}{DAY}(?:（[^（）]{{1,6}}）)?[ ]{{0,3}}(?:\d{{1,2}}[:：时時]\d{{0,2}}分?)?{BY}", _day, False),
        ("day alone", rf"(?<![\d月一二三四五六七八九十]){DAY}(?:之前|以前|前)", _day_alone, False),
        ("end of a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?:月?底|末|底){BY}?", _end_of_month, False),
        ("part of a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?P<part>[上中下])旬{BY}?", _part_of_month, False),
        ("a month by which", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?:之内|以内|内|內)", _end_of_month, False),
        ("before a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?:之前|以前|前){NO_COUNT}", _before_month, False),
        ("before a year", rf"(?P<year>20\d\d)[ ]{{0,3}}年(?:之前|以前|前){NO_COUNT}", _before_year, False),
        ("numeric day", r"(?<!\d)(?P<y>20\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)" + BY + "?", _numeric_day, True),
        ("a day", rf"{YEAR}(?<!\d){MONTH}[ ]{{0,3}}{DAY}", _day, True),
        ("a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?!旬|底|末|初)", _end_of_month, True),
        ("before a quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度(?:之前|以前|前){NO_COUNT}", _before_quarter, False),
        ("quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度(?:末|底)?{BY}", _quarter, False),
        ("end of a quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度(?:末|底)", _quarter, False),
        ("a quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度", _quarter, True),
        ("this quarter", rf"(?P<which>[本下])(?:个)?季度(?:末|底|{BY})+", _this_quarter, False),
        ("half", rf"{YEAR}(?P<half>[上下])半年(?:末|底)?{BY}", _half, False),
        ("a half", rf"{YEAR}(?P<half>[上下])半年", _half, True),
        ("end of a year", rf"(?:{STATED_YEAR}[ ]{{0,3}}(?:年?底|年?末|年?终)|(?<!每)年底|(?<!每)年[末终終](?={BY})){BY}?", _end_of_year, False),
        ("middle of a year", rf"{YEAR}(?:(?<=年)中|年中){BY}", _middle_of_year, False),
        ("within the year", rf"(?:{STATED_YEAR}度?|(?<![\d一二两三四五六七八九十半个本当今明每])年度?)[内內](?!外)", _end_of_year, False),
        ("named month", rf"(?P<which>[本当下])(?:个)?月(?:月)?(?:底|末)?{BY}", _month_named, False),
        ("end of named month", r"(?P<which>[本当下])(?:个)?月(?:底|末)", _month_named, False),
        ("day of named month", rf"(?P<which>[本当下])(?:个)?月{DAY}{BY}?", _day_of_named_month, False),
        ("end of the month", rf"(?<![\d一二三四五六七八九十每个])(?P<which>)月(?:底|末){BY}", _month_named, False),
        ("after the meeting", rf"(?:会后|会议后|會後|自?(?:会议|即日|本纪要印发|通知)之?日?起|从即日起|即日起)[ ]{{0,3}}(?P<count>半|{NUMBER})(?P<unit>个?工作日|個工作日|工作天|天|日|周|週|个星期|星期|个月|個月|月|年){BY}", _span, False),
        ("after an event", rf"[㐀-鿿]{{2,8}}(?:之日起|后|起){NUMBER}(?:个?工作日|天|日|周|个月|小时)(?:之内|以内|内)", _never, False),
        ("within so long", rf"(?<![\d第])(?P<count>半|{NUMBER})(?P<unit>个?工作日|個工作日|天|日|周|週|个星期|星期|个月|個月|年)(?:时间)?(?:之内|以内|内|內)", _span, False),
        ("tomorrow", r"(?P<which>今|明|后)[天日](?:下班|[上下]午)?(?:\d{1,2}[:：时点]\d{0,2}分?)?(?:之前|以前|前|内)", _tomorrow, False),
        ("weekday", rf"(?<!每)(?P<weeks>下下|下|本|这|這)?(?:个)?(?:周|星期|週|礼拜)(?P<weekday>[一二三四五六日天])(?:下班)?(?:[上下]午)?(?:\d{{1,2}}[:：时時点]\d{{0,2}}分?)?{BY}", _weekday, False),
        ("week", rf"(?P<weeks>下下|下|本|这|這)(?:个)?(?:周|星期|週)(?:末)?{BY}", _week, False),
        ("holiday", rf"{YEAR}[“\"]?(?P<holiday>{alternation(lexicon('times').pairs('holidays'))})[”\"]?(?:节|节日|假期|长假)?(?:之前|以前|前)", _holiday, False),
        ("before an event", rf"{YEAR}{alternation(lexicon('times').words('events'))}(?:节)?(?:来临|到来)?(?:之前|以前|前)(?!期|往|来|后|提|期间)", _never, False),
    )
    return tuple(Form(name, re.compile(pattern), reckon, bare) for name, pattern, reckon, bare in rules)
