"""A list as PDF on A4 across, with its Chinese font inside."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import typst
from pylopdf_fonts_zh_cn import sans_path

from graph.exports.lists.office_list import OfficeList, Section
from schema import QueryError

LAYOUT = Path(__file__).with_name("page.typ")

MOST_ROWS = 20_000
"""More rows take minutes to set, and nobody reads a thousand pages."""


def write_pdf(list_: OfficeList, stream: BinaryIO) -> None:
    """Writes title, note and a table for each section. Raises QueryError for more than MOST_ROWS rows."""
    if sum(len(section.parts) for section in list_.sections) > MOST_ROWS:
        raise QueryError(f"more than {MOST_ROWS} rows make no page to read", remedy="export xlsx, or narrow the list to a department")
    told = {
        "title": list_.title, "note": list_.note, "day": [int(part) for part in list_.as_of.split("-")],
        "headings": ["序号", *(column.heading for column in list_.brief)],
        "sections": [{"heading": _heading(section), "rows": _rows(list_, section)} for section in list_.sections],
    }
    # The file has to be the same for the same list, so it bears the list's date and not the hour of writing.
    day = datetime.fromisoformat(list_.as_of).replace(tzinfo=UTC)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[sans_path().parent])
    compiler = typst.Compiler(LAYOUT, font_paths=fonts, sys_inputs={"list": json.dumps(told, ensure_ascii=False)})
    pdf = compiler.compile(format="pdf", timestamp=day)
    assert isinstance(pdf, bytes)
    stream.write(pdf)


def _heading(section: Section) -> str:
    return f"{section.heading}（{len(section.parts)} 项）" if section.heading else ""


def _rows(list_: OfficeList, section: Section) -> list[list[str]]:
    return [[str(number), *(column.cell(part) for column in list_.brief)] for number, part in enumerate(section.parts, 1)]
