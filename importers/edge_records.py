"""The edges of one document, collected in a frame whose nodes have their ids."""

from __future__ import annotations

from bisect import bisect_left

from importers.annotations import AgendaItem, Clause, Decision, Directive, Mention, Progress, Span
from importers.node_records import occurrence_ids, recurring
from importers.record_frame import Frame
from importers.resolution import Entity, plain_key

ROLE_EDGES = {"lead": "LEADS", "support": "SUPPORTS", "responsible": "RESPONSIBLE_FOR", "supervise": "SUPERVISES"}
RELATIVE_POSTS = ("局", "处", "厅", "委", "院", "校")
"""A post that begins so, without a body inside it, is one of the issuing body's: 局长."""


def collect_edges(frame: Frame) -> None:
    """Adds every edge, in an order that depends on the document alone."""
    _meeting(frame)
    _structure(frame)
    _directives(frame)
    items = _items(frame)
    for decision in frame.minutes.decisions:
        _issued(frame, "TOOK", decision, items)
    for link in frame.minutes.links:
        frame.edge(link.type, frame.ids[id(link.source)], frame.ids[id(link.target)], [(link.target.span, link.rule)])
    _holdings(frame)
    _speeches(frame)
    for alias, title in frame.resolution.aliases:
        spans = [(mention.span, "policy-alias") for mention in alias.mentions]
        frame.edge("ALIAS_OF", frame.entity_id(alias), frame.entity_id(title), spans)
    _hierarchy(frame)
    for source, recurrence in recurring(frame):
        for id_, _ in occurrence_ids(frame, source, recurrence):
            frame.infer("EXPECTS", source, id_, "rhythm")


def _meeting(frame: Frame) -> None:
    header = frame.minutes.header
    start = header.title or header.span or Span(0, min(1, len(frame.minutes.text)))
    frame.edge("RECORDS", frame.document, frame.meeting, [(start, "header")])
    for mention in header.conveners:
        frame.edge("CONVENED", frame.ids[id(mention)], frame.meeting, [(mention.span, mention.rule)])
    for mention in header.chairs:
        frame.edge("CHAIRED", frame.ids[id(mention)], frame.meeting, [(mention.span, mention.rule)])
    for there in header.attendance:
        spans = [(there.person.span, there.person.rule)]
        frame.edge("ATTENDED", frame.ids[id(there.person)], frame.meeting, spans, {"role": there.role}, there.role)
    for item in frame.minutes.agenda:
        frame.edge("HAS_ITEM", frame.meeting, frame.ids[id(item)], [(item.title, "agenda")])


def _structure(frame: Frame) -> None:
    for clause in frame.minutes.clauses():
        frame.edge("PART_OF", frame.ids[id(clause)], _above(frame, clause), [(clause.span, "outline")])
    acts: list[Directive | Decision | Progress] = [*frame.minutes.directives, *frame.minutes.decisions, *frame.minutes.progress]
    for act in acts:
        frame.edge("STATED_IN", frame.ids[id(act)], frame.ids[id(act.clause)], [(act.span, act.rule)])


def _above(frame: Frame, clause: Clause) -> str:
    return frame.ids[id(clause.parent)] if clause.parent and clause.parent is not frame.minutes.root else frame.document


def _directives(frame: Frame) -> None:
    items = _items(frame)
    for directive in frame.minutes.directives:
        _issued(frame, "ISSUED", directive, items)
        for owner in directive.owners:
            frame.edge(ROLE_EDGES[owner.role], frame.ids[id(owner.mention)], frame.ids[id(directive)], [(owner.mention.span, owner.rule)],
                       {"basis": owner.basis}, inferred=owner.basis == "inferred")


def _items(frame: Frame) -> dict[int, AgendaItem]:
    """The agenda items by the identity of the clause that each heads, the first of several."""
    found: dict[int, AgendaItem] = {}
    for item in frame.minutes.agenda:
        if item.clause:
            found.setdefault(id(item.clause), item)
    return found


def _issued(frame: Frame, type_name: str, act: Directive | Decision, items: dict[int, AgendaItem]) -> None:
    """The outermost item whose clause holds the act gave it, else the meeting."""
    giver = frame.meeting
    clause: Clause | None = act.clause
    while clause:
        giver = frame.ids[id(items[id(clause)])] if id(clause) in items else giver
        clause = clause.parent
    frame.edge(type_name, giver, frame.ids[id(act)], [(act.span, act.rule)])


def _holdings(frame: Frame) -> None:
    date = frame.minutes.header.date
    for holding in frame.minutes.holdings:
        post = frame.ids[id(holding.post)]
        spans = _both(holding.person, holding.post)
        frame.edge("HOLDS", frame.ids[id(holding.person)], post, spans, {"from": date, "to": date}, date or "")
        if holding.body:
            frame.edge("OF", post, frame.ids[id(holding.body)], [(holding.post.span, holding.post.rule)])
        elif body := _relative_body(frame, holding.post.name):
            frame.infer("OF", post, frame.entity_id(body), "post-of-issuing-body")


def _relative_body(frame: Frame, post: str) -> Entity | None:
    """The issuing body, for a post that bears its last word: 局长, 副局长 of 水利局."""
    first = post.lstrip("副")[:1]
    body = frame.resolution.body.key
    return frame.resolution.named("Organization", body) if first in RELATIVE_POSTS and body.endswith(first) else None


def _both(person: Mention, post: Mention) -> list[tuple[Span, str]]:
    span = Span(min(person.span.start, post.span.start), max(person.span.end, post.span.end))
    return [(span, post.rule)]


def _speeches(frame: Frame) -> None:
    """Who gave a speech and where, if both are named as such."""
    events = frame.minutes.mentions_of("Event")
    for speech in (entity for entity in frame.resolution.entities if entity.type == "Speech"):
        spans = [(m.span, m.rule) for m in speech.mentions]
        speaker = frame.resolution.named("Person", str(speech.properties.get("speaker") or ""))
        if speaker:
            frame.edge("GAVE", frame.entity_id(speaker), frame.entity_id(speech), spans)
        occasion = _occasion(frame, speech, events)
        if occasion:
            frame.edge("GIVEN_AT", frame.entity_id(speech), frame.entity_id(occasion), spans)


def _occasion(frame: Frame, speech: Entity, events: list[Mention]) -> Entity | None:
    """The meeting that the words of the speech name."""
    for mention in speech.mentions:
        place = bisect_left(events, mention.span.start, key=lambda event: event.span.start)
        if place < len(events) and mention.span.holds(events[place].span):
            return frame.resolution.named("Event", plain_key(events[place]))
    return None


def _hierarchy(frame: Frame) -> None:
    for part in frame.resolution.parts:
        small, large = frame.resolution.named("Organization", part.part), frame.resolution.named("Organization", part.whole)
        if not small or not large:
            continue
        if part.span:
            spans = [(part.span, part.rule)]
            frame.edge("PART_OF", frame.entity_id(small), frame.entity_id(large), spans, {"from": frame.minutes.header.date})
        else:
            frame.infer("PART_OF", frame.entity_id(small), frame.entity_id(large), part.rule)
