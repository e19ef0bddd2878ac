"""Automatic numbers of OpenDocument text (一、 （一） 1. ①), counted from its list styles. Source: ODF 1.3 part 3, 5.3 and 16.30-16.31."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from importers.formats.numerals import chinese, circled, digits, financial, full_width, letters, roman, spaced, stem

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
LIST_FORMAT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
"""LibreOffice's whole number with its marks, `（%2%）`, where the standard has only prefix and suffix."""

LARGEST = 9999
OUTLINE = "\0outline"
"""The name under which the numbers of headings are kept."""

FORMATS: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("一, 二, 三", chinese), ("壹, 貳, 參", financial), ("壹, 贰, 叁", financial), ("〇, 一, 二", digits), ("①", circled), ("甲, 乙", stem),
    ("１", full_width), ("1", str), ("a", lambda n: letters(n).lower()), ("A", letters), ("i", lambda n: roman(n).lower()), ("I", roman),
)
"""What a `num-format` begins with, and how it writes a number."""


@dataclass(frozen=True, slots=True)
class _Level:
    write: Callable[[int], str] | None
    text: str
    start: int


@dataclass(slots=True)
class Counters:
    """How far the levels of one list have counted."""

    style: str
    reached: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The list styles of a document, and the lists that have been met."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._styles = {name: _levels(element) for root in roots for name, element in _list_styles(root)}
        self._by_id: dict[str, Counters] = {}
        self._latest: dict[str, Counters] = {}
        self._headings = Counters(OUTLINE)

    def begin(self, element: etree._Element, style: str) -> Counters:
        """The counters for an outermost list: those of the list that it continues, or fresh ones."""
        before = element.get(TEXT + "continue-list")
        continued = self._by_id.get(before) if before else None
        if continued is None and element.get(TEXT + "continue-numbering") == "true":
            continued = self._latest.get(style)
        counters = continued or Counters(style)
        self._latest[style] = counters
        self._by_id[element.get("{http://www.w3.org/XML/1998/namespace}id", "")] = counters
        return counters

    def next_number(self, counters: Counters, level: int, start: str | None = None, style: str | None = None) -> str:
        """The number of the next item of a level (1 is the outermost), ready to stand in front of its text; `start` restarts it."""
        levels = self._styles.get(style or counters.style, {})
        definition = levels.get(level)
        reached = counters.reached
        if start is not None and start.isdecimal():
            reached[level] = min(int(start[:9]), LARGEST)
        else:
            reached[level] = min(reached[level] + 1, LARGEST) if level in reached else (definition.start if definition else 1)
        for deeper in [other for other in reached if other > level]:
            del reached[deeper]
        return _written(levels, definition, reached) if definition else ""

    def next_heading(self, heading: etree._Element) -> str:
        """The number of a heading that stands in no list."""
        level = heading.get(TEXT + "outline-level", "1")
        return self.next_number(self._headings, int(level[:2]) if level.isdecimal() else 1, heading.get(TEXT + "start-value"))


def _list_styles(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    for element in root.iter(TEXT + "list-style"):
        yield element.get(STYLE + "name", ""), element
    for element in root.iter(TEXT + "outline-style"):
        yield OUTLINE, element


def _levels(style: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for element in style:
        level = element.get(TEXT + "level", "") if isinstance(element.tag, str) else ""
        if level.isdecimal() and len(level) < 3:
            found[int(level)] = _read_level(element, int(level))
    return found


def _read_level(element: etree._Element, level: int) -> _Level:
    kind = element.get(STYLE + "num-format", "")
    write = next((write for beginning, write in FORMATS if kind.startswith(beginning)), None)
    start, shown = element.get(TEXT + "start-value", "1"), element.get(TEXT + "display-levels", "1")
    first = max(level - int(shown) + 1, 1) if shown.isdecimal() and len(shown) < 3 else level
    numbers = ".".join(f"%{place}%" for place in range(first, level + 1))
    plain = element.get(STYLE + "num-prefix", "") + numbers + element.get(STYLE + "num-suffix", "")
    return _Level(write, element.get(LIST_FORMAT, plain), min(int(start[:9]), LARGEST) if start.isdecimal() else 1)


def _written(levels: dict[int, _Level], definition: _Level, reached: dict[int, int]) -> str:
    if definition.write is None:
        return ""

    def number(match: re.Match[str]) -> str:
        place = int(match.group(1))
        shown = levels.get(place, definition)
        return shown.write(reached.get(place, shown.start)) if shown.write else ""

    return spaced(re.sub(r"%(\d{1,2})%", number, definition.text))
