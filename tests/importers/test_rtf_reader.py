"""Rich Text Format: encodings, numbers, tables, what is left out; broken and hostile files."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.formats.rtf_reader import read
from schema import InputError

HEAD = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}{\f2\fcharset136 PMingLiU;}}"


def hexed(text: str, encoding: str = "gbk") -> bytes:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding)).encode()


def rtf(body: bytes, head: bytes = HEAD) -> list[str]:
    return [block.text for block in read(head + body + b"}") if block.text]


@pytest.mark.parametrize(("body", "text"), [
    (hexed("会议纪要"), "会议纪要"),
    ("会议纪要".encode("gbk"), "会议纪要"),
    (rb"\u20250?\u-29774?\u32426\'bc\u35201?", "会讲纪要".replace("讲", chr(65536 - 29774))),
    (rb"{\uc2\u20250" + hexed("会") + rb"}A", "会A"),
    (rb"\uc0\u20250\u35758 A", "会议A"),
    (rb"\u55360?\u57094?", "\U00020306"),
    (rb"{\f1 Li" + hexed("会") + rb"}{\f2 " + hexed("會議", "big5") + b"}", "Li会會議"),
    (rb"\ldblquote a\rdblquote\emdash\~b\_c\-d\{\}\\", "“a”—\u00a0b-cd{}\\"),
    (rb"a\tab b\line c", "a\tb|c"),
    (b"a\r\nb\\\nc", "ab|c"),
])
def test_text_in_every_encoding(body: bytes, text: str) -> None:
    assert "|".join(rtf(body)) == text


def test_a_font_without_a_code_page_has_that_of_the_document() -> None:
    assert rtf(hexed("會議", "big5"), rb"{\rtf1\ansi\ansicpg950 ") == ["會議"]
    assert rtf(rb"caf\'e9", rb"{\rtf1\ansi\ansicpg99999 ") == ["café"]


@pytest.mark.parametrize(("body", "expected"), [
    (rb"a{\deleted b}{\revised c}{\v d}\v e\v0 f\plain g\par", ["acfg"]),
    (rb"{\header h\par}{\footerf f\par}a{\footnote n}{\*\annotation c}{\pict 00ff}\par", ["a"]),
    (rb'{\field{\*\fldinst HYPERLINK "http://example.org"}{\fldrslt link}}\par', ["link"]),
    (rb"{\info{\title t}}{\*\unknown u}{\stylesheet{\s1 Normal;}}a{\*\bkmkstart b}\par", ["a"]),
    (rb"{\listtext\pard \'d2\'bb\'a1\'a2\tab}\ls1 a\par{\pntext 1.\tab}b\par{\listtext \'b7\tab}c\par{\listtext 1.1\tab}d\par", ["一、a", "1.b", "c", "1.1 d"]),
    (rb"{\listtext 1.}\par b\par", ["b"]),
    (rb"a{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt box\par two\par}}{\shprslt old}}b\par c\par", ["ab", "box", "two", "c"]),
    (rb"a\par{\*\bin5 }}}}}}b\par", ["a", "b"]),
])
def test_what_is_kept_and_what_is_left_out(body: bytes, expected: list[str]) -> None:
    assert rtf(body) == expected


def row(*cells: tuple[str, int, str]) -> bytes:
    """A row of cells: their words, right edges and further control words."""
    edges = "".join(f"{more}\\cellx{right}" for _, right, more in cells)
    return (f"\\trowd{edges}" + "".join(f"\\pard\\intbl {words}\\cell" for words, _, _ in cells) + "\\row").encode()


def test_tables_stay_in_place_and_merged_cells_say_what_they_say_above() -> None:
    body = (rb"before\par" + row(("1", 1000, ""), ("a", 2000, "\\clvmgf"), ("x", 3000, "")) + row(("2", 1003, ""), ("", 2000, "\\clvmrg"), ("y", 3000, ""))
            + row(("all", 3000, "")) + row(("b", 2000, ""), ("z", 3000, "")) + rb"\pard after\par")
    blocks = read(HEAD + body + b"}")
    assert [b.text for b in blocks] == ["before", "1\ta\tx", "2\ta\ty", "all", "b\t\tz", "after"]
    assert [b.kind for b in blocks] == ["paragraph", "row", "row", "paragraph", "row", "paragraph"]


def test_a_cell_of_several_paragraphs_and_a_table_in_it_is_one_line() -> None:
    body = rb"\trowd\cellx1\cellx2\pard\intbl a\par b\par\itap2 c\nestcell d\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}{\nonesttables\par}\pard\intbl\cell e\cell\row"
    assert rtf(body) == ["a b c d\te"]


@pytest.mark.parametrize(("data", "reason"), [
    ("会议纪要".encode(), "no RTF"), (b"", "no RTF"), (HEAD + b"{" * 5_000, "nested too deeply"),
    (HEAD + rb"\trowd" + b"".join(rb"\cellx%d" % (n * 100) for n in range(600)) + rb"\intbl a\cell" * 600 + rb"\row}", "more than 500 columns"),
])
def test_what_is_no_rtf_or_hostile_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(data)


@given(st.lists(st.sampled_from([b"{", b"}", rb"\par ", rb"\cell ", rb"\row ", rb"\trowd", rb"\cellx9", rb"\u-1 ", rb"\'e4", b"a", rb"\shptxt ", rb"\listtext ",
                                 rb"\uc9 ", rb"\bin99999999 ", rb"\clvmrg", rb"\intbl ", rb"\*", rb"\f0 "]), max_size=60).map(b"".join))
def test_any_order_of_words_is_read_or_refused(body: bytes) -> None:
    with contextlib.suppress(InputError):
        assert all("\n" not in block.text for block in read(HEAD + body))
