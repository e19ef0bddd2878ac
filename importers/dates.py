"""Calendar arithmetic on dates as documents print them. Dates are ISO prefixes: 2018, 2018-10, 2018-10-25."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0, "两": 2, "兩": 2, "正": 1, "元": 1}
UNITS = {"十": 10, "百": 100, "千": 1000}

NUMBER = r"(?:\d{1,6}|[〇○零一二两兩三四五六七八九十百]{1,8})"
YEAR = r"(?P<year>(?:19|20)\d\d|[一二][九〇○零Ｏ][〇○零Ｏ一二三四五六七八九]{2})[ 　]{0,4}年"
REPUBLIC = rf"(?:中華民國|中华民国|民國|民国)[ 　]{{0,4}}(?P<republic>{NUMBER})[ 　]{{0,4}}年"
MONTH = r"(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])[ 　]{0,4}月"
DAY = r"(?P<day>\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[ 　]{0,4}[日号號]"
WRITTEN = re.compile(rf"(?<!\d)(?:(?:{REPUBLIC}|{YEAR}|(?P<short>1[01]\d)[ 　]{{0,4}}年)[ 　]{{0,4}})?{MONTH}[ 　]{{0,4}}(?:份)?(?:{DAY})?")
NUMERIC = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)")
REPUBLIC_OFFSET = 1911


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed at a place; `year` and `day` are None where they are not printed."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    def iso(self, year: int | None = None) -> str | None:
        """The ISO prefix, with this year where none is printed; None without a year or for a day that does not exist."""
        return iso_date(self.year or year, self.month, self.day)


def number(words: str) -> int | None:
    """A whole number in figures or characters: 12, １２, 十二, 二十五, 一百零三, 二〇二三; None for anything else."""
    if words.isdecimal():
        return int(words)
    if not words or any(c not in DIGITS and c not in UNITS for c in words):
        return None
    return _in_units(words) if any(c in UNITS for c in words) else int("".join(str(DIGITS[c]) for c in words))


def _in_units(words: str) -> int:
    """十二 is one ten and two."""
    total, digit = 0, 0
    for c in words:
        if c in UNITS:
            total += (digit or 1) * UNITS[c]
            digit = 0
        else:
            digit = DIGITS[c]
    return total + digit


def iso_date(year: int | None, month: int, day: int | None) -> str | None:
    """An ISO prefix; None without a year or for a day that does not exist."""
    if not year or not 1 <= month <= 12 or (day is not None and not 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day is not None else "")


def printed_dates(text: str, start: int, end: int, republic: bool = False) -> Iterator[PrintedDate]:
    """Dates with a month in a stretch: 2018年10月25日, 二〇二三年三月九日, 中華民國112年3月15日, 2018-09-06, 3月9日, 10月.

    `republic` also reads a year of two or three figures (112年) as one of the Republic's.
    """
    found = [d for m in WRITTEN.finditer(text, start, end) for d in [_written(m, republic)] if d]
    found += [PrintedDate(m.start(), m.end(), int(m["year"]), int(m["month"]), int(m["day"])) for m in NUMERIC.finditer(text, start, end)]
    yield from sorted((d for d in found if 1 <= d.month <= 12), key=lambda d: d.start)


def _written(match: re.Match[str], republic: bool) -> PrintedDate | None:
    year = number(match["year"]) if match["year"] else None
    start = match.start()
    if match["republic"]:
        year = (number(match["republic"]) or 0) + REPUBLIC_OFFSET
    elif match["short"] and republic:
        year = int(match["short"]) + REPUBLIC_OFFSET
    elif match["short"]:
        start = match.start("month")
    day = number(match["day"]) if match["day"] else None
    month = number(match["month"])
    return PrintedDate(start, match.end(), year, month, day) if month else None


def printed_years(text: str, start: int, end: int, republic: bool = False) -> list[int]:
    """Years printed in a stretch: 2023年, 〔2023〕, 2018-09, 二〇二三年, 民國112年."""
    years = [int(m[1]) for m in re.compile(r"(?<!\d)((?:19|20)\d\d)(?=[ 　]{0,4}[年〕\]］）)】\-./])").finditer(text, start, end)]
    years += [number(m["year"]) or 0 for m in re.compile(YEAR).finditer(text, start, end) if not m["year"].isdecimal()]
    years += [(number(m["republic"]) or 0) + REPUBLIC_OFFSET for m in re.compile(REPUBLIC).finditer(text, start, end)]
    if republic:
        years += [int(m[1]) + REPUBLIC_OFFSET for m in re.compile(r"(?<!\d)(1[01]\d)[ 　]{0,4}年").finditer(text, start, end)]
    return years


def last_of_month(year: int, month: int) -> str:
    """The last day of a month; months beyond 12 run into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"


def days_after(day: date, days: int) -> date:
    """So many calendar days later."""
    return day + timedelta(days=days)


def months_after(day: date, months: int) -> date:
    """So many months later, on the month's last day where the day does not exist."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def weekday_in_week(day: date, weeks: int, weekday: int) -> date:
    """A weekday (Monday is 0) of the week so many weeks later; weeks begin on Monday."""
    return day + timedelta(days=7 * weeks - day.weekday() + weekday)
