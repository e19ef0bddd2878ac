"""Spreadsheets (.xlsx): each sheet that is shown under its name, a row as a row of a table.

What is hidden is left out, as in other formats, but for rows that a filter hides. Charts, comments and pictures are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.document import Block
from importers.formats.table_rows import Cell, row_block
from importers.formats.xlsx_package import Workbook
from importers.formats.xlsx_sheet import Grid, Merged, read_grid
from importers.limits import TEXT_CHARACTERS
from schema import InputError

_UNNAMED = re.compile(r"(?:sheet|工作表|表)\s?\(?\d*\)?", re.IGNORECASE)
"""Names that the program gives; they say nothing."""


def read(data: bytes) -> list[Block]:
    """The rows of the sheets, each sheet under its name where it has one of its own. Raises InputError."""
    book = Workbook(data)
    found: list[Block] = []
    length = 0
    for sheet in book.sheets:
        for block in _titled(sheet.name, list(_rows(read_grid(book, sheet.path)))):
            found.append(block)
            length += len(block.text)
            if length > TEXT_CHARACTERS:
                raise InputError(f"has more than {TEXT_CHARACTERS:,} characters", remedy="split it into its documents")
    return found


def _titled(name: str, rows: list[Block]) -> list[Block]:
    """The rows below the sheet's name, unless it is the program's own or stands above them already."""
    said = re.sub(r"\s", "", name)
    if not rows or _UNNAMED.fullmatch(said) or any(said in re.sub(r"\s", "", block.text) for block in rows[:3]):
        return rows
    return [Block(name.strip()), *rows]


def _rows(grid: Grid) -> Iterator[Block]:
    """The rows that say something of their own; columns in which nothing is shown take no place."""
    rows = [row for row in grid.rows if grid.shows_row(row)]
    merged = grid.merged_in(rows)
    said = {row: {c for c in _places(grid, row, merged[row]) if c not in grid.hidden_columns} for row in rows}
    columns = sorted(set().union(*said.values()))
    return (row_block(_cells(grid, row, columns, merged[row]), {}) for row in rows if said[row])


def _places(grid: Grid, row: int, merged: list[Merged]) -> Iterator[int]:
    """The columns at which a row says something of its own: what merged cells cover is said by their first cell alone."""
    for column in grid.rows[row]:
        cover = next((m for m in merged if m.left <= column <= m.right), None)
        if cover is None:
            yield column
        elif (row, column) == (cover.top, cover.left):
            yield next((c for c in range(cover.left, cover.right + 1) if c not in grid.hidden_columns), column)


def _cells(grid: Grid, row: int, columns: list[int], merged: list[Merged]) -> Iterator[Cell]:
    """The cells of a row; a merged one says in each of its rows what it says in the first."""
    covered = 0
    for column in columns:
        cover = next((m for m in merged if m.left <= column <= m.right), None)
        if column <= covered:
            continue
        if cover is None:
            yield Cell(grid.rows[row].get(column, ""))
        else:
            covered = cover.right
            yield Cell(grid.rows.get(cover.top, {}).get(cover.left, ""), sum(cover.left <= c <= cover.right for c in columns))
