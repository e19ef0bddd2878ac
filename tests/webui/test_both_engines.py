"""What the pages ask gives equal rows on both engines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import graph
from graph import Row, Store, connection_counts, connections, evidence, load, page_rows, read_settings, search_names, search_words, thing
from tests.graph.universe import empty
from tests.neo4j.server import Server
from tests.webui.minutes import both

QUESTIONS = sorted((Path(graph.__file__).parent / "questions" / "pages").glob("*.cypher"))


@pytest.fixture(scope="module")
def server(neo4j_engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same minutes on Neo4j."""
    settings = replace(
        read_settings(), home=tmp_path_factory.mktemp("server"), engine="neo4j", address=neo4j_engine.address, user=neo4j_engine.user,
        password=neo4j_engine.password, database="neo4j",
    )
    with Store(settings) as opened:
        empty(opened)
        list(load(opened, both()))
        yield opened


@pytest.mark.parametrize("as_of", ["2026-11-25", "2025-12-31"])
@pytest.mark.parametrize("question", [file.stem for file in QUESTIONS])
def test_page_questions(store: Store, server: Store, ids: dict[str, str], question: str, as_of: str) -> None:
    shows = ("all", "open", "overdue", "soon", "undated", "ownerless") if question == "directive_ids" else ("all",)
    for show in shows:
        parameters = parameters_of(question, ids) | {"show": show, "as_of": as_of}
        assert page_rows(store, question, **parameters) == page_rows(server, question, **parameters)


def parameters_of(question: str, ids: dict[str, str]) -> dict[str, Any]:
    """A value for every parameter that the question may have."""
    text = next(file for file in QUESTIONS if file.stem == question).read_text(encoding="utf-8")
    about = ids.get(question.partition("_")[0].removesuffix("s"), ids["directive"])
    several = [id_ for id_ in sorted(set(ids.values())) if id_.startswith("document" if "document" in question else "directive")]
    values = {"id": about, "ids": several, "closed": several[:1], "soon": "2026-06-30", "skip": 0, "limit": 50, "first": 0, "end": 4,
              "state": "open", "proposal": ""}
    return {name: value for name, value in values.items() if re.search(rf"\${name}\b", text)}


@pytest.mark.parametrize("words", ["易涝点", "排水管理处", "段", "涝", "印章 管理", '+"(', "script"])
def test_search(store: Store, server: Store, words: str) -> None:
    for search in (search_names, search_words):
        assert by_id(search(store, words, "2026-11-25", 50)) == by_id(search(server, words, "2026-11-25", 50))


def by_id(rows: list[Row]) -> list[Row]:
    """The rows in an order that no engine's scores decide."""
    return sorted(rows, key=lambda row: row["id"])


def test_entities(store: Store, server: Store, ids: dict[str, str]) -> None:
    for id_ in sorted(set(ids.values())):
        assert thing(store, id_) == thing(server, id_)
        for as_of in ("2026-11-25", "2025-12-31"):
            assert connection_counts(store, id_, as_of) == connection_counts(server, id_, as_of)
            assert connections(store, id_, as_of, 50) == connections(server, id_, as_of, 50)
            assert evidence(store, id_, as_of, 50) == evidence(server, id_, as_of, 50)
