"""The graph as every other module sees it: one class over the Neo4j driver for both engines."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError, ServiceUnavailable, SessionExpired

from graph.bookkeeping import server_declarations
from graph.driver import Connection, connect
from graph.failures import explained
from graph.settings import Settings, read_settings

Row = dict[str, Any]
Result = TypeVar("Result")

RETRY_SECONDS = 60
"""How long a unit of work that collides with others, or whose engine has gone, is tried again."""
LONGEST_PAUSE = 2.0
LOST = (ServiceUnavailable, SessionExpired)


class Transaction:
    """A transaction that is open; it ends with the unit of work that was given it."""

    def __init__(self, transaction: neo4j.Transaction) -> None:
        self._transaction = transaction

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of a query, each a dictionary by column."""
        return [record.data() for record in self._transaction.run(query, parameters)]


class Store:
    """A graph that is open. It may be used from several threads; a lost engine is found or started again by the next call."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or read_settings()
        self._lock = threading.Lock()
        self._connection = self._connect()

    def read(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of a query that only reads, each a dictionary by column."""
        return self._work(lambda transaction: transaction.run(query, **parameters), neo4j.READ_ACCESS, self.settings.time_limit)

    def write(self, query: str, **parameters: Any) -> list[Row]:
        """Runs one writing query in a transaction of its own and gives its rows."""
        return self.transaction(lambda transaction: transaction.run(query, **parameters))

    def reading(self, work: Callable[[Transaction], Result]) -> Result:
        """Runs several queries that only read as one transaction."""
        return self._work(work, neo4j.READ_ACCESS)

    def transaction(self, work: Callable[[Transaction], Result]) -> Result:
        """Runs `work` as one transaction and commits it; `work` may run again after it was committed, so it must not add up."""
        return self._work(work, neo4j.WRITE_ACCESS)

    @contextmanager
    def reading_session(self) -> Iterator[neo4j.Session]:
        """A session that the engine lets read and nothing else: a read-only user on the embedded engine, READ access on Neo4j."""
        with self._connection.reader.session(database=self.settings.database, default_access_mode=neo4j.READ_ACCESS) as session:
            yield session

    def terminate(self, marker: str) -> int:
        """Ends every running query whose text contains `marker`; how many they were. Works on queries of clients that have gone."""
        running = self.read("SHOW TRANSACTIONS YIELD transactionId, currentQuery")
        ids = [row["transactionId"] for row in running if marker in (row["currentQuery"] or "")]
        for id_ in ids:
            self.read(f"TERMINATE TRANSACTIONS '{id_}'")
        return len(ids)

    def close(self) -> None:
        """Lets go of the engine."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _connect(self) -> Connection:
        """A connection whose engine knows the declarations; the embedded engine tells itself when it starts."""
        connection = connect(self.settings)
        if self.settings.engine == "neo4j":
            try:
                for statement in server_declarations():
                    connection.driver.execute_query(statement, database_=self.settings.database)
            except (DriverError, Neo4jError) as error:
                connection.close()
                raise explained(error, self.settings) from None
        return connection

    def _work(self, work: Callable[[Transaction], Result], access: str, limit: float | None = None) -> Result:
        """Tries until it is done, the failure is final, or too much time has gone; each try may take `limit` seconds, if there is one."""
        deadline = time.monotonic() + RETRY_SECONDS
        pause = 0.01
        while True:
            connection = self._connection
            try:
                return self._once(connection, work, access, limit)
            except (DriverError, Neo4jError) as error:
                if not _can_be_tried_again(error) or time.monotonic() > deadline:
                    raise explained(error, self.settings) from None
                if isinstance(error, LOST):
                    self._reconnect(connection)
            time.sleep(random.uniform(0, pause))
            pause = min(2 * pause, LONGEST_PAUSE)

    def _reconnect(self, lost: Connection) -> None:
        """Replaces a connection whose engine has gone, unless another thread has done so."""
        with self._lock:
            if self._connection is lost:
                self._connection = self._connect()
                lost.close()

    def _once(self, connection: Connection, work: Callable[[Transaction], Result], access: str, limit: float | None) -> Result:
        with (
            connection.driver.session(database=self.settings.database, default_access_mode=access) as session,
            session.begin_transaction(timeout=limit) as transaction,
        ):
            result = work(Transaction(transaction))
            transaction.commit()
            return result


def _can_be_tried_again(error: DriverError | Neo4jError) -> bool:
    """The driver holds an engine that goes during a commit for final, since it may have committed; our work may run twice."""
    return error.is_retryable() or isinstance(error, IncompleteCommit)
