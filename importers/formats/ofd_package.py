"""The parts of an .ofd package: its documents, their pages with the templates under them, and what objects refer to.

Source: GB/T 33190-2016, 7 (documents, pages, resources).
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from importers.formats.package_xml import PackageXml, children, joined
from importers.limits import PAGES
from schema import InputError

BACKGROUND = "Background"
"""The order of a template that lies under the page; Foreground lies over it."""

A4 = (0.0, 0.0, 210.0, 297.0)
"""The box of a page whose size is not given, in millimetres."""


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page: the roots of its content and of its templates in the order in which they are printed, and its height in millimetres.

    `shared` are the templates that lie under other pages of the document too; each is listed in `parts` as well.
    """

    parts: tuple[etree._Element, ...]
    shared: frozenset[etree._Element]
    height: float
    units: dict[str, etree._Element]


@dataclass(slots=True)
class _Document:
    """What a document's pages have in common. Templates and units are kept by the id that pages and objects name."""

    folder: str
    box: tuple[float, ...]
    templates: dict[str, tuple[etree._Element, str]] = field(default_factory=dict)
    units: dict[str, etree._Element] = field(default_factory=dict)


class Package:
    """An .ofd file. Raises InputError when it is damaged, encrypted or hostile."""

    def __init__(self, data: bytes) -> None:
        self._parts = PackageXml(data, ".ofd", "open it in an OFD reader and save it again, or as PDF with text")

    def documents(self) -> Iterator[list[PageParts]]:
        """The pages of each document in the package, in the order of its first part."""
        roots = [text(body, "DocRoot") for body in children(self._parts.root("OFD.xml"), "DocBody")]
        if not any(roots):
            raise self._parts.damaged("it names no document")
        for root in roots:
            yield list(self._pages(joined("", root)))

    def _pages(self, path: str) -> Iterator[PageParts]:
        root = self._parts.root(path)
        document = self._document(root, posixpath.dirname(path))
        listed = [page for pages in children(root, "Pages") for page in children(pages, "Page")]
        if len(listed) > PAGES:
            raise InputError(f"has {len(listed)} pages, more than {PAGES}", remedy="split it into its documents")
        contents = [self._parts.root(joined(document.folder, page.get("BaseLoc", ""))) for page in listed]
        uses = Counter(id_ for content in contents for id_ in {_template(use) for use in children(content, "Template")})
        for content in contents:
            yield _parts_of(content, document, uses)

    def _document(self, root: etree._Element, folder: str) -> _Document:
        common = next(children(root, "CommonData"), None)
        if common is None:
            return _Document(folder, A4)
        document = _Document(folder, box_of(common, "PageArea") or A4)
        for template in children(common, "TemplatePage"):
            content = self._parts.root(joined(folder, template.get("BaseLoc", "")))
            document.templates[template.get("ID", "")] = content, template.get("ZOrder", BACKGROUND)
        for kind in ("PublicRes", "DocumentRes"):
            for resource in children(common, kind):
                self._take_units(joined(folder, (resource.text or "").strip()), document)
        return document

    def _take_units(self, path: str, document: _Document) -> None:
        """Keeps the composite graphics of a resource file; one that is missing costs only what it would have drawn."""
        if path in self._parts:
            for group in children(self._parts.root(path), "CompositeGraphicUnits"):
                document.units |= {unit.get("ID", ""): unit for unit in children(group, "CompositeGraphicUnit")}


def text(element: etree._Element, name: str) -> str:
    """The text of the first child of this name, or nothing."""
    return next(((child.text or "").strip() for child in children(element, name)), "")


def numbers(words: str | None) -> tuple[float, ...]:
    """The numbers of an attribute, divided by spaces; none if it holds anything else."""
    try:
        found = tuple(float(word) for word in (words or "").split()[:8])
    except ValueError:
        return ()
    return found if all(abs(number) < 1e6 for number in found) else ()


def box_of(element: etree._Element, area: str) -> tuple[float, ...]:
    """The physical box of an area: left, top, width and height in millimetres; nothing if it is not given."""
    box = next((numbers(text(child, "PhysicalBox")) for child in children(element, area)), ())
    return box if len(box) == 4 and box[3] > 0 else ()


def _parts_of(content: etree._Element, document: _Document, uses: Counter[str]) -> PageParts:
    """The page with its templates: those of the background before it, the others behind."""
    used = [_template(use) for use in children(content, "Template") if _template(use) in document.templates]
    below = [document.templates[id_][0] for id_ in used if document.templates[id_][1] == BACKGROUND]
    above = [document.templates[id_][0] for id_ in used if document.templates[id_][1] != BACKGROUND]
    shared = frozenset(document.templates[id_][0] for id_ in used if uses[id_] > 1)
    box = box_of(content, "Area") or document.box
    return PageParts((*below, content, *above), shared, box[3], document.units)


def _template(use: etree._Element) -> str:
    return use.get("TemplateID", "")
