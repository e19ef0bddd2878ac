"""Traditional characters read as Simplified."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from importers.script import simplified


def test_minutes_of_the_other_script() -> None:
    assert simplified("會議紀錄，主席裁示：請農建課擬定計畫，照案通過") == "会议纪录，主席裁示：请农建课拟定计画，照案通过"


@given(st.text())
def test_offsets_stay(text: str) -> None:
    assert len(simplified(text)) == len(text)
