"""A list as a sheet that can be filtered on the screen and printed on A4 across."""

from __future__ import annotations

from datetime import datetime
from typing import Any, BinaryIO

import xlsxwriter

from graph.exports.lists.columns import LIGHTS
from graph.exports.lists.office_list import Column, OfficeList
from graph.exports.office.row_heights import row_height
from schema import QueryError

FONT = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "text_wrap": True, "border": 1, "border_color": "#8C8C8C"}
FILLS = {LIGHTS["overdue"]: "#F8CBAD", LIGHTS["soon"]: "#FFE699", LIGHTS["running"]: "#C6E0B4"}
"""Colour only repeats what the words of the cell say."""

NUMBER = "序号"
NUMBER_WIDTH = 5
HEAD_ROW = 2
LONGEST_CELL = 32_767
"""Characters that a cell takes; a longer one would be left empty."""
MOST_LINES = 1_048_576 - HEAD_ROW - 1
WHOLE_DAY = len("2018-10-25")


def write_xlsx(list_: OfficeList, stream: BinaryIO) -> None:
    """Writes a line for each row and each section's heading. Raises QueryError when a sheet cannot hold them."""
    lines = sum(len(section.parts) + 1 for section in list_.sections)
    if lines > MOST_LINES:
        raise QueryError(f"more than {MOST_LINES} lines do not fit into a sheet", remedy="export csv, or one department")
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as book:
        # The file has to be the same for the same list, so it bears the list's date and not the hour of writing.
        book.set_properties({"title": list_.title, "created": datetime.fromisoformat(list_.as_of)})
        _Sheet(book, list_).write()


class _Sheet:
    """The one sheet of a workbook while it is being written, row by row from the top."""

    def __init__(self, book: Any, list_: OfficeList) -> None:
        self.list = list_
        self.last_printed = max(place for place, column in enumerate(list_.columns, 1) if column.printed)
        self.widths = [column.width for column in list_.columns]
        self.sheet = book.add_worksheet(list_.title.replace("/", "／")[-31:])
        self.title = book.add_format({"font_name": "黑体", "font_size": 16, "bold": True, "align": "center", "valign": "vcenter"})
        self.note = book.add_format({"font_name": "宋体", "font_size": 10, "align": "right", "valign": "vcenter"})
        self.head = book.add_format({**FONT, "font_name": "黑体", "align": "center", "bg_color": "#E7E6E6"})
        self.section = book.add_format({**FONT, "font_name": "黑体", "bg_color": "#F2F2F2", "text_wrap": False})
        self.text = book.add_format(FONT)
        self.centred = book.add_format({**FONT, "align": "center"})
        self.day = book.add_format({**FONT, "align": "center", "num_format": "yyyy-mm-dd"})
        self.fills = {light: book.add_format({**FONT, "align": "center", "bg_color": fill, "bold": True}) for light, fill in FILLS.items()}

    def write(self) -> None:
        self._lay_out()
        self._write_head()
        row, number = HEAD_ROW, 0
        for section in self.list.sections:
            if section.heading:
                row += 1
                self._write_section(row, f"{section.heading}（{len(section.parts)} 项）")
            for cells in self.list.rows(section):
                row, number = row + 1, number + 1
                self._write_line(row, number, cells)
        last = max(row, HEAD_ROW + 1)
        self.sheet.autofilter(HEAD_ROW, 0, last, len(self.widths))
        self.sheet.print_area(0, 0, last, self.last_printed)

    def _lay_out(self) -> None:
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.sheet.center_horizontally()
        self.sheet.repeat_rows(HEAD_ROW)
        self.sheet.set_footer("&L&9&A&C&9第 &P 页，共 &N 页&R&9截至 " + self.list.as_of)
        self.sheet.freeze_panes(HEAD_ROW + 1, 2)
        self.sheet.set_column(0, 0, NUMBER_WIDTH)
        for place, width in enumerate(self.widths, 1):
            self.sheet.set_column(place, place, width)

    def _write_head(self) -> None:
        self.sheet.set_row(0, 30)
        self.sheet.merge_range(0, 0, 0, self.last_printed, self.list.title, self.title)
        self.sheet.set_row(1, 18)
        self.sheet.merge_range(1, 0, 1, self.last_printed, self.list.note, self.note)
        self.sheet.set_row(HEAD_ROW, 30)
        self.sheet.write_string(HEAD_ROW, 0, NUMBER, self.head)
        for place, column in enumerate(self.list.columns, 1):
            self.sheet.write_string(HEAD_ROW, place, column.heading, self.head)

    def _write_section(self, row: int, heading: str) -> None:
        self.sheet.set_row(row, 20)
        self.sheet.write_string(row, 0, heading, self.section)
        for place in range(1, len(self.widths) + 1):
            self.sheet.write_blank(row, place, None, self.section)

    def _write_line(self, row: int, number: int, cells: list[str]) -> None:
        self.sheet.set_row(row, row_height(cells, self.widths))
        self.sheet.write_number(row, 0, number, self.centred)
        for place, (column, cell) in enumerate(zip(self.list.columns, cells, strict=True), 1):
            if column.day and len(cell) == WHOLE_DAY:
                self.sheet.write_datetime(row, place, datetime.fromisoformat(cell), self.day)
            elif cell:
                self.sheet.write_string(row, place, cell[:LONGEST_CELL], self._format(column, cell))
            else:
                self.sheet.write_blank(row, place, None, self.text)

    def _format(self, column: Column, cell: str) -> Any:
        plain = self.centred if column.centred else self.text
        return self.fills.get(cell[:2], plain) if column.name == "light" else plain
