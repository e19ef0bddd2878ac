"""Validation: a stream that holds passes, and each way to break the contract has its own message."""

from __future__ import annotations

import re

import msgspec
import pytest

from schema import Edge, End, Evidence, Issue, Node, node_id, validate

TEXT = "会议明确：由规划处牵头。"
DOCUMENT, DIRECTIVE, OFFICE = node_id("Document", "a"), node_id("Directive", "a", TEXT), node_id("Organization", "", "规划处")
STATED = (Evidence(DOCUMENT, 5, 11, "由规划处牵头", "test"),)
STREAM = [
    Node("Document", DOCUMENT, {"name": "a.txt", "text": TEXT}),
    Node("Directive", DIRECTIVE, {"text": "由规划处牵头", "path": ["一"]}, STATED),
    Node("Organization", OFFICE, {"name": "规划处", "generic": False, "confidence": 1}, (Evidence(DOCUMENT, 6, 9, "规划处", "test"),)),
    Edge("LEADS", OFFICE, DIRECTIVE, {"basis": "stated"}, STATED),
    Issue("warning", "no date", STATED),
]


def stream(**changes):
    """The stream with the record at `at` replaced (or its fields changed), closed by a fitting end."""
    records = list(STREAM)
    at = changes.pop("at", None)
    if at is not None:
        records[at] = msgspec.structs.replace(records[at], **changes)
    return [*records, End(DOCUMENT, len(records))]


def test_a_stream_that_holds_has_no_problems():
    assert list(validate(stream())) == []


@pytest.mark.parametrize(("changes", "problem"), [
    ({"at": 1, "type": "Planet"}, "unknown type 'Planet'"),
    ({"at": 3, "type": "ORBITS"}, "unknown type 'ORBITS'"),
    ({"at": 3, "source": DIRECTIVE}, "source .* is not one of Organization, Person, Post"),
    ({"at": 3, "target": OFFICE}, "target .* is not one of Directive"),
    ({"at": 3, "target": node_id("Directive", "elsewhere")}, "dangling target"),
    ({"at": 2, "id": "person-0123456789abcdef0123"}, "not an id of a Organization"),
    ({"at": 1, "evidence": ()}, "neither evidence nor the rule"),
    ({"at": 3, "evidence": (), "inferred": True}, "neither evidence nor the rule"),
    ({"at": 1, "evidence": (Evidence(DOCUMENT, 5, 11, "由规划处配合", "test"),)}, "is not the text there"),
    ({"at": 1, "evidence": (Evidence(DOCUMENT, 5, 5, "", "test"),)}, "is not the text there"),
    ({"at": 1, "evidence": (Evidence(DOCUMENT, -1, 5, "", "test"),)}, "is not the text there"),
    ({"at": 4, "evidence": (Evidence(DOCUMENT, 0, 10**9, TEXT, "test"),)}, "is not the text there"),
    ({"at": 1, "evidence": (Evidence("document-x", 5, 11, "由规划处牵头", "test"),)}, "has not come before it"),
    ({"at": 1, "properties": {"colour": "red"}}, "unknown property 'colour'"),
    ({"at": 1, "properties": {"due": 20181231}}, "'due' is not date"),
    ({"at": 1, "properties": {"path": ["一", 2]}}, "'path' is not texts"),
    ({"at": 2, "properties": {"generic": "yes"}}, "'generic' is not boolean"),
    ({"at": 2, "properties": {"confidence": True}}, "'confidence' is not number"),
])
def test_each_breach_has_its_message(changes, problem):
    problems = list(validate(stream(**changes)))
    assert problems
    assert any(re.search(problem, found) for found in problems), problems


def test_an_inferred_node_with_its_rule_needs_no_evidence():
    assert list(validate(stream(at=2, evidence=(), inferred=True, rule="bare bureau"))) == []


def test_the_end_counts_and_closes():
    assert any("counts 3 records, 5 came" in p for p in validate([*STREAM, End(DOCUMENT, 3)]))
    assert any("has no end record" in p for p in validate(STREAM))
    assert any("its Document node did not come" in p for p in validate([End(DOCUMENT, 0)]))
    assert any("comes twice" in p for p in validate([*STREAM, STREAM[1], End(DOCUMENT, 6)]))


def test_documents_are_validated_one_by_one():
    assert list(validate([*stream(), *stream()])) == []
    problems = list(validate([*stream(), Edge("LEADS", OFFICE, DIRECTIVE, {}, STATED), End(DOCUMENT, 1)]))
    assert any("dangling source" in p for p in problems)
