"""What a thing is connected with, grouped by relation, direction and type of the other end."""

from __future__ import annotations

from collections.abc import Container

from flask import g

from graph import Row, connection_counts, connections
from webui.asking import store

SHOWN = 300
"""Neighbours in each direction that a page names; the others are counted."""


def grouped(id_: str, leave_out: Container[str] = ()) -> list[Row]:
    """Groups of neighbours: `edge`, `kind`, `outgoing`, `count` and the `things` that are named."""
    groups = {_key(row): row | {"things": []} for row in connection_counts(store(), id_, g.as_of) if row["edge"] not in leave_out}
    for neighbour in merged(connections(store(), id_, g.as_of, SHOWN)):
        if _key(neighbour) in groups:
            groups[_key(neighbour)]["things"].append(neighbour)
    return list(groups.values())


def merged(neighbours: list[Row]) -> list[Row]:
    """Each neighbour once a relation; of one that holds at several times the first and the last day that are known."""
    kept: dict[tuple[object, ...], Row] = {}
    for row in neighbours:
        first = kept.setdefault((*_key(row), row["id"], row["detail"]), row)
        first["from"] = min(filter(None, (first["from"], row["from"])), default=None)
        first["to"] = max(filter(None, (first["to"], row["to"])), default=None)
    return list(kept.values())


def _key(row: Row) -> tuple[str, str, bool]:
    return row["edge"], row["kind"], row["outgoing"]
