"""Word documents: walks the XML itself, so that automatic numbers, inserted text, text boxes and tables stay where they stand.

Deleted and hidden text, running heads but for marks of secrecy, footnotes and comments are left out. Source: ECMA-376 part 1 (WordprocessingML).
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from importers.document import Block
from importers.formats.docx_numbering import Numbering
from importers.formats.package import check_package
from importers.formats.package_xml import BROKEN
from importers.formats.table_rows import WIDEST_SPAN, Cell, cell_text, row_block
from importers.formats.text_reader import lines
from importers.limits import XML_DEPTH
from importers.secrecy_marks import mark_in
from schema import InputError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

LEFT_OUT = {W + name for name in (
    "del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr", "tblPr", "footnoteReference", "annotationRef", "rt",
)}
"""Deleted and moved text, field codes, properties, and the readings above ruby text."""

CHARACTERS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": ""}


def read(data: bytes) -> list[Block]:
    """The paragraphs and table rows of a .docx in reading order. Raises InputError when it is damaged, encrypted or hostile."""
    check_package(data)
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        numbering = Numbering(_part(document, "numbering"), _part(document, "styles"))
    except (OpcError, KeyError, AttributeError, TypeError, *BROKEN) as error:
        raise InputError(f"is no readable .docx ({_short(error)})", remedy="open it in Word or WPS and save it again as .docx") from None
    return [*_marks_of_secrecy(document), *_blocks(body, numbering, 0)]


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:120] if str(error) else type(error).__name__


def _part(document: docx.document.Document, kind: str) -> etree._Element | None:
    """The root of the part that the document relates to as `numbering` or `styles`, or None."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            return etree.fromstring(relation.target_part.blob, parser)
    return None


def _marks_of_secrecy(document: docx.document.Document) -> Iterator[Block]:
    """The lines of running heads and feet that bear one: 机密★10年; each once, above the text."""
    parts = [r.target_part for r in document.part.rels.values() if r.reltype.endswith(("/header", "/footer")) and not r.is_external]
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found: dict[str, None] = {}
    for part in parts:
        for paragraph in etree.fromstring(part.blob, parser).iter(W + "p"):
            found |= {line: None for line in lines("".join(_words(paragraph, []))) if mark_in(line)}
    yield from map(Block, found)


def _blocks(container: etree._Element, numbering: Numbering, depth: int) -> Iterator[Block]:
    """Paragraphs and rows below a body, content control, insertion or text box."""
    if depth > XML_DEPTH:
        raise InputError("is nested too deeply", remedy="open it in Word or WPS and save it again")
    for child in container:
        if child.tag == W + "p":
            yield from _paragraph(child, numbering, depth)
        elif child.tag == W + "tbl":
            yield from _table(child, numbering, depth)
        elif isinstance(child.tag, str) and child.tag not in LEFT_OUT:
            yield from _blocks(child, numbering, depth + 1)


def _paragraph(paragraph: etree._Element, numbering: Numbering, depth: int) -> Iterator[Block]:
    """The lines of a paragraph, its number in front, then the text boxes anchored in it."""
    boxes: list[etree._Element] = []
    words = "".join(_words(paragraph, boxes))
    number = numbering.next_number(paragraph) if words.strip() else ""
    for line in lines(number + words):
        yield Block(line)
    for box in boxes:
        yield from _blocks(box, numbering, depth + 1)


def _words(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """The text of a paragraph's runs; text boxes met on the way are put aside."""
    for child in element:
        tag = child.tag
        if tag == W + "t":
            yield child.text or ""
        elif tag in CHARACTERS:
            yield CHARACTERS[tag]
        elif tag == W + "sym":
            yield _symbol(child)
        elif tag == W + "txbxContent":
            boxes.append(child)
        elif tag == MC + "AlternateContent":
            chosen = child.find(MC + "Choice")
            yield from _words(chosen if chosen is not None else child, boxes)
        elif isinstance(tag, str) and tag not in LEFT_OUT and not (tag == W + "r" and _hidden(child)):
            yield from _words(child, boxes)


def _hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(W + "val") not in ("0", "false", "off")


def _symbol(element: etree._Element) -> str:
    """A character given by code; codes of private symbol fonts mean nothing as text."""
    code = int(element.get(W + "char", "0"), 16)
    return chr(code) if 0x20 <= code < 0xE000 and not 0xD800 <= code < 0xE000 else ""


def _table(table: etree._Element, numbering: Numbering, depth: int) -> Iterator[Block]:
    """The rows of a table; a cell merged downwards says in each row what it says in the first."""
    above: dict[int, str] = {}
    for row in table.iter(W + "tr"):
        if next(row.iterancestors(W + "tbl")) is not table or _deleted(row):
            continue
        cells = [cell for cell in row.iter(W + "tc") if next(cell.iterancestors(W + "tr")) is row]
        yield row_block((_cell(cell, numbering, depth) for cell in cells), above)


def _cell(cell: etree._Element, numbering: Numbering, depth: int) -> Cell:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    continued = merge is not None and merge.get(W + "val", "continue") == "continue"
    return Cell("" if continued else cell_text(_blocks(cell, numbering, depth + 1)), _span(cell), continued)


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    width = span.get(W + "val", "1") if span is not None else "1"
    return min(int(width), WIDEST_SPAN) if width.isdigit() else 1


def _deleted(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
