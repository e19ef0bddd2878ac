"""OpenDocument text: walks the XML of its package; automatic numbers, text boxes and tables stay where they stand.

Deleted and hidden text, running heads, notes and comments are left out. Source: ODF 1.3 part 3.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from importers.document import Block
from importers.formats.odt_numbering import STYLE, TEXT, Counters, Numbering
from importers.formats.package import check_package
from importers.formats.package_xml import BROKEN
from importers.formats.table_rows import WIDEST_SPAN, Cell, cell_text, row_block
from importers.formats.text_reader import lines
from importers.limits import XML_DEPTH
from schema import InputError

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"

LEFT_OUT = {
    *(TEXT + name for name in ("tracked-changes", "note", "hidden-text", "hidden-paragraph", "ruby-text", "sequence-decls", "variable-decls",
                               "user-field-decls", "table-of-content-source", "alphabetical-index-source", "illustration-index-source")),
    *(OFFICE + name for name in ("annotation", "annotation-end", "forms", "event-listeners", "binary-data")), SVG + "title", SVG + "desc",
}
"""What was deleted, notes and comments, and declarations that hold text of their own."""

SAVE_AGAIN = "open it in the program that wrote it and save it again, or as .docx"


def read(data: bytes) -> list[Block]:
    """The paragraphs and table rows of an .odt in reading order. Raises InputError when it is damaged, encrypted or hostile."""
    check_package(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if "encrypted-package" in package.namelist() or b"encryption-data" in _member(package, "META-INF/manifest.xml"):
                raise InputError("is encrypted", remedy="remove the password")
            roots = [_parsed(package.read("content.xml")), *map(_parsed, filter(None, [_member(package, "styles.xml")]))]
        body = roots[0].find(f"{OFFICE}body/{OFFICE}text")
    except (KeyError, *BROKEN) as error:
        raise InputError(f"is no readable .odt ({type(error).__name__})", remedy=SAVE_AGAIN) from None
    if body is None:
        raise InputError("is an OpenDocument file without text", remedy="save its text as .docx")
    return list(_Walk(Numbering(roots), _hidden_styles(roots)).blocks(body, 0))


def _member(package: zipfile.ZipFile, name: str) -> bytes:
    return package.read(name) if name in package.namelist() else b""


def _parsed(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _hidden_styles(roots: list[etree._Element]) -> frozenset[str]:
    """The styles whose text is not shown."""
    return frozenset(
        style.get(STYLE + "name", "") for root in roots for style in root.iter(STYLE + "style")
        for properties in style.iter(STYLE + "text-properties") if properties.get(TEXT + "display") == "none"
    )


@dataclass(slots=True)
class _Item:
    """A place in a list: its counters and level, and whether the next paragraph is the first of its item."""

    counters: Counters
    level: int
    first: bool = False
    start: str | None = None
    style: str | None = None


class _Walk:
    """Goes through the elements of one document."""

    def __init__(self, numbering: Numbering, hidden: frozenset[str]) -> None:
        self._numbering = numbering
        self._hidden = hidden

    def blocks(self, container: etree._Element, depth: int, item: _Item | None = None) -> Iterator[Block]:
        """Paragraphs and rows below a body, section, list or text box."""
        if depth > XML_DEPTH:
            raise InputError("is nested too deeply", remedy=SAVE_AGAIN)
        for child in container:
            if not isinstance(child.tag, str) or child.tag in LEFT_OUT or child.get(TEXT + "display") == "none":
                continue
            if child.tag in (TEXT + "p", TEXT + "h"):
                yield from self._paragraph(child, depth, item)
            elif child.tag == TABLE + "table":
                yield from self._table(child, depth)
            elif child.tag == TEXT + "list":
                yield from self._list(child, depth, item)
            else:
                yield from self.blocks(child, depth + 1, item)

    def _list(self, element: etree._Element, depth: int, outer: _Item | None) -> Iterator[Block]:
        style = element.get(TEXT + "style-name") or (outer.counters.style if outer else "")
        if outer is None or outer.counters.style != style:
            counters, level = self._numbering.begin(element, style), outer.level + 1 if outer else 1
        else:
            counters, level = outer.counters, outer.level + 1
        for entry in element:
            if entry.tag == TEXT + "list-item":
                item = _Item(counters, level, True, entry.get(TEXT + "start-value"), entry.get(TEXT + "style-override"))
                yield from self.blocks(entry, depth + 1, item)
            elif entry.tag == TEXT + "list-header":
                yield from self.blocks(entry, depth + 1, _Item(counters, level))

    def _paragraph(self, paragraph: etree._Element, depth: int, item: _Item | None) -> Iterator[Block]:
        """The lines of a paragraph, its number in front, then the text boxes anchored in it."""
        boxes: list[etree._Element] = []
        shown = paragraph.get(TEXT + "style-name") not in self._hidden
        words = "".join(self._words(paragraph, boxes, depth)) if shown else ""
        number = self._number(paragraph, item) if words.strip() else ""
        for line in lines(number + words):
            yield Block(line)
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _number(self, paragraph: etree._Element, item: _Item | None) -> str:
        if item is not None and item.first:
            item.first = False
            return self._numbering.next_number(item.counters, item.level, item.start, item.style)
        headed = paragraph.tag == TEXT + "h" and item is None and paragraph.get(TEXT + "is-list-header") != "true"
        return self._numbering.next_heading(paragraph) if headed else ""

    def _words(self, element: etree._Element, boxes: list[etree._Element], depth: int) -> Iterator[str]:
        """The text of a paragraph; drawings met on the way are put aside."""
        if depth > XML_DEPTH:
            raise InputError("is nested too deeply", remedy=SAVE_AGAIN)
        yield _collapsed(element.text)
        for child in element:
            if isinstance(child.tag, str):
                if child.tag.startswith(DRAW) and child.tag != DRAW + "a":
                    boxes.append(child)
                elif child.tag in (TEXT + "s", TEXT + "tab", TEXT + "line-break"):
                    yield _white(child)
                elif child.tag not in LEFT_OUT and child.get(TEXT + "style-name") not in self._hidden:
                    yield from self._words(child, boxes, depth + 1)
            yield _collapsed(child.tail)

    def _table(self, table: etree._Element, depth: int) -> Iterator[Block]:
        above: dict[int, str] = {}
        spans: dict[int, int] = {}
        for row in table.iter(TABLE + "table-row"):
            if next(row.iterancestors(TABLE + "table")) is table:
                yield row_block(self._cells(row, spans, depth), above)

    def _cells(self, row: etree._Element, spans: dict[int, int], depth: int) -> Iterator[Cell]:
        """The cells of a row; `spans` keeps how many columns the cell above each column covers."""
        column = covered = 0
        for element in row:
            if element.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                continue
            for _ in range(_count(element, TABLE + "number-columns-repeated")):
                if covered:
                    covered -= 1
                    continue
                continued = element.tag == TABLE + "covered-table-cell"
                span = spans.get(column, 1) if continued else _count(element, TABLE + "number-columns-spanned")
                yield Cell("" if continued else cell_text(self.blocks(element, depth + 1)), span, continued)
                spans[column] = span
                column, covered = column + span, span - 1


def _count(element: etree._Element, attribute: str) -> int:
    number = element.get(attribute, "1")
    return max(min(int(number[:9]), WIDEST_SPAN), 1) if number.isdecimal() else 1


def _white(element: etree._Element) -> str:
    if element.tag == TEXT + "s":
        return " " * _count(element, TEXT + "c")
    return "\t" if element.tag == TEXT + "tab" else "\n"


def _collapsed(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text or "")
