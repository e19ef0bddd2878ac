"""How high a row has to be for wrapped Chinese text; spreadsheets do not reckon it anew when they open a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LINE_POINTS = 13.5
PADDING_POINTS = 5
MOST_POINTS = 409
"""The highest row that a sheet may have."""
WIDE_UNITS, NARROW_UNITS = 1.95, 1.05
"""Width of a character at 10 points, in units of a column's width."""
SLACK_UNITS = 1.5
"""Lost at the edges of a cell, and where a line breaks early because a mark may not begin the next."""


def row_height(cells: Iterable[str], widths: Iterable[float]) -> float:
    """Points for the cell that needs most lines."""
    most = max((lines_of(cell, width) for cell, width in zip(cells, widths, strict=True)), default=1)
    return min(most * LINE_POINTS + PADDING_POINTS, MOST_POINTS)


def lines_of(text: str, width: float) -> int:
    """How many lines the text takes in a column of this width."""
    usable = max(width - SLACK_UNITS, 2)
    return sum(max(1, -int(-units(part) // usable)) for part in text.split("\n"))


def units(text: str) -> float:
    """The width of a text on one line."""
    return sum(WIDE_UNITS if unicodedata.east_asian_width(character) in "WFA" else NARROW_UNITS for character in text)
