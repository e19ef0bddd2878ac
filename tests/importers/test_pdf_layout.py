"""The layout of pages: lines from glyphs, running heads, paragraphs."""

from __future__ import annotations

import pytest

from importers.formats.pdf_layout import Glyph, Line, lines_of, paragraphs, without_running_heads

SIZE = 16.0
LEFT, RIGHT = 80.0, 80.0 + 28 * SIZE


def line(text, top, left=LEFT, page=1):
    return Line(text, left, top, left + len(text) * SIZE, top + SIZE, page, 842.0)


def full(top, left=LEFT, page=1, word="文"):
    return line(word * int((RIGHT - left) / SIZE), top, left, page)


def glyphs(text, left, top, size=SIZE):
    return [Glyph(c, left + i * size, top, left + (i + 1) * size, top + size) for i, c in enumerate(text)]


def joined(lines):
    return [block.text for block in paragraphs(lines)]


def test_glyphs_on_one_height_are_one_line_and_wide_gaps_are_spaces():
    found = lines_of([*glyphs("时", 80, 100), *glyphs("间", 112, 101), *glyphs("上午", 80, 130), *glyphs("九时", 112.5, 130)], 1, 842)
    assert [x.text for x in found] == ["时 间", "上午九时"]


def test_raised_signs_belong_to_their_line():
    assert [x.text for x in lines_of([*glyphs("面积", 80, 100), *glyphs("2", 112, 97, 8), *glyphs("以上", 120, 100)], 1, 842)] == ["面积2以上"]


def test_a_label_beside_two_lines_goes_before_the_first():
    found = lines_of([*glyphs("张三、李四、", 160, 100), *glyphs("列席", 80, 112), *glyphs("王五", 160, 124)], 1, 842)
    assert [x.text for x in found] == ["列席 张三、李四、", "王五"]


@pytest.mark.parametrize(("lines", "expected"), [
    ([full(100, LEFT + 2 * SIZE), line("末行。", 128), full(156, LEFT + 2 * SIZE)], ["文" * 26 + "末行。", "文" * 26]),
    ([full(100), full(128), line("尾。", 156), line("新段。", 184)], ["文" * 56 + "尾。", "新段。"]),
    ([full(700, page=1), line("续。", 90, page=2)], ["文" * 28 + "续。"]),
    ([full(100), full(128), full(90, page=2), full(118, page=2), full(700, page=2)], ["文" * 56, "文" * 56, "文" * 28]),
    ([line("题", 100, LEFT + 13 * SIZE), full(128, LEFT + 2 * SIZE), line("尾。", 156)], ["题", "文" * 26 + "尾。"]),
    ([full(100, LEFT + 2 * SIZE, word="甲"), line("乙乙", 128, LEFT + 5 * SIZE), line("下段。", 156, LEFT + 2 * SIZE), full(184, LEFT + 2 * SIZE), full(212)],
     ["甲" * 26 + "乙乙", "下段。", "文" * 54]),
    ([full(100), full(128), full(156), full(240)], ["文" * 84, "文" * 28]),
    ([], []),
])
def test_lines_are_joined_to_paragraphs(lines, expected):
    assert joined(lines) == expected


@pytest.mark.parametrize("number", ["- 3 -", "— 12 —", "3", "第3页", "第 3 页 共 9 页", "3 / 9", "－３－"])
def test_page_numbers_are_dropped(number):
    assert without_running_heads([[full(400), line(number, 800)]]) == [[full(400)]]


def test_a_head_that_comes_again_is_dropped_but_not_body_text_that_does():
    pages = [[line("某局会议纪要第1号", 30, page=p), line("同一句话。", 400, page=p), line("只此一次", 800 if p == 1 else 400, page=p)] for p in (1, 2)]
    assert [[x.text for x in page] for page in without_running_heads(pages)] == [["同一句话。", "只此一次"], ["同一句话。", "只此一次"]]


def test_a_mark_of_secrecy_on_every_page_stays_once():
    pages = [[line("机密★10年", 30, page=p), line(f"第{p}句话。", 400, page=p)] for p in (1, 2, 3)]
    assert [[x.text for x in page] for page in without_running_heads(pages)] == [["机密★10年", "第1句话。"], ["第2句话。"], ["第3句话。"]]
