"""Every edge type, declared once: its labels, meaning, standard, the node types it may join, its properties and its key."""

from __future__ import annotations

from dataclasses import dataclass

from schema.nodes import NODE_TYPES
from schema.properties import BASIS, FROM, TO, Property

ANY = tuple(node_type.name for node_type in NODE_TYPES)
DOERS = ("Organization", "Person", "Post")


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A kind of relation. An edge is identified by its type, its ends and the properties named in `key`.

    `inverse`: the standard's term runs from our target to our source.
    """

    name: str
    zh: str
    en: str
    meaning: str
    term: str
    standard: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: tuple[Property, ...] = ()
    key: tuple[str, ...] = ()
    layer: str = "documents"
    inverse: bool = False

    def property(self, name: str) -> Property | None:
        """The declared property of this name, or None."""
        return next((p for p in self.properties if p.name == name), None)


EDGE_TYPES: tuple[EdgeType, ...] = (
    EdgeType("RECORDS", "记录", "records", "the document is the minutes of the meeting", "schema:recordedIn", "schema.org", ("Document",), ("Meeting",), inverse=True),
    EdgeType("HAS_ITEM", "设有议题", "has item", "the meeting dealt with the item", "opengov:agendaItem", "OParl", ("Meeting",), ("AgendaItem",)),
    EdgeType("PART_OF", "隶属", "part of", "a clause of a clause or document; a body of a larger one", "dcterms:isPartOf", "DCMI / W3C ORG",
             ("Clause", "Organization"), ("Clause", "Document", "Organization"), (FROM, TO)),
    EdgeType("ISSUED", "提出", "issued", "the meeting or item gave the directive", "prov:generated", "PROV-O", ("Meeting", "AgendaItem"), ("Directive",)),
    EdgeType("TOOK", "作出", "took", "the meeting or item took the decision", "opengov:resultOf", "OParl", ("Meeting", "AgendaItem"), ("Decision",), inverse=True),
    EdgeType("STATED_IN", "载于", "stated in", "the clause that states it", "prov:wasQuotedFrom", "PROV-O",
             ("Directive", "Decision", "ProgressReport"), ("Clause",)),
    EdgeType("LEADS", "牵头", "leads", "leads the work", "schema:agent", "schema.org", DOERS, ("Directive",), (BASIS,), inverse=True),
    EdgeType("SUPPORTS", "配合", "supports", "supports the work", "schema:participant", "schema.org", DOERS, ("Directive",), (BASIS,), inverse=True),
    EdgeType("RESPONSIBLE_FOR", "负责", "is responsible for", "has to do it", "schema:agent", "schema.org", DOERS, ("Directive",), (BASIS,), inverse=True),
    EdgeType("SUPERVISES", "督办", "supervises", "watches over, checks or accepts the work", "schema:participant", "schema.org", DOERS, ("Directive",), (BASIS,), inverse=True),
    EdgeType("CONSULTS", "对接", "consults", "has to coordinate with, report to or win over the body", "schema:participant", "schema.org", ("Directive",), ("Organization",)),
    EdgeType("CREATES", "组建", "creates", "sets the body up", "org:resultedFrom", "W3C ORG", ("Directive", "Decision"), ("Organization", "Mechanism"), inverse=True),
    EdgeType("ABOUT", "关于", "about", "deals with it", "schema:about", "schema.org", ("Directive", "Decision"),
             ("Project", "Matter", "Speech", "Event", "Mechanism", "Term", "Indicator")),
    EdgeType("CITES", "引用", "cites", "names the document", "eli:cites", "ELI", ("Directive", "Decision", "Clause"), ("PolicyDocument",)),
    EdgeType("ALIAS_OF", "简称自", "alias of", "the short title as it was given: 《X》（以下简称《Y》）; where Y stands later, X is meant", "skos:exactMatch", "SKOS",
             ("PolicyDocument",), ("PolicyDocument",)),
    EdgeType("DRAFTS", "拟订", "drafts", "has the document made or revised", "eli:based_on", "ELI", ("Directive", "Decision"), ("PolicyDocument",), inverse=True),
    EdgeType("IMPLEMENTS", "贯彻", "implements", "carries the document out", "eli:applies", "ELI", ("Directive", "Decision"), ("PolicyDocument",)),
    EdgeType("SETS", "设定", "sets", "sets the target", "schema:result", "schema.org", ("Directive", "Decision"), ("Target",)),
    EdgeType("EXPECTS", "应有", "expects", "the recurring duty expects this round", "schema:eventSchedule", "schema.org", ("Directive", "Mechanism"), ("Occurrence",)),
    EdgeType("EVOLVES_TO", "演变为", "evolves to", "a later meeting takes the matter up", "prov:wasDerivedFrom", "PROV-O", ("Directive",), ("Directive", "ProgressReport"), (
        Property("relation", "text", "演变类型", "relation", "restates, refines, expands, narrows, escalates, postpones, reassigns, completes or revokes"),
        Property("score", "number", "相似度", "score", "0 to 1"),
        Property("because", "text", "理由", "because", "what speaks for the link"),
    ), (), "derived", inverse=True),
    EdgeType("HOLDS", "担任", "holds", "the person holds the post, as of the meeting's date", "org:holds", "W3C ORG", ("Person",), ("Post",), (FROM, TO), ("from",)),
    EdgeType("OF", "属于", "of", "the post is one of the body's", "org:postIn", "W3C ORG", ("Post",), ("Organization",)),
    EdgeType("SUCCEEDS", "承继", "succeeds", "the body came after the other (renamed, merged)", "org:changedBy", "W3C ORG", ("Organization",), ("Organization",), (FROM,)),
    EdgeType("CHAIRED", "主持", "chaired", "chaired the meeting", "opengov:chair", "OParl", ("Person",), ("Meeting",), inverse=True),
    EdgeType("ATTENDED", "出席", "attended", "was there, or was excused", "schema:attendee", "schema.org", ("Person",), ("Meeting",), (
        Property("role", "text", "方式", "role", "attend, observe, absent, record or report"),
    ), ("role",), inverse=True),
    EdgeType("CONVENED", "召集", "convened", "the meeting is the body's", "schema:organizer", "schema.org", ("Organization",), ("Meeting",), inverse=True),
    EdgeType("GAVE", "发表", "gave", "gave the speech", "schema:author", "schema.org", ("Person",), ("Speech",), inverse=True),
    EdgeType("GIVEN_AT", "发表于", "given at", "the occasion of the speech", "schema:recordedAt", "schema.org", ("Speech",), ("Event",)),
    EdgeType("INVOKES", "依据", "invokes", "the clause names the body as its authority (按照市委、市政府的部署)", "prov:hadPrimarySource", "PROV-O", ("Clause",), ("Organization",)),
    EdgeType("ANSWERS_FOR", "经采纳负责", "answers for", "was proposed by a model as an owner, in words of the minutes, and accepted by a person", "schema:agent", "schema.org",
             (*DOERS, "Proposal"), ("Directive",), (
        Property("role", "text", "责任方式", "role", "LEADS, SUPPORTS or RESPONSIBLE_FOR"),
        BASIS,
        Property("name", "text", "原文名称", "name", "the words that name the owner"),
        Property("proposal", "text", "建议", "proposal", "the id of the proposal that was accepted"),
    ), ("proposal", "name"), "derived", inverse=True),
    EdgeType("MENTIONED_IN", "见于", "mentioned in", "the stretch of the document that states it", "prov:wasQuotedFrom", "PROV-O", ANY, ("Document",), (
        Property("start", "integer", "起", "start", "first character of the stretch"),
        Property("end", "integer", "止", "end", "character after the stretch"),
        Property("quote", "text", "引文", "quote", "exactly the stretch"),
        Property("rule", "text", "规则", "rule", "the rule that found it"),
    ), ("start", "end", "rule"), "graph"),
    EdgeType("INFERRED_FROM", "推得于", "inferred from", "the document from which a rule inferred what no words of it state", "prov:wasDerivedFrom", "PROV-O", ANY, ("Document",), (
        Property("rule", "text", "规则", "rule", "the rule that inferred it"),
    ), ("rule",), "graph"),
)

_BY_NAME = {edge_type.name: edge_type for edge_type in EDGE_TYPES}


def edge_type(name: str) -> EdgeType | None:
    """The declared edge type of this name, or None."""
    return _BY_NAME.get(name)
