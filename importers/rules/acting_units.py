"""Units whose names are not made of known words, where they act: 生产业务部牵头, 基教科、电教馆配合; then wherever they are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import Span
from importers.rules.body_names import is_body
from importers.rules.name_start import outer_start

_NAME = r"[㐀-鿿]{2,9}?(?:部|处|科|室|办|组|站|所|队|课|局|院|馆|厂|车间|中心|专班|公司|集团)"
_ACTS = r"(?=总?牵头|负责|配合|会同|协助|主办|协办|承办|参与|(?:要(?!求)|应(?!急|对)|须)(?![㐀-鿿]{0,2}的))"
_LIST = re.compile(rf"(?:^|(?<=[，。；：、:;.．）)\s由请]))(?=(?P<list>{_NAME}(?:[、和]{_NAME}){{0,6}}){_ACTS})", re.M)
_JOINED = re.compile(rf"会同(?P<list>{_NAME}(?:[、和]{_NAME}){{0,6}})(?![、和])")
_IN_TURN = re.compile(r"(?:^|[，。；])?[㐀-鿿]{2}一(?P<what>[㐀-鿿])、[㐀-鿿]{2}一(?P=what)")
"""成熟一部、推进一部 counts and names no unit."""
_MEMBER = re.compile(r"[^、和]+")


def acting_units(text: str) -> Iterator[Span]:
    """The units that some clause has act, wherever their names stand."""
    names = {text[span.start:span.end] for pattern in (_LIST, _JOINED) for match in pattern.finditer(text) for span in _members(text, match)}
    if names:
        found = re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))))
        yield from (Span(m.start(), m.end()) for m in found.finditer(text))


def _members(text: str, match: re.Match[str]) -> Iterator[Span]:
    """The members of a list that read as one name: no word in them stands outside names."""
    if _IN_TURN.search(text, match.start("list"), match.end("list")):
        return
    for member in _MEMBER.finditer(text, match.start("list"), match.end("list")):
        start, end = member.span()
        if (is_body(member[0]) or member[0].endswith("馆")) and len(member[0]) > 2 and outer_start(text, end - 1, start) == start:
            yield Span(start, end)
