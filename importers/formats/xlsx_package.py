"""The workbook of an .xlsx package: its sheets in order, the strings that they share, and the number format of each style.

Source: ECMA-376 part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from importers.formats.number_formats import BUILT_IN
from importers.formats.package_xml import PackageXml, children, joined, local_name
from importers.limits import SHEETS, STRINGS, TEXT_CHARACTERS
from schema import InputError

UNREADABLE = "open it in Excel or WPS and save it again as .xlsx"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is shown: its name, and the path of its part in the package."""

    name: str
    path: str


class Workbook:
    """An .xlsx file. Raises InputError when it is damaged, encrypted or hostile."""

    def __init__(self, data: bytes) -> None:
        self.parts = PackageXml(data, ".xlsx", UNREADABLE)
        main = next((path for kind, path in self._related("", "") if kind == "officeDocument"), "xl/workbook.xml")
        folder, name = posixpath.split(main)
        root = self.parts.root(main)
        related = self._related(folder, name)
        places = {id_: path for (_, path), id_ in zip(related, self._ids(folder, name), strict=True)}
        self.from_1904 = any(p.get("date1904") in ("1", "true") for p in children(root, "workbookPr"))
        self.sheets = [Sheet(s.get("name", ""), places[_id(s)]) for group in children(root, "sheets") for s in children(group, "sheet")
                       if s.get("state", "visible") == "visible" and _id(s) in places]
        if len(self.sheets) > SHEETS:
            raise InputError(f"has {len(self.sheets)} sheets, more than {SHEETS}", remedy="split it into its documents")
        self.strings = self._strings(next((path for kind, path in related if kind == "sharedStrings"), ""))
        self.formats = self._formats(next((path for kind, path in related if kind == "styles"), ""))

    def _relations(self, folder: str, name: str) -> list[etree._Element]:
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        return list(children(self.parts.root(path), "Relationship")) if path in self.parts else []

    def _related(self, folder: str, name: str) -> list[tuple[str, str]]:
        """The kind and path of each part that a part relates to."""
        return [(r.get("Type", "").rpartition("/")[2], joined(folder, r.get("Target", ""))) for r in self._relations(folder, name)]

    def _ids(self, folder: str, name: str) -> list[str]:
        return [r.get("Id", "") for r in self._relations(folder, name)]

    def _strings(self, path: str) -> list[str]:
        """The shared strings by number."""
        found: list[str] = []
        length = 0
        for item in self.parts.elements(path, "si") if path in self.parts else ():
            found.append(text_of(item))
            length += len(found[-1])
            if len(found) > STRINGS or length > 4 * TEXT_CHARACTERS:
                raise InputError("holds far more words than minutes have", remedy="split it into its documents")
        return found

    def _formats(self, path: str) -> list[str]:
        """The number format of each cell style by number."""
        if path not in self.parts:
            return []
        root = self.parts.root(path)
        own = {f.get("numFmtId", ""): f.get("formatCode", "") for group in children(root, "numFmts") for f in children(group, "numFmt")}
        ids = [x.get("numFmtId", "0") for group in children(root, "cellXfs") for x in children(group, "xf")]
        return [own.get(id_) or BUILT_IN.get(int(id_) if id_.isdecimal() and len(id_) < 6 else 0, "General") for id_ in ids]


def text_of(item: etree._Element) -> str:
    """The words of a string item, its runs joined; the readings above Chinese or Japanese words are left out."""
    found: list[str] = []
    for child in item:
        if local_name(child) == "t":
            found.append(child.text or "")
        elif local_name(child) == "r":
            found += [t.text or "" for t in children(child, "t")]
    return "".join(found)


def _id(sheet: etree._Element) -> str:
    """The id of a sheet's relation."""
    return next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
