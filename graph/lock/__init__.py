"""The lock of the analysts' door: lets through queries that only read, and refuses everything else by its name."""

from __future__ import annotations

from typing import NamedTuple

from graph.lock.bounds import check_chains, check_patterns
from graph.lock.grammar import Query
from graph.lock.tokens import tokens
from schema import QueryError

LONGEST = 20_000
"""Characters that a query may have."""


class Passed(NamedTuple):
    """A query as the engine is to see it, and what its RETURN names; no columns where it is RETURN *, or none."""

    text: str
    columns: list[str]


def check(text: str) -> Passed:
    """Lets a query pass: comments and the last ; are blank in it, every token stands where it stood.

    Raises QueryError with line and column at the first thing that does more than read.
    """
    if len(text) > LONGEST:
        raise QueryError(f"the query has {len(text):,} characters", remedy=f"keep it below {LONGEST:,}")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise QueryError("the query holds half a character", remedy="save it as UTF-8")
    read = list(tokens(text))
    meant = [token for token in read if token.kind not in ("space", "comment")]
    check_chains(text, meant)
    query = Query(text, meant)
    query.statement()
    check_patterns(text, meant)
    seen = "".join(_blank(token.text) if token.kind in ("space", "comment") or token.text == ";" else token.text for token in read)
    return Passed(seen, query.columns)


def _blank(text: str) -> str:
    """Spaces and line breaks alone, of the same length."""
    return "".join(character if character in "\r\n\t" else " " for character in text)
