"""What a file's bytes say it is, whatever its name: office programs read a mislabelled file without a word, so nobody mends its name."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from importers.formats.package import OLE

_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]{0,200}\?>\s*+)?(?:<!--[^>]{0,500}-->\s*+)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_WEB_ARCHIVE = re.compile(rb"(?:From: <Saved by|MIME-Version: 1\.0\r?\n)")
_MEMBERS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "OFD.xml": "ofd"}
_TEXT_DOCUMENT = b"application/vnd.oasis.opendocument.text"


def _in_package(data: bytes) -> str | None:
    """The format of a zip package by what stands in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if "mimetype" in names and "content.xml" in names:
                with package.open("mimetype") as kind:
                    return "odt" if kind.read(100).startswith(_TEXT_DOCUMENT) else None
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, EOFError):
        return None  # its reader says what is wrong with it
    return next((name for member, name in _MEMBERS.items() if member in names), None)


_BEGINNINGS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], str | None]], ...] = (
    (lambda data: data.startswith(OLE), lambda data: "doc"),
    (lambda data: data.startswith(b"%PDF-"), lambda data: "pdf"),
    (lambda data: data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")), lambda data: "scan"),
    (lambda data: data.lstrip()[:5] == b"{\\rtf", lambda data: "rtf"),
    (lambda data: data.startswith(b"PK\x03\x04"), _in_package),
    (lambda data: _MARKUP.match(data) is not None, lambda data: "html"),
    (lambda data: _WEB_ARCHIVE.match(data) is not None, lambda data: "eml"),
)


def shown_format(data: bytes) -> str | None:
    """The name of the format that the bytes begin like, or None where they do not tell."""
    return next((name(data) for begins, name in _BEGINNINGS if begins(data)), None)
