"""Shortest paths and centrality over the graph, on both engines."""

from __future__ import annotations

import pytest

from graph.analysis import MEASURES, central, names, network, relations, shortest_paths
from graph.loading.load import load
from graph.store import Store
from schema import QueryError, node_id
from tests.webui.minutes import BODY, both

DRAINAGE, PLANNING, FINANCE, LONELY = (node_id("Organization", BODY, name) for name in ("排水管理处", "规划计划处", "财务审计处", "市城区排水中心"))


def test_the_shortest_path_goes_through_what_two_bodies_share(store: Store) -> None:
    assert list(load(store, both()))
    found = network(store, "2026-06-01")
    paths = shortest_paths(found, DRAINAGE, FINANCE, 5)
    assert [len(path) for path in paths] == [3]
    _, directive, _ = paths[0]
    assert directive.startswith("directive-")
    assert relations(found, DRAINAGE, directive) == ["-LEADS->"] and relations(found, directive, FINANCE) == ["<-SUPPORTS-"]
    assert names(store, [DRAINAGE, directive])[DRAINAGE] == "排水管理处"


def test_an_earlier_day_knows_fewer_relations(store: Store) -> None:
    assert list(load(store, both()))
    assert FINANCE not in network(store, "2025-12-31")
    assert len(network(store, "2020-01-01")) == 0
    with pytest.raises(QueryError, match="nothing is joined to this"):
        shortest_paths(network(store, "2025-12-31"), DRAINAGE, FINANCE, 5)


def test_what_is_not_joined_has_no_path(store: Store) -> None:
    assert list(load(store, both()))
    found = network(store, "2026-06-01")
    found.add_node("island")
    assert shortest_paths(found, DRAINAGE, "island", 5) == []


@pytest.mark.parametrize("measure", MEASURES)
def test_the_busiest_department_is_the_most_central(store: Store, measure: str) -> None:
    assert list(load(store, both()))
    found = central(network(store, "2026-06-01"), measure, "Organization", 10)
    assert found == central(network(store, "2026-06-01"), measure, "Organization", 10)
    assert {found[0][0], found[1][0]} == {DRAINAGE, PLANNING} or measure == "betweenness"
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert central(network(store, "2020-01-01"), measure, "", 10) == []
