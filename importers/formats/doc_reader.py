"""Word 97-2003 documents (.doc, and .wps of WPS Writer, which is the same container): read as the .docx that they are turned into.

Documents older than Word 97 and those under a password are refused. Source: MS-DOC, MS-CFB.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import doc2docx
from doc2docx.cfb import CompoundFile, CompoundFileLimits
from doc2docx.errors import Doc2DocxError, EncryptedDocumentError, InvalidCompoundFile

from importers.document import Block
from importers.formats import docx_reader
from importers.formats.doc_leniency import make_lenient
from importers.formats.package import OLE
from importers.limits import FILE_BYTES
from schema import InputError

LIMITS = CompoundFileLimits(max_input_bytes=FILE_BYTES, max_stream_bytes=FILE_BYTES, max_directory_entries=20_000)
ENCRYPTED = "EncryptedPackage"
"""The stream that holds a .docx (or .xlsx) under a password."""

SAVE_AGAIN = "open it in Word or WPS and save it as .docx"

make_lenient()


def read(data: bytes) -> list[Block]:
    """The paragraphs and table rows of a .doc in reading order. Raises InputError when it is damaged, encrypted or of another kind."""
    _check(data)
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "old.doc"), Path(folder, "new.docx")
        old.write_bytes(data)
        try:
            doc2docx.convert(old, new, limits=LIMITS)
        except EncryptedDocumentError:
            raise InputError("is encrypted", remedy="remove the password") from None
        except (Doc2DocxError, ValueError, KeyError, IndexError, OverflowError, ArithmeticError, RecursionError) as error:
            raise InputError(f"is no readable .doc ({_short(error)})", remedy=SAVE_AGAIN) from None
        return docx_reader.read(new.read_bytes())


def _check(data: bytes) -> None:
    """Refuses what has no Word document in it, and says what it is instead where that can be told."""
    if not data.startswith(OLE):
        raise InputError("is no Word document", remedy="open it in the program that wrote it and save it as .docx, or as .txt if it is plain text")
    try:
        streams = {entry.name for entry in CompoundFile(data, limits=LIMITS).entries}
    except (InvalidCompoundFile, ValueError, IndexError, RecursionError) as error:
        raise InputError(f"is damaged or cut off ({_short(error)})", remedy="get the file again from its source") from None
    if ENCRYPTED in streams:
        raise InputError("is encrypted", remedy="remove the password")
    if "WordDocument" not in streams:
        raise InputError("holds no Word text (it may be a workbook, slides or a file of Microsoft Works)", remedy=SAVE_AGAIN)


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:120] if str(error) else type(error).__name__
