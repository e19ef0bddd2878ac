"""A list as a Word file in the layout of official documents, GB/T 9704-2012: A4, 22 lines of 28 characters a page, 仿宋 16 points."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any, BinaryIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from graph.exports.lists.columns import LIGHTS
from graph.exports.lists.office_list import OfficeList, Part, Section
from schema import QueryError

MOST_ROWS = 5_000
"""A Word file with more rows takes minutes to open."""

TITLE_FONT, HEADING_FONT, TEXT_FONT, NUMBER_FONT = "方正小标宋简体", "黑体", "仿宋_GB2312", "Times New Roman"
FALLBACKS = {TITLE_FONT: "方正小标宋_GBK,华文中宋,Noto Serif CJK SC", HEADING_FONT: "SimHei,Noto Sans CJK SC",
             TEXT_FONT: "仿宋,FangSong,STFangsong,Noto Serif CJK SC"}
"""What a machine without the fonts that the standard names shows instead."""

LINE_TWIPS = 580
"""225 mm for 22 lines."""
TEXT_POINTS = 16
CHARACTER_TWIPS = -4
"""What each character of the text gives up, so that 28 of them fit into 156 mm; programs disagree about a grid of characters."""

COLUMN_SHARES = (4, 36, 18, 14, 10, 26)
"""Of the width of the table, the number first."""
FILLS = {LIGHTS["overdue"]: "F8CBAD", LIGHTS["soon"]: "FFE699", LIGHTS["running"]: "C6E0B4"}

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_docx(list_: OfficeList, stream: BinaryIO) -> None:
    """Writes title, note and a table for each section. Raises QueryError for more than MOST_ROWS rows."""
    if sum(len(section.parts) for section in list_.sections) > MOST_ROWS:
        raise QueryError(f"more than {MOST_ROWS} rows make no letter", remedy="export xlsx, or narrow the list to a department")
    document = Document()
    _date(document, list_)
    _lay_out(document)
    _paragraph(document, list_.title, TITLE_FONT, 22, WD_ALIGN_PARAGRAPH.CENTER)
    _paragraph(document, list_.note, TEXT_FONT, TEXT_POINTS, WD_ALIGN_PARAGRAPH.CENTER)
    for number, section in enumerate(list_.sections, 1):
        if section.heading:
            _paragraph(document, f"{numeral(number)}、{section.heading}（{len(section.parts)} 项）", HEADING_FONT, TEXT_POINTS)
        _table(document, list_, section)
    document.save(stream)


def _date(document: Any, list_: OfficeList) -> None:
    """The file has to be the same for the same list, so it bears the list's date and not the hour of writing."""
    properties, day = document.core_properties, datetime.fromisoformat(list_.as_of).replace(tzinfo=UTC)
    properties.title, properties.author, properties.comments = _plain(list_.title)[:255], "", ""
    properties.created = properties.modified = day


def _lay_out(document: Any) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    page.footer_distance = Mm(25)
    grid = page._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        page._sectPr.append(grid)
    for name, value in (("type", "lines"), ("linePitch", LINE_TWIPS)):
        grid.set(qn(f"w:{name}"), str(value))
    document.settings.odd_and_even_pages_header_footer = True
    _page_number(page.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(page.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)
    normal = document.styles["Normal"]
    normal.paragraph_format.space_after = Pt(0)
    _set_font(normal.element.get_or_add_rPr(), TEXT_FONT, TEXT_POINTS)
    _name_fallbacks(document)


def _page_number(footer: Any, side: Any) -> None:
    """— 1 — in 14 points, at the outer side."""
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    for kind, text in (("text", "— "), ("begin", ""), ("code", "PAGE"), ("end", ""), ("text", " —")):
        run = paragraph.add_run(text if kind == "text" else "")
        _set_font(run._r.get_or_add_rPr(), "宋体", 14)
        if kind in ("begin", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif kind == "code":
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)


def _name_fallbacks(document: Any) -> None:
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = "".join(f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
                    for name, others in FALLBACKS.items())
    part._blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>{fonts}</w:fonts>'.encode()


def _paragraph(document: Any, text: str, font: str, size: float, side: Any = None) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = side
    paragraph.paragraph_format.keep_with_next = font == HEADING_FONT
    _run(paragraph, text, font, size)


def _table(document: Any, list_: OfficeList, section: Section) -> None:
    headings = ("序号", *(column.heading for column in list_.brief))
    table = document.add_table(rows=1, cols=len(headings))
    table.style, table.autofit = "Table Grid", False
    for column, share in zip(table.columns, COLUMN_SHARES, strict=True):
        column.width = Mm(156 * share / sum(COLUMN_SHARES))
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        _fill(cell, heading, HEADING_FONT, 10.5, centred=True)
    _repeat(table.rows[0])
    for number, part in enumerate(section.parts, 1):
        _row(table, list_, number, part)


def _row(table: Any, list_: OfficeList, number: int, part: Part) -> None:
    row = table.add_row()
    unbroken = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(unbroken)
    cells = row.cells
    _fill(cells[0], str(number), TEXT_FONT, 10.5, centred=True)
    for cell, column in zip(cells[1:], list_.brief, strict=True):
        words = column.cell(part)
        _fill(cell, words, TEXT_FONT, 7.5 if column.name == "source" else 10.5, centred=column.centred)
        if column.name == "light" and words[:2] in FILLS:
            _shade(cell, FILLS[words[:2]])


def _fill(cell: Any, text: str, font: str, size: float, *, centred: bool) -> None:
    for number, line in enumerate(_plain(text).split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
        # A table's small lines do not follow the grid of the page.
        loose = OxmlElement("w:snapToGrid")
        loose.set(qn("w:val"), "0")
        paragraph._p.get_or_add_pPr().append(loose)
        _run(paragraph, line, font, size)


def _run(paragraph: Any, text: str, font: str, size: float) -> None:
    run = paragraph.add_run(_plain(text))
    _set_font(run._r.get_or_add_rPr(), font, size)


def _set_font(properties: Any, font: str, size: float) -> None:
    fonts = properties.get_or_add_rFonts()
    for name, value in (("ascii", NUMBER_FONT), ("hAnsi", NUMBER_FONT), ("eastAsia", font)):
        fonts.set(qn(f"w:{name}"), value)
    if size == TEXT_POINTS:
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), str(CHARACTER_TWIPS))
        properties.append(spacing)
    properties.get_or_add_sz().val = Pt(size)


def _shade(cell: Any, fill: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat(row: Any) -> None:
    """The headings stand on every page that the table reaches."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def numeral(number: int) -> str:
    """一, 二 … for the headings of sections."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if number >= 100:
        return str(number)
    return f"{digits[tens] if tens > 1 else ''}{'十' if tens else ''}{digits[ones] if ones or not tens else ''}"


def _plain(text: str) -> str:
    """What XML may hold."""
    return _FORBIDDEN.sub("�", text)
