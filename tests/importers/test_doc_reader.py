"""Word 97-2003 and WPS documents: what is refused, with reason and remedy, and what is overlooked."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest
from doc2docx.errors import InvalidWordDocument
from doc2docx.msdoc.fib import FIB_IDENT

from importers.formats.doc_leniency import LENIENT, applying, parsing
from importers.formats.doc_reader import read
from importers.formats.package import OLE
from schema import InputError

strict_parse = LENIENT["parse_grpprl"].__wrapped__
strict_apply = LENIENT["apply_paragraph_modifiers"].__wrapped__

SAMPLES = Path(__file__).parent / "office" / "samples"
NUMBERED = (SAMPLES / "numbered.doc").read_bytes()


def renamed(old: str, new: str) -> bytes:
    """The document with a stream under another name of the same length."""
    assert len(old) == len(new) and old.encode("utf-16-le") in NUMBERED
    return NUMBERED.replace(old.encode("utf-16-le"), new.encode("utf-16-le"))


def with_flags(*flags: int) -> bytes:
    """The document with flags of its head set (0x0100: encrypted)."""
    at = NUMBERED.index(FIB_IDENT.to_bytes(2, "little")) + 10
    value = int.from_bytes(NUMBERED[at:at + 2], "little") | sum(flags)
    return NUMBERED[:at] + value.to_bytes(2, "little") + NUMBERED[at + 2:]


@pytest.mark.parametrize(("data", "reason"), [
    (NUMBERED[:700], "damaged or cut off"), (NUMBERED[:6_000], "damaged or cut off"), (OLE + bytes(600), "damaged or cut off"),
    (with_flags(0x0100), "is encrypted"), (renamed("WordDocument", "WordXocument"), "holds no Word text"),
    ("会议纪要".encode("gbk"), "is no Word document"), (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>", "is no Word document"),
    (b"\xdb\xa5\x2d\x00" + bytes(600), "is no Word document"),
])
def test_what_cannot_be_read_is_refused_with_a_remedy(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refused:
        read(data)
    assert refused.value.remedy


IN_TABLE, INDENT = bytes.fromhex("162401"), bytes.fromhex("1184dc00")
"""A paragraph stands in a table; it is set in."""


@pytest.mark.parametrize("rubbish", ["c9", "0084", "08d6ff", "ffff00"])
def test_rubbish_behind_the_properties_of_a_paragraph_is_overlooked(rubbish: str) -> None:
    data = IN_TABLE + INDENT + bytes.fromhex(rubbish)
    with pytest.raises(InvalidWordDocument):
        strict_parse(data, label="test")
    assert list(parsing(strict_parse)(data, label="test")) == list(strict_parse(IN_TABLE + INDENT, label="test"))


def test_a_property_with_a_value_that_is_not_allowed_is_overlooked() -> None:
    modifiers = strict_parse(IN_TABLE + bytes.fromhex("1094ffff"), label="test")
    with pytest.raises(InvalidWordDocument):
        strict_apply(modifiers, style_id=0)
    assert applying(strict_apply)(modifiers, style_id=0) == strict_apply(modifiers[:1], style_id=0)


def test_spoilt_documents_are_read_or_refused() -> None:
    chance = random.Random(11)
    outcomes = set()
    for _ in range(60):
        data = bytearray(NUMBERED)
        for _ in range(chance.choice((1, 4, 30))):
            data[chance.randrange(512, len(data))] = chance.randrange(256)
        with contextlib.suppress(InputError):
            outcomes.add(len(read(bytes(data))))
    assert outcomes
