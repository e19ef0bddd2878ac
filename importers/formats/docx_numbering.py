"""Automatic numbers of Word paragraphs (一、 （一） 1. ①), which are not in the text but computed from the numbering part.

Source: ECMA-376 part 1, 17.9; number formats 17.18.59.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from importers.formats.numerals import chinese, circled, digits, financial, full_width, letters, roman, spaced, stem

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
LARGEST = 9999

FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str, "decimalZero": lambda n: f"{n:02}", "decimalFullWidth": full_width,
    "chineseCounting": chinese, "chineseCountingThousand": chinese, "taiwaneseCounting": chinese, "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese, "ideographDigital": digits, "japaneseDigitalTenThousand": digits, "taiwaneseDigital": digits,
    "chineseLegalSimplified": financial, "ideographTraditional": stem, "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled, "decimalEnclosedParen": lambda n: f"({n})", "decimalEnclosedFullstop": lambda n: f"{n}.",
    "ideographEnclosedCircle": lambda n: f"（{chinese(n)}）", "upperLetter": letters, "lowerLetter": lambda n: letters(n).lower(),
    "upperRoman": roman, "lowerRoman": lambda n: roman(n).lower(), "bullet": lambda n: "", "none": lambda n: "",
}


@dataclass(slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = "%1."
    restart: int | None = None


@dataclass(slots=True)
class _List:
    """A numbering definition: the abstract list whose counters it shares, and its levels with their overrides."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts through the paragraphs of one document in order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._lists = _read_lists(numbering) if numbering is not None else {}
        self._styles = _read_styles(styles) if styles is not None else {}
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def next_number(self, paragraph: etree._Element) -> str:
        """The number printed before this paragraph, ready to stand in front of its text; empty for most."""
        list_id, level = self._place(paragraph)
        found = self._lists.get(list_id)
        if found is None or level not in found.levels:
            return ""
        counters = self._counters.setdefault(found.abstract, {})
        self._count(list_id, found, level, counters)
        return _written(found, level, counters)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        properties = paragraph.find(W + "pPr")
        own = _number_property(properties)
        style_name = properties.find(W + "pStyle") if properties is not None else None
        inherited = self._styles.get(style_name.get(W + "val", "") if style_name is not None else "", (None, None))
        list_id = own[0] if own[0] is not None else inherited[0]
        level = own[1] if own[1] is not None else inherited[1]
        return list_id or "0", min(level or 0, LEVELS - 1)

    def _count(self, list_id: str, found: _List, level: int, counters: dict[int, int]) -> None:
        definition = found.levels[level]
        if level in found.starts and (list_id, level) not in self._started:
            self._started.add((list_id, level))
            counters[level] = found.starts[level]
        elif level in counters:
            counters[level] = min(counters[level] + 1, LARGEST)
        else:
            counters[level] = definition.start
        for above in range(level):
            counters.setdefault(above, found.levels[above].start if above in found.levels else 1)
        for below in range(level + 1, LEVELS):
            deeper = found.levels.get(below)
            if deeper is None or deeper.restart is None or 0 < level + 1 <= deeper.restart:
                counters.pop(below, None)


def _written(found: _List, level: int, counters: dict[int, int]) -> str:
    definition = found.levels[level]
    if definition.format in ("bullet", "none"):
        return ""

    def number(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        shown = found.levels.get(place, definition)
        return FORMATS.get(shown.format, str)(counters.get(place, shown.start))

    return spaced(re.sub(r"%([1-9])", number, definition.text))


def _value(parent: etree._Element, name: str, default: str) -> str:
    child = parent.find(W + name)
    return default if child is None else child.get(W + "val", default)


def _whole(text: str, default: int) -> int:
    return min(int(text), LARGEST) if text.isdigit() else default


def _read_level(element: etree._Element) -> _Level:
    restart = _value(element, "lvlRestart", "")
    start, format_ = _whole(_value(element, "start", "1"), 1), _value(element, "numFmt", "decimal")
    return _Level(start, format_, _value(element, "lvlText", ""), _whole(restart, 0) if restart else None)


def _levels(parent: etree._Element) -> dict[int, _Level]:
    return {_whole(e.get(W + "ilvl", "0"), 0): _read_level(e) for e in parent.findall(W + "lvl")}


def _read_lists(numbering: etree._Element) -> dict[str, _List]:
    abstract = {e.get(W + "abstractNumId", ""): _levels(e) for e in numbering.findall(W + "abstractNum")}
    lists: dict[str, _List] = {}
    for element in numbering.findall(W + "num"):
        abstract_id = _value(element, "abstractNumId", "")
        found = _List(abstract_id, dict(abstract.get(abstract_id, {})))
        for override in element.findall(W + "lvlOverride"):
            level = _whole(override.get(W + "ilvl", "0"), 0)
            start = _value(override, "startOverride", "")
            if start:
                found.starts[level] = _whole(start, 1)
            found.levels.update(_levels(override))
        lists[element.get(W + "numId", "")] = found
    return lists


def _number_property(properties: etree._Element | None) -> tuple[str | None, int | None]:
    number = properties.find(W + "numPr") if properties is not None else None
    if number is None:
        return None, None
    level = _value(number, "ilvl", "")
    return _value(number, "numId", "") or None, _whole(level, 0) if level else None


def _read_styles(styles: etree._Element) -> dict[str, tuple[str | None, int | None]]:
    """What each paragraph style says of numbering, its ancestors' word counting where it says nothing."""
    said: dict[str, tuple[str | None, int | None]] = {}
    based: dict[str, str] = {}
    for style in styles.findall(W + "style"):
        name = style.get(W + "styleId", "")
        said[name] = _number_property(style.find(W + "pPr"))
        based[name] = _value(style, "basedOn", "")
    return {name: _inherited(name, said, based) for name in said}


def _inherited(name: str, said: dict[str, tuple[str | None, int | None]], based: dict[str, str]) -> tuple[str | None, int | None]:
    seen: set[str] = set()
    list_id, level = None, None
    while name in said and name not in seen:
        seen.add(name)
        list_id = list_id if list_id is not None else said[name][0]
        level = level if level is not None else said[name][1]
        name = based[name]
    return list_id, level
