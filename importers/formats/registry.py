"""One reader a format. To add a format: write its module with `read(data) -> blocks`, and add its line to FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from importers.document import Block
from importers.formats import (
    doc_reader,
    docx_reader,
    html_reader,
    mail_reader,
    odt_reader,
    ofd_reader,
    pdf_reader,
    rtf_reader,
    scan_reader,
    text_reader,
    xlsx_reader,
)
from importers.formats.contents import shown_format
from importers.formats.recognition import is_installed
from importers.limits import SCAN_PATIENCE


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its name, the file name endings that promise it, and its reader.

    A reader takes the file's bytes, gives the blocks of its text in reading order and raises InputError on what it cannot read.
    `attached`, where files can stand inside the file, gives their names and bytes.
    `pictures` tells how much of such a file may be pictures, which only the extra for scans reads.
    """

    name: str
    endings: tuple[str, ...]
    read: Callable[[bytes], list[Block]]
    attached: Callable[[bytes], Iterator[tuple[str, bytes]]] | None = None
    pictures: Literal["none", "some", "all"] = "none"

    @property
    def is_readable(self) -> bool:
        """Whether this machine has what it takes to read any such file."""
        return self.pictures != "all" or is_installed()

    @property
    def patience(self) -> int:
        """How many times as long as others such a file may take: recognition takes seconds a page."""
        return SCAN_PATIENCE if self.pictures != "none" and is_installed() else 1


FORMATS: tuple[Format, ...] = (
    Format("txt", (".txt", ".text", ".md"), text_reader.read),
    Format("docx", (".docx", ".docm"), docx_reader.read),
    Format("doc", (".doc", ".dot", ".wps", ".wpt"), doc_reader.read),
    Format("pdf", (".pdf",), pdf_reader.read, pictures="some"),
    Format("rtf", (".rtf",), rtf_reader.read),
    Format("odt", (".odt", ".ott"), odt_reader.read),
    Format("html", (".html", ".htm", ".xhtml"), html_reader.read),
    Format("eml", (".eml",), mail_reader.read, mail_reader.attachments),
    Format("ofd", (".ofd",), ofd_reader.read),
    Format("xlsx", (".xlsx", ".xlsm"), xlsx_reader.read),
    Format("scan", (".png", ".jpg", ".jpeg", ".tif", ".tiff"), scan_reader.read, pictures="all"),
)


def format_of(name: str) -> Format | None:
    """The format that a file's name promises, or None."""
    lower = name.lower()
    return next((f for f in FORMATS if lower.endswith(f.endings)), None)


def format_in(name: str, data: bytes) -> Format | None:
    """The format that a file's bytes show, or else the one that its name promises: much that is called .doc is RTF or HTML."""
    shown = shown_format(data)
    return next((f for f in FORMATS if f.name == shown), None) or format_of(name)
