"""The straight lines of a PDF page, which tables are drawn with: ruled lines and the edges of thin or shaded boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from importers.formats.ruled_tables import Stroke

NESTING = 4
"""How deep forms may stand in each other; deeper ones hold no table of minutes."""

STROKES = 20_000
"""More lines than this on a page are a drawing."""

Point = tuple[float, float]


def strokes_of(page: pypdfium2.PdfPage) -> list[Stroke]:
    """The straight lines that the page draws, in points from its top left corner; none of a page that is a drawing."""
    height = page.get_height()
    found: list[Stroke] = []
    for (x0, y0), (x1, y1) in _lines(page, None, pypdfium2.PdfMatrix(), 0):
        found.append(Stroke(x0, height - y0, x1, height - y1))
        if len(found) > STROKES:
            return []
    return found


def _lines(page: pypdfium2.PdfPage, form: object, outer: pypdfium2.PdfMatrix, depth: int) -> Iterator[tuple[Point, Point]]:
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM], max_depth=1, form=form):
        matrix = item.get_matrix().multiply(outer)
        if item.type == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < NESTING:
                yield from _lines(page, item.raw, matrix, depth + 1)
        elif _is_drawn(item):
            yield from ((matrix.on_point(*a), matrix.on_point(*b)) for a, b in _pieces(item))


def _is_drawn(path: pypdfium2.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path.raw, fill, stroke)) and bool(fill.value or stroke.value)


def _pieces(path: pypdfium2.PdfObject) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path in its own coordinates; curves only move its pen."""
    pen = begin = (0.0, 0.0)
    for index in range(pdfium.FPDFPath_CountSegments(path.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point, kind = (x.value, y.value), pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            yield pen, point
        elif kind == pdfium.FPDF_SEGMENT_MOVETO:
            begin = point
        pen = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield pen, begin
            pen = begin
