"""From a file to the records of its document: opens it within limits and takes it through the pipeline."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from importers.annotations import Minutes
from importers.document import Block, SourceText, assemble
from importers.emission import emit
from importers.files import FoundFile
from importers.formats.registry import format_in
from importers.limits import FILE_BYTES, MAIL_DEPTH, TEXT_CHARACTERS
from importers.pipeline import understand
from importers.resolution import resolve
from schema import InputError, Record

LONGEST_NAME = 1_000
"""Characters of a path that are kept in messages and records."""


def read_records(found: FoundFile) -> list[Record]:
    """The records of a file, closed by its `end`. Raises InputError, which names the file, when it is no minutes, broken or too large."""
    minutes = read_minutes(found)
    return emit(minutes, resolve(minutes))


def read_minutes(found: FoundFile) -> Minutes:
    """A file as the stages understand it. Raises InputError, as `read_records`."""
    try:
        return understand(source_text(found.path, _bytes(found)), found.body)
    except InputError as error:
        raise InputError(error.what, where=found.path[:LONGEST_NAME], remedy=error.remedy) from None


def source_text(path: str, data: bytes) -> SourceText:
    """The text that the reader of the bytes' format finds in them. Raises InputError."""
    known = format_in(path, data)
    if known is None:
        raise InputError("is of a kind that cannot be read", remedy="save it as .docx, .pdf or .txt")
    if not data.strip():
        raise InputError("is empty", remedy="get the file again from its source")
    blocks = known.read(data)
    return assembled(path, known.name, data, blocks)


def assembled(path: str, format_name: str, data: bytes, blocks: list[Block]) -> SourceText:
    """The blocks as one text. Raises InputError when there is nothing to read in it, or far too much."""
    if sum(len(block.text) + 1 for block in blocks) > TEXT_CHARACTERS:
        raise InputError(f"has more than {TEXT_CHARACTERS:,} characters", remedy="split it into its documents")
    text, paragraphs = assemble(blocks)
    if not text.strip():
        raise InputError("has no text", remedy="run text recognition over it first, if its pages are pictures")
    return SourceText(path, path.rpartition("/")[2], format_name, hashlib.sha256(data).hexdigest(), text, paragraphs)


def attached_files(found: FoundFile, depth: int = 0) -> Iterator[FoundFile]:
    """The files of known formats inside a file, each under the path of what holds it; most files hold none. Raises InputError."""
    data = _bytes(found)
    known = format_in(found.path, data)
    if known is None or known.attached is None:
        return
    if depth >= MAIL_DEPTH:
        where = found.path[:LONGEST_NAME]
        raise InputError(f"has mails in it more than {MAIL_DEPTH} deep", where=where, remedy="save the inner mails as files")
    for name, inside in known.attached(data):
        if format_in(name, inside) is not None:
            inner = replace(found, path=f"{found.path}/{name}", data=inside)
            yield inner
            yield from attached_files(inner, depth + 1)


def _bytes(found: FoundFile) -> bytes:
    if found.data is not None:
        return found.data
    try:
        size = found.file.stat().st_size
        if size > FILE_BYTES:
            raise InputError(f"has {size / 1e6:,.0f} MB, more than {FILE_BYTES / 1e6:,.0f} MB", remedy="split it into its documents")
        return found.file.read_bytes()
    except OSError as error:
        raise InputError(f"may not be read ({error.strerror})", remedy="check its permissions") from None
