"""Tables that are drawn with straight lines on a page: which lines make a table, and the words in its cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from importers.formats.pdf_layout import Glyph, Line, least_sure, lines_of

TOUCH = 2.5
"""Points by which two lines may miss each other and still meet, or lie beside each other and still be one."""

SHORTEST = 4.0
"""Points that a piece of a table's line measures at least."""

PADDING = 12.0
"""Points that cells keep free at their left and right together."""

_UNBROKEN = re.compile(r"[（《“‘「【〔]*(?:[!-~]+|.)[，。、；：？！）》”’」】〕％]*")
"""What a line that is broken takes along as one: a word or number, marks that may not begin a line or may not end one."""

MOST = 2_000
"""A page with more rulings than this is a drawing."""

CELLS = 20_000
"""A grid of more places than this is a drawing."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from one point to another, in points from the page's top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: its top and bottom on the page, and the words of its cells; a cell over several columns fills the first."""

    top: float
    bottom: float
    cells: tuple[str, ...]
    confidence: float | None = None


@dataclass(slots=True)
class _Ruling:
    """A line of a table: where it stands across its direction (`at`), and from where to where it reaches along it."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        return self.start - TOUCH <= place <= self.end + TOUCH

    def crosses(self, other: _Ruling) -> bool:
        """Whether a ruling of the other direction meets this one."""
        return self.covers(other.at) and other.covers(self.at)


@dataclass(slots=True)
class _Cell:
    left: float
    right: float
    top: float
    bottom: float
    span: int
    words: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class _Grid:
    across: list[_Ruling]
    down: list[_Ruling]


def table_rows(strokes: Iterable[Stroke], glyphs: list[Glyph], page_height: float) -> list[TableRow]:
    """The rows of the page's tables from top to bottom; a cell that reaches over several rows says in each what it says in the first."""
    rows = [row for grid in _grids(strokes) for row in _rows(grid, glyphs, page_height)]
    return sorted(rows, key=lambda row: row.top)


def _grids(strokes: Iterable[Stroke]) -> Iterator[_Grid]:
    """The rulings that hang together, where they divide the page into at least two columns."""
    across, down = [], []
    for stroke in strokes:
        width, height = abs(stroke.x1 - stroke.x0), abs(stroke.y1 - stroke.y0)
        if height <= TOUCH < SHORTEST <= width:
            across.append(_Ruling((stroke.y0 + stroke.y1) / 2, min(stroke.x0, stroke.x1), max(stroke.x0, stroke.x1)))
        elif width <= TOUCH < SHORTEST <= height:
            down.append(_Ruling((stroke.x0 + stroke.x1) / 2, min(stroke.y0, stroke.y1), max(stroke.y0, stroke.y1)))
    across, down = _merged(across), _merged(down)
    if len(across) + len(down) > MOST:
        return
    while down:
        grid = _hanging_together(down.pop(), across, down)
        if len(_places(grid.down)) >= 3 and len(_places(grid.across)) >= 2:
            yield grid


def _merged(rulings: list[_Ruling]) -> list[_Ruling]:
    """Pieces that lie on one line and meet, as one."""
    found: list[_Ruling] = []
    for ruling in sorted(rulings, key=lambda r: r.at):
        near = [f for f in _latest(found, ruling.at) if f.start <= ruling.end + TOUCH and ruling.start <= f.end + TOUCH]
        if near:
            near[0].start, near[0].end = min(near[0].start, ruling.start), max(near[0].end, ruling.end)
        else:
            found.append(_Ruling(ruling.at, ruling.start, ruling.end))
    return found


def _latest(found: list[_Ruling], at: float) -> Iterator[_Ruling]:
    for ruling in reversed(found):
        if at - ruling.at > TOUCH:
            return
        yield ruling


def _hanging_together(first: _Ruling, across: list[_Ruling], down: list[_Ruling]) -> _Grid:
    """Takes out of both lists what is joined to the first ruling, directly or through others."""
    grid = _Grid([], [first])
    waiting: list[tuple[_Ruling, bool]] = [(first, True)]
    while waiting:
        ruling, is_down = waiting.pop()
        others, taken = (across, grid.across) if is_down else (down, grid.down)
        met = [other for other in others if ruling.crosses(other)]
        others[:] = [other for other in others if not ruling.crosses(other)]
        taken += met
        waiting += [(other, not is_down) for other in met]
    return grid


def _places(rulings: list[_Ruling]) -> list[float]:
    """Where the rulings stand, those that nearly fall together once."""
    found: list[float] = []
    for at in sorted(ruling.at for ruling in rulings):
        if not found or at - found[-1] > TOUCH:
            found.append(at)
    return found


def _rows(grid: _Grid, glyphs: list[Glyph], page_height: float) -> Iterator[TableRow]:
    columns, bands = _places(grid.down), list(pairwise(_places(grid.across)))
    if len(columns) * len(bands) > CELLS:
        return
    above: list[_Cell] = []
    rows: list[list[_Cell]] = []
    for top, bottom in bands:
        above = [_continued(cell, above, grid) for cell in _cells(grid, columns, top, bottom)]
        rows.append(above)
    _fill(rows, [top for top, _ in bands], glyphs, page_height)
    for (top, bottom), row in zip(bands, rows, strict=True):
        words = [word for cell in row for word in (cell.words, *[""] * (cell.span - 1))]
        if any(words):
            yield TableRow(top, bottom, tuple(words), min((cell.confidence for cell in row if cell.confidence is not None), default=None))


def _cells(grid: _Grid, columns: list[float], top: float, bottom: float) -> Iterator[_Cell]:
    """The cells between two lines: from each upright that passes there to the next."""
    middle = (top + bottom) / 2
    passing = [r.at for r in grid.down if r.start <= middle <= r.end]
    edges = [i for i, at in enumerate(columns) if any(abs(at - x) <= TOUCH for x in passing)]
    for left, right in pairwise(edges):
        yield _Cell(columns[left], columns[right], top, bottom, right - left)


def _continued(cell: _Cell, above: list[_Cell], grid: _Grid) -> _Cell:
    """The cell above where no line divides the two, else the cell itself."""
    middle = (cell.left + cell.right) / 2
    divided = any(abs(r.at - cell.top) <= TOUCH and r.covers(middle) for r in grid.across)
    upper = next((c for c in above if abs(c.left - cell.left) <= TOUCH and abs(c.right - cell.right) <= TOUCH), None)
    if divided or upper is None:
        return cell
    upper.bottom = cell.bottom
    return upper


def _fill(rows: list[list[_Cell]], tops: list[float], glyphs: list[Glyph], page_height: float) -> None:
    """Writes into each cell the words that stand in it."""
    cells = {id(cell): cell for row in rows for cell in row}
    inside: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        row = rows[max(bisect_right(tops, y) - 1, 0)]
        cell = next((c for c in row if c.left <= x <= c.right and c.top <= y <= c.bottom), None)
        if cell is not None:
            inside.setdefault(id(cell), []).append(glyph)
    for key, found in inside.items():
        cells[key].words, cells[key].confidence = _words(lines_of(found, 1, page_height), cells[key]), least_sure(found)


def _words(lines: list[Line], cell: _Cell) -> str:
    """The lines of a cell; one is joined to that above it where its first word found no room there."""
    words = ""
    for before, line in pairwise([None, *lines]):
        assert line is not None
        latin = words[-1:].isascii() and words[-1:].isalnum() and line.text[:1].isascii() and line.text[:1].isalpha()
        words += ("" if before is None or (_broken(before, line, cell) and not latin) else " ") + line.text.strip()
    return words


def _broken(before: Line, line: Line, cell: _Cell) -> bool:
    """Whether the width of the cell ended a line."""
    unbroken = _UNBROKEN.match(line.text.strip())
    taken = sum(1.0 if ord(c) > 0x2E7F else 0.5 for c in unbroken.group()) if unbroken else 1.0
    return cell.right - cell.left - (before.right - before.left) < PADDING + (taken + 0.1) * before.width_of_character
