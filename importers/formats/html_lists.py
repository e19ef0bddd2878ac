"""The numbers of ordered lists (`<ol type start>`, list-style-type), which a browser prints and the text does not hold."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from importers.formats.html_elements import whole
from importers.formats.numerals import chinese, digits, financial, letters, roman, spaced, stem

LARGEST = 9999

TYPES: dict[str, tuple[Callable[[int], str], str]] = {
    "1": (str, "."), "decimal": (str, "."), "decimal-leading-zero": (lambda n: f"{n:02}", "."),
    "a": (lambda n: letters(n).lower(), "."), "lower-alpha": (lambda n: letters(n).lower(), "."), "lower-latin": (lambda n: letters(n).lower(), "."),
    "A": (letters, "."), "upper-alpha": (letters, "."), "upper-latin": (letters, "."),
    "i": (lambda n: roman(n).lower(), "."), "lower-roman": (lambda n: roman(n).lower(), "."), "I": (roman, "."), "upper-roman": (roman, "."),
    "cjk-ideographic": (chinese, "、"), "simp-chinese-informal": (chinese, "、"), "trad-chinese-informal": (chinese, "、"),
    "japanese-informal": (chinese, "、"), "simp-chinese-formal": (financial, "、"), "trad-chinese-formal": (financial, "、"),
    "cjk-decimal": (digits, "、"), "cjk-heavenly-stem": (stem, "、"),
}
"""How each type writes a number, and the mark behind it. Source: CSS Counter Styles 3."""

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)")
_PRINTED = re.compile(r"\s*[（(]?(?:[一二三四五六七八九十百]{1,4}|\d{1,3})(?:[）)、]|[.．](?!\d))|\s*[①-⑳]")
"""一、 （二） 3. ① at the beginning of an item that brings its own number."""


class OrderedList:
    """Counts through the items of one `<ol>`."""

    def __init__(self, element: etree._Element) -> None:
        self._type = _type(element) or "decimal"
        self._step = -1 if element.get("reversed") is not None else 1
        default = 1 if self._step > 0 else min(len(element.findall("li")), LARGEST)
        self._next = whole(element.get("start"), default, LARGEST)

    def number(self, item: etree._Element) -> str:
        """The number of an item, ready to stand in front of its text; empty where the list is printed without."""
        number = whole(item.get("value"), self._next, LARGEST)
        self._next = number + self._step
        known = TYPES.get(_type(item) or self._type)
        return spaced(known[0](number) + known[1]) if known and number > 0 else ""


def numbered(number: str, text: str) -> str:
    """The text behind its number, unless it brings one of its own."""
    return text if _PRINTED.match(text) else number + text.lstrip(" ")


def _type(element: etree._Element) -> str | None:
    styled = _STYLE.search(element.get("style", "").lower())
    words = styled[1].split() if styled else []
    return next((word for word in words if word in TYPES or word in ("none", "disc", "circle", "square")), None) or element.get("type")
