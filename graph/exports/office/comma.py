"""A list as CSV that Excel opens right: a byte order mark, and no cell that it would take for a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import BinaryIO

from graph.exports.lists.office_list import OfficeList

FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
"""What a cell begins with that a spreadsheet may take for a formula; full-width forms count in East Asian editions."""

SECTION_HEADING = "分类"

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def write_csv(list_: OfficeList, stream: BinaryIO) -> None:
    """Writes a line of headings and one for each row, with the section's heading first where the list has sections."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    try:
        writer = csv.writer(text)
        headed = any(section.heading for section in list_.sections)
        writer.writerow([*([SECTION_HEADING] if headed else []), *(column.heading for column in list_.columns)])
        for section in list_.sections:
            before = [section.heading] if headed else []
            writer.writerows([guarded(cell) for cell in (*before, *row)] for row in list_.rows(section))
    finally:
        text.detach()


def guarded(cell: str) -> str:
    """The text without control characters, with an apostrophe before it where a spreadsheet would reckon with it."""
    shown = _CONTROL.sub("�", cell)
    return f"'{shown}" if shown.startswith(FORMULA_STARTS) else shown
