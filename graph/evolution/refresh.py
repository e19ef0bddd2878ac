"""Keeps `EVOLVES_TO` and `Matter`, which are worked out from the directives of one issuing body, in step with its documents."""

from __future__ import annotations

from collections.abc import Iterable

from graph.evolution.linking import links
from graph.evolution.matters import matters
from graph.evolution.reading import read_steps
from graph.evolution.steps import Link, Step
from graph.evolution.writing import write_links, write_matters
from graph.ledger import is_unchanged, read_stale
from graph.store import Store, Transaction


def refresh(store: Store, bodies: Iterable[str]) -> None:
    """Works the links and matters of these bodies out anew and changes those that differ, a body a transaction.

    A body whose documents change meanwhile is left to who changes them.
    """
    for body in bodies:
        _refresh(store, body)


def _refresh(store: Store, body: str) -> None:
    turn, _ = read_stale(store)
    steps = read_steps(store, body)
    found = links(steps)

    def write(transaction: Transaction) -> None:
        if is_unchanged(transaction, turn):
            _write(transaction, body, steps, found)

    store.transaction(write)


def _write(transaction: Transaction, body: str, steps: list[Step], found: list[Link]) -> None:
    write_links(transaction, body, found, reports={step.id for step in steps if step.is_report})
    write_matters(transaction, body, matters(body, steps, found))
