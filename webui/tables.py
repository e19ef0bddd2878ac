"""The answer to an analyst's query as a table on a page and as a file."""

from __future__ import annotations

import csv
import io
import json

from markupsafe import Markup

from graph import Cell, Table, guarded
from webui.addresses import thing_url
from webui.facts import name_of
from webui.shown import shortened, shown
from webui.wording import type_of

LONGEST = 300
"""Characters of a cell on a page; the files hold it whole."""


def as_csv(table: Table) -> bytes:
    """Comma-separated, with the mark by which Excel knows UTF-8; text that a spreadsheet would take for a formula stays text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_plain(column) for column in table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def as_json(table: Table) -> bytes:
    """One object: `columns`, `rows`, whether they were `truncated`, and the `reason`."""
    answer = {"columns": table.columns, "rows": table.rows, "truncated": table.truncated, "reason": table.reason}
    return json.dumps(answer, ensure_ascii=False, indent=1).encode()


def _plain(cell: Cell) -> str | int | float:
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, bool) or cell is None:
        return "" if cell is None else str(cell).lower()
    return cell if isinstance(cell, (int, float)) else json.dumps(cell, ensure_ascii=False)


def cell_html(cell: Cell) -> Markup:
    """A cell on a page: things of the graph as links, all else as text."""
    if isinstance(cell, dict) and isinstance(cell.get("properties"), dict):
        properties = cell["properties"]
        id_ = str(properties.get("id") or "") if isinstance(properties, dict) else ""
        if type_of(id_):
            return _link(id_, name_of(properties) if isinstance(properties, dict) else "")
    if isinstance(cell, str) and type_of(cell):
        return _link(cell, "")
    text = cell if isinstance(cell, str) else "" if cell is None else json.dumps(cell, ensure_ascii=False)
    return Markup("<bdi>{}</bdi>").format(shown(shortened(text, LONGEST)))


def _link(id_: str, name: str) -> Markup:
    return Markup('<a href="{}"><bdi>{}</bdi></a>').format(thing_url(id_), shown(shortened(name, 60) or id_))
