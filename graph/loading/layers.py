"""What is worked out from the documents of an issuing body and kept in the graph: each layer is refreshed after its body changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.evolution.refresh import refresh
from graph.judgements.reattachment import reattach
from graph.loading.ledger import clear_stale, read_stale
from graph.proposals.settling import settle
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Layer:
    """A derived layer: its name, and the function that brings it up to date for the given issuing bodies.

    The function may run again for bodies that are up to date, and must then change nothing.
    """

    name: str
    refresh: Callable[[Store, list[str]], None]


LAYERS: tuple[Layer, ...] = (
    # Before judgements, which may be about a directive that was proposed and accepted.
    Layer("proposals", lambda store, bodies: settle(store)),
    Layer("judgements", lambda store, bodies: reattach(store)),
    Layer("evolution", refresh),
)


def refresh_layers(store: Store) -> None:
    """Brings every layer up to date; also repairs what a process that ended after its load has left undone."""
    turn, stale = read_stale(store)
    while stale:
        for layer in LAYERS:
            layer.refresh(store, stale)
        clear_stale(store, turn)
        turn, stale = read_stale(store)
