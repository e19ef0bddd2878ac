"""From printed pages to the blocks of a document: running heads go, table rows stand among the paragraphs where they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from importers.document import Block
from importers.formats.pdf_layout import Line, paragraphs, without_running_heads
from importers.formats.ruled_tables import TableRow
from importers.formats.text_reader import lines as clean

Rows = dict[int, list[TableRow]]
"""The rows of the tables of each page, by its number."""


def blocks_of(pages: list[list[Line]], rows: Rows) -> list[Block]:
    """The paragraphs and table rows of the pages in reading order; a paragraph may run over a page break."""
    found = _in_order(without_running_heads(pages), rows)
    return [replace(block, text=text) for block in found for text in clean(block.text)]


def _in_order(pages: list[list[Line]], rows: Rows) -> Iterator[Block]:
    """Lines that stand inside a row are in the row already."""
    pending: list[Line] = []
    for lines in pages:
        number = lines[0].page if lines else 0
        waiting = sorted(rows.get(number, []), key=lambda row: row.top)
        for line in lines:
            while waiting and waiting[0].top <= line.middle:
                yield from paragraphs(pending)
                pending = []
                yield _row(waiting.pop(0), number)
            if not any(row.top <= line.middle <= row.bottom for row in rows.get(number, [])):
                pending.append(line)
        if waiting:
            yield from paragraphs(pending)
            pending = []
            yield from (_row(row, number) for row in waiting)
    yield from paragraphs(pending)


def _row(row: TableRow, page: int) -> Block:
    words = "\t".join(cell.replace("\t", " ") for cell in row.cells).rstrip("\t")
    return Block(words, "row" if "\t" in words else "paragraph", page, row.confidence)
