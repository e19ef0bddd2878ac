"""Runs an analyst's query: through the lock, as the engine's reader, under bounds of time, rows and bytes."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.failures import explained, message
from graph.lock import check
from graph.reading.gauge import Gauge, gauged
from graph.reading.limits import Limits
from graph.reading.mistakes import mistake
from graph.reading.table import Cell, Table, plain
from graph.reading.watch import GRACE, Watch
from graph.store import LOST, Store
from schema import GangmuError, QueryError


def read_query(store: Store, text: str, parameters: Mapping[str, Any] | None = None, limits: Limits | None = None) -> Table:
    """The table of a query that only reads. What was read when a bound is passed is kept, and the table says so.

    Raises QueryError for what the lock refuses, what the engine does not understand (with line and column), and what is
    stopped before its first row; EngineError when the engine is gone.
    """
    passed = check(text)
    bounds = limits or Limits()
    marker = f"gangmu reads {secrets.token_hex(8)}"
    with _transaction(store, bounds.seconds + GRACE) as transaction:
        reading = _Reading(store, marker, bounds, passed.columns)
        try:
            return reading.run(transaction, f"{passed.text} /* {marker} */", parameters or {})
        except (DriverError, Neo4jError) as error:
            return reading.stopped(error, text)


@contextmanager
def _transaction(store: Store, seconds: float) -> Iterator[neo4j.Transaction]:
    """A transaction of the reader that is rolled back whatever happens in it. Raises EngineError when the engine is gone for good."""
    with ExitStack() as stack:
        try:
            transaction = stack.enter_context(store.reading_session()).begin_transaction(timeout=seconds)
        except LOST:
            store.read("RETURN 1 AS found")
            transaction = stack.enter_context(store.reading_session()).begin_transaction(timeout=seconds)
        try:
            yield transaction
        finally:
            with suppress(DriverError, Neo4jError):
                transaction.close()


class _Reading:
    """One query while it runs."""

    def __init__(self, store: Store, marker: str, limits: Limits, columns: list[str]) -> None:
        self.store = store
        self.marker = marker
        self.limits = limits
        self.columns = columns
        self.rows: list[list[Cell]] = []
        self.late = self.large = False

    def run(self, transaction: neo4j.Transaction, query: str, parameters: Mapping[str, Any]) -> Table:
        """Reads rows until there are no more or enough."""
        with gauged(transaction, self.limits.bytes) as gauge, Watch(self.store, self.marker, self.limits.seconds, gauge) as watch:
            try:
                return self._rows(transaction.run(query, dict(parameters)))
            finally:
                self._note(watch, gauge)

    def _rows(self, result: neo4j.Result) -> Table:
        self.columns = list(result.keys()) or self.columns  # one engine names no columns for an answer without rows
        for record in result:
            if len(self.rows) >= self.limits.rows:
                return self._cut_short(f"only the first {self.limits.rows:,} rows are shown")
            self.rows.append([plain(value) for value in record.values()])
        return Table(self.columns, self.rows)

    def _note(self, watch: Watch, gauge: Gauge) -> None:
        self.late, self.large = watch.late, gauge.exceeded
        if self.large:
            watch.end()

    def stopped(self, error: DriverError | Neo4jError, text: str) -> Table:
        """What was read before a bound was passed. Raises when there is nothing, or when the failure is none of ours."""
        if not (self.late or self.large):
            raise self._failure(error, text)
        what = f"took more than {self.limits.seconds:g} seconds" if self.late else f"is larger than {self.limits.bytes // 1024 // 1024} MB"
        if self.rows:
            return self._cut_short(f"the answer {what}; what had come by then is shown")
        raise QueryError(f"stopped: the answer {what}", remedy="ask for less: add a WHERE or a LIMIT, or return single properties")

    def _failure(self, error: DriverError | Neo4jError, text: str) -> GangmuError:
        if isinstance(error, LOST):
            return QueryError("the engine broke off the query", remedy="it may need more memory than there is: ask for less")
        if isinstance(error, AuthError) or not isinstance(error, Neo4jError):
            return explained(error, self.store.settings)
        return mistake(message(error), text)

    def _cut_short(self, reason: str) -> Table:
        return Table(self.columns, self.rows, truncated=True, reason=reason)
