"""Bounds on what no time limit stops: lists that `range` makes, regular expressions that backtrack, chains of operators."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.lock.groups import OPENING, group
from graph.lock.tokens import Token, place
from schema import QueryError

LONGEST_RANGE = 5_000
"""Numbers that one `range` may count to; two of them one inside the other take an engine a few seconds."""
MEASURES = ("size", "length")
REPEATS = re.compile(r"[*+]|\{\d*,\d*\}")
MOST_REPEATS = 3
"""Unbounded repetitions in one regular expression; each more is another power of the text's length."""
CHOICES = re.compile(r"\((?!\?i\))|(?<![(*+])\?")
MOST_CHOICES = 4
"""Groups and optional parts in one regular expression; each multiplies the ways to read a text."""
REPEATED_GROUP = re.compile(r"\)\s*(?:[*+]|\{)")
HIDDEN = re.compile(r"(?<!\\)(?:\\\\)*\\[uU]|\\[QE]|\(\?[\w-]*x")
"""Signs of a regular expression by their number, quoted stretches, and the mode with comments: between a group and its repetition."""
OPERATORS = frozenset({"+", "-", "*", "/", "%", "^", "=", "<", ">", "|", "&", "!", "~", ".", "and", "or", "xor", "not", "is"})
MOST_OPERATORS = 400
"""Operators, dots and arrows in one query. An engine plans long chains of them for minutes, deaf to its time limit."""
CHAINS = (
    (re.compile(r"(?:n){5}"), "NOT follows NOT again and again"),
    (re.compile(r"(?:\.w){21}"), "more than 20 properties, each of the one before"),
    (re.compile(r"(?:[-<>]+(?:\[[^][]*\])?[-<>]+\((?:[^()]|\([^()]*\))*\)(?:\{[^{}]*\})?){31}"), "a pattern of more than 30 relationships"),
)
"""Chains in the outline of a query: each word is a w, NOT an n, each symbol itself."""


def check_range(text: str, tokens: Sequence[Token], opening: int) -> None:
    """The arguments are whole numbers and sizes of what is there already, added or subtracted. Raises QueryError."""
    before = tokens[opening]
    for level, token in group(tokens, opening)[1:]:
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


def check_chains(text: str, tokens: Sequence[Token]) -> None:
    """Operators, properties of properties and relationships in a row are bounded. Raises QueryError."""
    operators = [token for token in tokens if token.kind in ("symbol", "word") and token.value in OPERATORS]
    if len(operators) > MOST_OPERATORS:
        raise QueryError(f"more than {MOST_OPERATORS} operators in one query", where=place(text, operators[MOST_OPERATORS].start),
                         remedy="ask in several queries, or compare with a list: x IN [a, b, c]")
    outline = "".join(_sign(token) for token in tokens)
    for chain, what in CHAINS:
        if found := chain.search(outline):
            raise QueryError(what, where=place(text, tokens[found.start()].start), remedy="ask in several steps, with WITH between them")


def _sign(token: Token) -> str:
    """One character for one token."""
    if token.kind == "symbol":
        return token.text if len(token.text) == 1 else ":"
    return "n" if token.kind == "word" and token.value == "not" else "w"


def check_patterns(text: str, tokens: Sequence[Token]) -> None:
    """A regular expression is written out and repeats no group that repeats, so that it cannot backtrack for ever. Raises QueryError."""
    for equals, tilde, pattern, after in zip(tokens, tokens[1:], tokens[2:], [*tokens[3:], None], strict=False):
        if (equals.text, tilde.text) != ("=", "~"):
            continue
        if pattern.kind != "string" or (after and after.text in ("+", "|", "[", ".")):
            raise QueryError("a regular expression that is worked out", where=place(text, pattern.start),
                             remedy="write it after =~ in quotes, or use CONTAINS")
        if _backtracks(pattern.text):
            raise QueryError("a regular expression that may backtrack for ever", where=place(text, pattern.start),
                             remedy=f"repeat no group, nothing more than {MOST_REPEATS} times, and offer few choices; CONTAINS is faster")


def _backtracks(pattern: str) -> bool:
    """Whether a pattern repeats a group, repeats too often, offers too many choices, or hides how it reads."""
    return bool(len(REPEATS.findall(pattern)) > MOST_REPEATS or len(CHOICES.findall(pattern)) > MOST_CHOICES
                or REPEATED_GROUP.search(pattern) or HIDDEN.search(pattern))
