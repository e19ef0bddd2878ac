"""Bounds on values that are joined to themselves: no time limit stops a text that doubles with every step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.lock.groups import CLOSING, OPENING, arguments, group
from graph.lock.tokens import Token, place
from schema import QueryError

GROWS = frozenset({"+", "|", "[", "{"})
GROWING = frozenset({"replace", "collect", "range", "split", "reduce"})
ITERATING = frozenset({"reduce", "all", "any", "none", "single"})
KEYWORDS = frozenset({
    "and", "or", "xor", "not", "in", "where", "contains", "distinct", "case", "when", "then", "else", "end", "as", "is", "null",
    "true", "false",
})
LARGEST_GROWTH = 2_000
"""How many times its size a value may reach by being joined to itself, clause after clause."""
WORKED_OUT = 10
"""Characters that are reckoned for what `replace` puts in when it is not written out."""


class Sizes:
    """How many times as large as what is stored the values may be that WITH, UNWIND and RETURN name."""

    def __init__(self) -> None:
        self._of: dict[str, int] = {}

    def note(self, name: str, item: Sequence[Token]) -> bool:
        """Reckons the size of an item under its name; whether it stays within bounds."""
        size = self._size(item)
        self._of[name] = max(size, self._of.get(name, 1))
        return size <= LARGEST_GROWTH

    def _size(self, item: Sequence[Token]) -> int:
        names = list(_names(item, self._of))
        largest = max((self._of.get(name.partition(".")[0], 1) for name in names), default=1)
        if not _grows(item):
            return largest
        return max(1, len(names) + _wraps(item)) * largest * _replaced(item)


def check_reduce(text: str, tokens: Sequence[Token], opening: int) -> None:
    """What is carried along may grow by a bounded stretch with each step, and may not double. Raises QueryError."""
    whole = group(tokens, opening)
    carried = whole[1][1].value if len(whole) > 1 else ""
    bar = next((i for i, (level, token) in enumerate(whole) if level == 1 and token.text == "|"), len(whole))
    body = [token for _, token in whole[bar + 1:-1]]
    if not _grows(body):
        return
    named = (i for i, token in enumerate(body) if token.kind in ("word", "name") and token.value == carried)
    uses = [i for i in named if i == 0 or body[i - 1].text != "."]
    beyond = [i for i in uses if len(uses) > 1 or _is_enclosed(body, i) or _replaced(body) > 1]
    beyond += [i for i, token in enumerate(body) if token.kind in ("word", "name") and token.value == "reduce"]
    if beyond:
        raise QueryError(f"reduce may make {carried} grow beyond every bound", where=place(text, body[min(beyond)].start),
                         remedy="use what it carries once, outside further brackets and reduces, or collect the rows instead")


def _is_enclosed(body: Sequence[Token], at: int) -> bool:
    """Whether a token stands in a list, a map, a subquery, or in what goes through a list."""
    opened: list[bool] = []
    for i, token in enumerate(body[:at]):
        if token.kind == "symbol" and token.text in OPENING:
            opened.append(token.text in "[{" or (i > 0 and body[i - 1].value in ITERATING))
        elif token.kind == "symbol" and token.text in CLOSING and opened:
            opened.pop()
    return any(opened)


def _grows(item: Sequence[Token]) -> bool:
    return any(token.text in GROWS or (token.kind in ("word", "name") and token.value in GROWING) for token in item)


def _wraps(item: Sequence[Token]) -> int:
    """How often an item puts values into a list or map; a subscript or a projection follows a name or a bracket and does not."""
    opened = (i for i, token in enumerate(item) if token.text in ("[", "{"))
    made = sum(i == 0 or (item[i - 1].kind not in ("word", "name") and item[i - 1].text not in CLOSING) for i in opened)
    return made + sum(token.kind in ("word", "name") and token.value == "collect" for token in item)


def _replaced(item: Sequence[Token]) -> int:
    """How many times longer the texts may get that `replace` takes, one inside the other."""
    times = 1
    for i, token in enumerate(item[:-1]):
        if token.kind in ("word", "name") and token.value == "replace" and item[i + 1].text == "(":
            times *= _stretch(arguments(item, i + 1))
    return times


def _stretch(given: Sequence[Sequence[Token]]) -> int:
    """How many times longer one `replace(text, taken, put)` may make its text."""
    if len(given) != 3:
        return 1
    into, taken, put = given
    if set(_names(put)) & set(_names(into)):
        return LARGEST_GROWTH + 1
    written = sum(len(token.text) - 2 for token in put if token.kind == "string")
    worked_out = WORKED_OUT * len(set(_names(put)) - set(_names(taken)))
    kept = len(set(_names(put)) & set(_names(taken)))
    long = len(taken[0].text) - 2 if len(taken) == 1 and taken[0].kind == "string" else 0
    inserted = written + worked_out
    return max(1, -(-inserted // long)) if long else 1 + inserted + kept


def _names(item: Sequence[Token], known: dict[str, int] | None = None) -> Iterator[str]:
    """The names of an item with the properties after them; no functions, keys of maps, or words of the language."""
    triples = zip(item, item[1:], item[2:], strict=False)
    bound = {name.value for opening, name, after in triples if opening.text in ("(", "[") and after.value == "in"}
    for i, token in enumerate(item):
        before, after = item[i - 1].text if i else "", item[i + 1].text if i + 1 < len(item) else ""
        if token.kind not in ("word", "name") or before == "." or after == "(":
            continue
        if (before in ("{", ",") and after == ":") or (token.kind == "word" and token.value in KEYWORDS - bound - set(known or ())):
            continue
        yield _with_properties(item, i)


def _with_properties(item: Sequence[Token], at: int) -> str:
    """`n.text`, from the name where it begins."""
    name = item[at].value
    while at + 2 < len(item) and item[at + 1].text == "." and item[at + 2].kind in ("word", "name"):
        at += 2
        name += "." + item[at].value
    return name
