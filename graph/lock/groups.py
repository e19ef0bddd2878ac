"""Bracketed groups among the tokens of a query."""

from __future__ import annotations

from collections.abc import Sequence

from graph.lock.tokens import Token

OPENING, CLOSING = frozenset("([{"), frozenset(")]}")


def group(tokens: Sequence[Token], opening: int) -> list[tuple[int, Token]]:
    """The tokens of a bracketed group with their level: 1 for what stands directly in it."""
    found, level = [], 0
    for token in tokens[opening:]:
        level += token.kind == "symbol" and token.text in OPENING
        found.append((level, token))
        level -= token.kind == "symbol" and token.text in CLOSING
        if level == 0:
            break
    return found


def arguments(tokens: Sequence[Token], opening: int) -> list[list[Token]]:
    """What stands between the commas of a bracketed group."""
    given: list[list[Token]] = [[]]
    for level, token in group(tokens, opening)[1:-1]:
        if level == 1 and token.text == ",":
            given.append([])
        else:
            given[-1].append(token)
    return given
