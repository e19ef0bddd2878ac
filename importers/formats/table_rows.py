"""Rows of tables as blocks, the same way in every format: cells divided by tabs, merged ones said again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from importers.document import Block
from schema import InputError

WIDEST_SPAN = 64
"""Columns that one cell may cover; a file may claim millions."""

MOST_COLUMNS = 500
"""Columns of a table that is read; office programs stop at 63."""

LONGEST_REPEATED = 2_000
"""Characters of a merged cell that are said again in the rows below; names and dates are short, and a hostile file has many rows."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its words, the columns that it covers, and whether it goes on from the row above."""

    text: str
    span: int = 1
    continued: bool = False


def row_block(cells: Iterable[Cell], above: dict[int, str]) -> Block:
    """The row as one block. A cell merged downwards says in each row what it says in the first; `above` keeps the words by column.

    A cell that covers several columns is followed by empty ones; a row of one cell is a paragraph.
    Raises InputError when the row is wider than any real one.
    """
    words: list[str] = []
    for cell in cells:
        if len(words) > MOST_COLUMNS:
            raise InputError(f"has a table of more than {MOST_COLUMNS} columns", remedy="save the table as .xlsx, or split it")
        text = above.get(len(words), "") if cell.continued else cell.text
        above[len(words)] = text if len(text) <= LONGEST_REPEATED else ""
        words += [text, *[""] * (min(max(cell.span, 1), WIDEST_SPAN) - 1)]
    line = "\t".join(words).rstrip("\t")
    return Block(line, "row" if "\t" in line else "paragraph")


def cell_text(blocks: Iterable[Block]) -> str:
    """What stands in a cell as one line; tables inside it lose their columns."""
    return " ".join(block.text.replace("\t", " ").strip() for block in blocks if block.text.strip())
