"""Announced counts and what follows them."""

from __future__ import annotations

import pytest

from tests.importers.understanding import understood


@pytest.mark.parametrize(("text", "announced", "doubted"), [
    ("会议提出三点要求：\n一要甲甲。\n二要乙乙。\n三要丙丙。", 3, False),
    ("会议提出四点要求：\n一要甲甲。\n二要乙乙。\n三要丙丙。", 4, True),
    ("聚焦供水保障、排水防涝、节约用水三大任务。", 3, False),
    ("聚焦供水安全、排水防涝两大任务。", 2, False),
    ("重点在构筑体系、打造岸线、落实管理等五个方面发力。", 5, False),
    ("聚焦甲工程、乙工程、丙工程、丁工程三大重点。", 3, True),
    ("加强管理，抓好落实。", None, False),
])
def test_counts(text: str, announced: int | None, doubted: bool) -> None:
    minutes = understood(text)
    assert next((c.announced for c in minutes.clauses() if c.announced), None) == announced
    assert any("announced" in d.message for d in minutes.doubts) is doubted
