"""How long a query may run and how much it may answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one query: seconds on the engine, rows shown, bytes of the answer as it comes over the wire."""

    seconds: float = 10.0
    rows: int = 10_000
    bytes: int = 32 * 1024 * 1024
