"""How documents become the graph: which nodes, edges and mentions there have to be, and the least that has to change for it.

Everything here is computed, nothing is read or written. A thing that several documents state shows the properties of the document
of the highest rank (latest meeting, then document id), so that the graph does not depend on the order of loading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph.loading.documents import EdgeKey, Mention, Properties, StatedDocument

Thing = TypeVar("Thing")


@dataclass(slots=True)
class Present:
    """What the graph holds now of the things that a change may touch.

    `contributors` are the documents that state a node, known for the nodes of documents that are to go; `dates` those of every
    document named anywhere here; `stated` gives the records of a document that stays.
    """

    nodes: dict[str, Properties]
    edges: dict[EdgeKey, Properties]
    contributors: Mapping[str, set[str]]
    dates: Mapping[str, str]
    stated: Callable[[str], StatedDocument]


@dataclass(slots=True)
class Change:
    """What has to be written: a thing with the properties it gets, None where it goes."""

    nodes: dict[str, Properties | None] = field(default_factory=dict)
    edges: dict[EdgeKey, Properties | None] = field(default_factory=dict)
    mentions_to_add: list[Mention] = field(default_factory=list)
    mentions_to_drop: list[Mention] = field(default_factory=list)


def node_properties(document: StatedDocument, id_: str) -> Properties:
    """What a node shows when `document` is the one that is shown."""
    node = document.nodes[id_]
    shown: Properties = {name: value for name, value in node.properties.items() if value is not None}
    if node.type != "Document":
        shown["document"] = document.id
    if node.inferred:
        shown |= {"inferred": True, "rule": node.rule}
    return {**shown, "id": id_}


def edge_properties(document: StatedDocument, key: EdgeKey, documents: Iterable[str]) -> Properties:
    """What an edge shows when `document` is the one that is shown and `documents` state it."""
    edge = document.edges[key]
    shown: Properties = {name: value for name, value in edge.properties.items() if value is not None}
    if edge.evidence:
        first = edge.evidence[0]
        shown |= {"start": first.start, "end": first.end, "quote": first.text, "rule": first.rule}
    if edge.inferred:
        shown |= {"inferred": True, "rule": edge.rule}
    return {**shown, "document": document.id, "documents": sorted(documents)}


class Projection:
    """The change that takes `going` out of the graph and `coming` into it; a corrected document is in both, old and new."""

    def __init__(self, going: Mapping[str, StatedDocument], coming: Mapping[str, StatedDocument], present: Present) -> None:
        self.going = going
        self.coming = coming
        self.present = present
        self.ranks = {id_: (date, id_) for id_, date in present.dates.items()} | {id_: document.rank for id_, document in coming.items()}

    def change(self) -> Change:
        """The least that has to be written."""
        change = Change()
        for id_, stating in self._touched(lambda document: document.nodes).items():
            before, after = self.present.nodes.get(id_), self._node(id_, stating)
            if after != before:
                change.nodes[id_] = after
        for key, stating in self._touched(lambda document: document.edges).items():
            held, due = self.present.edges.get(key), self._edge(key, stating)
            if due != held:
                change.edges[key] = due
        self._mentions(change)
        return change

    def _touched(self, things: Callable[[StatedDocument], Mapping[Thing, object]]) -> dict[Thing, set[str]]:
        """Every thing that a going or coming document states, with the coming documents that do."""
        touched: dict[Thing, set[str]] = {}
        for document in self.going.values():
            for thing in things(document):
                touched.setdefault(thing, set())
        for document in self.coming.values():
            for thing in things(document):
                touched.setdefault(thing, set()).add(document.id)
        return touched

    def _node(self, id_: str, stating: set[str]) -> Properties | None:
        before = self.present.nodes.get(id_)
        if any(id_ in document.nodes for document in self.going.values()):
            staying = self.present.contributors[id_] - self.going.keys()
        else:
            # The shown document outranks all others that state the node, so it can stand for them.
            staying = {str(before["document"])} if before else set()
        shown = self._latest(staying | stating)
        if shown is None:
            return None
        if before and before.get("document") == shown and shown not in self.going:
            return before
        return node_properties(self._stated(shown), id_)

    def _edge(self, key: EdgeKey, stating: set[str]) -> Properties | None:
        held = self.present.edges.get(key)
        documents = ({*documents_of(held)} - self.going.keys() if held else set()) | stating
        shown = self._latest(documents)
        if shown is None:
            return None
        if held and held["document"] == shown and shown not in self.going:
            return {**held, "documents": sorted(documents)}
        return edge_properties(self._stated(shown), key, documents)

    def _latest(self, documents: set[str]) -> str | None:
        return max(documents, key=self.ranks.__getitem__, default=None)

    def _stated(self, id_: str) -> StatedDocument:
        return self.coming.get(id_) or self.present.stated(id_)

    def _mentions(self, change: Change) -> None:
        """Mentions of a document that goes for good go with its node, and those of a node that goes with that."""
        for document in self.coming.values():
            old = dict.fromkeys(self.going[document.id].mentions()) if document.id in self.going else {}
            new = dict.fromkeys(document.mentions())
            change.mentions_to_add += [mention for mention in new if mention not in old]
            change.mentions_to_drop += [mention for mention in old if mention not in new and change.nodes.get(mention.node, {}) is not None]


def documents_of(edge: Properties) -> list[str]:
    """The documents that state an edge."""
    documents = edge["documents"]
    assert isinstance(documents, list)
    return documents
