"""Indicators that are named without a value: 提升国、省监测断面优良比例, 确保集中式水源地达标率稳中有升."""

from __future__ import annotations

import re

from importers.annotations import Mention, Minutes, Span
from importers.rules.shields import Shield, book_titles

_RAISED = re.compile(
    r"(?:提升|提高|确保|降低|保持|巩固|稳定|增加|控制|压降|争取)(?P<name>[^，。；：\n\d%％]{2,24}?(?:比例|[㐀-鿿]率|满意度|贡献度|覆盖面|排名|位次))"
    r"(?!\s*(?:达到|不低于|达|为|控制在|提高到|提升到)?\s*\d)(?![㐀-鿿]?效)"
)
_NO_INDICATOR = ("效率", "速率", "概率", "功率", "频率", "汇率", "税率", "利率")


def find_indicators(minutes: Minutes) -> None:
    """Adds an Indicator mention for every measure that is to move without a figure."""
    shield = Shield(book_titles(minutes.text))
    for match in _RAISED.finditer(minutes.text):
        span = Span(match.start("name"), match.end("name"))
        if not match["name"].endswith(_NO_INDICATOR) and not shield.covers(span.start, span.end):
            minutes.mentions.append(Mention("Indicator", span, "indicator", match["name"]))
