"""How often something is to be done: 每季度听取一次, 每月, 每半月, 每旬, 每周三18:00前, 按月通报, 半年一次."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from importers.annotations import Span
from importers.lexicon import lexicon

PERIODS = {
    "工作日": "day", "工作天": "day", "天": "day", "日": "day", "晚": "day", "两周": "half-month", "两个星期": "half-month", "双周": "half-month", "二周": "half-month", "2周": "half-month",
    "隔一周": "half-month", "半月": "half-month", "半个月": "half-month", "15天": "half-month", "十五天": "half-month", "周": "week", "星期": "week", "週": "week", "礼拜": "week", "7天": "week", "七天": "week",
    "旬": "ten-days", "十天": "ten-days", "10天": "ten-days", "十日": "ten-days", "10日": "ten-days", "半年": "half-year", "半年度": "half-year", "六个月": "half-year", "6个月": "half-year",
    "季度": "quarter", "季": "quarter", "三个月": "quarter", "3个月": "quarter", "月": "month", "個月": "month", "年度": "year", "年": "year",
}
UNIT = "|".join(sorted(PERIODS, key=len, reverse=True))
EVERY = re.compile(rf"每(?:逢|个|個|一)?(?P<unit>{UNIT})(?P<more>[一二三四五六日天](?=[^一二三四五六七八九十]|$)(?!次|周期))?(?:[初中末底])?(?:\d{{1,2}}[日号])?(?:[上下]午)?(?:\d{{1,2}}[:：时時点](?:\d{{2}})?分?)?(?:之前|以前|前)?")
COUNTED = r"(?:至少|不少于|不低于|不得少于|保证|[㐀-鿿]{0,8}?(?:至少|不少于))?(?:[一二两三四五\d]{1,2}次)"
ONCE = re.compile(
    rf"(?<![第前后上下两二三四五六七八九十\d])(?:(?:一个?|1个?)(?P<unit>周|星期|旬|月|季度|季|年|天|日)|(?P<half>半月|半个月|半年|两周|双周|三个月))"
    rf"(?:{COUNTED}|[一1](?:调度|通报|汇报|研判|会商|督查|督办|督导|报告|总结|例会|检查|听取|小结|考核|评比|排名|分析|更新|巡查|清零|会诊|复盘|推进|碰头|对账|研究|晾晒|盘点|提醒|反馈|报|督|评|考|清|审))"
)
HALF_YEARLY = re.compile(r"(?<![上下每])半年(?P<act>[㐀-鿿]{0,8})一次")
DOUBLED = re.compile(r"(?P<unit>日日|天天|周周|旬旬|月月|季季|年年)(?=有|都|报|督|评|考|清|查|晒|调度|通报|检查|推进|研判|见|抓)")
NO_PERIOD = re.compile(r"千|人均|人次|万|户|次|级|岁|龄|均|间班|薪|租金|产能|营业额")
NOUN = re.compile(r"[㐀-鿿]{0,8}?(?:制度|机制|例会制|周期)(?!.{0,8}一次)|一?度的")
AMOUNT = re.compile(r"[^，。；]{0,12}?\d[\d.,]*[ ]*(?:万|亿|余|多)*(?:元|美元|斤|吨|立方|千瓦)")
LEFT = re.compile(r"(?:由|从)[^，。；]{0,4}$")
CHANGED = re.compile(r"[^，。；]{0,24}?(?:改为|调整为|调整到|增加到|增至|提高到|加密到|加密至|变为|减少到|压减为|改成)")


@dataclass(frozen=True, slots=True)
class Frequency:
    """A stated frequency: its words and its period in the guidelines' terms (day, week, month …)."""

    span: Span
    period: str
    rule: str


@cache
def by_period() -> re.Pattern[str]:
    """按月通报, 逐日调度."""
    return re.compile(
        rf"(?:按|逐|分)(?P<unit>日|天|周|旬|半月|月|季度|季|半年|年)(?:度)?"
        rf"(?=(?:(?:向|对|将|把|由|在|为)[^，。；]{{1,20}}?|(?:及时|定期|足额|全面|集中|滚动|分别|如实){{1,2}})?"
        rf"{lexicon('times').pattern('periodic')})(?!度?(?:工作)?(?:计划|目标|任务)分解)"
    )


def frequencies(text: str, start: int, end: int) -> list[Frequency]:
    """The frequencies stated in a stretch, in its order; none for 月度例会制度, 每年12000元, and of 由每月改为每旬 only the new one."""
    found = sorted(_stated(text, start, end), key=lambda f: f.span.start)
    kept = [f for f in found if not _inside_noun(text, f, end) and not _replaced(text, f, start, end)]
    return [f for f in kept if not any(o is not f and o.span.holds(f.span) for o in kept)]


def _stated(text: str, start: int, end: int) -> Iterator[Frequency]:
    for every in EVERY.finditer(text, start, end):
        if not AMOUNT.match(text, every.end(), end) and not NO_PERIOD.match(text, every.end("unit")):
            yield Frequency(Span(every.start(), every.end()), PERIODS[every["unit"]], "every")
    for pattern, rule in ((by_period(), "by period"), (ONCE, "once a period")):
        for stated in pattern.finditer(text, start, end):
            unit = stated.groupdict().get("half") or stated["unit"]
            yield Frequency(Span(stated.start(), stated.end()), PERIODS[unit], rule)
    for doubled in DOUBLED.finditer(text, start, end):
        yield Frequency(Span(doubled.start(), doubled.end()), PERIODS[doubled["unit"][0]], "doubled period")
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
