"""What is printed on an OFD page: characters with their boxes, and the straight lines that tables are drawn with.

Source: GB/T 33190-2016, 8.5 (graphic units), 9.1 (paths), 11 (text), 13 (composite objects).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from importers.formats.ofd_package import numbers
from importers.formats.package_xml import children, local_name
from importers.formats.pdf_layout import Glyph
from importers.formats.ruled_tables import Stroke
from importers.limits import TEXT_CHARACTERS, XML_DEPTH
from schema import InputError

POINTS = 72 / 25.4
"""Points in a millimetre."""

ASCENT, DESCENT = 0.88, 0.12
"""Shares of the type size above and below the line that characters stand on."""

ASLANT = math.radians(5)
"""Text that is turned by more than this from upright, sideways or upside down is a watermark."""

GROUPS = ("Content", "Layer", "PageBlock", "CompositeGraphicUnit")
"""Elements that only hold others."""

ELEMENTS = 500_000
"""A page draws no more than this; one that does calls its own parts again and again."""

STROKES = 20_000
"""So many straight lines on a page make no table."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Printed:
    """What a page prints, in points from its top left corner."""

    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    elements: int = 0


def printed(root: etree._Element, units: dict[str, etree._Element]) -> Printed:
    """What the content of a page or template prints, in the order in which it is drawn."""
    found = Printed()
    _walk(root, IDENTITY, units, found, 0)
    return found


def _walk(element: etree._Element, matrix: Matrix, units: dict[str, etree._Element], found: Printed, depth: int) -> None:
    found.elements += len(element)
    if depth > XML_DEPTH or found.elements > ELEMENTS or len(found.glyphs) > TEXT_CHARACTERS:
        raise InputError("is nested too deeply or repeats itself", remedy="open it in an OFD reader and save it again")
    for child in element:
        name = local_name(child)
        if child.get("Visible") == "false" or child.get("Alpha") == "0":
            continue
        if name in GROUPS:
            _walk(child, matrix, units, found, depth + 1)
        elif name == "TextObject":
            found.glyphs.extend(_characters(child, _placed(child, matrix)))
        elif name == "PathObject" and len(found.strokes) < STROKES:
            found.strokes.extend(_strokes(child, _placed(child, matrix)))
        elif name == "CompositeObject" and child.get("ResourceID", "") in units:
            _walk(units[child.get("ResourceID", "")], _placed(child, matrix), units, found, depth + 1)


def _placed(element: etree._Element, outer: Matrix) -> Matrix:
    """From the element's own coordinates to those of the page: its CTM, the corner of its boundary, and what it stands in."""
    boundary, own = numbers(element.get("Boundary")), numbers(element.get("CTM"))
    a, b, c, d, e, f = own if len(own) == 6 else IDENTITY
    x, y = boundary[:2] if len(boundary) == 4 else (0.0, 0.0)
    return _times((a, b, c, d, e + x, f + y), outer)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, e * oa + f * oc + oe, e * ob + f * od + of)


def _on_page(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """A point in points on the page."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e) * POINTS, (b * x + d * y + f) * POINTS


# text


def _characters(element: etree._Element, matrix: Matrix) -> Iterator[Glyph]:
    """The characters of a text object, each of its codes at the place of its glyph; watermarks are left out."""
    size = (numbers(element.get("Size")) or (0.0,))[0]
    width = size * (numbers(element.get("HScale")) or (1.0,))[0] * math.hypot(matrix[0], matrix[1]) * POINTS
    height = size * math.hypot(matrix[2], matrix[3]) * POINTS
    turned = math.atan2(matrix[1], matrix[0]) % (math.pi / 2)
    if not width or not height or ASLANT < turned < math.pi / 2 - ASLANT:
        return
    groups = _groups(element)
    start, first = (0.0, 0.0), 0
    for code in children(element, "TextCode"):
        words = (code.text or "").strip("\r\n\t")
        start = tuple((numbers(code.get(name)) or (before,))[0] for name, before in zip("XY", start, strict=True))  # type: ignore[assignment]
        places = [_on_page(x, y, matrix) for x, y in _places(code, words, start, groups, first, size)]
        first += len(words)
        yield from _boxed(words, _level(places, width), width, height)


def _boxed(words: str, places: list[tuple[float, float]], width: float, height: float) -> Iterator[Glyph]:
    for index, (character, (x, y)) in enumerate(zip(words, places, strict=True)):
        right = x + (width if ord(character) > 0x2E7F else width / 2)
        if index + 1 < len(places) and places[index + 1][0] > x:
            right = min(right, places[index + 1][0])
        if character >= " " and character != "\x7f":
            yield Glyph(character, x, y - ASCENT * height, right, y + DESCENT * height)


def _level(places: list[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    """Text that runs downwards is read where it begins, as a line."""
    if len(places) < 2 or abs(places[-1][0] - places[0][0]) >= abs(places[-1][1] - places[0][1]):
        return places
    x, y = places[0]
    return [(x + index * width, y) for index in range(len(places))]


def _places(code: etree._Element, words: str, start: tuple[float, float], groups: dict[int, tuple[int, int]], first: int,
            size: float) -> list[tuple[float, float]]:
    """Where each code's glyph stands in the object's coordinates. `first` is the index in the object of the first code."""
    glyphs = _glyph_of_each(len(words), groups, first)
    count = glyphs[-1] + 1 if glyphs else 0
    across, down = (steps(code.get(name), count - 1) for name in ("DeltaX", "DeltaY"))
    if not across and not down:
        across = [0.0] * (count - 1)
        for index, (glyph, after) in enumerate(pairwise(glyphs)):
            if after > glyph:
                across[glyph] = size if ord(words[index]) > 0x2E7F else size / 2
    xs, ys = _summed(start[0], across, count), _summed(start[1], down, count)
    return [(xs[glyph], ys[glyph]) for glyph in glyphs]


def _summed(start: float, by: list[float], count: int) -> list[float]:
    found = [start]
    for index in range(count - 1):
        found.append(found[-1] + (by[index] if index < len(by) else by[-1] if by else 0.0))
    return found


def _groups(element: etree._Element) -> dict[int, tuple[int, int]]:
    """The transforms from codes to glyphs: by the index of the first code, how many codes and how many glyphs."""
    found: dict[int, tuple[int, int]] = {}
    for transform in children(element, "CGTransform"):
        sizes = [transform.get(name, default) for name, default in (("CodePosition", ""), ("CodeCount", "1"), ("GlyphCount", "1"))]
        if all(size.isdecimal() and len(size) < 7 for size in sizes):
            at, codes, glyphs = map(int, sizes)
            found[at] = max(codes, 1), max(glyphs, 1)
    return found


def _glyph_of_each(count: int, groups: dict[int, tuple[int, int]], first: int) -> list[int]:
    """The glyph at which each of the codes stands; codes that make one glyph share its place."""
    found: list[int] = []
    glyph = 0
    while len(found) < count:
        codes, glyphs = groups.get(first + len(found), (1, 1))
        found += [glyph + index * glyphs // codes for index in range(min(codes, count - len(found)))]
        glyph += glyphs if glyphs < TEXT_CHARACTERS else 1
    return found


def steps(words: str | None, most: int) -> list[float]:
    """The distances from character to character, at most so many; `g 3 5.6` stands for three times 5.6."""
    found: list[float] = []
    tokens = iter((words or "").split())
    try:
        while len(found) < most:
            token = next(tokens)
            times = int(next(tokens)) if token == "g" else 1
            value = float(next(tokens) if token == "g" else token)
            found += [value if abs(value) < 1e6 else 0.0] * max(0, min(times, most - len(found)))
    except (StopIteration, ValueError):
        pass
    return found


# straight lines


def _strokes(element: etree._Element, matrix: Matrix) -> Iterator[Stroke]:
    """The straight pieces of a path; curves only move its pen."""
    for data in children(element, "AbbreviatedData"):
        pen = begin = (0.0, 0.0)
        for command, arguments in _commands(data.text or ""):
            point = (arguments[-2], arguments[-1]) if len(arguments) >= 2 else begin
            if command == "L" or (command == "C" and pen != begin):
                yield Stroke(*_on_page(*pen, matrix), *_on_page(*point, matrix))
            if command in ("M", "S"):
                begin = point
            pen = point


def _commands(words: str) -> Iterator[tuple[str, list[float]]]:
    command, arguments = "", list[float]()
    for token in words.split():
        if token.isalpha():
            if command:
                yield command, arguments
            command, arguments = token, []
        else:
            arguments += numbers(token)
    if command:
        yield command, arguments
