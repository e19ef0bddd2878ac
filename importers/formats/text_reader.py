"""Plain text and Markdown: finds the encoding (UTF-8, UTF-16, GB18030, Big5) and splits into lines."""

from __future__ import annotations

import codecs
import re

from importers.document import Block
from importers.formats.line_flow import flowing
from schema import InputError

BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950", "iso8859-1": "cp1252", "ascii": "cp1252"}
"""Encodings that are declared where a larger one is meant."""

LEAST_READABLE = 0.9
"""Share of characters that Chinese office prose uses; binary data that happens to decode stays far below."""

_READABLE = re.compile(
    r"[\t-\r\x20-\x7e\x85\u2028\u2029\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]"
    r"|[\u2010-\u2027\u2460-\u24ff\u00b7\u2160-\u217f]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\xad\ufeff\ufffe\uffff]|\[bookmark: \w+\]")
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_SAMPLE = 20_000


def read(data: bytes) -> list[Block]:
    """The lines of a text file; a form feed also ends a line. Raises InputError when the bytes are no text."""
    return [Block(line) for line in flowing(lines(decode(data)))]


def lines(text: str) -> list[str]:
    """Splits at every kind of line break, drops control characters, soft hyphens and converter residue ([bookmark: _GoBack])."""
    return [_CONTROL.sub("", line).replace("\u2011", "-").rstrip() for line in _LINE_BREAK.split(text)]


def decode(data: bytes) -> str:
    """The text of the bytes in the first encoding that fits. Raises InputError when none does."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if b"\x00" in data[:_SAMPLE]:
        return _strict(data, "utf-16-le" if data[:_SAMPLE:2].count(0) < data[1:_SAMPLE:2].count(0) else "utf-16-be")
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _strict(data, chinese_encoding(data))


def in_declared_encoding(data: bytes, name: str | None) -> str:
    """The text in the encoding that a page or mail declares, gb2312 taken for the GB18030 that it mostly is; else as `decode`."""
    try:
        codec = codecs.lookup(name or "").name
        return data.decode(SUPERSETS.get(codec, codec))
    except (LookupError, UnicodeError, ValueError):
        return decode(data)


def chinese_encoding(data: bytes) -> str:
    """GB18030 or Big5, each of which decodes most text of the other: whichever has more of its own common characters there.

    Both sort them by use: the common ones begin with B0-D7 in GB 2312, where both bytes are high, and with A4-C6 in Big5.
    """
    pairs = _PAIR.findall(data[:_SAMPLE])
    simplified = sum(0xB0 <= lead <= 0xD7 and trail >= 0xA1 for lead, trail in pairs)
    traditional = sum(0xA4 <= lead <= 0xC6 for lead, trail in pairs)
    if traditional <= simplified:
        return "gb18030"
    return "cp950" if _decodes(data, "cp950") else "big5hkscs"


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _strict(data: bytes, encoding: str) -> str:
    try:
        return _checked(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise InputError(
            f"not a text in UTF-8, UTF-16, GB18030 or Big5 (byte {error.start})", remedy="save it as UTF-8 text, or import the original file",
        ) from None


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    if sample and len(_READABLE.findall(sample)) < LEAST_READABLE * len(sample):
        raise InputError("does not hold readable Chinese text", remedy="check that the file is what its name says")
    return text
