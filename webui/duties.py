"""Directives as lists show them: with their owners and with what became of them by the day of the request."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from flask import g

from graph import SOON_DAYS, Row, standing, statuses
from webui.asking import ask, store


def directives(ids: list[str]) -> list[Row]:
    """The directives with these ids in this order, each with `owners` and `standing`."""
    if not ids:
        return []
    owners = _owners(ids)
    rows = {row["id"]: row | {"owners": owners[row["id"]], "standing": _standing(row)} for row in ask("directive_rows", ids=ids)}
    return [rows[id_] for id_ in ids if id_ in rows]


def listed(show: str, first: int, end: int) -> tuple[int, list[str]]:
    """How many directives a filter of `directive_ids.cypher` leaves, and the ids of those from place `first` up to `end`."""
    row = ask("directive_ids", show=show, closed=closed(), soon=soon(), first=first, end=end)[0]
    return row["total"], row["ids"]


def _owners(ids: list[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in ask("directive_owners", ids=ids):
        found[row["directive"]].append(row)
    return found


def known_statuses() -> dict[str, str]:
    """The status of every directive that anything is known about, read once a request."""
    if "statuses" not in g:
        g.statuses = statuses(store(), g.as_of)
    known: dict[str, str] = g.statuses
    return known


def closed() -> list[str]:
    """The ids of the directives that are no longer open."""
    return [id_ for id_, status in known_statuses().items() if status != "open"]


def soon() -> str:
    """The last day that is still soon."""
    return (date.fromisoformat(g.as_of) + timedelta(days=SOON_DAYS)).isoformat()


def _standing(directive: Row) -> str:
    status = known_statuses().get(directive["id"], "open")
    return standing(status, directive["due"], directive["recurrence"], g.as_of)
