"""An answer as columns and rows of plain values."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point

Cell = str | int | float | bool | None | list["Cell"] | dict[str, "Cell"]
"""What JSON can hold."""


@dataclass(frozen=True, slots=True)
class Table:
    """`truncated` says that there is more than `rows` holds, `reason` which bound was passed."""

    columns: list[str]
    rows: list[list[Cell]]
    truncated: bool = False
    reason: str = ""


def plain(value: Any) -> Cell:
    """A value of the driver as JSON can hold it: nodes, relationships and paths as maps, dates and durations in ISO 8601."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, (Node, Relationship, Path)):
        return _element(value)
    if isinstance(value, Point):
        return {"srid": value.srid, "coordinates": [plain(coordinate) for coordinate in value]}
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, (bytes, bytearray)):
        return f"{len(value)} bytes"
    if hasattr(value, "iso_format"):
        return str(value.iso_format())
    return [plain(held) for held in value] if isinstance(value, Sequence) else str(value)


def _element(value: Node | Relationship | Path) -> Cell:
    if isinstance(value, Node):
        return {"labels": [*sorted(value.labels)], "properties": plain(dict(value))}
    if isinstance(value, Relationship):
        ends = [end.get("id") if end else None for end in (value.start_node, value.end_node)]
        return {"type": value.type, "source": ends[0], "target": ends[1], "properties": plain(dict(value))}
    return {"nodes": [plain(node) for node in value.nodes], "relationships": [plain(edge) for edge in value.relationships]}
