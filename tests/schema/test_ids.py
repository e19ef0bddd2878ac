"""Ids: stable, told apart by every field, and naming their type."""

from __future__ import annotations

import pytest

from schema import node_id, node_type_of_prefix, type_of_id


def test_the_same_fields_give_the_same_id_for_ever():
    assert node_id("Directive", "document-1", "加快进度", 1) == "directive-e86ee1b7eac8738ad970"


@pytest.mark.parametrize("fields", [("a", "bc"), ("ab", "c"), ("abc",), ("a", "b", "c"), ("a", "bc", "")])
def test_where_one_field_ends_and_the_next_begins_matters(fields):
    others = [f for f in [("a", "bc"), ("ab", "c"), ("abc",), ("a", "b", "c"), ("a", "bc", "")] if f != fields]
    assert node_id("Person", *fields) not in {node_id("Person", *other) for other in others}


@pytest.mark.parametrize(("id_", "type_"), [
    ("policydocument-0123456789abcdef0123", "policydocument"), ("0123456789abcdef0123", ""), ("person-", ""), ("", ""), ("a-b-0123456789abcdef0123", ""),
])
def test_an_id_names_its_type(id_, type_):
    assert type_of_id(id_) == type_


def test_the_type_of_an_id_is_a_declared_one():
    declared = node_type_of_prefix(type_of_id(node_id("PolicyDocument", "x")))
    assert declared is not None and declared.name == "PolicyDocument"
    assert node_type_of_prefix("planet") is None
