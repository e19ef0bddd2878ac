"""Bounds on what a query makes out of nothing: lists of `range`, and the doubling of a `reduce`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.lock.tokens import Token, place
from schema import QueryError

LONGEST_RANGE = 10_000
"""Numbers that one `range` may count to; enough for years, days and places in a list."""
MEASURES = ("size", "length")
GROWS = frozenset({"+", "|", "[", "{"})
GROWING = frozenset({"replace", "collect", "range", "split", "reduce"})
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")


def check_range(text: str, tokens: Sequence[Token], opening: int) -> None:
    """The arguments are whole numbers and sizes of what is there already, added or subtracted. Raises QueryError."""
    measured = False
    for level, token in _group(tokens, opening):
        if level > 1 or (token.text in "()" and measured):
            measured = level > 1
        elif token.kind == "word" and token.value in MEASURES:
            measured = True
        elif not (token.text in ("(", ")", ",", "+", "-") or (token.kind == "number" and token.text.isdigit() and int(token.text) <= LONGEST_RANGE)):
            raise QueryError(f"range may not count over {token.text[:40]}", where=place(text, token.start),
                             remedy=f"give it whole numbers up to {LONGEST_RANGE}, size(…) or length(…)")


def check_reduce(text: str, tokens: Sequence[Token], opening: int) -> None:
    """What is carried along may be used once where it grows, else it doubles with every step. Raises QueryError."""
    group = list(_group(tokens, opening))
    carried = group[1][1].value if len(group) > 1 else ""
    bar = next((i for i, (level, token) in enumerate(group) if level == 1 and token.text == "|"), len(group))
    body = [token for _, token in group[bar + 1:]]
    uses = [token for token in body if token.kind in ("word", "name") and token.value == carried]
    grows = any(token.text in GROWS or (token.kind == "word" and token.value in GROWING) for token in body)
    if grows and len(uses) > 1:
        raise QueryError(f"reduce uses {carried} more than once and makes it grow", where=place(text, uses[1].start),
                         remedy="use what it carries once, or collect the rows instead")


def _group(tokens: Sequence[Token], opening: int) -> Iterator[tuple[int, Token]]:
    """The tokens of a bracketed group with their level: 1 for what stands directly in it."""
    level = 0
    for token in tokens[opening:]:
        if token.kind == "symbol" and token.text in CLOSING:
            yield level, token
            level -= 1
            if level == 0:
                return
            continue
        if token.kind == "symbol" and token.text in OPENING:
            level += 1
        yield level, token
