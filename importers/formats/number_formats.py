"""Numbers as a spreadsheet shows them: dates, percentages, thousands, decimals, words before and after.

Source: ECMA-376 part 1, 18.8.30 (numFmts), with the dates that Chinese editions show for the built-in formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache

_DAY, _MONTH_DAY, _MONTH, _CLOCK = 'yyyy"年"m"月"d"日"', 'm"月"d"日"', 'yyyy"年"m"月"', 'h"时"mm"分"'
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: _MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m-d-yy", 31: _DAY,
    32: _CLOCK, 33: 'h"时"mm"分"ss"秒"', 34: f"上午/下午{_CLOCK}", 35: '上午/下午h"时"mm"分"ss"秒"', 36: _MONTH, 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@", 50: _MONTH, 51: _MONTH_DAY, 52: _MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY, 55: f"上午/下午{_CLOCK}",
    56: '上午/下午h"时"mm"分"ss"秒"', 57: _MONTH, 58: _MONTH_DAY,
}
"""The formats that a file names by number alone."""

LAST_DAY = 2_958_465
"""The serial number of 9999-12-31."""

MOST_DIGITS = 30

_MONTHS = ("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月")
_WEEKDAYS = "一二三四五六日"
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]|(?P<noon>AM/PM|A/P|上午/下午)|(?P<date>y+|e+|m+|d+|a{3,4}|h+|s+)(?P<parts>\.0+)?|(?P<other>.)',
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(r'"[^"]*"?|\\.|[_*].|\[[^\]]*\]', re.DOTALL)
_FIGURES = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+")
_EXPONENT = re.compile(r"[#0?]*(?:\.(?P<decimals>[#0?]+))?E[+-]0+", re.IGNORECASE)


def shown(value: float, code: str, from_1904: bool = False) -> str:
    """The number as a cell with this format shows it."""
    sections = _sections(code)
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    if _is_date(section):
        day = value + 1462 * from_1904
        return "".join(_date_words(section, _moment(day), day)) if 0 <= day < LAST_DAY + 1 else general(value)
    return _number(value, section)


def general(value: float) -> str:
    """A number without a format: whole ones whole, others to ten digits."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.10g}"


@lru_cache(512)
def _sections(code: str) -> tuple[str, ...]:
    """What stands for positive numbers, negative ones, zero and text; a semicolon in quotes divides nothing."""
    found = [""]
    for part in re.findall(r'"[^"]*"?|\\.|;|[^"\\;]+', code, re.DOTALL):
        if part == ";":
            found.append("")
        else:
            found[-1] += part
    return tuple(found)


@lru_cache(512)
def _is_date(section: str) -> bool:
    bare = _QUOTED.sub(lambda m: "h" if re.fullmatch(r"\[(?:h+|m+|s+)\]", m[0], re.IGNORECASE) else "", section)
    if "general" in bare.lower() or re.search("E[+-]", bare):
        return False
    return bool(re.search("[ymdhse]|aaa", bare, re.IGNORECASE))


def _moment(serial: float) -> datetime:
    """The day and time of a serial number; those before March 1900 count a day that never was."""
    return datetime(1899, 12, 30 if serial >= 60 else 31) + timedelta(seconds=round(serial * 86_400))


def _date_words(section: str, moment: datetime, serial: float) -> Iterator[str]:
    """The pieces of a date as the section orders them; m is minutes beside hours or seconds."""
    tokens = list(_TOKEN.finditer(section))
    half_days = any(token["noon"] for token in tokens)
    clock = False
    for index, token in enumerate(tokens):
        unit = (token["date"] or "").lower()
        if unit:
            seconds_follow = any((t["date"] or "")[:1].lower() == "s" for t in tokens[index + 1:index + 3])
            minutes = unit[0] == "m" and len(unit) < 3 and (clock or seconds_follow)
            clock = unit[0] == "h" or (clock and unit[0] not in "ms")
            yield _unit(unit, moment, minutes, half_days)
        elif token["elapsed"]:
            clock = token["elapsed"][0] in "hH"
            yield str(int(serial * {"h": 24, "m": 1440, "s": 86_400}[token["elapsed"][0].lower()] + 1e-6))
        elif token["noon"]:
            yield ("上午" if moment.hour < 12 else "下午") if token["noon"] == "上午/下午" else ("AM" if moment.hour < 12 else "PM")
        elif token["other"] != "@":
            yield token["quoted"] or token["escaped"] or token["other"] or ""


def _unit(unit: str, moment: datetime, minutes: bool, half_days: bool) -> str:
    """One piece of a date: yyyy yy m mm mmm mmmm d dd ddd aaa h hh s ss."""
    kind, long = unit[0], len(unit)
    if minutes:
        return f"{moment.minute:0{min(long, 2)}}"
    if kind in "ye":
        return f"{moment.year % 100:02}" if kind == "y" and long <= 2 else str(moment.year)
    if kind == "m":
        return _MONTHS[moment.month - 1] if long > 2 else f"{moment.month:0{long}}"
    if kind == "a" or (kind == "d" and long > 2):
        return ("周" if long == 3 else "星期") + _WEEKDAYS[moment.weekday()] if unit != "aaa" else _WEEKDAYS[moment.weekday()]
    number = {"d": moment.day, "h": (moment.hour - 1) % 12 + 1 if half_days else moment.hour, "s": moment.second}[kind]
    return f"{number:0{min(long, 2)}}"


def _number(value: float, section: str) -> str:
    """A number by the places that its format keeps for figures; one that keeps none shows its words, or the number as it is."""
    bare = _QUOTED.sub(lambda m: " " * len(m[0]), section)
    exponent, figures = _EXPONENT.search(bare), _FIGURES.search(bare)
    if exponent:
        return f"{value:.{min(len(exponent['decimals'] or ''), MOST_DIGITS)}E}"
    if not section or "general" in bare.lower() or "@" in bare or "?/" in bare or "#/" in bare:
        return general(value)
    if not figures:
        return _words(section)
    value *= 100 ** min(bare.count("%"), 2)
    before, after = section[:figures.start()], section[figures.end():]
    return ("-" if value < 0 else "") + _words(before) + _figures(abs(value), figures[0]) + _words(after)


def _figures(value: float, places: str) -> str:
    whole, _, fraction = places.partition(".")
    value /= 1000 ** (len(whole) - len(whole.rstrip(",")))
    least, most = min(fraction.count("0"), MOST_DIGITS), min(len(fraction), MOST_DIGITS)
    comma = "," if "," in whole.rstrip(",") else ""
    written = f"{value:{comma}.{most}f}"
    if most > least:
        kept = len(written) - (most - least)
        written = (written[:kept] + written[kept:].rstrip("0")).rstrip(".")
    units, point, decimals = written.partition(".")
    return units.rjust(min(whole.count("0"), MOST_DIGITS), "0") + point + decimals


def _words(section: str) -> str:
    """What a section says beside its figures."""
    return "".join(t["quoted"] or t["escaped"] or t["date"] or t["other"] or "" for t in _TOKEN.finditer(section) if t["other"] not in ("#", "?", "@")).strip()
