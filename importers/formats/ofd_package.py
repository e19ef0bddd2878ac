"""The parts of an .ofd package: its documents, their pages with the templates under them, and what objects refer to.

Source: GB/T 33190-2016, 7 (documents, pages, resources).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from importers.formats.package import check_package
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
        check_package(data)
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._names = {name.replace("\\", "/").lower(): name for name in self._zip.namelist()}

    def documents(self) -> Iterator[list[PageParts]]:
        """The pages of each document in the package, in the order of its first part."""
        roots = [text(body, "DocRoot") for body in children(self.part("OFD.xml"), "DocBody")]
        if not any(roots):
            raise damaged("it names no document")
        for root in roots:
            yield list(self._pages(_joined("", root)))

    def part(self, path: str) -> etree._Element:
        """The root of an XML part."""
        name = self._names.get(path.lower())
        if name is None:
            raise damaged(f"{path[:80]} is missing")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(self._zip.read(name), parser)
        except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, ValueError, NotImplementedError, EOFError, OSError) as error:
            raise damaged(str(error).splitlines()[0][:80] if str(error) else type(error).__name__) from None

    def _pages(self, path: str) -> Iterator[PageParts]:
        root = self.part(path)
        document = self._document(root, posixpath.dirname(path))
        listed = [page for pages in children(root, "Pages") for page in children(pages, "Page")]
        if len(listed) > PAGES:
            raise InputError(f"has {len(listed)} pages, more than {PAGES}", remedy="split it into its documents")
        contents = [self.part(_joined(document.folder, page.get("BaseLoc", ""))) for page in listed]
        uses = Counter(id_ for content in contents for id_ in {_template(use) for use in children(content, "Template")})
        for content in contents:
            yield _parts_of(content, document, uses)

    def _document(self, root: etree._Element, folder: str) -> _Document:
        common = next(children(root, "CommonData"), None)
        if common is None:
            return _Document(folder, A4)
        document = _Document(folder, box_of(common, "PageArea") or A4)
        for template in children(common, "TemplatePage"):
            content = self.part(_joined(folder, template.get("BaseLoc", "")))
            document.templates[template.get("ID", "")] = content, template.get("ZOrder", BACKGROUND)
        for kind in ("PublicRes", "DocumentRes"):
            for resource in children(common, kind):
                self._take_units(_joined(folder, (resource.text or "").strip()), document)
        return document

    def _take_units(self, path: str, document: _Document) -> None:
        """Keeps the composite graphics of a resource file; one that is missing costs only what it would have drawn."""
        if path.lower() in self._names:
            for group in children(self.part(path), "CompositeGraphicUnits"):
                document.units |= {unit.get("ID", ""): unit for unit in children(group, "CompositeGraphicUnit")}


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of this local name; producers differ in the namespace that they write."""
    return (child for child in element if isinstance(child.tag, str) and local_name(child) == name)


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


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


def damaged(reason: str) -> InputError:
    """The refusal of a package that is not as the standard has it."""
    return InputError(f"is no readable .ofd ({reason})", remedy="open it in an OFD reader and save it again, or as PDF with text")


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


def _joined(folder: str, place: str) -> str:
    """The path within the package: from its root where the place begins with a stroke, else from the folder."""
    place = place.replace("\\", "/")
    return posixpath.normpath(place.lstrip("/") if place.startswith("/") else posixpath.join(folder, place))
