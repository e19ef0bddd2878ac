"""The responsibility list as CSV that Excel opens right: a byte order mark, and no cell that it would take for a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import BinaryIO

from graph.exports.responsibility import responsibility_list
from graph.exports.responsibility_lines import HEADINGS, lines
from graph.exports.scope import Scope
from graph.store import Store

FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
"""What a cell begins with that a spreadsheet may take for a formula; full-width forms count in East Asian editions."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def write_csv(store: Store, scope: Scope, stream: BinaryIO) -> None:
    """Writes one line for each directive and owner. Raises QueryError as `responsibility_list` does."""
    covered = responsibility_list(store, scope)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    try:
        writer = csv.writer(text)
        writer.writerow(HEADINGS)
        writer.writerows([guarded(cell) for cell in line] for line in lines(store, covered))
    finally:
        text.detach()


def guarded(cell: str) -> str:
    """The text without control characters, with an apostrophe before it where a spreadsheet would reckon with it."""
    shown = _CONTROL.sub("�", cell)
    return f"'{shown}" if shown.startswith(FORMULA_STARTS) else shown
