"""Titles as against demands."""

from __future__ import annotations

import pytest

from importers.annotations import Span
from importers.rules.headings import heading_of, opens_a_demand


@pytest.mark.parametrize("words", ["加强项目管理", "落实配套资金", "要抓紧", "进一步提高效率", "依法保护隐私", "对接上位规划"])
def test_orders(words: str) -> None:
    assert opens_a_demand(words)


@pytest.mark.parametrize("words", ["森林防火", "秋粮收购", "监督检查工作", "落实情况", "建设资金问题", "农村公路", "“两客一危”", "重要意义"])
def test_matters(words: str) -> None:
    assert not opens_a_demand(words)


@pytest.mark.parametrize(("text", "below", "title"), [
    ("关于长江保护工作，会议明确：", False, "关于长江保护工作，"),
    ("关于绿道工程。会议认为，进展顺利。", False, "关于绿道工程。"),
    ("秋粮收购。甲同志牵头，乙中心配合。", False, "秋粮收购。"),
    ("审议《改造实施方案》", True, "审议《改造实施方案》"),
    ("加快推进工程建设", True, "加快推进工程建设"),
    ("其他", False, "其他"),
    ("加快工程实施。今年改造公路120公里。", False, None),
    ("甲局负责起草办法，二季度内提交审议", False, None),
    ("会议通过《办法》。会后印发。", False, None),
    ("各科室应配合演练。", True, None),
])
def test_titles(text: str, below: bool, title: str | None) -> None:
    found = heading_of(text, Span(0, len(text)), leads=True, below=below)
    assert (found.of(text) if found else None) == title
