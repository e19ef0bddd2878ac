"""The XML parts of a zip package (.ofd, .xlsx), by path, whole or element by element; what is wrong with one becomes a refusal."""

from __future__ import annotations

import contextlib
import io
import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from importers.formats.package import check_package
from schema import InputError

BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, etree.XMLSyntaxError, ValueError, NotImplementedError, RuntimeError, EOFError, OSError)
"""What the libraries raise on parts that are damaged, encrypted or packed in an unknown way."""


class PackageXml:
    """A package of a format that is known by its ending. Raises InputError when it is damaged, encrypted or hostile."""

    def __init__(self, data: bytes, ending: str, remedy: str) -> None:
        check_package(data)
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._names = {name.replace("\\", "/").lower(): name for name in self._zip.namelist()}
        self._ending, self._remedy = ending, remedy

    def __contains__(self, path: str) -> bool:
        return path.lower() in self._names

    def damaged(self, reason: str) -> InputError:
        """The refusal of a package that is not as its standard has it."""
        return InputError(f"is no readable {self._ending} ({reason})", remedy=self._remedy)

    def root(self, path: str) -> etree._Element:
        """The root of a part. Entities stay unread."""
        with self._refusing(path) as name:
            return etree.fromstring(self._zip.read(name), etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True))

    def elements(self, path: str, *names: str) -> Iterator[etree._Element]:
        """The elements of these local names in a part, each when it is complete; what was read is dropped, so that a large part takes little memory."""
        wanted = [f"{{*}}{name}" for name in names]
        with self._refusing(path) as name, self._zip.open(name) as file:
            for _, element in etree.iterparse(file, tag=wanted, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True):
                yield element
                element.clear(keep_tail=False)
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]

    @contextlib.contextmanager
    def _refusing(self, path: str) -> Iterator[str]:
        """The member's name; raises InputError when it is not there or cannot be read."""
        if path not in self:
            raise self.damaged(f"{path[:80]} is missing")
        try:
            yield self._names[path.lower()]
        except BROKEN as error:
            raise self.damaged(str(error).splitlines()[0][:80] if str(error) else type(error).__name__) from None


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; producers differ in the namespace that they write."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of this local name."""
    return (child for child in element if local_name(child) == name)


def joined(folder: str, place: str) -> str:
    """The path within the package: from its root where the place begins with a stroke, else from the folder."""
    place = place.replace("\\", "/")
    return posixpath.normpath(place.lstrip("/") if place.startswith("/") else posixpath.join(folder, place))
