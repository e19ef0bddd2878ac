"""Ends a query on its engine when its time is over, and lets go of an engine that does not end it."""

from __future__ import annotations

import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

from graph.reading.gauge import Gauge
from graph.store import Store
from schema import GangmuError

GRACE = 3.0
"""Seconds that the engine has to end a query that it was told to end."""


class Watch:
    """Watches one query, known on the engine by the marker in its text, while the block lasts."""

    def __init__(self, store: Store, marker: str, seconds: float, gauge: Gauge) -> None:
        self._store = store
        self._marker = marker
        self._seconds = seconds
        self._gauge = gauge
        self._over = threading.Event()
        self.late = False
        self._thread = threading.Thread(target=self._wait, name="query watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._over.set()
        self._thread.join()

    def end(self) -> None:
        """Ends the query on the engine, whatever became of its client."""
        with suppress(GangmuError):
            self._store.terminate(self._marker)

    def _wait(self) -> None:
        if self._over.wait(self._seconds):
            return
        self.late = True
        self.end()
        if not self._over.wait(GRACE):
            self._gauge.cut()
