"""The records of one document, gathered from the stream once its end record has come."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from schema import Edge, End, Evidence, Issue, Node, Record, RecordError, decode, edge_type, encode, validate

Properties = dict[str, object]

REMEDY = "write the stream again with `gangmu.py importers`"
COMPRESSION = 3
"""Of zlib: half the time of its default for a tenth more bytes."""


class EdgeKey(NamedTuple):
    """What identifies an edge: type, ends, and the values of the type's key properties, empty where there is none."""

    type: str
    source: str
    target: str
    key: tuple[str, ...]


class Mention(NamedTuple):
    """One evidence of a node in a document; without a place when a rule inferred the node."""

    node: str
    document: str
    start: int | None
    end: int | None
    quote: str | None
    rule: str | None


@dataclass
class StatedDocument:
    """What one document states."""

    id: str
    records: list[Record]
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[EdgeKey, Edge] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def __post_init__(self) -> None:
        for record in self.records:
            if isinstance(record, Node):
                self.nodes[record.id] = record
            elif isinstance(record, Edge):
                key = edge_key(record)
                self.edges[key] = joined(self.edges[key], record) if key in self.edges else record
            elif isinstance(record, Issue):
                self.issues.append(record)

    def text_property(self, name: str) -> str:
        """A property of the Document node as text; empty when it has none."""
        return str(self.nodes[self.id].properties.get(name) or "")

    def told(self, *kinds: str) -> list[str]:
        """The issues of these kinds (`issue_kind`), each with the line of the document's text, from 1, in which it stands."""
        text = self.text_property("text")
        return [f"{issue.message} (line {text.count(chr(10), 0, issue.evidence[0].start) + 1})"
                for issue in self.issues if issue_kind(issue) in kinds]

    @property
    def path(self) -> str:
        """What identifies the document to a person."""
        return self.text_property("path") or self.text_property("name")

    @property
    def body(self) -> str:
        """The issuing body; empty when it is not known."""
        return self.text_property("body")

    @property
    def date(self) -> str:
        """ISO prefix of the meeting's date; empty when it is not known."""
        meetings = (str(node.properties.get("date") or "") for node in self.nodes.values() if node.type == "Meeting")
        return self.text_property("date") or next(meetings, "")

    @property
    def rank(self) -> tuple[str, str]:
        """Of the documents that state a thing, the one of the highest rank is shown."""
        return self.date, self.id

    def lines(self) -> bytes:
        """The records and their end record as JSON lines."""
        return b"".join(encode(record) for record in (*self.records, End(self.id, len(self.records))))

    @cached_property
    def digest(self) -> str:
        """Tells whether the document says exactly the same."""
        return hashlib.sha256(self.lines()).hexdigest()

    @cached_property
    def packed(self) -> bytes:
        """The records as the graph keeps them."""
        return zlib.compress(self.lines(), COMPRESSION)

    def mentions(self) -> Iterator[Mention]:
        """Every evidence of every node, and the rule of those that have none; each once."""
        for node in self.nodes.values():
            if node.type != "Document":
                yield from dict.fromkeys(_mentions(node, self.id))


def issue_kind(issue: Issue) -> str:
    """What an issue is about, as the rule of its evidence tells: secrecy, personal-data, else doubt."""
    rule = issue.evidence[0].rule if issue.evidence else ""
    return rule if rule in ("secrecy", "personal-data") else "doubt"


def _mentions(node: Node, document: str) -> Iterator[Mention]:
    if not node.evidence:
        yield Mention(node.id, document, None, None, None, node.rule)
    for evidence in node.evidence:
        yield Mention(node.id, document, evidence.start, evidence.end, evidence.text, evidence.rule)


def edge_key(edge: Edge) -> EdgeKey:
    """The identity of an edge record."""
    declared = edge_type(edge.type)
    names = declared.key if declared else ()
    return EdgeKey(edge.type, edge.source, edge.target, tuple(str(edge.properties.get(name) or "") for name in names))


def joined(first: Edge, second: Edge) -> Edge:
    """Two records of one edge in one document: the first one's properties hold, the second fills what is missing; evidence adds up."""
    said = {name: value for name, value in first.properties.items() if value is not None}
    evidence: tuple[Evidence, ...] = tuple(dict.fromkeys((*first.evidence, *second.evidence)))
    properties = {**second.properties, **said}
    return Edge(first.type, first.source, first.target, properties, evidence, first.inferred and second.inferred, first.rule)


def unpacked(data: bytes) -> StatedDocument:
    """The document whose records the graph has kept."""
    lines = zlib.decompress(data).splitlines(keepends=True)
    records = [decode(line) for line in lines[:-1]]
    end = decode(lines[-1])
    assert isinstance(end, End)
    return StatedDocument(end.document, records)


def gather(records: Iterable[Record]) -> Iterator[StatedDocument | RecordError]:
    """Each document that is whole and holds against the declarations, or why it does not; where the stream breaks, so do its documents."""
    gathered: list[Record] = []
    try:
        for record in records:
            if isinstance(record, End):
                yield _checked(gathered, record)
                gathered = []
            else:
                gathered.append(record)
    except RecordError as error:
        yield error
    else:
        if gathered:
            yield RecordError(f"the stream breaks off after {len(gathered)} records of a document", where=_path(gathered), remedy=REMEDY)


def _checked(records: list[Record], end: End) -> StatedDocument | RecordError:
    problem = next(_problems(records, end), None)
    if problem:
        return RecordError(problem, where=_path(records) or end.document, remedy=REMEDY)
    document = StatedDocument(end.document, records)
    # Worked out here, where documents are made ready while others are being written.
    _ = document.digest, document.packed
    return document


def _path(records: list[Record]) -> str:
    """What the document calls itself, for a message."""
    found = (record.properties for record in records if isinstance(record, Node) and record.type == "Document")
    return next((str(properties.get("path") or properties.get("name") or "") for properties in found), "")


def _problems(records: list[Record], end: End) -> Iterator[str]:
    yield from validate([*records, end])
    for record in records:
        if isinstance(record, Node) and record.type == "Document" and record.id != end.document:
            yield f"a second Document node, {record.id}"
