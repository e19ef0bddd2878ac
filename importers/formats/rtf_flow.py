"""What an RTF text puts out one after the other: paragraphs, cells, rows; a table is closed by the first paragraph behind it."""

from __future__ import annotations

from dataclasses import dataclass, field

from importers.document import Block
from importers.formats.numerals import spaced
from importers.formats.table_rows import Cell, cell_text, row_block
from importers.formats.text_reader import lines

SAME_EDGE = 15
"""Twips by which the edges of cells in one column may differ."""


@dataclass(frozen=True, slots=True)
class CellEdge:
    """Where a cell of a row ends, in twips, and whether it goes on from the row above."""

    right: int
    continued: bool


@dataclass(slots=True)
class Flow:
    """A body or a text box that is being read."""

    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    number: list[str] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    in_table: bool = False
    edges: list[CellEdge] = field(default_factory=list)
    _in_cell: list[Block] = field(default_factory=list)
    _cells: list[str] = field(default_factory=list)
    _rows: list[tuple[list[str], list[CellEdge]]] = field(default_factory=list)

    def end_paragraph(self) -> None:
        """The lines of the paragraph, its number in front, then the text boxes that are anchored in it."""
        words, number = _whole(self.words), _whole(self.number).strip()
        if words.strip() and any(character.isalnum() for character in number):
            words = spaced(number) + words
        found = [*(Block(line) for line in lines(words)), *self.boxes]
        self.words, self.number, self.boxes = [], [], []
        if self.in_table:
            self._in_cell += found
        else:
            self._end_table()
            self.blocks += found

    def end_cell(self) -> None:
        """What was put out since the last cell is a cell of the row at hand."""
        self.in_table = True
        self.end_paragraph()
        self._cells.append(cell_text(self._in_cell))
        self._in_cell = []

    def end_row(self) -> None:
        """The cells at hand are a row."""
        self._rows.append((self._cells, self.edges))
        self._cells = []

    def finished(self) -> list[Block]:
        """All blocks, what was left open put out."""
        if self._cells:
            self.end_row()
        self._end_table()
        self.blocks += self._in_cell
        self.in_table = False
        if self.words or self.boxes:
            self.end_paragraph()
        return self.blocks

    def _end_table(self) -> None:
        rows, self._rows = self._rows, []
        columns = _columns({edge.right for _, edges in rows for edge in edges})
        above: dict[int, str] = {}
        self.blocks += [row_block(_spanning(cells, edges, columns), above) for cells, edges in rows]


def _whole(pieces: list[str]) -> str:
    """The pieces joined; halves of characters beyond the first plane, which RTF writes one by one, are put together."""
    return "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _columns(rights: set[int]) -> dict[int, int]:
    """The column, counted from 1, that each edge closes."""
    columns: dict[int, int] = {}
    column, before = 0, None
    for right in sorted(rights):
        column += before is None or right - before > SAME_EDGE
        columns[right] = column
        before = right
    return columns


def _spanning(cells: list[str], edges: list[CellEdge], columns: dict[int, int]) -> list[Cell]:
    found: list[Cell] = []
    reached = 0
    for index, words in enumerate(cells):
        edge = edges[index] if index < len(edges) else None
        column = columns[edge.right] if edge else reached + 1
        found.append(Cell(words, column - reached, edge is not None and edge.continued))
        reached = max(column, reached)
    return found
