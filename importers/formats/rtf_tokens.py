"""The tokens of Rich Text Format: braces, control words, bytes of text. Source: Rich Text Format specification 1.9.1."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

CODE_PAGES = {932: "cp932", 936: "gb18030", 949: "cp949", 950: "cp950", 1361: "johab", 54936: "gb18030", 65001: "utf-8"}
"""`\\ansicpg`: code pages that are read under another name, or as a superset."""

CHARACTER_SETS = {128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950"}
"""`\\fcharset` of fonts whose text is not in the document's own code page."""

WESTERN = "cp1252"

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<symbol>[^A-Za-z'])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\x00]+)", re.DOTALL,
)


class Token(NamedTuple):
    """A brace or control (`word`, with its number if it has one), or bytes of text."""

    word: str
    number: int | None = None
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Every token of the file in order; binary data (`\\bin`) is stepped over, what is no token is passed over."""
    at = 0
    while found := _TOKEN.search(data, at):
        at = found.end()
        word, number, code, symbol, brace, text = found.groups()
        if word is not None:
            value = int(number) if number else None
            if word == b"bin":
                at += max(value or 0, 0)
            yield Token(word.decode("ascii"), value)
        elif code is not None:
            yield Token("", None, bytes((int(code, 16),)))
        elif symbol is not None and symbol not in b"\\{}":
            yield Token(symbol.decode("latin-1"))
        elif brace is not None:
            yield Token(brace.decode("ascii"))
        else:
            yield Token("", None, text or symbol or b"")


def codec_of(code_page: int | None) -> str:
    """The name under which Python knows a Windows code page; Western where it does not."""
    if code_page in CODE_PAGES:
        return CODE_PAGES[code_page]
    name = f"cp{code_page}"
    try:
        codecs.lookup(name)
    except LookupError:
        return WESTERN
    return name
