"""Tables of web pages: their rows with merged cells, told apart from tables that only lay out a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from importers.document import Block
from importers.formats.html_elements import whole
from importers.formats.table_rows import WIDEST_SPAN, Cell, cell_text, row_block

LONGEST_CELL = 1_500
"""Characters that a cell of a table in minutes may hold; what holds more is a part of a page."""

MOST_ROWS = 10_000


def is_layout(table: etree._Element) -> bool:
    """Whether a table lays out a page: one cell a row with several paragraphs or a table in it, or a cell as long as an article."""
    rows = [cells_of(row) for row in rows_of(table)]
    single = all(sum(_filled(cell) for cell in row) <= 1 for row in rows)
    divided = any(cell.find(".//table") is not None or len(cell.findall(".//p")) > 1 for row in rows for cell in row)
    return (single and divided) or any(_length(cell) > LONGEST_CELL for row in rows for cell in row)


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, those of tables inside it left out."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The cells of a row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def row_blocks(table: etree._Element, read: Callable[[etree._Element], list[Block]]) -> Iterator[Block]:
    """The rows as blocks; `read` gives what stands in a cell."""
    above: dict[int, str] = {}
    reaching: dict[int, tuple[int, int]] = {}
    for row in rows_of(table):
        yield row_block(_placed(cells_of(row), reaching, read), above)


def _placed(cells: list[etree._Element], reaching: dict[int, tuple[int, int]], read: Callable[[etree._Element], list[Block]]) -> Iterator[Cell]:
    """The cells of a row with those that reach down into it; `reaching`: by column, how many rows further and how wide."""
    column = 0
    waiting = iter(cells)
    while True:
        further, span = reaching.get(column, (0, 1))
        if further:
            reaching[column] = (further - 1, span)
            yield Cell("", span, True)
        else:
            cell = next(waiting, None)
            if cell is None:
                return
            span = max(whole(cell.get("colspan"), 1, WIDEST_SPAN), 1)
            reaching[column] = (max(whole(cell.get("rowspan"), 1, MOST_ROWS), 1) - 1, span)
            yield Cell(cell_text(read(cell)), span)
        column += span


def _filled(cell: etree._Element) -> bool:
    return any(text.strip() for text in cell.itertext())


def _length(cell: etree._Element) -> int:
    return sum(len(text.strip()) for text in cell.itertext())
