"""Where a body stands, seen from the issuing body: its own unit, above it, beside it, or elsewhere."""

from __future__ import annotations

import re
from functools import cache

from importers.issuing_body import IssuingBody, placed
from importers.lexicon import lexicon
from importers.own_names import LEVELS

_LEVEL = re.compile(r"^(?P<level>[省市区县镇乡])")
_OUTSIDE = re.compile(r"(?:公司|集团|银行|学院|大学|学校|医院|协会|村|社区|街道|镇|乡|区政府|县政府|管委会)$")


@cache
def superior_bodies() -> frozenset[str]:
    """Bodies above every city and county."""
    return frozenset(lexicon("organizations").words("superior"))


def standing(name: str, body: IssuingBody) -> str:
    """own, superior, local or other, of a body by its canonical name."""
    if name == body.key or (body.name and name.startswith(body.name)):
        return "own"
    level = _LEVEL.match(name)
    if name in superior_bodies() or name.startswith(("国家", "国务院", "中央", "中共中央", "全国", "水利部", "最高人民")):
        return "superior"
    if level:
        return _relative(level["level"], name, body)
    place = placed(name)[0]
    if len(place) > 1 and place[-1] in LEVELS and LEVELS.index(place[-1]) > _rank(body):
        return "superior"
    return "other" if _OUTSIDE.search(name) or len(place) > 1 else "own"


def _relative(level: str, name: str, body: IssuingBody) -> str:
    """Party committee and government of the level above are superior; offices beside it are local; a higher level is superior."""
    if LEVELS.index(level) > _rank(body) or re.fullmatch(r"[省市区县](?:委|人民政府|人大|政协|委办公室)", name):
        return "own" if name == body.key else "superior"
    return "local"


def _rank(body: IssuingBody) -> int:
    return LEVELS.index(next((mark for mark in body.name if mark in LEVELS), "市"))
