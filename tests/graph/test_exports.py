"""The graph in other formats: what is written can be read again by those it is for, on both engines."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx
import pyshacl
import pytest
from rdflib import PROV, RDF, Graph, Literal, URIRef

from graph.exports import registry
from graph.exports.records import write_graph_records
from graph.exports.registry import BY_NAME, FORMATS
from graph.exports.scope import Scope
from graph.judgements.judging import Judgement, judge
from graph.loading.load import load
from graph.store import Store
from schema import NODE_TYPES, Node, Record, ontology, read_records, validate, write_records
from tests.graph.test_judgements import NOON
from tests.graph.universe import dump, empty
from tests.webui.minutes import both, first

SCOPE = Scope("2026-02-01")
DIRECTIVE = next(record for record in first().stream() if isinstance(record, Node) and record.type == "Directive")


def filled(store: Store) -> None:
    """Two minutes with a strand between them, and a judgement."""
    assert list(load(store, both()))
    judge(store, Judgement(DIRECTIVE.id, "done", "林岚", "验收报告", NOON))


def written(store: Store, name: str, scope: Scope = SCOPE) -> bytes:
    stream = io.BytesIO()
    BY_NAME[name].write(store, scope, stream)
    return stream.getvalue()


def records(data: bytes) -> list[Record]:
    return list(read_records(io.BytesIO(data)))


@pytest.mark.parametrize("name", list(BY_NAME))
def test_every_format_writes_the_same_bytes_again_and_something_for_an_empty_graph(store: Store, name: str) -> None:
    assert name == "jsonl" or written(store, name)
    filled(store)
    assert written(store, name) == written(store, name)


def test_every_module_of_a_format_is_in_the_list() -> None:
    folder = Path(__file__).parents[2] / "graph" / "exports"
    defined = {found for file in folder.rglob("*.py") for found in re.findall(r"^def (write_\w+)\(", file.read_text(encoding="utf-8"), re.MULTILINE)}
    assert defined == {name for name in vars(registry) if name.startswith("write_")} and len(FORMATS) == len(defined)


def test_records_load_export_load_is_equal(store: Store) -> None:
    filled(store)
    before, data = dump(store), written(store, "jsonl")
    assert list(validate(records(data))) == []
    empty(store)
    assert [report.outcome for report in load(store, records(data))] == ["added", "added"]
    assert dump(store) == before
    assert written(store, "jsonl") == data
    assert [report.outcome for report in load(store, records(data))] == ["unchanged", "unchanged"]


def test_records_begin_with_each_document_exactly_as_it_was_loaded(store: Store) -> None:
    filled(store)
    sent = io.BytesIO()
    write_records(both(), sent)
    data = written(store, "jsonl")
    assert data.startswith(sent.getvalue())
    beyond = [json.loads(line) for line in data[len(sent.getvalue()):].splitlines()]
    assert [record.get("type", record["kind"]) for record in beyond] == ["Matter", "EVOLVES_TO", "ABOUT", "ABOUT", "Judgement", "end"]
    assert beyond[-1] == {"kind": "end", "document": "", "records": 5}
    assert beyond[1]["inferred"] is True and beyond[1]["rule"] == "evolution" and beyond[1]["properties"]["relation"]


def test_a_section_beyond_documents_has_to_hold_too(store: Store) -> None:
    filled(store)
    lines = written(store, "jsonl").splitlines(keepends=True)
    broken = [line for line in lines if b'"Matter"' not in line]
    assert any("dangling target matter" in problem for problem in validate(records(b"".join(broken))))


def test_graphml_is_read_by_networkx_with_types_and_labels(store: Store) -> None:
    filled(store)
    data = written(store, "graphml")
    graph = networkx.read_graphml(io.BytesIO(data))
    assert graph.is_directed()
    nodes = store.read("MATCH (n) WHERE NOT n:Ledger AND NOT n:Stream RETURN count(n) AS count")[0]["count"]
    edges = store.read("MATCH ()-[r]->() RETURN count(r) AS count")[0]["count"]
    assert (len(graph.nodes), len(graph.edges)) == (nodes, edges)
    directive = graph.nodes[DIRECTIVE.id]
    assert directive["label"] == directive["text"][:60] and directive["type"] == "Directive" and directive["path"] == "一、"
    clause = next(data for _, data in graph.nodes(data=True) if data["type"] == "Clause")
    assert clause["order"] in (0, 1) and "text" not in next(data for _, data in graph.nodes(data=True) if data["type"] == "Document")
    assert all(data["label"] == data["type"] for _, _, data in graph.edges(data=True))


def test_graphml_declares_what_gephi_wants(store: Store) -> None:
    filled(store)
    root = ET.fromstring(written(store, "graphml"))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    declared = {key.get("id"): key.get("attr.type") for key in root.findall("g:key", space)}
    assert set(declared.values()) <= {"boolean", "int", "long", "float", "double", "string"}
    assert {data.get("key") for data in root.iter(f"{{{space['g']}}}data")} <= declared.keys()
    ids = [edge.get("id") for edge in root.iter(f"{{{space['g']}}}edge")]
    assert len(ids) == len(set(ids))


def test_turtle_holds_against_the_shapes(store: Store) -> None:
    filled(store)
    data = Graph().parse(data=written(store, "ttl"), format="turtle")
    conforms, _, report = pyshacl.validate(data, shacl_graph=ontology.ontology())
    assert conforms, report
    for declared in NODE_TYPES:
        assert len(set(data.subjects(RDF.type, ontology.class_of(declared.name)))) == \
            store.read(f"MATCH (n:{declared.name}) RETURN count(n) AS count")[0]["count"]


def test_turtle_speaks_the_standards_terms_in_their_direction_and_quotes(store: Store) -> None:
    filled(store)
    data = Graph().parse(data=written(store, "ttl"), format="turtle")
    directive = URIRef(f"urn:gangmu:{DIRECTIVE.id}")
    agent, leads = URIRef("https://schema.org/agent"), ontology.relation_of("LEADS")
    owners = set(data.objects(directive, agent))
    assert owners and owners == set(data.subjects(leads, directive))
    assert all((owner, RDF.type, URIRef("http://www.w3.org/ns/org#Organization")) in data for owner in owners)
    quotation = next(data.objects(directive, PROV.qualifiedQuotation))
    text = DIRECTIVE.properties["text"]
    assert (quotation, ontology.attribute_of("quote"), Literal(text)) in data
    later = next(data.objects(directive, ontology.relation_of("EVOLVES_TO")))
    assert (later, PROV.wasDerivedFrom, directive) in data


def test_the_score_reads_links_from_the_exported_records(store: Store, shared: Path, tmp_path: Path) -> None:
    filled(store)
    (tmp_path / "records.jsonl").write_bytes(written(store, "jsonl"))
    (tmp_path / "gold").mkdir()
    done = subprocess.run([sys.executable, str(shared / "eval" / "score.py"), str(tmp_path / "records.jsonl"), str(tmp_path / "gold")],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_reader_that_holds_one_section_at_a_time_can_read_the_rest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.exports.records.SECTION", 2)
    filled(store)
    stream = io.BytesIO()
    write_graph_records(store, SCOPE, stream)
    ends = [json.loads(line)["records"] for line in stream.getvalue().splitlines() if b'"kind":"end"' in line]
    assert ends[2:] == [2, 2, 1] and list(validate(records(stream.getvalue()))) == []


def test_gexf_reads_back_with_its_days(store: Store) -> None:
    filled(store)
    read = networkx.read_gexf(io.BytesIO(written(store, "gexf")))
    assert read.number_of_nodes() == networkx.read_graphml(io.BytesIO(written(store, "graphml"))).number_of_nodes()
    directive = read.nodes[DIRECTIVE.id]
    assert (directive["type"], directive["start"], directive["due"]) == ("Directive", "2025-03-06", "2025-10-31")
    assert directive["label"].startswith("由排水管理处牵头")


def test_node_link_reads_back_as_the_same_graph(store: Store) -> None:
    filled(store)
    read = networkx.node_link_graph(json.loads(written(store, "node-link")), edges="edges")
    graphml = networkx.read_graphml(io.BytesIO(written(store, "graphml")))
    assert read.is_directed() and read.is_multigraph() and set(read) == set(graphml)
    assert read.number_of_edges() == graphml.number_of_edges()
    assert read.nodes[DIRECTIVE.id]["path"] == ["一、"]
