"""The nodes of one document: itself, its meeting, what it names, its clauses, items, directives and decisions."""

from __future__ import annotations

from collections.abc import Iterator

from importers.annotations import Decision, Directive, Progress, Span
from importers.record_frame import Frame, stated
from importers.rounds import rounds
from schema import Node, Value, node_id

NAMED_BY_TITLE = ("Post", "PolicyDocument", "Speech")


def node_records(frame: Frame) -> Iterator[Node]:
    """The Document first, before all that quote it."""
    yield _document(frame)
    yield _meeting(frame)
    yield from _entities(frame)
    yield from _clauses(frame)
    yield from _agenda(frame)
    yield from _acts(frame)
    yield from _occurrences(frame)


def _document(frame: Frame) -> Node:
    source, header = frame.minutes.source, frame.minutes.header
    return Node("Document", frame.document, stated({
        "name": source.name, "path": source.path, "text": source.text, "sha256": source.sha256, "format": source.format,
        "confidence": source.confidence, "number": frame.words(header.number),
        "classification": header.secrecy, "classified_for": header.secrecy_term,
        "body": frame.resolution.body.name or None, "date": header.date,
    }))


def _meeting(frame: Frame) -> Node:
    header = frame.minutes.header
    spans = [span for span in (header.title, header.span, header.date_span) if span and len(span)]
    spans = spans or [Span(p.start, p.end) for p in frame.minutes.source.paragraphs if p.end > p.start][:1]
    return Node("Meeting", frame.meeting, stated({
        "title": frame.words(header.title), "date": header.date, "meeting_kind": header.kind, "part_of_day": header.part_of_day,
        "session": header.session, "place": frame.words(header.place), "enlarged": header.enlarged or None,
    }), tuple(frame.evidence(span, "header") for span in spans))


def _entities(frame: Frame) -> Iterator[Node]:
    """What the document names; the issuing body is inferred where no words name it."""
    for entity in frame.resolution.entities:
        id_ = frame.entity_id(entity)
        for mention in entity.mentions:
            frame.ids[id(mention)] = id_
        label: dict[str, Value] = {} if entity.type == "Target" else {"title" if entity.type in NAMED_BY_TITLE else "name": entity.name}
        evidence = tuple(frame.evidence(m.span, m.rule) for m in entity.mentions if len(m.span))
        rule = None if evidence else entity.mentions[0].rule if entity.mentions else "issuing-body"
        yield Node(entity.type, id_, stated({**label, **entity.properties}), evidence, not evidence, rule)


def _clauses(frame: Frame) -> Iterator[Node]:
    text = frame.minutes.text
    for order, clause in enumerate(frame.minutes.clauses()):
        frame.ids[id(clause)] = frame.own_id("Clause", clause.span.of(text))
        yield Node("Clause", frame.ids[id(clause)], stated({
            "text": clause.lead.of(text), "path": clause.path or None, "act": clause.act, "class": clause.class_,
            "announced": clause.announced, "order": order,
        }), (frame.evidence(clause.span, clause.rule or "outline"),))


def _agenda(frame: Frame) -> Iterator[Node]:
    for order, item in enumerate(frame.minutes.agenda, 1):
        title = item.title.of(frame.minutes.text)
        frame.ids[id(item)] = frame.own_id("AgendaItem", title)
        properties = stated({"title": title, "date": frame.minutes.header.date, "order": order})
        yield Node("AgendaItem", frame.ids[id(item)], properties, (frame.evidence(item.title, "agenda"),))


def _acts(frame: Frame) -> Iterator[Node]:
    for directive in frame.minutes.directives:
        due = directive.due
        yield _act(frame, "Directive", directive, {
            "path": directive.path or None, "act": directive.act, "due": due.date if due else None,
            "due_text": frame.words(due.span) if due else None, "due_working": due.working if due else None,
            "recurrence": due.recurrence if due else None,
        })
    for decision in frame.minutes.decisions:
        yield _act(frame, "Decision", decision, {"act": decision.act, "path": decision.clause.path or None})
    for progress in frame.minutes.progress:
        yield _act(frame, "ProgressReport", progress, {})


def _act(frame: Frame, type_name: str, act: Directive | Decision | Progress, properties: dict[str, Value]) -> Node:
    words = act.span.of(frame.minutes.text)
    frame.ids[id(act)] = frame.own_id(type_name, words)
    told = stated({"text": words, "date": frame.minutes.header.date, **properties})
    return Node(type_name, frame.ids[id(act)], told, (frame.evidence(act.span, act.rule),))


def recurring(frame: Frame) -> Iterator[tuple[str, str]]:
    """The ids of what recurs, directives and mechanisms, each with its rhythm."""
    for directive in frame.minutes.directives:
        if directive.due and directive.due.recurrence:
            yield frame.ids[id(directive)], directive.due.recurrence
    for entity in frame.resolution.entities:
        rhythm = entity.properties.get("recurrence")
        if entity.type == "Mechanism" and isinstance(rhythm, str):
            yield frame.entity_id(entity), rhythm


def occurrence_ids(frame: Frame, source: str, recurrence: str) -> list[tuple[str, str]]:
    """The id and the last day of each round that a recurring duty is expected to take."""
    return [(node_id("Occurrence", frame.document, source, day), day) for day in rounds(recurrence, frame.minutes.header.date)]


def _occurrences(frame: Frame) -> Iterator[Node]:
    for source, recurrence in recurring(frame):
        for id_, day in occurrence_ids(frame, source, recurrence):
            yield Node("Occurrence", id_, {"recurrence": recurrence, "due": day}, (), True, "rhythm")
