"""The ledger: changes of the streams come one after the other, and what they make stale is written down with them."""

from __future__ import annotations

from collections.abc import Iterable

from graph.bookkeeping import LEDGER
from graph.store import Store, Transaction


def take_turn(transaction: Transaction) -> None:
    """Waits for changes under way to end, or makes this one collide with them and run again.

    Has to come before the change reads anything.
    """
    transaction.run("MATCH (l:Ledger {id: $id}) SET l.turn = l.turn + 1", id=LEDGER)


def mark_stale(transaction: Transaction, bodies: Iterable[str]) -> None:
    """Writes down the issuing bodies whose derived layers a change makes stale; the change has taken its turn."""
    [row] = transaction.run("MATCH (l:Ledger {id: $id}) RETURN l.stale AS stale", id=LEDGER)
    transaction.run("MATCH (l:Ledger {id: $id}) SET l.stale = $stale", id=LEDGER, stale=sorted({*row["stale"], *bodies}))


def read_stale(store: Store) -> tuple[int, list[str]]:
    """The number of the last change, and the issuing bodies whose derived layers do not know of it yet."""
    [row] = store.read("MATCH (l:Ledger {id: $id}) RETURN l.turn AS turn, l.stale AS stale", id=LEDGER)
    return row["turn"], row["stale"]


def clear_stale(store: Store, turn: int) -> None:
    """Unmarks everything, unless a change has come since `turn`."""
    store.write("MATCH (l:Ledger {id: $id}) WHERE l.turn = $turn SET l.stale = []", id=LEDGER, turn=turn)


def is_unchanged(transaction: Transaction, turn: int) -> bool:
    """Whether no change has come since `turn`; none will come before this transaction ends, or it collides with it and runs again."""
    transaction.run("MATCH (l:Ledger {id: $id}) SET l.refreshes = coalesce(l.refreshes, 0) + 1", id=LEDGER)
    [row] = transaction.run("MATCH (l:Ledger {id: $id}) RETURN l.turn AS turn", id=LEDGER)
    return bool(row["turn"] == turn)
