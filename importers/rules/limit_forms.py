"""The forms in which a last day is stated, each a rule from its words and the meeting's date to an ISO date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from importers.dates import DAY, MONTH, NUMBER
from importers.lexicon import alternation, lexicon
from importers.rules.limit_reckoning import (
    Meeting,
    before_month,
    before_quarter,
    before_year,
    by_day,
    by_day_alone,
    by_day_of_named_month,
    by_end_of_month,
    by_end_of_year,
    by_event,
    by_half,
    by_holiday,
    by_middle_of_year,
    by_month_named,
    by_numeric_day,
    by_part_of_month,
    by_quarter,
    by_span,
    by_this_quarter,
    by_tomorrow,
    by_week,
    by_weekday,
)

Reckoner = Callable[[re.Match[str], "Meeting"], str | None]

STATED_YEAR = r"(?:(?P<year>(?:19|20)\d\d|民國\d{2,3}|1[01]\d)[ ]{0,3}年|(?P<frame>今|明|后|本|当|次|來|来)年)"
YEAR = rf"{STATED_YEAR}?[ ]{{0,3}}(?:度)?(?:的)?"
BY = r"(?:之前|以前|前|为止|止|以内|之内|内|內)"
NO_COUNT = r"(?![一二三四五六七八九十两半\d期后後往来列])"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a last day. `bare` forms count only where a verb of completing follows or the words stand alone."""

    name: str
    pattern: re.Pattern[str]
    reckon: Reckoner
    bare: bool = False


@cache
def forms() -> tuple[Form, ...]:
    """The forms, the more particular first."""
    rules = (
        ("a day by which", rf"{YEAR}(?<!\d){MONTH}[ ]{{0,3}}{DAY}(?:（[^（）]{{1,6}}）)?[ ]{{0,3}}(?:\d{{1,2}}[:：时時]\d{{0,2}}分?)?{BY}", by_day, False),
        ("day alone", rf"(?<![\d月一二三四五六七八九十]){DAY}(?:之前|以前|前)", by_day_alone, False),
        ("end of a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?:月?底|末|底){BY}?", by_end_of_month, False),
        ("part of a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?P<part>[上中下])旬{BY}?", by_part_of_month, False),
        ("a month by which", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?:之内|以内|内|內)", by_end_of_month, False),
        ("before a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?:之前|以前|前){NO_COUNT}", before_month, False),
        ("before a year", rf"(?P<year>20\d\d)[ ]{{0,3}}年(?:之前|以前|前){NO_COUNT}", before_year, False),
        ("numeric day", r"(?<!\d)(?P<y>20\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)" + BY + "?", by_numeric_day, True),
        ("a day", rf"{YEAR}(?<!\d){MONTH}[ ]{{0,3}}{DAY}", by_day, True),
        ("a month", rf"{YEAR}(?<!\d){MONTH}(?:份)?(?!旬|底|末|初)", by_end_of_month, True),
        ("before a quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度(?:之前|以前|前){NO_COUNT}", before_quarter, False),
        ("quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度(?:末|底)?{BY}", by_quarter, False),
        ("end of a quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度(?:末|底)", by_quarter, False),
        ("a quarter", rf"{YEAR}第?(?P<quarter>[一二三四1-4])季度", by_quarter, True),
        ("this quarter", rf"(?P<which>[本下])(?:个)?季度(?:末|底|{BY})+", by_this_quarter, False),
        ("half", rf"{YEAR}(?P<half>[上下])半年(?:末|底)?{BY}", by_half, False),
        ("a half", rf"{YEAR}(?P<half>[上下])半年", by_half, True),
        ("end of a year", rf"(?:{STATED_YEAR}[ ]{{0,3}}(?:年?底|年?末|年?终)|(?<!每)年底|(?<!每)年[末终終](?={BY})){BY}?", by_end_of_year, False),
        ("middle of a year", rf"{YEAR}(?:(?<=年)中|年中){BY}", by_middle_of_year, False),
        ("within the year", rf"(?:{STATED_YEAR}度?|(?<![\d一二两三四五六七八九十半个本当今明每])年度?)[内內](?!外)", by_end_of_year, False),
        ("named month", rf"(?P<which>[本当下])(?:个)?月(?:月)?(?:底|末)?{BY}", by_month_named, False),
        ("end of named month", r"(?P<which>[本当下])(?:个)?月(?:底|末)", by_month_named, False),
        ("day of named month", rf"(?P<which>[本当下])(?:个)?月{DAY}{BY}?", by_day_of_named_month, False),
        ("end of the month", rf"(?<![\d一二三四五六七八九十每个])(?P<which>)月(?:底|末){BY}", by_month_named, False),
        ("after the meeting", rf"(?:会后|会议后|會後|自?(?:会议|即日|本纪要印发|通知)之?日?起|从即日起|即日起)[ ]{{0,3}}(?P<count>半|{NUMBER})(?P<unit>个?工作日|個工作日|工作天|天|日|周|週|个星期|星期|个月|個月|月|年){BY}", by_span, False),
        ("after an event", rf"[㐀-鿿]{{2,4}}(?:之日起|后|起){NUMBER}(?:个?工作日|天|日|周|个月|小时)(?:之内|以内|内)", by_event, False),
        ("within so long", rf"(?<![\d第])(?P<count>半|{NUMBER})(?P<unit>个?工作日|個工作日|天|日|周|週|个星期|星期|个月|個月|年)(?:时间)?(?:之内|以内|内|內)", by_span, False),
        ("limited to", rf"限期?[ ]{{0,3}}(?P<count>半|{NUMBER})(?P<unit>个?工作日|天|日|周|个星期|个月)(?:时间)?(?:之内|以内|内)?", by_span, False),
        ("tomorrow", r"(?P<which>今|明|后)[天日](?:下班|[上下]午)?(?:\d{1,2}[:：时点]\d{0,2}分?)?(?:之前|以前|前|内)", by_tomorrow, False),
        ("weekday", rf"(?<!每)(?P<weeks>下下|下|本|这|這)?(?:个)?(?:周|星期|週|礼拜)(?P<weekday>[一二三四五六日天])(?:下班)?(?:[上下]午)?(?:\d{{1,2}}[:：时時点]\d{{0,2}}分?)?{BY}", by_weekday, False),
        ("week", rf"(?P<weeks>下下|下|本|这|這)(?:个)?(?:周|星期|週)(?:末)?{BY}", by_week, False),
        ("holiday", rf"{YEAR}[“\"]?(?P<holiday>{alternation(lexicon('times').pairs('holidays'))})[”\"]?(?:节|节日|假期|长假)?(?:之前|以前|前)", by_holiday, False),
        ("before an event", rf"{YEAR}{alternation(lexicon('times').words('events'))}(?:节)?(?:来临|到来)?(?:之前|以前|前)(?!期|往|来|后|提|期间)", by_event, False),
    )
    return tuple(Form(name, re.compile(pattern), reckon, bare) for name, pattern, reckon, bare in rules)
