"""The layout of printed pages: which lines are running heads, and which follow each other in one paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise

from importers.document import Block
from importers.secrecy_marks import mark_in

MARGIN_ZONE = 0.1
"""Share of the page height at its top and bottom where running heads and page numbers stand."""

INDENT = 1.2
"""Widths of a character by which a first line is set in (two as a rule)."""

SHORT = 2.5
"""Widths of a character by which a line may fall short of the right margin and still be full (punctuation is not broken)."""

WIDE_GAP = 1.9
"""A step between two lines that is this much wider than usual ends a paragraph."""

ROOM_LEFT = 2.5
"""A page that has room for so many lines more was ended on purpose."""

APART = 0.6
"""Share of the type size from which a gap within a line counts as a space."""

ON_ONE_LINE = 0.5
"""Share of its height by which a character's box overlaps those of its line."""

BESIDE = 0.2
"""Share of its height by which a label overlaps the line that it stands beside."""

SAME_SIZE = 0.1
"""Share by which the type of two lines may differ and still be one size."""

ROWS_AT_HAND = 4
"""How many lines back a character may belong to: text is printed in order but for tables and raised signs."""

_PAGE_NUMBER = re.compile(r"[-—–－·•\s]*(第?\s*[0-9０-９]+\s*页?)([\s,，/／共]*[0-9０-９]+\s*页?)?[-—–－·•\s]*")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character and its box in points, measured from the page's top left corner; `confidence` where it was recognised."""

    character: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text and box in points, measured from the page's top left corner; `confidence` where it was recognised."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    page: int
    page_height: float
    confidence: float | None = None

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def width_of_character(self) -> float:
        """Full-width characters count one, the others half."""
        units = sum(1.0 if ord(c) > 0x2E7F else 0.5 for c in self.text)
        return (self.right - self.left) / max(units, 1.0)

    @property
    def in_margin(self) -> bool:
        return self.middle < MARGIN_ZONE * self.page_height or self.middle > (1 - MARGIN_ZONE) * self.page_height


def lines_of(glyphs: Iterable[Glyph], page: int, page_height: float) -> list[Line]:
    """Puts characters whose boxes overlap in height on one line, from left to right, lines from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in glyphs:
        row = next((r for r in reversed(rows[-ROWS_AT_HAND:]) if _level(r[0], glyph)), None)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    lines = [_line(_from_first_sign(sorted(row, key=lambda g: g.left)), page, page_height) for row in rows]
    return _with_labels_first(sorted((line for line in lines if line.text.strip()), key=lambda line: line.middle))


def _with_labels_first(lines: list[Line]) -> list[Line]:
    """A label printed half-way down the lines of its value (列席 beside two lines of names) goes before the first of them."""
    ordered: list[Line] = []
    for line in lines:
        before = ordered[-1] if ordered else None
        if before and line.right < before.left and before.bottom - line.top > BESIDE * (line.bottom - line.top):
            ordered[-1] = replace(before, text=f"{line.text} {before.text}", left=line.left)
        else:
            ordered.append(line)
    return ordered


def _level(one: Glyph, other: Glyph) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap > ON_ONE_LINE * min(one.bottom - one.top, other.bottom - other.top)


def _from_first_sign(row: list[Glyph]) -> list[Glyph]:
    """Without the spaces by which some programs set a first line in: its edge is where its words begin."""
    return list(dropwhile(lambda glyph: glyph.character.isspace(), row)) or row


def _line(glyphs: list[Glyph], page: int, page_height: float) -> Line:
    text = glyphs[0].character
    for before, glyph in pairwise(glyphs):
        apart = glyph.left - before.right > APART * (glyph.bottom - glyph.top) and not text.endswith((" ", "\u3000"))
        text += (" " if apart else "") + glyph.character
    top, bottom = min(g.top for g in glyphs), max(g.bottom for g in glyphs)
    return Line(text, glyphs[0].left, top, glyphs[-1].right, bottom, page, page_height, least_sure(glyphs))


def least_sure(parts: Iterable[Glyph | Line]) -> float | None:
    """The least confidence of what was recognised among these; None where nothing was."""
    return min((part.confidence for part in parts if part.confidence is not None), default=None)


def without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Drops page numbers, and lines in the margins that come again (but for digits) on another page; a mark of secrecy stays once."""
    seen = Counter(_shape(line) for lines in pages for line in {_shape(x): x for x in lines if x.in_margin}.values())
    marks = {id(line) for line in {_shape(x): x for lines in reversed(pages) for x in reversed(lines) if x.in_margin and mark_in(x.text)}.values()}
    return [[line for line in lines if not (line.in_margin and _is_running(line, seen)) or id(line) in marks] for lines in pages]


def _shape(line: Line) -> str:
    return re.sub(r"[0-9０-９\s]+", "#", line.text)


def _is_running(line: Line, seen: Counter[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or seen[_shape(line)] > 1


@dataclass(frozen=True, slots=True)
class _Measure:
    """The body of a document: its left, right and lower edge, how far first lines are set in, and the step from line to line."""

    left: float
    right: float
    bottom: float
    indent: float
    step: float


def paragraphs(lines: list[Line]) -> Iterator[Block]:
    """Joins the lines of each paragraph; a paragraph may run over a page break."""
    if not lines:
        return
    measure = _measure(lines)
    current = [lines[0]]
    for before, line in pairwise(lines):
        if _begins_paragraph(before, line, measure):
            yield _joined(current)
            current = []
        current.append(line)
    yield _joined(current)


def _measure(lines: list[Line]) -> _Measure:
    lefts = Counter(round(line.left) for line in lines)
    left = min(x for x, count in lefts.items() if count >= max(lefts.values()) / 3)
    rights = sorted((line.right for line in lines), reverse=True)
    indents = Counter({x - left: count for x, count in lefts.items() if x - left > INDENT * lines[0].width_of_character / 2})
    steps = sorted(b.middle - a.middle for a, b in pairwise(lines) if a.page == b.page and b.middle > a.middle)
    return _Measure(left, rights[min(len(rights) // 10, len(rights) - 1)], max(line.middle for line in lines),
                    max(indents, key=indents.__getitem__, default=0.0), steps[len(steps) // 2] if steps else 0.0)


def _begins_paragraph(before: Line, line: Line, body: _Measure) -> bool:
    """A line set in begins a paragraph, unless it hangs below a full line further in than first lines do (a long list of names)."""
    width = max(before.width_of_character, line.width_of_character)
    fell_short = body.right - before.right > SHORT * width
    set_in = line.left - body.left
    alike = abs(before.width_of_character - line.width_of_character) < SAME_SIZE * width
    hangs = alike and not fell_short and set_in > body.indent + width / 2 and before.left <= line.left
    apart = before.page == line.page and body.step > 0 and line.middle - before.middle > WIDE_GAP * body.step
    left_room = before.page != line.page and body.step > 0 and body.bottom - before.middle > ROOM_LEFT * body.step
    return fell_short or apart or left_room or (set_in > INDENT * width and not hangs)


def _joined(lines: list[Line]) -> Block:
    text = lines[0].text
    for line in lines[1:]:
        words = text[-1:].isascii() and text[-1:].isalnum() and line.text[:1].isascii() and line.text[:1].isalpha()
        text += (" " if words else "") + line.text.strip()
    return Block(text, "paragraph", lines[0].page, least_sure(lines))
