"""PDF with a text layer: reads the lines with their boxes, leaves out running heads and page numbers, joins lines back to paragraphs."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pdfplumber
import pypdfium2
import pypdfium2.raw
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from importers.document import Block
from importers.formats.pdf_layout import Glyph, Line, lines_of, paragraphs, without_running_heads
from importers.formats.text_reader import lines as clean
from importers.limits import PAGES, TEXT_CHARACTERS
from schema import InputError

FEWEST_RULES = 6
"""A table has at least this many drawn lines; pages with fewer are spared the slow search for tables."""


def read(data: bytes) -> list[Block]:
    """The paragraphs and table rows of a PDF, with their pages. Raises InputError when it is damaged, encrypted or only pictures."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(str(error)) from None
    with document:
        if len(document) > PAGES:
            raise InputError(f"has {len(document)} pages, more than {PAGES}", remedy="split it into its documents")
        pages = [_page_lines(document[number], number + 1) for number in range(len(document))]
        ruled = [number for number in range(len(document)) if _rules(document[number]) >= FEWEST_RULES]
    if not any(pages):
        raise InputError("has no text layer: its pages are pictures", remedy="run text recognition over it first")
    rows = _tables(data, ruled) if ruled else {}
    kept = without_running_heads(pages)
    return [Block(text, block.kind, block.page) for block in _in_order(kept, rows) for text in clean(block.text)]


def _refused(reason: str) -> InputError:
    if "password" in reason.lower():
        return InputError("is encrypted", remedy="remove the password")
    return InputError(f"is no readable PDF ({reason})", remedy="get the file again from its source")


def _page_lines(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    """The printed lines of a page from top to bottom, put together from its characters and their boxes."""
    text_page = page.get_textpage()
    count = text_page.count_chars()
    if count > TEXT_CHARACTERS:
        raise InputError(f"has a page of more than {TEXT_CHARACTERS} characters", remedy="split it into its documents")
    return lines_of(_glyphs(text_page, count, page.get_height()), number, page.get_height())


def _glyphs(text_page: pypdfium2.PdfTextPage, count: int, height: float) -> Iterator[Glyph]:
    """The printed characters; those that pdfium adds by itself (line breaks, guessed spaces) are passed over."""
    for index in range(count):
        code = pypdfium2.raw.FPDFText_GetUnicode(text_page, index)
        if pypdfium2.raw.FPDFText_IsGenerated(text_page, index) or code < 0x20 or not 0 < code <= 0x10FFFF or 0xD800 <= code < 0xE000:
            continue
        left, bottom, right, top = text_page.get_charbox(index, loose=True)
        yield Glyph(chr(code), left, height - top, right, height - bottom)


def _rules(page: pypdfium2.PdfPage) -> int:
    return sum(1 for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=2))


TableRows = list[tuple[float, float, Block]]
"""Top and bottom of a table's row on its page, and the row."""


def _tables(data: bytes, pages: list[int]) -> dict[int, TableRows]:
    """The rows of the ruled tables of these pages (counted from 0), by page number (from 1)."""
    found: dict[int, TableRows] = {}
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for index in pages:
                page = document.pages[index]
                for table in page.find_tables():
                    found.setdefault(index + 1, []).extend(_rows(table, index + 1))
    except (PdfminerException, PDFException, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return {}  # the text is already read by pdfium; only the division into cells is lost
    return found


def _rows(table: pdfplumber.table.Table, page: int) -> Iterator[tuple[float, float, Block]]:
    for row, cells in zip(table.rows, table.extract(), strict=True):
        words = [" ".join((cell or "").split()) for cell in cells]
        if len(words) > 1 and any(words):
            yield row.bbox[1], row.bbox[3], Block("\t".join(words).rstrip("\t"), "row", page)


def _in_order(pages: list[list[Line]], rows: dict[int, TableRows]) -> Iterator[Block]:
    """Paragraphs and table rows in reading order; lines that stand inside a row are in the row already."""
    pending: list[Line] = []
    for lines in pages:
        number = lines[0].page if lines else 0
        waiting = sorted(rows.get(number, []), key=lambda row: row[0])
        for line in lines:
            while waiting and waiting[0][0] <= line.middle:
                yield from paragraphs(pending)
                pending = []
                yield waiting[0][2]
                waiting.pop(0)
            if not _stands_in(line, rows.get(number, [])):
                pending.append(line)
    yield from paragraphs(pending)


def _stands_in(line: Line, rows: TableRows) -> bool:
    return any(top <= line.middle <= bottom for top, bottom, _ in rows)
