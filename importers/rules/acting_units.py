"""Units whose names are not made of known words, where they act: 生产业务部牵头, 由质检二组负责; then wherever they are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import Span
from importers.rules.body_names import is_body
from importers.rules.name_start import outer_start

_UNIT = re.compile(
    r"(?:^|[，。；：、:;\s]|[由请]|会同)(?P<name>[㐀-鿿]{2,9}?(?:部|处|科|室|办|组|站|所|队|课|局|院|厂|车间|中心|专班|公司|集团))"
    r"(?=(?:总?牵头|负责|配合|会同|协助|主办|协办|承办)|(?:要(?!求)|应(?!急|对)|须)(?![㐀-鿿]{0,2}的))", re.M)


def acting_units(text: str) -> Iterator[Span]:
    """The units that some clause has act, wherever their names stand."""
    names = {m["name"] for m in _UNIT.finditer(text) if is_body(m["name"]) and outer_start(text, m.end("name") - 1, m.start("name")) == m.start("name")}
    for name in sorted(names):
        yield from (Span(m.start(), m.end()) for m in re.finditer(re.escape(name), text))
