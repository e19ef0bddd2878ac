"""Traditional characters read as Simplified."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.script import chinese_marks, simplified


def test_minutes_of_the_other_script() -> None:
    assert simplified("會議紀錄，主席裁示：請農建課擬定計畫，照案通過") == "会议纪录，主席裁示：请农建课拟定计画，照案通过"


@given(st.text())
def test_offsets_stay(text: str) -> None:
    assert len(simplified(text)) == len(text)


@pytest.mark.parametrize(("text", "marks"), [
    ("会议要求,各单位落实到位.3号泊位复工.", "会议要求，各单位落实到位。3号泊位复工。"), ("时间:3月1日14:30", "时间：3月1日14:30"), ("1,195人,其中 1.5万", "1,195人，其中 1.5万"),
    ("一.加强领导", "一.加强领导"), ("www.example.com", "www.example.com"),
])
def test_marks(text: str, marks: str) -> None:
    assert chinese_marks(text) == marks
