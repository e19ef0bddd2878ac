"""What exports of the whole graph show of a node or edge: a label that a person reads, no full text, lists joined."""

from __future__ import annotations

from graph.exports.contents import GraphNode, Properties

LISTS_JOINED_BY = "、"
LABEL_LENGTH = 60


def shown(node: GraphNode) -> Properties:
    """The properties of a node; the full text of documents is left out, since clauses hold it too."""
    return {name: value for name, value in node.properties.items() if not (node.type.name == "Document" and name == "text")}


def label(node: GraphNode) -> str:
    """Its name, title or the beginning of its words; the Chinese name of its type where it has none."""
    named = next((str(node.properties[name]) for name in ("name", "title", "text") if node.properties.get(name)), node.type.zh)
    return " ".join(named.split())[:LABEL_LENGTH]


def written(value: object) -> str:
    """A value as XML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return LISTS_JOINED_BY.join(map(str, value)) if isinstance(value, list) else str(value)
