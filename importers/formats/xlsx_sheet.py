"""The grid of one sheet: what its cells show, which rows and columns are shown, and which cells are merged.

Source: ECMA-376 part 1, 18.3 (worksheets).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from lxml import etree

from importers.formats.number_formats import shown
from importers.formats.package_xml import children, local_name
from importers.formats.text_reader import lines
from importers.formats.xlsx_package import Workbook, text_of
from importers.limits import CELLS, TEXT_CHARACTERS
from schema import InputError

LAST_COLUMN, LAST_ROW = 16_384, 1_048_576

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Merged:
    """A rectangle of cells that is one, by its first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """What a sheet shows: the words by row and column (from 1), in order; and the merged cells, by their place in the file."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    filtered: bool = False

    def shows_row(self, row: int) -> bool:
        """Rows that a filter hides are shown: a filter is a way of looking, and not a way of taking out."""
        return self.filtered or row not in self.hidden_rows

    def merged_in(self, rows: list[int]) -> dict[int, list[Merged]]:
        """The merged cells that reach into each of these rows, from left to right. Raises InputError when they lie over each other a thousandfold."""
        found: dict[int, list[Merged]] = {row: [] for row in rows}
        count = 0
        for merged in sorted(self.merged, key=lambda m: (m.left, m.top)):
            for row in rows[bisect_left(rows, merged.top):bisect_right(rows, merged.bottom)]:
                found[row].append(merged)
                count += 1
            if count > CELLS:
                raise InputError("merges far more cells than minutes have", remedy="split it into its documents")
        return found


def read_grid(book: Workbook, path: str) -> Grid:
    """The grid of a sheet; empty cells take no room. Raises InputError when it holds far more than minutes do."""
    grid = Grid()
    row = cells = length = 0
    for element in book.parts.elements(path, "row", "col", "mergeCell", "filterColumn"):
        kind = local_name(element)
        if kind == "row":
            row = _number(element.get("r"), row + 1, LAST_ROW)
            words = _cells(element, book)
            if words:
                grid.rows.setdefault(row, {}).update(words)
            if element.get("hidden") in ("1", "true") and words:
                grid.hidden_rows.add(row)
            cells, length = cells + len(words), length + sum(map(len, words.values()))
            if cells > CELLS or length > TEXT_CHARACTERS:
                raise InputError("holds far more words than minutes have", remedy="split it into its documents")
        else:
            _note(kind, element, grid)
    grid.rows = dict(sorted(grid.rows.items()))
    return grid


def _note(kind: str, element: etree._Element, grid: Grid) -> None:
    """What the sheet says of its columns, merged cells and filter."""
    if kind == "filterColumn":
        grid.filtered = True
    elif kind == "col" and element.get("hidden") in ("1", "true"):
        first = _number(element.get("min"), 1, LAST_COLUMN)
        grid.hidden_columns |= {*range(first, _number(element.get("max"), first, LAST_COLUMN) + 1)} - grid.hidden_columns
    elif kind == "mergeCell":
        first_cell, _, last_cell = element.get("ref", "").partition(":")
        (top, left), (bottom, right) = place(first_cell), place(last_cell)
        if top and left and top <= bottom and left <= right and len(grid.merged) < CELLS:
            grid.merged.append(Merged(top, left, bottom, right))


def place(reference: str) -> tuple[int, int]:
    """Row and column of a reference such as B12; zeros of anything else."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    return (row, column) if column <= LAST_COLUMN and row <= LAST_ROW else (0, 0)


def _number(words: str | None, default: int, most: int) -> int:
    found = int(words) if words and words.isdecimal() and len(words) < 8 else default
    return min(max(found, 1), most)


def _cells(row: etree._Element, book: Workbook) -> dict[int, str]:
    """What the cells of a row show, by column."""
    found: dict[int, str] = {}
    column = 0
    for cell in children(row, "c"):
        column = place(cell.get("r", ""))[1] or column + 1
        words = " ".join(part.strip() for part in lines(_shown(cell, book).replace("\t", " ")) if part.strip())
        if words and column <= LAST_COLUMN:
            found[column] = words
    return found


def _shown(cell: etree._Element, book: Workbook) -> str:
    """What a cell shows: its string, or its number in its format; a formula shows what was last reckoned."""
    kind, value = cell.get("t", "n"), next((v.text or "" for v in children(cell, "v")), "")
    if kind == "s":
        return book.strings[int(value)] if value.isdecimal() and int(value[:9]) < len(book.strings) else ""
    if kind == "inlineStr":
        return "".join(text_of(item) for item in children(cell, "is"))
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    if kind != "n" or not value:
        return value
    style = cell.get("s", "0")
    code = book.formats[int(style)] if style.isdecimal() and int(style[:9]) < len(book.formats) else "General"
    try:
        number = float(value)
        return shown(number, code, book.from_1904) if abs(number) < 1e15 else value
    except ValueError:
        return value
