"""The declarations: complete in both languages, without a word twice, and everything generated from them is current."""

from __future__ import annotations

import re
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, Graph, Literal

from schema import EDGE_TYPES, NODE_TYPES, cypher_constraints, cypher_fulltext, edge_type, node_type, ontology, sql_types
from schema.reference import reference_page

ROOT = Path(__file__).resolve().parents[2]
DECLARED = [*NODE_TYPES, *EDGE_TYPES]


@pytest.mark.parametrize("declared", DECLARED, ids=lambda d: d.name)
def test_every_type_is_labelled_in_both_languages_and_tied_to_a_standard(declared):
    assert re.search(r"[\u4e00-\u9fff]", declared.zh) and declared.en.isascii() and declared.meaning and declared.standard
    prefix, _, local = declared.term.partition(":")
    assert prefix in ontology.PREFIXES and local


@pytest.mark.parametrize("declared", DECLARED, ids=lambda d: d.name)
def test_every_property_is_labelled_and_named_once(declared):
    names = [p.name for p in declared.properties]
    assert len(names) == len(set(names))
    assert all(re.search(r"[\u4e00-\u9fffA-Z]", p.zh) and p.en and p.meaning for p in declared.properties)


def test_names_are_unique_and_found():
    assert len({d.name for d in DECLARED}) == len(DECLARED)
    assert all(node_type(d.name) is d for d in NODE_TYPES) and all(edge_type(d.name) is d for d in EDGE_TYPES)
    assert node_type("Planet") is None and edge_type("ORBITS") is None


@pytest.mark.parametrize("declared", EDGE_TYPES, ids=lambda d: d.name)
def test_edges_join_declared_nodes_and_their_keys_are_declared(declared):
    assert {*declared.sources, *declared.targets} <= {d.name for d in NODE_TYPES}
    assert set(declared.key) <= {p.name for p in declared.properties}


def test_the_reference_page_is_current():
    assert (ROOT / "docs/schema.md").read_text(encoding="utf-8") == reference_page(), "run: python -m schema reference"


def test_both_engines_are_told_of_every_label():
    for declared in NODE_TYPES:
        assert any(f"(n:{declared.name})" in s for s in cypher_constraints())
        assert f"CREATE VERTEX TYPE {declared.name} IF NOT EXISTS" in sql_types()
    assert len(cypher_fulltext()) == sum(bool(d.searched) for d in NODE_TYPES)


def test_the_shapes_accept_what_is_declared_and_refuse_what_is_not():
    shapes = ontology.ontology()
    data = Graph()
    directive, office = ontology.GANGMU["d"], ontology.GANGMU["o"]
    data.add((directive, RDF.type, ontology.class_of("Directive")))
    data.add((office, RDF.type, ontology.class_of("Organization")))
    data.add((office, ontology.relation_of("LEADS"), directive))
    data.add((directive, ontology.attribute_of("due"), Literal("2024-12")))
    assert pyshacl.validate(data, shacl_graph=shapes)[0]
    data.add((directive, ontology.attribute_of("due"), Literal("next winter")))
    assert not pyshacl.validate(data, shacl_graph=shapes)[0]
    data.set((directive, ontology.attribute_of("due"), Literal("2024")))
    data.add((office, ontology.relation_of("LEADS"), office))
    assert not pyshacl.validate(data, shacl_graph=shapes)[0]
