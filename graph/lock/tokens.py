"""Cypher text as tokens, each with its place; together they are the text again.

Both engines read the same tokens out of what passes: where they would differ (`\\uXXXX` is decoded before parsing by one and
inside strings only by the other; a letter right after a number) the text is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from schema import QueryError

Kind = Literal["space", "comment", "string", "name", "word", "number", "symbol"]

SPACES = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f \u00a0\u1680\u2028\u2029\u202f\u205f\u3000") | {chr(code) for code in range(0x2000, 0x200B)}
"""White space to both engines; the no-break and the ideographic space are in common use."""
SYMBOLS = frozenset("()[]{}.,:;+-*/%^=<>!&|$~")
LETTERS = ("L", "Nl", "Pc")
PARTS = (*LETTERS, "Nd", "Mn", "Mc")

_NUMBER = re.compile(r"0x[0-9a-fA-F]+|0o[0-7]+|(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_LINE = re.compile(r"[^\n\r]+")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})?")


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the query: `name` is in backticks, `word` is bare, `symbol` is one character."""

    kind: Kind
    text: str
    start: int

    @property
    def shown(self) -> str:
        """A word or name without its backticks."""
        return self.text[1:-1].replace("``", "`") if self.kind == "name" else self.text

    @property
    def value(self) -> str:
        """A word or name as both engines may compare it: compatible forms and case folded."""
        return unicodedata.normalize("NFKC", self.shown).casefold()


def place(text: str, offset: int) -> str:
    """`line 2, column 5` of an offset into the text."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return f"line {before.count(chr(10)) + 1}, column {len(before) - before.rfind(chr(10))}"


def tokens(text: str) -> Iterator[Token]:
    """Every token of the text, white space and comments too. Raises QueryError at what no token begins with."""
    position = 0
    while position < len(text):
        token = _token(text, position)
        yield token
        position += len(token.text)


def _token(text: str, start: int) -> Token:
    character = text[start]
    if character in SPACES:
        return Token("space", character, start)
    if text.startswith(("//", "/*"), start):
        return _comment(text, start)
    if character in "'\"":
        return _string(text, start)
    if character == "`":
        return _name(text, start)
    if _is(character, LETTERS):
        return _word(text, start)
    if text.startswith("..", start):
        return Token("symbol", "..", start)
    if _NUMBER.match(text, start):
        return _number(text, start)
    if character in SYMBOLS:
        return Token("symbol", character, start)
    raise QueryError(f"the character {character!r} (U+{ord(character):04X}) has no meaning in Cypher", where=place(text, start),
                     remedy="inside quotes any character may stand; outside them brackets, commas and quotes are the half-width ones")


def _is(character: str, categories: tuple[str, ...]) -> bool:
    return unicodedata.category(character).startswith(categories)


def _comment(text: str, start: int) -> Token:
    if text.startswith("//", start):
        return Token("comment", _LINE.findall(text, start)[0], start)
    closed = text.find("*/", start + 2)
    if closed < 0:
        raise QueryError("a comment is not closed", where=place(text, start), remedy="close it with */")
    return Token("comment", text[start:closed + 2], start)


def _string(text: str, start: int) -> Token:
    quote, position = text[start], start + 1
    while position < len(text) and text[position] != quote:
        if text[position] == "\\":
            _check_escape(text, position)
            position += 1
        position += 1
    if position >= len(text):
        raise QueryError("a string is not closed", where=place(text, start), remedy=f"close it with {quote}")
    return Token("string", text[start:position + 1], start)


def _name(text: str, start: int) -> Token:
    end = start + 1
    while end < len(text) and (text[end] != "`" or text.startswith("``", end)):
        end += 2 if text[end] == "`" else 1
    if end >= len(text):
        raise QueryError("a name in backticks is not closed", where=place(text, start), remedy="close it with `")
    if "\\u" in text[start:end]:
        raise QueryError("a \\u escape in a name in backticks", where=place(text, start), remedy="write the character itself")
    return Token("name", text[start:end + 1], start)


def _check_escape(text: str, position: int) -> None:
    """An escape that decodes to a letter or digit means the same however early it is decoded."""
    escape = _ESCAPE.match(text, position)
    if escape and not (escape[1] and chr(int(escape[1], 16)).isalnum()):
        raise QueryError(f"the escape {text[position:position + 6]} may change where the string ends", where=place(text, position),
                         remedy="write the character itself, or \\\\ for a backslash")


def _word(text: str, start: int) -> Token:
    end = start + 1
    while end < len(text) and _is(text[end], PARTS):
        end += 1
    return Token("word", text[start:end], start)


def _number(text: str, start: int) -> Token:
    found = _NUMBER.match(text, start)
    end = found.end() if found else start + 1
    after = text[end:end + 2]
    if after and (_is(after[0], PARTS) or (after[0] == "." and after != ".." and not after[1:].isdigit())):
        raise QueryError(f"the number {text[start:end + 1]} runs into what follows", where=place(text, start),
                         remedy="put a space after the number")
    return Token("number", text[start:end], start)
