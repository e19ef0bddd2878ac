"""Reading ahead changes neither the items nor what is raised, and stops when nobody asks any more."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from graph.loading.ahead import read_ahead


def test_the_items_come_in_order() -> None:
    assert list(read_ahead(range(20), depth=3)) == list(range(20))


def test_what_raises_while_making_an_item_raises_when_it_is_asked_for() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("broken off")

    ahead = read_ahead(items())
    assert next(ahead) == 1
    with pytest.raises(ValueError, match="broken off"):
        next(ahead)


def test_nothing_more_is_made_once_nobody_asks() -> None:
    ended = threading.Event()

    def items() -> Iterator[int]:
        try:
            yield from range(10**9)
        finally:
            ended.set()

    ahead = read_ahead(items())
    next(ahead)
    ahead.close()
    assert ended.wait(10)
