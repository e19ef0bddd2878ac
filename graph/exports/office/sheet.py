"""The responsibility list as a sheet that can be filtered on the screen and printed on A4 across."""

from __future__ import annotations

from datetime import datetime
from typing import Any, BinaryIO

import xlsxwriter

from graph.exports.responsibility import ResponsibilityList, responsibility_list
from graph.exports.responsibility_lines import HEADINGS, Line, lines
from graph.exports.row_heights import row_height
from graph.exports.scope import Scope
from graph.judgements.standing import STANDINGS
from graph.store import Store
from schema import QueryError

FONT = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "text_wrap": True, "border": 1, "border_color": "#8C8C8C"}
FILLS = {STANDINGS["overdue"]: "#F8CBAD", STANDINGS["soon"]: "#FFE699"}
"""Colour only repeats what the words of the cell say."""

NUMBER_WIDTH = 5
WIDTHS = {"owner": 15, "role": 6, "basis": 6, "quote": 48, "due": 11, "due_words": 12, "recurrence": 7, "status": 8, "light": 11,
          "meeting": 22, "date": 11, "clause": 9, "document": 26, "directive": 30}
"""Of each column, in Excel's units; a Chinese character takes about two."""
CENTRED = ("role", "basis", "due", "recurrence", "status", "light", "date", "clause")
PRINTED_TO = Line._fields.index("clause") + 1
"""The last column on paper; the file and the id serve on the screen."""

HEAD_ROW = 2
LONGEST_CELL = 32_767
"""Characters that a cell takes; a longer one would be left empty."""
MOST_LINES = 1_048_576 - HEAD_ROW - 1


def write_xlsx(store: Store, scope: Scope, stream: BinaryIO) -> None:
    """Writes one line for each directive and owner. Raises QueryError as `responsibility_list` does, or when a sheet cannot hold them."""
    covered = responsibility_list(store, scope)
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as book:
        # The file has to be the same for the same list, so it bears the list's date and not the hour of writing.
        book.set_properties({"title": covered.title, "created": datetime.fromisoformat(scope.as_of)})
        _Sheet(book, covered).write(store)


class _Sheet:
    """The one sheet of a workbook while it is being written, row by row from the top."""

    def __init__(self, book: Any, covered: ResponsibilityList) -> None:
        self.covered = covered
        self.sheet = book.add_worksheet("责任清单")
        self.title = book.add_format({"font_name": "黑体", "font_size": 16, "bold": True, "align": "center", "valign": "vcenter"})
        self.note = book.add_format({"font_name": "宋体", "font_size": 10, "align": "right", "valign": "vcenter"})
        self.head = book.add_format({**FONT, "font_name": "黑体", "align": "center", "bg_color": "#E7E6E6"})
        self.text = book.add_format(FONT)
        self.centred = book.add_format({**FONT, "align": "center"})
        self.day = book.add_format({**FONT, "align": "center", "num_format": "yyyy-mm-dd"})
        self.fills = {words: book.add_format({**FONT, "align": "center", "bg_color": fill, "bold": True}) for words, fill in FILLS.items()}

    def write(self, store: Store) -> None:
        self._lay_out()
        self._write_head()
        row = HEAD_ROW
        for row, line in enumerate(lines(store, self.covered), HEAD_ROW + 1):
            if row > HEAD_ROW + MOST_LINES:
                raise QueryError(f"more than {MOST_LINES} lines do not fit into a sheet", remedy="export csv, or one department")
            self._write_line(row, line)
        self.sheet.autofilter(HEAD_ROW, 0, max(row, HEAD_ROW + 1), len(HEADINGS))
        self.sheet.print_area(0, 0, max(row, HEAD_ROW + 1), PRINTED_TO)

    def _lay_out(self) -> None:
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.sheet.center_horizontally()
        self.sheet.repeat_rows(HEAD_ROW)
        self.sheet.set_footer("&L&9&A&C&9第 &P 页，共 &N 页&R&9截至 " + self.covered.as_of)
        self.sheet.freeze_panes(HEAD_ROW + 1, 2)
        self.sheet.set_column(0, 0, NUMBER_WIDTH)
        for column, width in enumerate(WIDTHS.values(), 1):
            self.sheet.set_column(column, column, width)

    def _write_head(self) -> None:
        covered = self.covered
        self.sheet.set_row(0, 30)
        self.sheet.merge_range(0, 0, 0, PRINTED_TO, covered.title, self.title)
        self.sheet.set_row(1, 18)
        told = "；".join((f"截至 {covered.as_of}，共 {len(covered.directives)} 项任务", *(
            f"{STANDINGS[name]} {number} 项" for name in STANDINGS if (number := covered.count(name)))))
        self.sheet.merge_range(1, 0, 1, PRINTED_TO, told, self.note)
        self.sheet.set_row(HEAD_ROW, 30)
        self.sheet.write_string(HEAD_ROW, 0, "序号", self.head)
        for column, heading in enumerate(HEADINGS, 1):
            self.sheet.write_string(HEAD_ROW, column, heading, self.head)

    def _write_line(self, row: int, line: Line) -> None:
        self.sheet.set_row(row, row_height(line, WIDTHS.values()))
        self.sheet.write_number(row, 0, row - HEAD_ROW, self.centred)
        for column, (name, cell) in enumerate(zip(Line._fields, line, strict=True), 1):
            if name in ("due", "date") and len(cell) == len("2018-10-25"):
                self.sheet.write_datetime(row, column, datetime.fromisoformat(cell), self.day)
            elif cell:
                self.sheet.write_string(row, column, cell[:LONGEST_CELL], self._format(name, cell))
            else:
                self.sheet.write_blank(row, column, None, self.text)

    def _format(self, name: str, cell: str) -> Any:
        return self.fills.get(cell, self.centred) if name in CENTRED else self.text
