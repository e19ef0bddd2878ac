"""A table as JSON and as CSV that Excel opens right."""

from __future__ import annotations

import csv
import io
import json
from typing import BinaryIO

from graph.exports.office.comma import guarded
from graph.reading.table import Cell, Table


def write_json(table: Table, stream: BinaryIO) -> None:
    """Writes `{"columns", "rows", "truncated", "reason"}`, each row a map by column; UTF-8."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    told = {"columns": table.columns, "rows": rows, "truncated": table.truncated, "reason": table.reason}
    stream.write(json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n")


def write_csv(table: Table, stream: BinaryIO) -> None:
    """Writes a line of columns and a line for each row, UTF-8 with byte order mark; no text that a spreadsheet would reckon with."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    try:
        writer = csv.writer(text)
        writer.writerow([guarded(column) for column in table.columns])
        writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)
    finally:
        text.detach()


def written(cell: Cell) -> str:
    """A cell as a person reads it: text as it is, texts joined by 、, the rest as JSON, nothing for null."""
    if cell is None:
        return ""
    if isinstance(cell, list) and all(isinstance(member, str) for member in cell):
        return "、".join(map(str, cell))
    return cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)


def _csv_cell(cell: Cell) -> str:
    return guarded(written(cell)) if isinstance(cell, (str, list)) else written(cell)
