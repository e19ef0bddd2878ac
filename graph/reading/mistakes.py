"""What an engine says of a wrong query, with the line and column both engines mean, counted from 1."""

from __future__ import annotations

import re

from graph.lock.tokens import place, tokens
from schema import QueryError

LONGEST = 240
"""Characters of an engine's message that are shown; lists of all that it would have expected are longer."""

_COUNTED_FROM_1 = re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)")
_COUNTED_FROM_0 = re.compile(r" ?at line (\d+)(?::|, column )(\d+)")
_QUOTED = re.compile(r"['`]([^'`]+)['`]")
_MARKER = re.compile(r"\s*/\* gangmu reads \w* \*/")
_EXPECTED = re.compile(r"(?:,|:)? expected:? (?:one of )?.*")
_KIND = re.compile(r"^([A-Z]\w+): ")


def mistake(said: str, text: str) -> QueryError:
    """The engine's message, shortened, with its place in the text."""
    said = _MARKER.sub("", said)
    where = _place(said, text)
    return QueryError(_shortened(said), where=where, remedy="mend the query there" if where else "mend the query, or ask for less")


def _place(said: str, text: str) -> str:
    if found := _COUNTED_FROM_1.search(said):
        return f"line {found[1]}, column {found[2]}"
    if found := _COUNTED_FROM_0.search(said):
        return f"line {found[1]}, column {int(found[2]) + 1}"
    return _place_of_name(said, text)


def _place_of_name(said: str, text: str) -> str:
    """Where the first name that the message quotes stands, when the engine does not say where."""
    named = {name.casefold() for name in _QUOTED.findall(said)}
    return next((place(text, token.start) for token in tokens(text) if token.kind in ("word", "name") and token.value in named), "")


def _shortened(said: str) -> str:
    cut = min((found.start() for pattern in (_COUNTED_FROM_1, _COUNTED_FROM_0) if (found := pattern.search(said))), default=len(said))
    after = said[cut:]
    detail = after.split(" - ", 1)[1] if " - " in after else ""
    whole = f"{said[:cut].strip()}: {detail}" if detail else said[:cut].strip()
    whole = _KIND.sub("", whole)
    return whole if len(whole) <= LONGEST else _EXPECTED.sub("", whole)[:LONGEST]
