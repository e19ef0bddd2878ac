"""Loads, corrects, previews and forgets documents: each whole or not at all, several small ones in one transaction."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.judgements.judging import keep_again
from graph.loading.ahead import read_ahead
from graph.loading.documents import StatedDocument, gather
from graph.loading.layers import refresh_layers
from graph.loading.ledger import mark_stale, take_turn
from graph.loading.overlay import stated
from graph.loading.present import read_present
from graph.loading.projection import Projection
from graph.loading.reports import DocumentReport, tallies
from graph.loading.streams import drop_stream, find, held_by_hash, held_by_id, read_stream, write_streams
from graph.loading.writing import write_change
from graph.store import Store, Transaction
from schema import STATE_SECRETS, Node, Record, RecordError

BATCH_RECORDS = 20_000
"""Documents share a transaction up to this many records; a larger one has its own."""

BATCH_SECONDS = 2
"""Nor does a document wait longer than this for others, so that a slow stream shows progress."""

Item = StatedDocument | RecordError


def load(store: Store, records: Iterable[Record], *, allow_classified: bool = False) -> Iterator[DocumentReport]:
    """Loads every whole document of the stream and reports each when it is committed. What is not asked for is not loaded.

    A document that is marked as a state secret (绝密, 机密, 秘密) is held back, with nothing of it kept, unless `allow_classified`.
    """
    judgements: list[Node] = []
    for batch in read_ahead(batches(gather(stated(records, judgements)))):
        yield from _load_batch(store, batch, allow_classified)
    keep_again(store, judgements)
    refresh_layers(store)


def preview(store: Store, records: Iterable[Record], *, allow_classified: bool = False) -> list[DocumentReport]:
    """What `load` would report, with nothing written; holds all documents in memory, since they may share things."""
    items = list(gather(stated(records, [])))

    def look(transaction: Transaction) -> list[DocumentReport]:
        sorting = Sorting.of(transaction, items, allow_classified=allow_classified)
        _change(transaction, sorting, write=False)
        return sorting.reports

    return store.reading(look)


def forget(store: Store, document: str) -> DocumentReport:
    """Takes out exactly what the document with this path or id alone contributed. Raises QueryError when there is none."""
    held = store.reading(lambda transaction: find(transaction, document))

    def work(transaction: Transaction) -> DocumentReport:
        take_turn(transaction)
        find(transaction, held.id)
        report = DocumentReport(held.id, held.path, "forgotten", held.sha256)
        sorting = Sorting([report], going={held.id: read_stream(transaction, held.id)})
        mark_stale(transaction, sorting.bodies())
        _change(transaction, sorting, write=True)
        drop_stream(transaction, held.id)
        return report

    report = store.transaction(work)
    refresh_layers(store)
    return report


@dataclass(slots=True)
class Sorting:
    """What is to become of a batch: its reports, the documents that go and those that come; a corrected one is in both."""

    reports: list[DocumentReport]
    going: dict[str, StatedDocument] = field(default_factory=dict)
    coming: dict[str, StatedDocument] = field(default_factory=dict)

    @classmethod
    def of(cls, transaction: Transaction, items: list[Item], *, allow_classified: bool) -> Sorting:
        """Holds each document against those that are loaded, in the order in which they came; state secrets stay out unless allowed."""
        documents = [item for item in items if isinstance(item, StatedDocument)]
        held = held_by_id(transaction, [document.id for document in documents])
        paths = {sha: other.path for sha, other in held_by_hash(transaction, [d.text_property("sha256") for d in documents]).items()}
        sorting = cls([])
        for item in items:
            if isinstance(item, RecordError):
                sorting.reports.append(DocumentReport("", item.where, "refused", reason=item.what))
                continue
            sha256, before = item.text_property("sha256"), held.get(item.id)
            report = DocumentReport.of(item)
            sorting.reports.append(report)
            if paths.get(sha256, item.path) != item.path:
                report.outcome, report.reason = "duplicate", f"the same file as {paths[sha256]}, not loaded again"
                continue
            if before and before.digest == item.digest:
                report.outcome = "unchanged"
                continue
            if item.text_property("classification") in STATE_SECRETS and not allow_classified:
                report.outcome, report.reason = "held back", _held_back(item, before is not None)
                continue
            if before:
                report.outcome = "corrected"
                sorting.going[item.id] = read_stream(transaction, item.id)
                paths.pop(before.sha256, None)
                report.replaced = before.sha256 if before.sha256 != sha256 else ""
            if sha256:
                paths[sha256] = item.path
            sorting.coming[item.id] = item
        return sorting

    def bodies(self) -> set[str]:
        """The issuing bodies whose documents change."""
        return {document.body for document in (*self.going.values(), *self.coming.values())}


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Documents that are loaded together: none comes twice, and none waits long for the next."""
    batch: list[Item] = []
    opened = time.monotonic()
    for item in items:
        if batch and not _fits(item, batch, time.monotonic() - opened):
            yield batch
            batch = []
        if not batch:
            opened = time.monotonic()
        batch.append(item)
    if batch:
        yield batch


def _fits(item: Item, batch: list[Item], waited: float) -> bool:
    records = sum(len(other.records) for other in (*batch, item) if isinstance(other, StatedDocument))
    again = isinstance(item, StatedDocument) and any(isinstance(other, StatedDocument) and other.id == item.id for other in batch)
    return records <= BATCH_RECORDS and waited < BATCH_SECONDS and not again


def _held_back(document: StatedDocument, before: bool) -> str:
    mark = document.text_property("classification") + (f"★{term}" if (term := document.text_property("classified_for")) else "")
    kept = "; the graph keeps what it held of it before" if before else ""
    return f"marked {mark}, so nothing of it is loaded{kept} (if this machine may hold it, load it with --allow-classified)"


def _load_batch(store: Store, items: list[Item], allow_classified: bool) -> list[DocumentReport]:
    """Loads the documents of a batch in one transaction; when nothing is to change, none is opened for writing."""
    if store.reading(lambda transaction: _is_held(transaction, items)):
        return store.reading(lambda transaction: Sorting.of(transaction, items, allow_classified=allow_classified)).reports

    def work(transaction: Transaction) -> list[DocumentReport]:
        take_turn(transaction)
        sorting = Sorting.of(transaction, items, allow_classified=allow_classified)
        mark_stale(transaction, sorting.bodies())
        _change(transaction, sorting, write=True)
        write_streams(transaction, sorting.coming.values())
        return sorting.reports

    return store.transaction(work)


def _is_held(transaction: Transaction, items: list[Item]) -> bool:
    """Whether the graph holds every document exactly as it comes."""
    documents = [item for item in items if isinstance(item, StatedDocument)]
    held = held_by_id(transaction, [document.id for document in documents])
    return all(document.id in held and held[document.id].digest == document.digest for document in documents)


def _change(transaction: Transaction, sorting: Sorting, *, write: bool) -> None:
    """Works out what has to change, writes it if that is wanted, and fills in the reports."""
    present = read_present(transaction, sorting.going, sorting.coming)
    change = Projection(sorting.going, sorting.coming, present).change()
    if write:
        write_change(transaction, change, present)
    counted = tallies(change, present, sorting.going, sorting.coming)
    for report in sorting.reports:
        report.tally.add(counted.pop(report.id, report.tally.__class__()))
