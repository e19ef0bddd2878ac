"""Keeps `EVOLVES_TO` and `Matter`, which are worked out from the directives of one issuing body, in step with its documents."""

from __future__ import annotations

from collections.abc import Iterable

from graph.evolution.families import families, related
from graph.evolution.linking import links
from graph.evolution.matters import Matter, matters
from graph.evolution.reading import read_steps
from graph.evolution.steps import Link
from graph.evolution.writing import write_links, write_matters
from graph.loading.ledger import is_unchanged, read_stale
from graph.store import Store, Transaction

_BODIES = "MATCH (document:Document) WHERE document.body IS NOT NULL RETURN DISTINCT document.body AS body"


def refresh(store: Store, stale: Iterable[str]) -> None:
    """Works the links and matters of these bodies out anew and changes those that differ; related bodies share a transaction.

    A body whose documents change meanwhile is left to who changes them.
    """
    waiting = set(stale)
    while waiting:
        waiting -= _refresh(store, min(waiting))


def _refresh(store: Store, body: str) -> set[str]:
    """Refreshes a body and those related to it, and gives them."""
    turn, _ = read_stale(store)
    bodies = {row["body"] for row in store.read(_BODIES)}
    touched = related(body, bodies)
    found: list[Link] = []
    strands: list[Matter] = []
    reports: set[str] = set()
    for family in families(touched & bodies):
        steps = read_steps(store, family)
        linked = links(steps)
        found += linked
        strands += matters(family[0], steps, linked)
        reports.update(step.id for step in steps if step.is_report)

    def write(transaction: Transaction) -> None:
        if is_unchanged(transaction, turn):
            write_links(transaction, sorted(touched), found, reports)
            write_matters(transaction, sorted(touched), strands)

    store.transaction(write)
    return touched
