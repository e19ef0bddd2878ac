"""Scans: pictures of pages (.png, .jpg, .tif with one or more pages), read by text recognition; and pictured pages of a PDF."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

from importers.document import Block
from importers.formats.page_flow import Rows, blocks_of
from importers.formats.pdf_layout import Line, lines_of
from importers.formats.recognition import LONGEST_SIDE, glyphs_of, library, recognise, skew_of
from importers.formats.ruled_tables import TableRow, table_rows
from importers.formats.scan_strokes import strokes_in
from importers.limits import PIXELS, SCANNED_PAGES
from schema import InputError

A4 = (595.0, 842.0)
"""Width and height in points that a page is taken to have whose picture does not say."""


def read(data: bytes) -> list[Block]:
    """The paragraphs and table rows of a picture or of the pages of a .tif, with how sure they are. Raises InputError."""
    pages: list[list[Line]] = []
    rows: Rows = {}
    for number, picture in enumerate(_pictures(data), 1):
        lines, found = read_page(picture, number, A4 if picture.shape[0] > picture.shape[1] else A4[::-1])
        pages.append(lines)
        rows[number] = found
    if not any(pages):
        raise InputError("shows no text", remedy="scan it again, upright and with 200 or more dots to the inch")
    return blocks_of(pages, rows)


def read_page(picture: Any, number: int, size: tuple[float, float]) -> tuple[list[Line], list[TableRow]]:
    """The lines and table rows of the picture of a page (an array of rows of pixels of three colours); `size` is its width and height in points."""
    recognised = recognise(picture)
    scale, skew = size[0] / picture.shape[1], skew_of(recognised)
    glyphs = sorted(glyphs_of(recognised, scale, skew), key=lambda glyph: glyph.top + glyph.bottom)
    return lines_of(glyphs, number, size[1]), table_rows(strokes_in(picture, scale, skew), glyphs, size[1])


def _pictures(data: bytes) -> Iterator[Any]:
    """The pages of a picture file as arrays."""
    image_library, sequence, numpy = library("PIL.Image"), library("PIL.ImageSequence"), library("numpy")
    try:
        with warnings.catch_warnings(action="ignore"), image_library.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as file:
            if getattr(file, "n_frames", 1) > SCANNED_PAGES:
                raise InputError(f"has more than {SCANNED_PAGES} pages", remedy="split it into its documents")
            for image in sequence.Iterator(file):
                _check(image.size)
                yield numpy.asarray(_brought_down(image.convert("RGB")))
    except (OSError, ValueError, SyntaxError, ArithmeticError, EOFError, KeyError, TypeError, IndexError, image_library.DecompressionBombError) as error:
        raise InputError(f"is no readable picture ({type(error).__name__})", remedy="get the file again from its source") from None


def _check(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > PIXELS:
        raise InputError(f"is a picture of {width} × {height} pixels, more than a page needs", remedy="scan it with 200 or 300 dots to the inch")


def _brought_down(image: Any) -> Any:
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return image
