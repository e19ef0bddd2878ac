"""How often something is to be done: 每季度听取一次, 每月, 每半月, 每旬, 每周三18:00前, 按月通报, 半年一次."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from importers.annotations import Span

PERIODS = {
    "工作日": "day", "天": "day", "日": "day", "两周": "half-month", "两个星期": "half-month", "双周": "half-month", "二周": "half-month", "2周": "half-month", "半月": "half-month", "半个月": "half-month",
    "周": "week", "星期": "week", "週": "week", "礼拜": "week", "旬": "ten-days", "十天": "ten-days", "10天": "ten-days", "15天": "half-month", "半年": "half-year", "季度": "quarter", "季": "quarter", "三个月": "quarter",
    "六个月": "half-year", "月": "month", "個月": "month", "年度": "year", "年": "year",
}
UNIT = "|".join(sorted(PERIODS, key=len, reverse=True))
EVERY = re.compile(rf"每(?:个|個|一)?(?P<unit>{UNIT})(?P<more>[一二三四五六日天](?=[^一二三四五六七八九十]|$)(?!次|周期))?(?:[初中末底])?(?:\d{{1,2}}[日号])?(?:[上下]午)?(?:\d{{1,2}}[:：时時点](?:\d{{2}})?分?)?(?:之前|以前|前)?")
BY_PERIOD = re.compile(r"(?:按|逐|分)(?P<unit>日|天|周|旬|月|季度|季|半年|年)(?=报|通报|调度|督|汇总|汇报|考核|评比|公布|晾晒|上报|统计|听取|会商|研判|分析|排名|检查|公开|反馈|总结|点评|对账|结算)")
ONCE = re.compile(rf"(?:(?:一个?|1个?)(?P<unit>{UNIT})|(?<![上下一个每])(?P<half>半月|半年))(?:至少|不少于)?(?:[一1]次|[一1](?:调度|通报|汇报|研判|会商|督查|报告|总结|例会|检查|听取))")
HALF_YEARLY = re.compile(r"(?<![上下每])半年(?P<act>[㐀-鿿]{0,8})一次")
NO_PERIOD = re.compile(r"千|人均|人次|万|户|次|级|岁|龄|均")
NOUN = re.compile(r"[㐀-鿿]{0,8}?(?:制度|机制|例会制|周期)(?!.{0,8}一次)")
AMOUNT = re.compile(r"[^，。；]{0,12}?\d[\d.,]*[ ]*(?:万|亿|余|多)*(?:元|美元|斤|吨|立方|千瓦)")
LEFT = re.compile(r"(?:由|从)[^，。；]{0,4}$")
CHANGED = re.compile(r"[^，。；]{0,24}?(?:改为|调整为|调整到|增加到|增至|提高到|加密到|加密至|变为|减少到|压减为|改成)")


@dataclass(frozen=True, slots=True)
class Frequency:
    """A stated frequency: its words and its period in the guidelines' terms (day, week, month …)."""

    span: Span
    period: str
    rule: str


def frequencies(text: str, start: int, end: int) -> list[Frequency]:
    """The frequencies stated in a stretch, in its order; none for 月度例会制度, 每年12000元, and of 由每月改为每旬 only the new one."""
    found = sorted(_stated(text, start, end), key=lambda f: f.span.start)
    kept = [f for f in found if not _inside_noun(text, f, end) and not _replaced(text, f, start, end)]
    return [f for f in kept if not any(o is not f and o.span.holds(f.span) for o in kept)]


def _stated(text: str, start: int, end: int) -> Iterator[Frequency]:
    for every in EVERY.finditer(text, start, end):
        if not AMOUNT.match(text, every.end(), end) and not NO_PERIOD.match(text, every.end("unit")):
            yield Frequency(Span(every.start(), every.end()), PERIODS[every["unit"]], "every")
    for pattern, rule in ((BY_PERIOD, "by period"), (ONCE, "once a period")):
        for stated in pattern.finditer(text, start, end):
            unit = stated.groupdict().get("half") or stated["unit"]
            yield Frequency(Span(stated.start(), stated.end()), PERIODS[unit], rule)
    for half in HALF_YEARLY.finditer(text, start, end):
        yield Frequency(Span(half.start(), half.end()), "half-year", "half-yearly")


def _inside_noun(text: str, frequency: Frequency, end: int) -> bool:
    """“三天一调度、半月一研判”机制 and 每周例会制度 name a mechanism."""
    span = frequency.span
    quoted = text.rfind("“", max(0, span.start - 30), span.start) > text.rfind("”", max(0, span.start - 30), span.start)
    return quoted or bool(NOUN.match(text, span.end, end))


def _replaced(text: str, frequency: Frequency, start: int, end: int) -> bool:
    """The old frequency of 由每月2次增加到每周1次."""
    span = frequency.span
    return bool(LEFT.search(text[max(start, span.start - 6):span.start])) and bool(CHANGED.match(text, span.end, end))
