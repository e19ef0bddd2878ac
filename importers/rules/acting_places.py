"""Places that are bodies where they act: 河口村、杏林社区三天内整改到位, 江阴市要…; not 河口村新建文化礼堂."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import Span
from importers.lexicon import alternation
from importers.rules.name_start import clause_floor, name_words, outer_start

_PLACE = re.compile(r"(?:社区|街道|自治区|(?<![老城])新区|[村镇乡县区市里省])(?=(?P<list>(?:[、和及][㐀-鿿]{1,5}(?:社区|街道|[村镇乡县区市里省])){0,8})(?P<act>要(?!求)|应(?!急)|须|需要|负责|牵头|配合|排名|会同|[一二三四五六七八九十\d]+(?:日|天|周)?内|于\d|抓紧|尽快|务必|表态|汇报))")
_COMMON = re.compile(
    r".*(?:(?:开发|高新|经开|试验|示范|保税|[园老城小地库汛山灾片辖校厂矿林牧景市])区|[农乡全各本我该山]村|[城上夜早股楼超全本我该]市|[乡全本我各该家城老村]镇|[全本我各该]县|[家全本我各该下]乡|[这那哪公]里|[全本我各该]省)|.?社区|.?街道|.?新区")
"""Common nouns and pointing words that end like a place."""


def acting_places(text: str) -> Iterator[Span]:
    """The places that some clause of the text has act, wherever they act in it, singly or in lists."""
    names: set[str] = set()
    for match in _PLACE.finditer(text):
        end = match.end()
        start = outer_start(text, match.start(), clause_floor(text, match.start(), 6))
        if _is_place(text[start:end]):
            names.add(text[start:end])
            yield Span(start, end)
    yield from _beside_bodies(text, {name for name in names if name.endswith(("街道", "社区", "镇", "乡"))})


def _beside_bodies(text: str, names: set[str]) -> Iterator[Span]:
    """The same places where they stand among those who act: 由区财政局、枫山街道分担, 会同枫山街道."""
    if names:
        beside = re.compile(rf"(?:会同|由|请|、|和){alternation(names)}")
        for match in beside.finditer(text):
            name = max((n for n in names if match[0].endswith(n)), key=len)
            yield Span(match.end() - len(name), match.end())


def _is_place(name: str) -> bool:
    """A proper name of two characters or more before 村, 区 …, not 园区 or 辖区."""
    words = name_words()
    return len(name) >= 3 and not _COMMON.fullmatch(name) and name[:-1] not in words.core and name not in words.inside
