"""PDF with a text layer: reads the lines with their boxes, leaves out running heads and page numbers, joins lines back to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw

from importers.document import Block
from importers.formats.page_flow import Rows, blocks_of
from importers.formats.pdf_layout import Glyph, Line, lines_of
from importers.formats.pdf_strokes import strokes_of
from importers.formats.ruled_tables import table_rows
from importers.limits import PAGES, TEXT_CHARACTERS
from schema import InputError


def read(data: bytes) -> list[Block]:
    """The paragraphs and table rows of a PDF, with their pages. Raises InputError when it is damaged, encrypted or only pictures."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(str(error)) from None
    with document:
        if len(document) > PAGES:
            raise InputError(f"has {len(document)} pages, more than {PAGES}", remedy="split it into its documents")
        pages: list[list[Line]] = []
        rows: Rows = {}
        for number in range(1, len(document) + 1):
            page = document[number - 1]
            glyphs, height = _glyphs(page), page.get_height()
            pages.append(lines_of(glyphs, number, height))
            rows[number] = table_rows(strokes_of(page), glyphs, height)
    if not any(pages):
        raise InputError("has no text layer: its pages are pictures", remedy="run text recognition over it first")
    return blocks_of(pages, rows)


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
