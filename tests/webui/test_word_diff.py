"""The two wordings can be read back from their difference."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webui.word_diff import LIMIT, word_diff

words = st.text(alphabet="水利局10年月底前完成 ab%", max_size=30)


def test_numbers_are_compared_whole() -> None:
    changes = [(s.change, s.text) for s in word_diff("10月底前完成100公里", "12月底前完成100公里")]
    assert changes == [("gone", "10"), ("new", "12"), ("same", "月底前完成100公里")]


def test_a_single_character_between_changes_is_no_common_wording() -> None:
    changes = [(s.change, s.text) for s in word_diff("由信息处牵头负责", "由水务处提出负责")]
    assert changes == [("same", "由"), ("gone", "信息处牵头"), ("new", "水务处提出"), ("same", "负责")]


@given(words, words)
def test_both_wordings_are_in_it(before: str, after: str) -> None:
    stretches = word_diff(before, after)
    assert "".join(s.text for s in stretches if s.change != "new") == before
    assert "".join(s.text for s in stretches if s.change != "gone") == after


def test_a_very_long_text_is_not_compared() -> None:
    assert [s.change for s in word_diff("一二" * LIMIT, "一")] == ["gone", "new"]
