"""Writes .ofd documents (GB/T 33190-2016) from paragraphs and tables, laid out as offices print them; and single pages by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
WIDTH, HEIGHT = 210.0, 297.0
LEFT, TOP, BOTTOM = 28.0, 40.0, 265.0
SIZE, STEP = 5.6, 9.8
COLUMNS = 27
"""Characters of the body to a line."""

Table = Sequence[Sequence[str | None]]
"""The cells of a table; None is part of the cell above."""


@dataclass
class Page:
    """A page's objects as XML, the id of the template under it, and its number."""

    objects: list[str] = field(default_factory=list)
    template: str = ""


@dataclass
class Layout:
    """Sets paragraphs and tables one below the other on as many pages as they need."""

    template: str = ""
    numbered: bool = True
    pages: list[Page] = field(default_factory=list)
    y: float = BOTTOM + 1

    def add(self, block: str | Table) -> None:
        """The next paragraph (indented as text is, centred if it is a title) or table."""
        if not isinstance(block, str):
            self._table(block)
        elif block.startswith("# "):
            self._line(block[2:], (WIDTH - len(block[2:]) * SIZE) / 2)
        else:
            self._paragraph(block)

    def _paragraph(self, words: str) -> None:
        first, *others = wrapped(words, COLUMNS - 2, COLUMNS)
        self._line(first, LEFT + 2 * SIZE)
        for line in others:
            self._line(line, LEFT)

    def _line(self, words: str, left: float) -> None:
        self._room(STEP)
        self.pages[-1].objects.append(text_object(words, left, self.y))
        self.y += STEP

    def _room(self, needed: float) -> None:
        if self.y + needed > BOTTOM:
            self.pages.append(Page(template=self.template))
            if self.numbered:
                self.pages[-1].objects.append(text_object(f"— {len(self.pages)} —", 95, 280))
            self.y = TOP

    def _table(self, table: Table) -> None:
        """A ruled table; cells wrap, a cell over several rows has no line within it."""
        count = len(table[0])
        width = COLUMNS * SIZE / count
        room = int((width - 2) // SIZE)
        for index, row in enumerate(table):
            lines = [wrapped(cell or "", room, room) for cell in row]
            height = STEP * max(map(len, lines))
            self._room(height)
            objects, top = self.pages[-1].objects, self.y
            for column, cell in enumerate(row):
                left = LEFT + column * width
                if cell is not None:
                    objects.append(path_object(left, top, left + width, top))
                objects += [text_object(words, left + 1, top + 1.5 + n * STEP) for n, words in enumerate(lines[column]) if words]
            objects += [path_object(LEFT + c * width, top, LEFT + c * width, top + height) for c in range(count + 1)]
            self.y += height
            if index + 1 == len(table) or self.y + STEP * 3 > BOTTOM:
                objects.append(path_object(LEFT, self.y, LEFT + count * width, self.y))
        self.y += STEP / 2


def wrapped(words: str, first: float, other: float) -> list[str]:
    """The words in lines of so many full characters; a mark that would begin a line takes the character before it along."""
    lines, room = [""], first
    for character in words:
        if width_of(lines[-1] + character) > room:
            taken = lines[-1][-1:] if character in "，。、；：？！）》”" else ""
            lines[-1] = lines[-1][:len(lines[-1]) - len(taken)]
            lines, room = [*lines, taken], other
        lines[-1] += character
    return lines


def width_of(words: str) -> float:
    """The width in full characters."""
    return sum(1 if ord(c) > 0x2E7F else 0.5 for c in words)


def text_object(words: str, left: float, top: float, size: float = SIZE, attributes: str = "", inner: str = "") -> str:
    """A line of text whose top left corner is given, with the distances from character to character."""
    advances = [size if ord(c) > 0x2E7F else size / 2 for c in words]
    deltas = f' DeltaX="{shortened(advances[:-1])}"' if len(words) > 1 else ""
    boundary = f"{left:.3f} {top:.3f} {sum(advances):.3f} {size:.3f}"
    return (f'<ofd:TextObject ID="1" Boundary="{boundary}" Font="3" Size="{size}" {attributes}>{inner}'
            f'<ofd:TextCode X="0" Y="{size * 0.88:.3f}"{deltas}>{escape(words)}</ofd:TextCode></ofd:TextObject>')


def shortened(values: Sequence[float]) -> str:
    """Numbers with repetitions in the standard's g notation."""
    words: list[str] = []
    at = 0
    while at < len(values):
        count = next((i for i, v in enumerate(values[at:]) if v != values[at]), len(values) - at)
        words.append(f"g {count} {values[at]:g}" if count > 1 else f"{values[at]:g}")
        at += count
    return " ".join(words)


def path_object(x0: float, y0: float, x1: float, y1: float) -> str:
    """A straight line."""
    return (f'<ofd:PathObject ID="1" Boundary="{x0:.3f} {y0:.3f} {max(x1 - x0, 0.1):.3f} {max(y1 - y0, 0.1):.3f}" LineWidth="0.2">'
            f'<ofd:AbbreviatedData>M 0 0 L {x1 - x0:.3f} {y1 - y0:.3f}</ofd:AbbreviatedData></ofd:PathObject>')


def page_xml(page: Page) -> str:
    """The content of a page."""
    template = f'<ofd:Template TemplateID="{page.template}" ZOrder="Background"/>' if page.template else ""
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<ofd:Page {NAMESPACE}>{template}<ofd:Content><ofd:Layer ID="2" Type="Body">'
            f'{"".join(page.objects)}</ofd:Layer></ofd:Content></ofd:Page>')


def package(documents: Sequence[Sequence[Page]], templates: dict[str, Page] | None = None, resources: str = "") -> bytes:
    """The bytes of a package of documents; all may use the templates, by id."""
    stream = io.BytesIO()
    bodies = "".join(f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>{n:032}</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_{n}/Document.xml</ofd:DocRoot></ofd:DocBody>"
                     for n in range(len(documents)))
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("OFD.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n<ofd:OFD {NAMESPACE} DocType="OFD" Version="1.1">{bodies}</ofd:OFD>')
        for number, pages in enumerate(documents):
            _write_document(archive, f"Doc_{number}", pages, templates or {}, resources)
    return stream.getvalue()


def _write_document(archive: zipfile.ZipFile, folder: str, pages: Sequence[Page], templates: dict[str, Page], resources: str) -> None:
    used = "".join(f'<ofd:TemplatePage ID="{id_}" BaseLoc="Tpls/{id_}/Content.xml" ZOrder="Background"/>' for id_ in templates)
    listed = "".join(f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    archive.writestr(f"{folder}/Document.xml", (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID>'
        f'<ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH:g} {HEIGHT:g}</ofd:PhysicalBox></ofd:PageArea>'
        f'<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{used}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>'))
    archive.writestr(f"{folder}/PublicRes.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:Fonts>'
                     f'<ofd:Font ID="3" FontName="FangSong"/></ofd:Fonts>{resources}</ofd:Res>')
    for id_, page in templates.items():
        archive.writestr(f"{folder}/Tpls/{id_}/Content.xml", page_xml(page))
    for number, page in enumerate(pages):
        archive.writestr(f"{folder}/Pages/Page_{number}/Content.xml", page_xml(page))


def document(blocks: Sequence[str | Table], running_head: str = "") -> bytes:
    """An .ofd of one document: its pages numbered, its running head on a template under every page."""
    layout = Layout(template="77" if running_head else "")
    for block in blocks:
        layout.add(block)
    templates = {"77": Page([text_object(running_head, 80, 14, 4)])} if running_head else {}
    return package([layout.pages], templates)
