"""Pages of a PDF that are pictures: which ones are, and what recognition reads on them."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw

from importers.formats.pdf_layout import Line
from importers.formats.recognition import LONGEST_SIDE, library
from importers.formats.ruled_tables import TableRow
from importers.formats.scan_reader import read_page
from importers.limits import SCANNED_PAGES
from schema import InputError

LEAST_COVERED = 0.5
"""Share of the page's area that its largest picture covers."""

SHARP = 200 / 72
"""Pixels to a point: 200 dots to the inch."""


def is_pictured(page: pypdfium2.PdfPage) -> bool:
    """Whether a picture covers most of the page."""
    area = page.get_width() * page.get_height()
    pictures = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)
    bounds = (picture.get_bounds() for picture in pictures)
    return any((right - left) * (top - bottom) > LEAST_COVERED * area for left, bottom, right, top in bounds)


def recognised_page(page: pypdfium2.PdfPage, number: int, count: int) -> tuple[list[Line], list[TableRow]]:
    """The lines and table rows that recognition finds on a page, the `count`-th pictured one. Raises InputError when there are too many."""
    if count > SCANNED_PAGES:
        raise InputError(f"has more than {SCANNED_PAGES} pages that are pictures", remedy="split it into its documents")
    size = page.get_width(), page.get_height()
    bitmap = page.render(scale=min(SHARP, LONGEST_SIDE / max(size)))
    return read_page(library("numpy").ascontiguousarray(bitmap.to_numpy()[:, :, :3]), number, size)
