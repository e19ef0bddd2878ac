"""Web pages: their paragraphs, numbered lists and tables in place; scripts, menus, running heads and hidden text are left out.

Nothing that a page points at is fetched.
"""

from __future__ import annotations

import codecs
import re

from lxml import etree

from importers.document import Block
from importers.formats.html_elements import BLOCKS, left_out
from importers.formats.html_lists import OrderedList, numbered
from importers.formats.html_tables import is_layout, row_blocks
from importers.formats.text_reader import in_declared_encoding, lines
from importers.limits import XML_DEPTH
from schema import InputError

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE)
_HEAD = 4_096

_OFFICE = re.compile(r"LibreOffice|OpenOffice|StarOffice|Word|WPS|Kingsoft", re.IGNORECASE)
"""Programs that break a line of the file only where a space stands."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BROKEN = "\x1f"
"""Stands for a line break of the file, which is a space between words and nothing between Chinese characters."""
_BREAK = re.compile(rf" *{_BROKEN}[ {_BROKEN}]*")
_WIDE = re.compile(rf"(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]){_BROKEN}(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])")


def read(data: bytes) -> list[Block]:
    """The paragraphs and table rows of a web page in reading order. Raises InputError when it cannot be decoded or is hostile."""
    declared = _DECLARED.search(data[:_HEAD])
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return page_blocks(in_declared_encoding(data, declared[1].decode("ascii") if declared and not marked else None))


def page_blocks(page: str) -> list[Block]:
    """The paragraphs and table rows of a page's markup. Raises InputError when it is nested too deeply."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"is no readable web page ({type(error).__name__})", remedy="open it in a browser and save it again") from None
    if root is None:
        return []
    generator = root.find(".//meta[@name='generator']")
    spaced = generator is not None and bool(_OFFICE.search(generator.get("content", "")))
    return _Page(spaced).blocks(root, 0)


class _Page:
    """Goes through the elements of a page, or of one cell of it, and gathers the words of the paragraph at hand."""

    def __init__(self, spaced: bool) -> None:
        self._spaced = spaced
        self._words: list[str] = []
        self._number = ""
        self._found: list[Block] = []

    def blocks(self, element: etree._Element, depth: int) -> list[Block]:
        """What stands in the element."""
        self._inside(element, depth, None)
        self._end_paragraph()
        return self._found

    def _inside(self, element: etree._Element, depth: int, counting: OrderedList | None) -> None:
        if depth > XML_DEPTH:
            raise InputError("is nested too deeply", remedy="open it in a browser and save it again")
        self._text(element.text, element.tag == "pre")
        for child in element:
            if isinstance(child.tag, str) and not left_out(child):
                self._element(child, depth + 1, counting)
            self._text(child.tail, element.tag == "pre")

    def _element(self, element: etree._Element, depth: int, counting: OrderedList | None) -> None:
        if element.tag == "br":
            self._words.append("\n")
        elif element.tag == "table" and not is_layout(element):
            self._table(element, depth)
        elif element.tag in BLOCKS:
            self._block(element, depth, counting)
        else:
            self._inside(element, depth, counting)

    def _block(self, element: etree._Element, depth: int, counting: OrderedList | None) -> None:
        self._end_paragraph()
        if element.tag == "li":
            self._number = counting.number(element) if counting else ""
            counting = None
        elif element.tag in ("ol", "ul"):
            counting = OrderedList(element) if element.tag == "ol" else None
        self._inside(element, depth, counting)
        self._end_paragraph()
        if element.tag == "li":
            self._number = ""

    def _table(self, table: etree._Element, depth: int) -> None:
        self._end_paragraph()
        caption = table.find("caption")
        if caption is not None:
            self._inside(caption, depth + 1, None)
            self._end_paragraph()
        self._found += row_blocks(table, lambda cell: _Page(self._spaced).blocks(cell, depth + 1))

    def _text(self, text: str | None, as_written: bool) -> None:
        if text:
            self._words.append(text if as_written else _SPACE.sub(_collapsed, text))

    def _end_paragraph(self) -> None:
        """Puts out the paragraph at hand, its number in front, one block a line; blank ones are dropped."""
        text = _BREAK.sub(_BROKEN, "".join(self._words))
        text = (text if self._spaced else _WIDE.sub("", text)).replace(_BROKEN, " ")
        text = "\n".join(line.strip(" ") for line in re.sub(" +", " ", text).split("\n")).replace("\u00a0", " ")
        self._words = []
        if text.strip():
            self._found += [Block(line) for line in lines(numbered(self._number, text) if self._number else text) if line.strip()]
            self._number = ""


def _collapsed(space: re.Match[str]) -> str:
    """A run of white space in the file; a tab within a line was meant."""
    run = space.group()
    if "\n" in run or "\r" in run:
        return _BROKEN
    return "\t" if "\t" in run else " "
