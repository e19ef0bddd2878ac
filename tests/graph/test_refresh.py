"""Links and matters in the graph keep in step with the documents, on both engines."""

from __future__ import annotations

import itertools
import random
import time

import pytest

from graph.evolution.linking import links
from graph.evolution.refresh import refresh
from graph.evolution.steps import Step
from graph.loading import layers
from graph.loading.layers import refresh_layers
from graph.loading.ledger import read_stale, take_turn
from graph.loading.load import forget, load
from graph.store import Store
from schema import Node, Record, node_id
from tests.graph.universe import document, dump, empty

BODY = "云泽市水务局"
SPRING = document("一.docx", "2024-01-15", directives=["加快青澜河护岸施工", "清理白鹭塘淤泥"])
SUMMER = document("二.docx", "2024-06-20", directives=["青澜河护岸要由两班作业加快施工"])
AUTUMN = document("三.docx", "2024-09-20", directives=["青澜河护岸12月底前全部完工", "白鹭塘淤泥清理推迟至年底"])
OTHER = document("四.docx", "2024-03-01", directives=["安排汛期值守"])


def put(store: Store, *streams: list[Record]) -> None:
    assert list(load(store, [record for stream in streams for record in stream]))


def steps(store: Store) -> set[tuple[str, str, str]]:
    rows = store.read("MATCH (a:Directive)-[e:EVOLVES_TO]->(b) RETURN a.date AS a, b.date AS b, substring(b.text, 0, 3) AS thing")
    return {(row["thing"], row["a"], row["b"]) for row in rows}


def test_loading_links_the_steps_and_joins_them_in_matters(store: Store) -> None:
    put(store, SPRING, SUMMER, AUTUMN, OTHER)
    assert steps(store) == {("青澜河", "2024-01-15", "2024-06-20"), ("青澜河", "2024-06-20", "2024-09-20"), ("白鹭塘", "2024-01-15", "2024-09-20")}
    matters = store.read("MATCH (m:Matter) OPTIONAL MATCH (m)<-[:ABOUT]-(d:Directive) WITH m, d ORDER BY d.date "
                         "RETURN m.id AS id, m.title AS title, m.body AS body, collect(d.text) AS members ORDER BY title")
    assert [(row["title"], row["body"], len(row["members"])) for row in matters] == [("加快青澜河护岸施工", BODY, 3), ("清理白鹭塘淤泥", BODY, 2)]
    assert matters[0]["id"] == node_id("Matter", node_id("Directive", "一.docx", "加快青澜河护岸施工"))
    [link] = store.read("MATCH (:Directive {text: '清理白鹭塘淤泥'})-[e:EVOLVES_TO]->() RETURN properties(e) AS e")
    assert link["e"]["inferred"] is True and link["e"]["rule"] == "evolution" and 0 < link["e"]["score"] <= 1 and link["e"]["because"] == "“推迟”"


def test_any_order_of_loads_gives_the_same_links(store: Store) -> None:
    put(store, SPRING, SUMMER, AUTUMN, OTHER)
    once = dump(store)
    for order in random.Random(1).sample(list(itertools.permutations((SPRING, SUMMER, AUTUMN, OTHER))), 4):
        empty(store)
        for stream in order:
            put(store, stream)
        assert dump(store) == once


def test_a_document_that_goes_takes_its_links_and_the_strand_closes_again(store: Store) -> None:
    put(store, SPRING, AUTUMN)
    without = dump(store)
    put(store, SUMMER)
    assert dump(store) != without
    forget(store, "二.docx")
    assert dump(store) == without
    forget(store, "一.docx")
    forget(store, "三.docx")
    assert dump(store) == ([], [])


def test_a_corrected_date_moves_the_step(store: Store) -> None:
    put(store, SPRING, SUMMER)
    put(store, document("二.docx", "2023-06-20", directives=["青澜河护岸要由两班作业加快施工"]))
    assert steps(store) == {("加快青", "2023-06-20", "2024-01-15")}


def under(body: str, stream: list[Record]) -> list[Record]:
    """The same document of another issuing body; empty for none."""
    head = stream[0]
    assert isinstance(head, Node)
    properties = {name: value for name, value in head.properties.items() if name != "body"}
    return [Node("Document", head.id, {**properties, "body": body} if body else properties), *stream[1:]]


def test_a_short_name_of_the_body_is_linked_until_it_can_mean_another(store: Store) -> None:
    put(store, under("水务局", SPRING))
    put(store, SUMMER)
    linked = steps(store)
    assert linked and store.read("MATCH (m:Matter) RETURN DISTINCT m.body AS body") == [{"body": BODY}]
    put(store, under("临江市水务局", OTHER))
    assert steps(store) == set() and store.read("MATCH (m:Matter) RETURN m") == []
    forget(store, "四.docx")
    assert steps(store) == linked
    put(store, under("", SPRING))
    assert steps(store) == set() and store.read("MATCH (m:Matter) RETURN m") == []


def test_refreshing_again_writes_nothing(store: Store) -> None:
    put(store, SPRING, SUMMER, AUTUMN)
    ids = "MATCH (m:Matter)<-[r:ABOUT]-() RETURN elementId(m) AS m, elementId(r) AS r ORDER BY m, r"
    before, content = store.read(ids), dump(store)
    refresh(store, [BODY])
    assert store.read(ids) == before and dump(store) == content


def test_what_a_load_that_died_left_undone_is_repaired(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, SPRING, SUMMER, AUTUMN)
    whole = dump(store)
    empty(store)
    with monkeypatch.context() as patch:
        patch.setattr(layers, "LAYERS", ())
        patch.setattr(layers, "clear_stale", lambda store, turn: None)
        patch.setattr("graph.loading.load.refresh_layers", lambda store: None)
        put(store, SPRING, SUMMER, AUTUMN)
    assert steps(store) == set() and read_stale(store)[1] == [BODY]
    refresh_layers(store)
    assert dump(store) == whole and read_stale(store)[1] == []


def test_a_refresh_that_was_overtaken_writes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, SPRING, SUMMER, AUTUMN)
    before = dump(store)

    def overtaken(steps: list[Step]) -> list[object]:
        store.transaction(lambda transaction: take_turn(transaction))
        return []

    monkeypatch.setattr("graph.evolution.refresh.links", overtaken)
    refresh(store, [BODY])
    assert dump(store) == before


def test_a_body_with_five_thousand_directives_is_linked_in_a_minute() -> None:
    words = random.Random(7)
    things = ["".join(chr(words.randrange(0x4E00, 0x9000)) for _ in range(6)) for _ in range(600)]
    steps = [
        Step(f"directive-{meeting:03}-{number:03}", f"meeting-{meeting:03}", f"20{meeting // 12:02}-{meeting % 12 + 1:02}-01",
             f"由有关单位牵头，{words.choice(things)}和{words.choice(things)}要按照会议确定的任务分解方案在年内全部完成并及时报告进展情况")
        for meeting in range(100) for number in range(50)
    ]
    started = time.process_time()
    assert len(links(steps)) > 1_000
    assert time.process_time() - started < 60
