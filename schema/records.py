"""The records that importers write and the graph reads: nodes, edges, issues and the end of a document."""

from __future__ import annotations

from typing import Literal

import msgspec

Value = str | int | float | bool | list[str] | None
"""What a property may hold; both engines store each of these natively."""


class Evidence(msgspec.Struct, frozen=True):
    """A stretch of a document: half-open character offsets into `Document.text`, and exactly the text between them."""

    document: str
    start: int
    end: int
    text: str
    rule: str


def _no_properties() -> dict[str, Value]:
    """Empty, and yet written: the contract shows `properties` and `evidence` on every record, which a plain default would omit."""
    return {}


def _no_evidence() -> tuple[Evidence, ...]:
    return ()


class Node(msgspec.Struct, frozen=True, tag="node", tag_field="kind", omit_defaults=True):
    """One thing: a meeting, a directive, a department …"""

    type: str
    id: str
    properties: dict[str, Value] = msgspec.field(default_factory=_no_properties)
    evidence: tuple[Evidence, ...] = msgspec.field(default_factory=_no_evidence)
    inferred: bool = False
    rule: str | None = None


class Edge(msgspec.Struct, frozen=True, tag="edge", tag_field="kind", omit_defaults=True):
    """One relation between two nodes."""

    type: str
    source: str
    target: str
    properties: dict[str, Value] = msgspec.field(default_factory=_no_properties)
    evidence: tuple[Evidence, ...] = msgspec.field(default_factory=_no_evidence)
    inferred: bool = False
    rule: str | None = None


class Issue(msgspec.Struct, frozen=True, tag="issue", tag_field="kind", omit_defaults=True):
    """Something a person should look at: what was not understood, or does not add up."""

    level: Literal["warning", "error"]
    message: str
    evidence: tuple[Evidence, ...] = ()


BEYOND_DOCUMENTS = ""
"""Stands in an `end` for the document where a graph's export closes what no document states: derived layers and judgements."""


class End(msgspec.Struct, frozen=True, tag="end", tag_field="kind"):
    """Closes the records of one document, or of BEYOND_DOCUMENTS; `records` counts those before it."""

    document: str
    records: int


Record = Node | Edge | Issue | End
