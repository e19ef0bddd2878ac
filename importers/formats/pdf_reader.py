"""PDF with a text layer: reads the lines with their boxes, leaves out running heads and page numbers, joins lines back to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw

from importers.document import Block
from importers.formats.page_flow import Rows, blocks_of
from importers.formats.pdf_layout import Glyph, Line, lines_of
from importers.formats.pdf_pictures import is_pictured, recognised_page
from importers.formats.pdf_strokes import strokes_of
from importers.formats.recognition import REMEDY, is_installed
from importers.formats.ruled_tables import table_rows
from importers.limits import PAGES, TEXT_CHARACTERS
from schema import InputError

FEWEST = 40
"""Characters that a page has at least whose text is not a mere stamp or number upon its picture."""


def read(data: bytes) -> list[Block]:
    """The paragraphs and table rows of a PDF, with their pages. Raises InputError when it is damaged, encrypted or only pictures.

    Pages that are pictures are recognised where the extra for scans is installed; else each leaves an empty block that says so.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > PAGES:
                raise InputError(f"has {len(document)} pages, more than {PAGES}", remedy="split it into its documents")
            return _blocks(document)
    except pypdfium2.PdfiumError as error:
        raise _refused(str(error)) from None


def _blocks(document: pypdfium2.PdfDocument) -> list[Block]:
    pages: list[list[Line]] = []
    rows: Rows = {}
    pictured: list[int] = []
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        glyphs, height = _glyphs(page), page.get_height()
        if len(glyphs) < FEWEST and is_pictured(page):
            pictured.append(number)
        if number in pictured and is_installed():
            lines, rows[number] = recognised_page(page, number, len(pictured))
        else:
            lines, rows[number] = lines_of(glyphs, number, height), table_rows(strokes_of(page), glyphs, height)
        pages.append(lines)
    if not any(pages):
        remedy = REMEDY if pictured and not is_installed() else "get the document that it was made from"
        raise InputError("has no text layer: its pages are pictures" if pictured else "has no text", remedy=remedy)
    unread = [] if is_installed() else [Block("", page=number, confidence=0.0) for number in pictured]
    return sorted([*blocks_of(pages, rows), *unread], key=lambda block: block.page or 0)


def _refused(reason: str) -> InputError:
    if "password" in reason.lower():
        return InputError("is encrypted", remedy="remove the password")
    return InputError(f"is no readable PDF ({reason})", remedy="get the file again from its source")


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """The printed characters of a page with their boxes."""
    text_page = page.get_textpage()
    count = text_page.count_chars()
    if count > TEXT_CHARACTERS:
        raise InputError(f"has a page of more than {TEXT_CHARACTERS} characters", remedy="split it into its documents")
    return list(_characters(text_page, count, page.get_height()))


def _characters(text_page: pypdfium2.PdfTextPage, count: int, height: float) -> Iterator[Glyph]:
    """The printed characters; those that pdfium adds by itself (line breaks, guessed spaces) are passed over."""
    for index in range(count):
        code = pypdfium2.raw.FPDFText_GetUnicode(text_page, index)
        if pypdfium2.raw.FPDFText_IsGenerated(text_page, index) or code < 0x20 or not 0 < code <= 0x10FFFF or 0xD800 <= code < 0xE000:
            continue
        left, bottom, right, top = text_page.get_charbox(index, loose=True)
        yield Glyph(chr(code), left, height - top, right, height - bottom)
