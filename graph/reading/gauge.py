"""Counts the bytes of an answer on the driver's connection, since the driver itself takes one value of any size whole into memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import neo4j


class Gauge:
    """Stands for the socket that a connection reads from; past its bound, or once cut, there is nothing more to read."""

    def __init__(self, socket: Any, bound: int) -> None:
        self._socket = socket
        self._left = bound
        self.exceeded = False

    def recv_into(self, buffer: Any, nbytes: int = 0) -> int:
        """Reads as the socket does. Raises OSError past the bound, which makes the driver give up the connection."""
        if self._left < 0:
            self.exceeded = True
            raise OSError("the answer is larger than its bound")
        received = int(self._socket.recv_into(buffer, nbytes))
        self._left -= received
        return received

    def cut(self) -> None:
        """Ends the connection under whoever waits for it."""
        self._socket.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._socket, name)


@contextmanager
def gauged(transaction: neo4j.Transaction, bound: int) -> Iterator[Gauge]:
    """Counts what the transaction receives while the block lasts."""
    inbox = transaction._connection.inbox
    gauge = Gauge(inbox._socket, bound)
    inbox._socket = gauge
    try:
        yield gauge
    finally:
        inbox._socket = gauge._socket
