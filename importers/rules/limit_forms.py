"""The forms in which a last day is stated, each a rule from its words and the meeting's date to an ISO date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from importers.dates import DAY, MONTH, NUMBER
from importers.lexicon import lexicon
from importers.rules.limit_holidays import by_holiday, holiday_names
from importers.rules.limit_reckoning import (
    Meeting,
    before_month,
    before_quarter,
    before_year,
    by_coming_day,
    by_day,
    by_day_alone,
    by_day_of_named_month,
    by_end_of_month,
    by_end_of_year,
    by_event,
    by_half,
    by_middle_of_year,
    by_month_named,
    by_numeric_day,
    by_part_of_month,
    by_part_of_named_month,
    by_quarter,
    by_this_quarter,
    by_week,
    by_weekday,
)
from importers.rules.limit_spans import by_span

Reckoner = Callable[[re.Match[str], "Meeting"], str | None]

STATED_YEAR = r"(?:(?P<year>(?:19|20)\d\d|民国\d{2,3}|民國\d{2,3}|1[01]\d)[ ]{0,3}年|(?P<frame>今|明|后|本|当|次|来|來)年)"
YEAR = rf"{STATED_YEAR}?[ ]{{0,3}}(?:度)?(?:的)?"
BEFORE = r"(?:之前|以前|前夕|前)(?!后|期|述|列|往|来|瞻|置)"
BY = rf"(?:{BEFORE}|为止|止|以内|之内|内|內)"
NO_COUNT = r"(?![一二三四五六七八九十两半\d期后後往来列])"
HOUR = r"(?:(?:\d{1,2}|[一二三四五六七八九十两]{1,3})[:：时時点](?:\d{1,2}分?|半|整)?)"
CLOCK = rf"(?:[（(][^（）()]{{1,6}}[）)])?[ ]{{0,3}}(?:上午|下午|中午|正午|晚上|晚间|晚|早上|早晨|早|凌晨|傍晚|夜间|午夜)?[ ]?{HOUR}?(?:[上下]班)?"
"""The hour of a day: （周日）17时30分, 下午5点, 上午十时, 中午12时, 下班."""

COUNT = rf"(?P<count>半|{NUMBER})"
WORKING = r"(?:个|個)?工作[日天]"
UNIT = rf"(?P<unit>{WORKING}|天|日|周|週|(?:个|個)?(?:星期|礼拜)|个季度|(?:个|個)半月|(?:个|個)月|(?<=半)月|年)"
WITHIN = r"(?:时间)?(?:之内|以内|内|內)"
SINCE = r"(?:会后|会议结束后|会议后|散会后|會後|(?:自|从)?(?:本次会议|会议|即日|今日|今天|现在)(?:之日)?起)"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a last day. `bare` forms count only where a verb of completing follows or the words stand alone.

    Where there are `letters`, every wording of the form holds one of them, so that it need not be looked for where none stands.
    """

    name: str
    pattern: re.Pattern[str]
    reckon: Reckoner
    bare: bool = False
    letters: frozenset[str] = frozenset()


PERIODIC = frozenset(("day alone", "end of the month", "end of the quarter", "part of the month", "weekday", "end of the week"))
"""Forms that name no month or week of their own, so that after a frequency they come again with it: 每月调度，|25日前报送."""

LETTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("月", ("a day by which", "end of a month", "part of a month", "a month by which", "before a month", "a day", "a month", "part of a named month",
            "named month", "end of named month", "day of named month", "named month, bare", "end of the month")),
    ("季", ("before a quarter", "quarter", "end of a quarter", "a quarter", "this quarter", "end of the quarter", "this quarter, bare")),
    ("前", ("day alone", "before a year", "holiday", "before an event")),
    ("前止内內", ("middle of a year", "a coming day by which")),
    ("内內", ("within the year", "after the meeting", "after an event", "within so long")),
    ("周星週礼", ("weekday", "a weekday", "week", "end of the week", "a week")),
    ("-./", ("numeric day", "numeric day of the Republic")),
    ("半", ("half", "a half")),
    ("年岁", ("end of a year",)),
    ("旬", ("part of the month",)),
    ("限", ("limited to",)),
    ("今", ("today and tomorrow",)),
    ("天日", ("a coming day",)),
)
"""Of which letters every wording of a form holds one; a form that is not named here is looked for everywhere."""


@cache
def forms() -> tuple[Form, ...]:
    """The forms, the more particular first."""
    holiday = rf"[“‘\"]?{holiday_names()}[”’\"]?(?:节日|佳节|节)?"
    rules = (
        ("a day by which", rf"{YEAR}(?<!\d){MONTH}[ ]{{0,3}}{DAY}{CLOCK}{BY}", by_day, False),
        ("day alone", rf"(?<![\d月一二三四五六七八九十旬]){DAY}{CLOCK}{BEFORE}", by_day_alone, False),
        ("end of a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?:月?底|末|底){BY}?", by_end_of_month, False),
        ("part of a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?[上中]?(?P<part>[上中下])旬{BY}?", by_part_of_month, False),
        ("a month by which", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?:之内|以内|内|內)", by_end_of_month, False),
        ("before a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?{BEFORE}{NO_COUNT}", before_month, False),
        ("before a year", rf"(?P<year>20\d\d)[ ]{{0,3}}年{BEFORE}{NO_COUNT}", before_year, False),
        ("numeric day", r"(?<!\d)(?P<y>20\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)" + BY + "?", by_numeric_day, True),
        ("numeric day of the Republic", r"(?<![\d.])(?P<y>1[01]\d)[./](?P<m>\d{1,2})[./](?P<d>\d{1,2})(?![\d.])" + BY, by_numeric_day, False),
        ("a day", rf"{YEAR}(?<!\d){MONTH}[ ]{{0,3}}{DAY}", by_day, True),
        ("a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?!旬|底|末|初)", by_end_of_month, True),
        ("before a quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度{BEFORE}{NO_COUNT}", before_quarter, False),
        ("quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度(?:末|底)?{BY}", by_quarter, False),
        ("end of a quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度(?:末|底)", by_quarter, False),
        ("a quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度", by_quarter, True),
        ("this quarter", rf"(?P<which>[本下])(?:个)?季度(?:末|底|{BY})+", by_this_quarter, False),
        ("end of the quarter", rf"(?<![每逐按一二三四1-4])(?P<which>)季度?(?:末|底){BEFORE}", by_this_quarter, False),
        ("this quarter, bare", r"(?P<which>[本下])(?:个)?季度", by_this_quarter, True),
        ("half", rf"{YEAR}(?P<half>[上下])半年(?:末|底)?{BY}", by_half, False),
        ("a half", rf"{YEAR}(?P<half>[上下])半年", by_half, True),
        ("end of a year", rf"(?:{STATED_YEAR}[ ]{{0,3}}(?:年?底|年?末|年?终)|(?<!每)(?:年底|岁末|岁尾)|(?<!每)年[末终終](?={BY})){BY}?", by_end_of_year, False),
        ("middle of a year", rf"{YEAR}(?:(?<=年)中|年中){BY}", by_middle_of_year, False),
        ("within the year", rf"(?:{STATED_YEAR}度?|(?<![\d一二两三四五六七八九十半个本当今明每])年度?)[内內](?!外)", by_end_of_year, False),
        ("part of a named month", rf"(?P<which>[本当下])(?:个)?月(?:份)?[上中]?(?P<part>[上中下])旬{BY}?", by_part_of_named_month, False),
        ("named month", rf"(?P<which>[本当下])(?:个)?月(?:月)?(?:底|末)?{BY}", by_month_named, False),
        ("end of named month", r"(?P<which>[本当下])(?:个)?月(?:底|末)", by_month_named, False),
        ("day of named month", rf"(?P<which>[本当下])(?:个)?月{DAY}{CLOCK}{BY}?", by_day_of_named_month, False),
        ("named month, bare", r"(?P<which>[本下])(?:个)?月(?:份)?(?![上中下初底末])", by_month_named, True),
        ("end of the month", rf"(?<![\d一二三四五六七八九十每个])(?P<which>)月(?:底|末){BY}", by_month_named, False),
        ("part of the month", rf"(?<![月每本当下])(?P<which>)(?P<part>[上中下])旬{BEFORE}", by_part_of_named_month, False),
        ("after the meeting", rf"{SINCE}的?[ ]{{0,3}}{COUNT}(?P<hours>个?小时)?(?(hours)|{UNIT}){WITHIN}", by_span, False),
        ("after an event", rf"(?<![今此最])[㐀-鿿]{{1,6}}(?:之日起|后|起)的?[ ]?(?:半|{NUMBER})(?:{WORKING}|天|日|周|(?:个|個)?星期|个半?月|月|年|个?小时){WITHIN}", by_event, False),
        ("within so long", rf"(?<![\d第]){COUNT}{UNIT}{WITHIN}", by_span, False),
        ("limited to", rf"限期?[ ]{{0,3}}{COUNT}{UNIT}(?:时间)?(?:之内|以内|内)?", by_span, False),
        ("a coming day by which", rf"(?P<which>大后|今|明|后)[天日晚]{CLOCK}{BY}", by_coming_day, False),
        ("today and tomorrow", r"今(?P<which>明)[两二][天日](?:之内|以内|内)?", by_coming_day, True),
        ("a coming day", r"(?P<which>大后|今|明|(?<!今)后)[天日]", by_coming_day, True),
        ("weekday", rf"(?<!每)(?P<weeks>下下|下|本|这|這)?(?:个)?(?:周|星期|週|礼拜)(?P<weekday>[一二三四五六日天]){CLOCK}{BY}", by_weekday, False),
        ("a weekday", r"(?P<weeks>下下|下|本|这|這)(?:个)?(?:周|星期|週|礼拜)(?P<weekday>[一二三四五六日天])", by_weekday, True),
        ("week", rf"(?P<weeks>下下|下|本|这|這)(?:个)?(?:周|星期|週)(?:末)?{BY}", by_week, False),
        ("end of the week", rf"(?<![每双逢一二三四五六七八九十\d])(?P<weeks>)周末{BEFORE}", by_week, False),
        ("a week", r"(?P<weeks>下下|下|本|这|這)(?:个)?(?:周|星期|週)(?![一二三四五六日天末期边围岁年刊])", by_week, True),
        ("holiday", rf"{YEAR}(?<![一二三四五六七八九十\d]){holiday}(?:[、和及与]?{holiday})*(?:[两双]节|小长假|长假|假期|连假|期间)?(?:来临|到来)?{BEFORE}", by_holiday, False),
        ("before an event", rf"{YEAR}{lexicon('times').pattern('events')}(?:节)?(?:结束|开始|来临|到来)?{BEFORE}(?!提|期间|准备|[一二三四五六七八九十两\d])", by_event, False),
    )
    letters = {name: frozenset(some) for some, names in LETTERS for name in names}
    return tuple(Form(name, re.compile(pattern), reckon, bare, letters.get(name, frozenset())) for name, pattern, reckon, bare in rules)
