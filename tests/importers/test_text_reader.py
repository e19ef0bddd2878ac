"""Plain text: encodings, line ends, residue, and what is refused."""

from __future__ import annotations

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.formats.text_reader import read
from schema import InputError

MINUTES = "局长办公会议纪要\n2024年3月1日，局长主持召开会议。\n会议明确：一要抓紧。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found(encoding):
    assert [b.text for b in read(MINUTES.encode(encoding))] == MINUTES.split("\n")


TRADITIONAL = "雲河區公所區務會議紀錄\n時間：民國113年3月1日\n主席裁示：請民政課於六月底前完成「避難收容處所」整備，並副知里辦公處。\n散會。"


@pytest.mark.parametrize(("text", "encoding"), [
    (TRADITIONAL, "big5"), (TRADITIONAL.replace("里", "峯"), "big5hkscs"), (TRADITIONAL, "gb18030"), (TRADITIONAL, "utf-8"),
    (MINUTES * 40, "gb2312"), ("区长 Li 于 2024-3-1 主持\nOK\n", "gbk"), ("第3次會議", "big5"), ("各处室镇街", "gb2312"),
])
def test_simplified_and_traditional_encodings_are_told_apart(text, encoding):
    assert [b.text for b in read(text.encode(encoding))] == text.rstrip("\n").split("\n") + [""] * text.endswith("\n")


@pytest.mark.parametrize(("raw", "lines"), [
    ("a一\r\n二\r三\n四\f五\u2028六", ["a一", "二", "三", "四", "五", "六"]),
    ("[bookmark: _GoBack]    会议还研究了其它事项。", ["    会议还研究了其它事项。"]),
    ("会\x07议\x00纪要", None),
    ("会\x07议纪要：局长办公会议", ["会议纪要：局长办公会议"]),
    ("一、\t事项  \t\n二", ["一、\t事项", "二"]),
    ("　　首行缩进", ["　　首行缩进"]),
])
def test_lines(raw, lines):
    if lines is None:
        with pytest.raises(InputError):
            read(raw.encode())
    else:
        assert [b.text for b in read(raw.encode())] == lines


@pytest.mark.parametrize("data", [
    random.Random(7).randbytes(5_000), b"\x7fELF\x02\x01\x01" + bytes(500), b"%PDF-1.7\n" + random.Random(8).randbytes(4_000), "会议".encode("utf-16-le") + b"\x00",
])
def test_what_is_no_text_is_refused_with_a_remedy(data):
    with pytest.raises(InputError) as refused:
        read(data)
    assert refused.value.remedy


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(InputError):
        assert all("\n" not in block.text for block in read(data))
