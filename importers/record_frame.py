"""What all records of one document share: ids, evidence, and edges that gather their evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from importers.annotations import Minutes, Span
from importers.resolution import Entity, Resolution
from schema import Edge, Evidence, Value, node_id

OWN_TO_DOCUMENT = ("Target",)
"""Entities that never are the same in two documents: their ids come from the document."""


@dataclass(slots=True)
class Gathered:
    """What is known of one edge so far; `rule` is the one that inferred it, for want of evidence."""

    rule: str = ""
    evidence: dict[Evidence, None] = field(default_factory=dict)
    properties: dict[str, Value] = field(default_factory=dict)


class Frame:
    """The document being written: its ids by the identity of what they stand for, and its edges so far."""

    def __init__(self, minutes: Minutes, resolution: Resolution) -> None:
        self.minutes = minutes
        self.resolution = resolution
        self.document = node_id("Document", minutes.source.path)
        self.meeting = node_id("Meeting", self.document)
        self.seen: Counter[tuple[str, str]] = Counter()
        self.ids: dict[int, str] = {}
        self._gathered: dict[tuple[str, str, str, str], Gathered] = {}

    def evidence(self, span: Span, rule: str) -> Evidence:
        """The stretch as evidence."""
        return Evidence(self.document, span.start, span.end, span.of(self.minutes.text), rule)

    def words(self, span: Span | None) -> str | None:
        """The words of a stretch, None for none."""
        return span.of(self.minutes.text) if span else None

    def own_id(self, type_name: str, words: str) -> str:
        """An id from the document and the words; the same words again are told apart by their occurrence."""
        self.seen[type_name, words] += 1
        return node_id(type_name, self.document, words, self.seen[type_name, words])

    def entity_id(self, entity: Entity) -> str:
        """An id from the issuing body (or, where it is unknown, the document) and the canonical name."""
        scope = self.document if entity.type in OWN_TO_DOCUMENT else self.resolution.body.name or self.document
        return node_id(entity.type, scope, entity.key)

    def edge(self, type_name: str, source: str, target: str, spans: Iterable[tuple[Span, str]],
             properties: dict[str, Value] | None = None, key: str = "", inferred: bool = False) -> None:
        """Adds an edge; the same edge found again adds its evidence."""
        found = [(span, rule) for span, rule in spans if len(span)]
        edge = self._gathered.setdefault((type_name, source, target, key), Gathered())
        edge.evidence.update({} if inferred else {self.evidence(span, rule): None for span, rule in found})
        edge.rule = edge.rule or (found[0][1] if found else "document")
        edge.properties |= stated(properties or {})

    def infer(self, type_name: str, source: str, target: str, rule: str) -> None:
        """Adds an edge that a rule inferred and no words state, unless words state it already."""
        self._gathered.setdefault((type_name, source, target, ""), Gathered(rule))

    def edges(self) -> Iterator[Edge]:
        """The edges in the order in which they were first added; without evidence they are inferred."""
        for (type_name, source, target, _), edge in self._gathered.items():
            evidence = tuple(edge.evidence)
            yield Edge(type_name, source, target, edge.properties, evidence, not evidence, None if evidence else edge.rule)


def stated(properties: dict[str, Value]) -> dict[str, Value]:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value is not None and value != []}
