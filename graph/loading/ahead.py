"""Makes ready what comes next while what came before is being written."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from queue import Full, Queue
from typing import TypeVar

Item = TypeVar("Item")

WAIT_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class _End:
    """Says that no more items come, and what was raised instead of the next one."""

    error: BaseException | None = None


def read_ahead(items: Iterable[Item], depth: int = 1) -> Iterator[Item]:
    """The same items; up to `depth` of them are made in a thread of their own before they are asked for. What raises there raises here."""
    ready: Queue[Item | _End] = Queue(depth)
    stopped = threading.Event()

    def offer(item: Item | _End) -> None:
        while not stopped.is_set():
            with contextlib.suppress(Full):
                return ready.put(item, timeout=WAIT_SECONDS)

    def make() -> None:
        try:
            for item in items:
                offer(item)
                if stopped.is_set():
                    return
            offer(_End())
        except BaseException as error:
            offer(_End(error))

    threading.Thread(target=make, daemon=True).start()
    try:
        while not isinstance(item := ready.get(), _End):
            yield item
        if item.error is not None:
            raise item.error
    finally:
        stopped.set()
