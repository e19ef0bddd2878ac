"""What a file's bytes say it is, whatever its name."""

from __future__ import annotations

import io
import zipfile

import pytest

from importers.formats.contents import shown_format
from importers.formats.package import OLE


def package(*names: str, kind: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, kind)
    return stream.getvalue()


@pytest.mark.parametrize(("data", "name"), [
    (OLE + b"...", "doc"), (b"%PDF-1.7\n", "pdf"), (b"\r\n{\\rtf1\\ansi", "rtf"), (package("word/document.xml"), "docx"), (package("xl/workbook.xml"), "xlsx"),
    (package("OFD.xml"), "ofd"), (package("mimetype", "content.xml", kind="application/vnd.oasis.opendocument.text-template"), "odt"),
    (package("mimetype", "content.xml", kind="application/vnd.oasis.opendocument.spreadsheet"), None), (package("readme"), None), (b"PK\x03\x04cut", None),
    (b"\xef\xbb\xbf <!DOCTYPE HTML PUBLIC", "html"), (b"<?xml version='1.0'?>\n<html xmlns=", "html"), (b"<!-- saved --><HTML>", "html"), (b"<htmlish>", None),
    (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "eml"), (b"From: <Saved by Blink>\r\n", "eml"),
    ("会议纪要".encode(), None), (b"From: a@example.org\r\n", None), (b"", None),
])
def test_formats_by_their_beginnings(data: bytes, name: str | None) -> None:
    assert shown_format(data) == name
