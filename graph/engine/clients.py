"""The engine's side of the connections that keep it alive: it counts them and says when nobody is left."""

from __future__ import annotations

import contextlib
import socket
import threading
import time

from graph.engine.address import GREETING_SECONDS, LOOPBACK

LONGEST_NONCE = 128


class Clients:
    """Who holds the engine. A client that dies in any way has its connection closed by the operating system."""

    def __init__(self, nonce: str) -> None:
        self._nonce = nonce.encode()
        self._listener = socket.create_server((LOOPBACK, 0))
        self._lock = threading.Lock()
        self._count = 0
        self._since = time.monotonic()
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def idle_seconds(self) -> float:
        """Seconds since the last client went; 0 while there is one."""
        with self._lock:
            return 0 if self._count else time.monotonic() - self._since

    def close(self) -> None:
        """Turns further clients away."""
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._keep, args=(connection,), daemon=True).start()

    def _keep(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            if not self._knows_nonce(connection):
                return
            self._add(1)
            try:
                connection.sendall(b"+")
                while connection.recv(1):
                    pass
            finally:
                self._add(-1)

    def _knows_nonce(self, connection: socket.socket) -> bool:
        connection.settimeout(GREETING_SECONDS)
        said = b""
        while b"\n" not in said and len(said) < LONGEST_NONCE:
            more = connection.recv(LONGEST_NONCE)
            if not more:
                return False
            said += more
        connection.settimeout(None)
        return said.strip() == self._nonce

    def _add(self, change: int) -> None:
        with self._lock:
            self._count += change
            self._since = time.monotonic()
