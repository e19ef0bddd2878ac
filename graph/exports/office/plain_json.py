"""A list as JSON: what a program takes."""

from __future__ import annotations

import json
from typing import BinaryIO

from graph.exports.lists.office_list import OfficeList


def write_json(list_: OfficeList, stream: BinaryIO) -> None:
    """Writes `{"title", "note", "as_of", "columns": {name: heading}, "sections": [{"heading", "rows": [{name: cell}]}]}`; UTF-8."""
    names = [column.name for column in list_.columns]
    told = {
        "title": list_.title, "note": list_.note, "as_of": list_.as_of,
        "columns": {column.name: column.heading for column in list_.columns},
        "sections": [{"heading": section.heading, "rows": [dict(zip(names, row, strict=True)) for row in list_.rows(section)]}
                     for section in list_.sections],
    }
    stream.write(json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n")
