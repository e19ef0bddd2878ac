"""OFD, the fixed-layout format of Chinese offices: puts printed characters back to lines, lines to paragraphs, rulings to tables.

Stamps, annotations and signatures are left out. Source: GB/T 33190-2016.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from importers.document import Block
from importers.formats.ofd_package import Package, PageParts
from importers.formats.ofd_text import POINTS, Printed, printed
from importers.formats.page_flow import Rows, blocks_of
from importers.formats.pdf_layout import MARGIN_ZONE, Glyph, Line, lines_of
from importers.formats.ruled_tables import table_rows
from importers.limits import PAGES, TEXT_CHARACTERS
from schema import InputError

LEAST_LEGIBLE = 0.7
"""Share of characters that must have a meaning; some programs print glyphs of a font of their own and name no character."""


def read(data: bytes) -> list[Block]:
    """The paragraphs and table rows of an .ofd, with their pages, one document of the package after the other. Raises InputError."""
    package = Package(data)
    found: list[Block] = []
    first = 1
    for pages in package.documents():
        found += _document(pages, first)
        first += len(pages)
        if first > PAGES + 1:
            raise InputError(f"has more than {PAGES} pages", remedy="split it into its documents")
    if not any(block.text.strip() for block in found):
        raise InputError("has no text: its pages are pictures", remedy="run text recognition over it first")
    return found


def _document(pages: list[PageParts], first: int) -> list[Block]:
    """The blocks of one document, whose pages are counted from `first`."""
    shown: set[int] = set()
    lines: list[list[Line]] = []
    rows: Rows = {}
    count = 0
    for number, page in enumerate(pages, first):
        height = page.height * POINTS
        drawn = list(_printed(page, shown))
        glyphs = [glyph for part in drawn for glyph in part.glyphs]
        count += len(glyphs)
        if count > TEXT_CHARACTERS:
            raise InputError(f"has more than {TEXT_CHARACTERS:,} characters", remedy="split it into its documents")
        _check_legible(glyphs)
        glyphs.sort(key=lambda glyph: glyph.top + glyph.bottom)
        lines.append(lines_of(glyphs, number, height))
        rows[number] = table_rows(chain.from_iterable(part.strokes for part in drawn), glyphs, height)
    return blocks_of(lines, rows)


def _printed(page: PageParts, shown: set[int]) -> Iterator[Printed]:
    """What the page and its templates print. What a shared template prints outside the margins is read where it first comes."""
    for part in page.parts:
        found = printed(part, page.units)
        if part in page.shared and id(part) in shown:
            found.glyphs = [glyph for glyph in found.glyphs if _in_margin(glyph, page.height * POINTS)]
        shown.add(id(part))
        yield found


def _in_margin(glyph: Glyph, height: float) -> bool:
    return not MARGIN_ZONE * height < (glyph.top + glyph.bottom) / 2 < (1 - MARGIN_ZONE) * height


def _check_legible(glyphs: list[Glyph]) -> None:
    """Raises InputError when most codes stand for no character: private ones, ¤ and � that take the place of glyphs."""
    meant = sum(not (glyph.character in "¤\ufffd" or "\ue000" <= glyph.character <= "\uf8ff") for glyph in glyphs)
    if meant < LEAST_LEGIBLE * len(glyphs):
        raise InputError("prints glyphs without saying which characters they are", remedy="save it from its program as .docx, or as PDF with text")
