"""The store on both engines, emptied before each test, and small documents to put into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.settings import Settings, read_settings
from graph.store import Store
from tests.graph.universe import empty


@pytest.fixture(scope="session")
def embedded_settings(data_home: Path) -> Settings:
    """The embedded engine of the run's own data folder, which ends soon after the tests."""
    return replace(read_settings(), home=data_home, engine="embedded", idle_seconds=2)


@pytest.fixture(scope="session")
def embedded_graph(embedded_settings: Settings) -> Iterator[Store]:
    """The embedded engine, started once a run."""
    with Store(embedded_settings) as opened:
        yield opened


@pytest.fixture(scope="session")
def neo4j_graph(request: pytest.FixtureRequest, data_home: Path) -> Iterator[Store]:
    """A real Neo4j, started once a run."""
    server = request.getfixturevalue("neo4j_engine")
    settings = replace(read_settings(), home=data_home, engine="neo4j", address=server.address, user=server.user,
                       password=server.password, database="neo4j")
    with Store(settings) as opened:
        yield opened


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty graph, on each engine in turn."""
    opened: Store = request.getfixturevalue(f"{request.param}_graph")
    empty(opened)
    return opened


@pytest.fixture
def embedded_store(embedded_graph: Store) -> Store:
    """An empty graph on the embedded engine."""
    empty(embedded_graph)
    return embedded_graph
