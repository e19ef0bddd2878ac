"""From an understood document to its records, in an order that depends on the document alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from importers.annotations import Clause, Decision, Directive, Mention, Minutes, Progress, Span
from importers.resolution import Entity, Resolution
from schema import Edge, End, Evidence, Issue, Node, Record, Value, node_id

NAMED_BY_TITLE = ("Post", "PolicyDocument", "Speech")
OWN_TO_DOCUMENT = ("Target",)
"""Entities that never are the same in two documents: their ids come from the document."""

ROLE_EDGES = {"lead": "LEADS", "support": "SUPPORTS", "responsible": "RESPONSIBLE_FOR", "supervise": "SUPERVISES"}


def emit(minutes: Minutes, resolution: Resolution) -> list[Record]:
    """The records of one document, closed by its `end`."""
    records = list(_Emission(minutes, resolution).records())
    return [*records, End(node_id("Document", minutes.source.path), len(records))]


class _Emission:
    """Holds the ids that the records of one document refer to."""

    def __init__(self, minutes: Minutes, resolution: Resolution) -> None:
        self.minutes = minutes
        self.resolution = resolution
        self.document = node_id("Document", minutes.source.path)
        self.meeting = node_id("Meeting", self.document)
        self.seen: Counter[tuple[str, str]] = Counter()
        self.ids: dict[int, str] = {}
        self.edges: dict[tuple[str, str, str, str], Edge] = {}

    def records(self) -> Iterator[Record]:
        """Nodes first (the Document before all that quote it), then edges, then issues."""
        yield self._document_node()
        yield self._meeting_node()
        yield from self._entity_nodes()
        yield from self._clause_nodes()
        yield from self._agenda_nodes()
        yield from self._act_nodes()
        self._collect_edges()
        yield from self.edges.values()
        for doubt in self.minutes.doubts:
            yield Issue(doubt.level, doubt.message, (self._evidence(doubt.span, "doubt"),) if len(doubt.span) else ())

    def _evidence(self, span: Span, rule: str) -> Evidence:
        return Evidence(self.document, span.start, span.end, span.of(self.minutes.text), rule)

    def _words(self, span: Span | None) -> str | None:
        return span.of(self.minutes.text) if span else None

    def _own_id(self, type_name: str, words: str) -> str:
        """An id from the document and the words; the same words again are told apart by their occurrence."""
        self.seen[type_name, words] += 1
        return node_id(type_name, self.document, words, self.seen[type_name, words])

    def _document_node(self) -> Node:
        source, header = self.minutes.source, self.minutes.header
        return Node("Document", self.document, _stated({
            "name": source.name, "path": source.path, "text": source.text, "sha256": source.sha256, "format": source.format,
            "number": self._words(header.number), "body": self.resolution.body or None, "date": header.date,
        }))

    def _meeting_node(self) -> Node:
        header = self.minutes.header
        spans = [span for span in (header.title, header.span, header.date_span) if span and len(span)]
        spans = spans or [Span(p.start, p.end) for p in self.minutes.source.paragraphs if p.end > p.start][:1]
        return Node("Meeting", self.meeting, _stated({
            "title": self._words(header.title), "date": header.date, "meeting_kind": header.kind, "part_of_day": header.part_of_day,
            "session": header.session, "place": self._words(header.place), "enlarged": header.enlarged or None,
        }), tuple(self._evidence(span, "header") for span in spans))

    def _entity_id(self, entity: Entity) -> str:
        if entity.type in OWN_TO_DOCUMENT:
            return node_id(entity.type, self.document, entity.key)
        return node_id(entity.type, self.resolution.body, entity.key)

    def _entity_nodes(self) -> Iterator[Node]:
        for entity in self.resolution.entities:
            id_ = self._entity_id(entity)
            for mention in entity.mentions:
                self.ids[id(mention)] = id_
            label: dict[str, Value] = {} if entity.type == "Target" else {"title" if entity.type in NAMED_BY_TITLE else "name": entity.key}
            evidence = tuple(self._evidence(m.span, m.rule) for m in entity.mentions if len(m.span))
            rule = None if evidence else entity.mentions[0].rule
            yield Node(entity.type, id_, _stated({**label, **entity.properties}), evidence, not evidence, rule)

    def _clause_nodes(self) -> Iterator[Node]:
        for order, clause in enumerate(self.minutes.clauses()):
            words = clause.span.of(self.minutes.text)
            self.ids[id(clause)] = self._own_id("Clause", words)
            yield Node("Clause", self.ids[id(clause)], _stated({
                "text": clause.lead.of(self.minutes.text), "path": clause.path or None, "act": clause.act, "class": clause.class_,
                "announced": clause.announced, "order": order,
            }), (self._evidence(clause.span, clause.rule or "outline"),))

    def _agenda_nodes(self) -> Iterator[Node]:
        for order, item in enumerate(self.minutes.agenda, 1):
            title = item.title.of(self.minutes.text)
            self.ids[id(item)] = self._own_id("AgendaItem", title)
            properties = _stated({"title": title, "date": self.minutes.header.date, "order": order})
            yield Node("AgendaItem", self.ids[id(item)], properties, (self._evidence(item.title, "agenda"),))

    def _act_nodes(self) -> Iterator[Node]:
        for directive in self.minutes.directives:
            due = directive.due
            yield self._act_node("Directive", directive, directive.rule, {
                "path": directive.path or None, "act": directive.act, "due": due.date if due else None,
                "due_text": self._words(due.span) if due else None, "recurrence": due.recurrence if due else None,
            })
        for decision in self.minutes.decisions:
            yield self._act_node("Decision", decision, decision.rule, {"act": decision.act, "path": decision.clause.path or None})
        for progress in self.minutes.progress:
            yield self._act_node("ProgressReport", progress, progress.rule, {})

    def _act_node(self, type_name: str, act: Directive | Decision | Progress, rule: str, properties: dict[str, Value]) -> Node:
        words = act.span.of(self.minutes.text)
        self.ids[id(act)] = self._own_id(type_name, words)
        stated = _stated({"text": words, "date": self.minutes.header.date, **properties})
        return Node(type_name, self.ids[id(act)], stated, (self._evidence(act.span, rule),))

    def _edge(self, type_name: str, source: str, target: str, spans: Iterable[tuple[Span, str]],
              properties: dict[str, Value] | None = None, key: str = "", inferred: bool = False) -> None:
        """Adds an edge; the same edge found again adds its evidence."""
        found = [(span, rule) for span, rule in spans if len(span)]
        evidence = () if inferred else tuple(self._evidence(span, rule) for span, rule in found)
        rule = (found[0][1] if found else "document") if not evidence else None
        identity = (type_name, source, target, key)
        before = self.edges.get(identity)
        if before:
            evidence = tuple(dict.fromkeys((*before.evidence, *evidence)))
            rule = None if evidence else before.rule
        merged = {**(before.properties if before else {}), **_stated(properties or {})}
        self.edges[identity] = Edge(type_name, source, target, merged, evidence, not evidence, rule)

    def _collect_edges(self) -> None:
        self._meeting_edges()
        self._structure_edges()
        for directive in self.minutes.directives:
            self._issued("ISSUED", directive)
            for owner in directive.owners:
                self._edge(ROLE_EDGES[owner.role], self.ids[id(owner.mention)], self.ids[id(directive)], [(owner.mention.span, owner.rule)],
                           {"basis": owner.basis}, inferred=owner.basis == "inferred")
        for decision in self.minutes.decisions:
            self._issued("TOOK", decision)
        for link in self.minutes.links:
            self._edge(link.type, self.ids[id(link.source)], self.ids[id(link.target)], [(link.target.span, link.rule)])
        self._holding_edges()

    def _issued(self, type_name: str, act: Directive | Decision) -> None:
        item = next((i for i in self.minutes.agenda if i.clause and i.clause.span.holds(act.span)), None)
        giver = self.ids[id(item)] if item else self.meeting
        self._edge(type_name, giver, self.ids[id(act)], [(act.span, act.rule)])

    def _meeting_edges(self) -> None:
        header = self.minutes.header
        start = header.title or header.span or Span(0, min(1, len(self.minutes.text)))
        self._edge("RECORDS", self.document, self.meeting, [(start, "header")])
        for mention in header.conveners:
            self._edge("CONVENED", self.ids[id(mention)], self.meeting, [(mention.span, mention.rule)])
        for mention in header.chairs:
            self._edge("CHAIRED", self.ids[id(mention)], self.meeting, [(mention.span, mention.rule)])
        for there in header.attendance:
            spans = [(there.person.span, there.person.rule)]
            self._edge("ATTENDED", self.ids[id(there.person)], self.meeting, spans, {"role": there.role}, there.role)
        for item in self.minutes.agenda:
            self._edge("HAS_ITEM", self.meeting, self.ids[id(item)], [(item.title, "agenda")])

    def _structure_edges(self) -> None:
        for clause in self.minutes.clauses():
            above = self._clause_above(clause)
            self._edge("PART_OF", self.ids[id(clause)], above, [(clause.span, "outline")])
        acts: list[Directive | Decision | Progress] = [*self.minutes.directives, *self.minutes.decisions, *self.minutes.progress]
        for act in acts:
            self._edge("STATED_IN", self.ids[id(act)], self.ids[id(act.clause)], [(act.span, act.rule)])

    def _clause_above(self, clause: Clause) -> str:
        return self.ids[id(clause.parent)] if clause.parent and clause.parent is not self.minutes.root else self.document

    def _holding_edges(self) -> None:
        date = self.minutes.header.date
        for holding in self.minutes.holdings:
            spans = _both(holding.person, holding.post)
            self._edge("HOLDS", self.ids[id(holding.person)], self.ids[id(holding.post)], spans, {"from": date, "to": date}, date or "")
            if holding.body:
                self._edge("OF", self.ids[id(holding.post)], self.ids[id(holding.body)], [(holding.post.span, holding.post.rule)])


def _both(person: Mention, post: Mention) -> list[tuple[Span, str]]:
    span = Span(min(person.span.start, post.span.start), max(person.span.end, post.span.end))
    return [(span, post.rule)]


def _stated(properties: dict[str, Value]) -> dict[str, Value]:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value is not None and value != []}
