"""Where sentences and their parts end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.sentences import enclosed, parts, sentences


@pytest.mark.parametrize(("text", "found"), [
    ("要抓好。要落实。", ["要抓好。", "要落实。"]),
    ("要抓好。（责任单位：甲局；时限：年底前）要落实。", ["要抓好。（责任单位：甲局；时限：年底前）", "要落实。"]),
    ("发扬“定了干。马上办。”的精神。要落实。", ["发扬“定了干。马上办。”的精神。", "要落实。"]),
    ("“跳出甲看甲。”改思路。", ["“跳出甲看甲。”", "改思路。"]),
    ("没有句号", ["没有句号"]),
    ("（未闭合。要落实。", ["（未闭合。", "要落实。"]),
])
def test_sentences(text: str, found: list[str]) -> None:
    assert [s.of(text) for s in sentences(text, 0, len(text))] == found


@pytest.mark.parametrize(("text", "found"), [
    ("由甲局（简称“甲，乙”）牵头，乙局配合；丙局督办", ["由甲局（简称“甲，乙”）牵头", "乙局配合", "丙局督办"]),
    ("共1,195户，全部完成", ["共1,195户", "全部完成"]),
])
def test_parts(text: str, found: list[str]) -> None:
    assert [p.of(text) for p in parts(text, 0, len(text))] == found


@given(st.text(alphabet="甲。；，“”（）《》！ \n", max_size=80))
def test_sentences_cover_their_stretch(text: str) -> None:
    assert "".join(s.of(text) for s in sentences(text, 0, len(text))) == text
    assert len(enclosed(text, 0, len(text))) == len(text)
