"""What loading, correcting, previewing and forgetting leave in the graph, on both engines."""

from __future__ import annotations

import pytest

from graph.loading.layers import refresh_layers
from graph.loading.ledger import read_stale
from graph.loading.load import forget, load, preview
from graph.loading.streams import loaded_documents, read_stream
from graph.store import Store
from schema import End, QueryError, Record, node_id
from tests.graph.universe import document, dump, empty

FIRST = document("一.docx", "2024-01-15", "春季", people=["林岚", "周启明"], directives=["加固南堤", "清理河道"], inferred=["云泽市水务局"])
SECOND = document("二.docx", "2024-06-20", "夏季", people=["林岚"], directives=["检查闸门"], inferred=["云泽市水务局"])
CORRECTED = document("一.docx", "2024-01-15", "春季更正", people=["林岚"], directives=["加固南堤", "疏浚河道"])


def outcomes(store: Store, *streams: list[Record]) -> list[str]:
    return [report.outcome for report in load(store, [record for stream in streams for record in stream])]


def test_nodes_edges_and_evidence_come_as_stated(store: Store) -> None:
    assert outcomes(store, FIRST) == ["added"]
    [row] = store.read("MATCH (p:Person {name: '林岚'})-[m:MENTIONED_IN]->(d:Document {path: '一.docx'}) "
                       "RETURN p.id AS id, m.quote AS quote, substring(d.text, m.start, m.end - m.start) AS words, m.rule AS rule")
    assert row == {"id": node_id("Person", "林岚"), "quote": "林岚", "words": "林岚", "rule": "name"}
    [edge] = store.read("MATCH (:Meeting)-[r:ISSUED]->(:Directive {text: '加固南堤'}) RETURN properties(r) AS r")
    id_ = node_id("Document", "一.docx")
    assert edge["r"] == {"start": 10, "end": 14, "quote": "加固南堤", "rule": "name", "document": id_, "documents": [id_]}
    [inferred] = store.read("MATCH (o:Organization)-[i:INFERRED_FROM]->(:Document), (o)-[c:CONVENED]->(:Meeting) "
                            "RETURN o.inferred AS node, i.rule AS rule, c.inferred AS edge, c.rule AS because")
    assert inferred == {"node": True, "rule": "issuing body", "edge": True, "because": "issuing body"}


def test_two_records_of_one_edge_are_one_and_other_keys_are_others(store: Store) -> None:
    outcomes(store, FIRST)
    rows = store.read("MATCH (:Person {name: '林岚'})-[r:HOLDS]->() RETURN r.from AS from, r.to AS to ORDER BY coalesce(from, '')")
    assert rows == [{"from": None, "to": "2024-01-15"}, {"from": "2024", "to": "2024-01-15"}]


def test_loading_again_changes_nothing_and_says_so(store: Store) -> None:
    outcomes(store, FIRST, SECOND)
    before, turn = dump(store), read_stale(store)
    assert outcomes(store, FIRST, SECOND) == ["unchanged", "unchanged"]
    assert (dump(store), read_stale(store)) == (before, turn)


def test_a_correction_replaces_exactly_what_the_document_had_said(store: Store) -> None:
    outcomes(store, FIRST, SECOND)
    assert outcomes(store, CORRECTED) == ["corrected"]
    corrected = dump(store)
    empty(store)
    outcomes(store, CORRECTED, SECOND)
    assert dump(store) == corrected


def test_forgetting_takes_out_exactly_what_the_document_alone_contributed(store: Store) -> None:
    outcomes(store, SECOND)
    alone = dump(store)
    outcomes(store, FIRST)
    assert forget(store, "一.docx").outcome == "forgotten"
    assert dump(store) == alone


def test_forgetting_all_leaves_an_empty_graph(store: Store) -> None:
    outcomes(store, FIRST, SECOND)
    forget(store, node_id("Document", "一.docx"))
    forget(store, "二.docx")
    assert dump(store) == ([], [])


def test_shared_things_show_the_latest_meeting_whatever_came_first(store: Store) -> None:
    outcomes(store, SECOND, FIRST)
    [row] = store.read("MATCH (p:Post) WHERE p.title STARTS WITH '林岚' RETURN p.title AS title, p.document AS document")
    assert row == {"title": "林岚的职务，见二.docx", "document": node_id("Document", "二.docx")}
    forget(store, "二.docx")
    assert store.read("MATCH (p:Post) WHERE p.title STARTS WITH '林岚' RETURN p.title AS title") == [{"title": "林岚的职务，见一.docx"}]


def test_the_same_file_under_another_path_is_not_loaded_again(store: Store) -> None:
    outcomes(store, FIRST)
    copy = document("抄.docx", people=["林岚"])
    copy[0].properties["sha256"] = FIRST[0].properties["sha256"]
    [report] = load(store, copy)
    assert (report.outcome, report.reason) == ("duplicate", "the same file as 一.docx, not loaded again")
    assert store.read("MATCH (d:Document) RETURN d.path AS path") == [{"path": "一.docx"}]


def test_a_stream_that_breaks_off_leaves_nothing_of_its_last_document(store: Store) -> None:
    assert outcomes(store, FIRST, SECOND[:-1]) == ["added", "refused"]
    assert store.read("MATCH (d:Document) RETURN d.path AS path") == [{"path": "一.docx"}]


@pytest.mark.parametrize("broken", [
    [*FIRST[:-1], End(FIRST[-1].document, 3)],
    [record for record in FIRST if getattr(record, "type", "") != "Person"],
    [*FIRST[:3], *SECOND[3:5], End(FIRST[-1].document, 5)],
], ids=["miscounted", "dangling", "evidence of another document"])
def test_a_document_that_breaks_the_contract_is_refused_and_the_others_are_loaded(embedded_store: Store, broken: list[Record]) -> None:
    assert outcomes(embedded_store, broken, SECOND) == ["refused", "added"]
    assert embedded_store.read("MATCH (d:Document) RETURN d.path AS path") == [{"path": "二.docx"}]


def test_a_preview_tells_what_loading_does_and_writes_nothing(store: Store) -> None:
    outcomes(store, FIRST)
    before = dump(store)
    stream = [*CORRECTED, *SECOND]
    foreseen = preview(store, stream)
    assert dump(store) == before
    assert foreseen == list(load(store, stream))
    assert (foreseen[0].tally.added["nodes"], foreseen[0].tally.withdrawn["nodes"]) == (1, 3)


def test_what_was_loaded_is_kept_as_it_came(store: Store) -> None:
    outcomes(store, FIRST)
    kept = store.reading(lambda transaction: read_stream(transaction, node_id("Document", "一.docx")))
    assert [*kept.records, End(kept.id, len(kept.records))] == FIRST


def test_a_change_marks_its_body_stale_until_the_layers_are_refreshed(store: Store) -> None:
    reports = load(store, FIRST)
    next(reports)
    assert read_stale(store) == (1, ["云泽市水务局"])
    refresh_layers(store)
    assert read_stale(store) == (1, [])


def test_an_unknown_document_cannot_be_forgotten(store: Store) -> None:
    with pytest.raises(QueryError, match="no such document"):
        forget(store, "无.docx")


def test_streams_that_do_not_fit_one_query_are_kept_in_several(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.loading.streams.QUERY_BYTES", 1)
    names = ["a.docx", "b.docx", "c.docx"]
    records = [record for name in names for record in document(name, directives=[f"{name}的任务"])]
    assert [report.outcome for report in load(store, records)] == ["added"] * 3
    assert [held.path for held in loaded_documents(store)] == names
