"""The records of every loaded document, kept in the graph as they came: what everything that documents state is projected from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from graph.loading.documents import StatedDocument, unpacked
from graph.store import Store, Transaction
from schema import QueryError


class Held(NamedTuple):
    """What the graph knows of a loaded document without unpacking it."""

    id: str
    path: str
    sha256: str
    digest: str


QUERY_BYTES = 1_000_000
"""Of packed records that go into one query."""

_KEEP = "UNWIND $rows AS row MERGE (s:Stream {id: row.id}) SET s = row"
COLUMNS = "s.id AS id, s.path AS path, s.sha256 AS sha256, s.digest AS digest"


def held_by_id(transaction: Transaction, ids: Iterable[str]) -> dict[str, Held]:
    """Those of the documents that are loaded."""
    rows = transaction.run(f"UNWIND $ids AS id MATCH (s:Stream {{id: id}}) RETURN {COLUMNS}", ids=list(ids))
    return {row["id"]: Held(**row) for row in rows}


def held_by_hash(transaction: Transaction, hashes: Iterable[str]) -> dict[str, Held]:
    """The loaded documents whose files have these hashes, by hash."""
    rows = transaction.run(f"UNWIND $hashes AS hash MATCH (s:Stream {{sha256: hash}}) RETURN {COLUMNS}", hashes=[h for h in hashes if h])
    return {row["sha256"]: Held(**row) for row in rows}


def find(transaction: Transaction, document: str) -> Held:
    """The loaded document with this id or path. Raises QueryError when there is none."""
    rows = transaction.run(f"MATCH (s:Stream) WHERE s.id = $document OR s.path = $document RETURN {COLUMNS} ORDER BY id", document=document)
    if not rows:
        raise QueryError("no such document in the graph", where=document, remedy="give its path as it was imported, or its id")
    return Held(**rows[0])


def read_stream(transaction: Transaction, id_: str) -> StatedDocument:
    """What a loaded document states."""
    [row] = transaction.run("MATCH (s:Stream {id: $id}) RETURN s.data AS data", id=id_)
    return unpacked(row["data"])


def write_streams(transaction: Transaction, documents: Iterable[StatedDocument]) -> None:
    """Keeps the records of these documents, many small ones a query; a large one has its own."""
    rows: list[dict[str, Any]] = []
    size = 0
    for document in documents:
        rows.append({"id": document.id, "path": document.path, "sha256": document.text_property("sha256"), "date": document.date,
                     "body": document.body, "digest": document.digest, "records": len(document.records), "data": document.packed})
        size += len(document.packed)
        if size > QUERY_BYTES:
            transaction.run(_KEEP, rows=rows)
            rows, size = [], 0
    if rows:
        transaction.run(_KEEP, rows=rows)


def drop_stream(transaction: Transaction, id_: str) -> None:
    """Lets go of the records of a document."""
    transaction.run("MATCH (s:Stream {id: $id}) DELETE s", id=id_)


def loaded_documents(store: Store) -> list[Held]:
    """Every loaded document, by path."""
    return [Held(**row) for row in store.read(f"MATCH (s:Stream) RETURN {COLUMNS} ORDER BY path, id")]
