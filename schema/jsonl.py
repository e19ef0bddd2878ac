"""Records as JSON lines: UTF-8, one record a line, keys in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from schema.errors import RecordError
from schema.records import Edge, End, Issue, Node, Record

LINE_LIMIT = 256 * 1024 * 1024
"""Bytes of the longest line that is read; a document's whole text stands in one."""

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Node | Edge | Issue | End)


def encode(record: Record) -> bytes:
    """One record as one line, the line break included."""
    return _encoder.encode(record) + b"\n"


def decode(line: bytes, number: int = 1) -> Record:
    """One line as a record. Raises RecordError that names the line when it is none."""
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RecordError(f"not a record: {error}", where=f"line {number}", remedy="write the stream with `gangmu.py importers`") from None


def write_records(records: Iterable[Record], stream: BinaryIO) -> None:
    """Writes each record as one line of UTF-8 JSON."""
    for record in records:
        stream.write(encode(record))


def read_records(stream: BinaryIO) -> Iterator[Record]:
    """Reads records line by line; blank lines are passed over. Raises RecordError on the first line that is no record."""
    number = 0
    while line := stream.readline(LINE_LIMIT):
        number += 1
        if len(line) == LINE_LIMIT and not line.endswith(b"\n"):
            raise RecordError("line too long", where=f"line {number}", remedy="split the document into smaller ones")
        if not line.isspace():
            yield decode(line, number)
