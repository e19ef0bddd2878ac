"""The questions that the pages of the web UI ask: `questions/pages/*.cypher`, by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from graph.store import Row, Store

FOLDER = Path(__file__).parent / "questions" / "pages"


def page_rows(store: Store, name: str, **parameters: Any) -> list[Row]:
    """The rows of a page's question; `as_of` is among its parameters."""
    return store.read(_query(name), **parameters)


@cache
def _query(name: str) -> str:
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
