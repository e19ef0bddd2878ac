"""Rows for one query at a time: grouped by label, since a query names its labels, and cut to a size that an engine takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from schema import NODE_TYPES

Row = TypeVar("Row")
Group = TypeVar("Group", bound=Hashable)

ROWS = 5000

LABELS = {declared.name.lower(): declared.name for declared in NODE_TYPES}


def label_of(id_: str) -> str:
    """The label of the node with this id, which has been validated."""
    return LABELS[id_.partition("-")[0]]


def grouped(rows: Iterable[Row], group: Callable[[Row], Group]) -> Iterator[tuple[Group, list[Row]]]:
    """The rows of each group, at most ROWS at a time."""
    groups: defaultdict[Group, list[Row]] = defaultdict(list)
    for row in rows:
        groups[group(row)].append(row)
    for name, members in groups.items():
        remaining = iter(members)
        while part := list(islice(remaining, ROWS)):
            yield name, part
