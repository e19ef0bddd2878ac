"""Bounds on what no time limit stops: lists that `range` makes, values that double, regular expressions that backtrack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.lock.tokens import Token, place
from schema import QueryError

LONGEST_RANGE = 5_000
"""Numbers that one `range` may count to; two of them one inside the other take an engine a few seconds."""
MEASURES = ("size", "length")
GROWS = frozenset({"+", "|", "[", "{"})
GROWING = frozenset({"replace", "collect", "range", "split", "reduce"})
LARGEST_GROWTH = 1_000
"""How many times its size a value may reach by being joined to itself, clause after clause."""
REPEATS = re.compile(r"[*+]|\{\d*,\d*\}")
LONGEST_REPEATS = 4
"""Unbounded repetitions in one regular expression; each more is another power of the text's length."""
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")


def check_range(text: str, tokens: Sequence[Token], opening: int) -> None:
    """The arguments are whole numbers and sizes of what is there already, added or subtracted. Raises QueryError."""
    before = tokens[opening]
    for level, token in list(_group(tokens, opening))[1:]:
        if level == 1 and not _counts(token):
            raise _uncounted(text, token)
        if level == 2 and token.text in OPENING and not (token.text == "(" and before.value in MEASURES):
            raise _uncounted(text, token)
        before = token


def _counts(token: Token) -> bool:
    if token.kind == "number":
        return token.text.isdigit() and int(token.text) <= LONGEST_RANGE
    return token.text in ("(", ")", ",", "+", "-") or (token.kind == "word" and token.value in MEASURES)


def _uncounted(text: str, token: Token) -> QueryError:
    return QueryError(f"range may not count over {token.text[:40]}", where=place(text, token.start),
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


def growth(item: Sequence[Token]) -> int:
    """How many times its size a value may get in one item of WITH: as often as the same name or property is joined into it."""
    if not any(token.text in GROWS or (token.kind == "word" and token.value in GROWING) for token in item):
        return 1
    return max(Counter(_names(item)).values(), default=1)


def _names(item: Sequence[Token]) -> Iterator[str]:
    """The names of an item, each with the properties after it."""
    name, dotted = "", False
    for token in item:
        named = token.kind in ("word", "name")
        if named and dotted:
            name += "." + token.value
        elif not (token.text == "." and name):
            if name:
                yield name
            name = token.value if named else ""
        dotted = token.text == "." and bool(name)
    if name:
        yield name


def check_patterns(text: str, tokens: Sequence[Token]) -> None:
    """A regular expression is written out and repeats no group that repeats, so that it cannot backtrack for ever. Raises QueryError."""
    for equals, tilde, pattern, after in zip(tokens, tokens[1:], tokens[2:], [*tokens[3:], None], strict=False):
        if (equals.text, tilde.text) != ("=", "~"):
            continue
        if pattern.kind != "string" or (after and after.text in ("+", "|", "[", ".")):
            raise QueryError("a regular expression that is worked out", where=place(text, pattern.start),
                             remedy="write it after =~ in quotes, or use CONTAINS")
        if len(REPEATS.findall(pattern.text)) > LONGEST_REPEATS or re.search(r"\)\s*(?:[*+]|\{)", pattern.text):
            raise QueryError("a regular expression that may backtrack for ever", where=place(text, pattern.start),
                             remedy=f"repeat no group, and nothing more than {LONGEST_REPEATS} times; CONTAINS is faster")
