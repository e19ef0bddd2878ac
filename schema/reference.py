"""The reference page `docs/schema.md`, written from the declarations."""

from __future__ import annotations

from collections.abc import Iterable

from schema.edges import EDGE_TYPES, EdgeType
from schema.nodes import NODE_TYPES, NodeType
from schema.properties import Property

HEAD = """# The graph's types

Written by `python -m schema reference` from `schema/nodes.py` and `schema/edges.py`; a test proves it current.
Every node and edge is backed by a stretch of a document (`MENTIONED_IN`) or names the rule that inferred it.
"""


def reference_page() -> str:
    """The whole page as Markdown."""
    nodes = "\n".join(_node_section(t) for t in NODE_TYPES)
    edges = "\n".join(_edge_section(t) for t in EDGE_TYPES)
    return f"{HEAD}\n## Nodes\n\n{nodes}\n## Edges\n\n{edges}"


def _node_section(declared: NodeType) -> str:
    return f"### {declared.name} · {declared.zh}\n\n{_meaning(declared)}\n\n{_table(declared.properties)}"


def _edge_section(declared: EdgeType) -> str:
    ends = f"{' / '.join(_ends(declared.sources))} → {' / '.join(_ends(declared.targets))}"
    return f"### {declared.name} · {declared.zh}\n\n{ends}\n\n{_meaning(declared)}\n\n{_table(declared.properties)}"


def _ends(names: tuple[str, ...]) -> Iterable[str]:
    return ("any node",) if len(names) == len(NODE_TYPES) else names


def _meaning(declared: NodeType | EdgeType) -> str:
    return f"{declared.en.capitalize()}: {declared.meaning}. Term: `{declared.term}` ({declared.standard})."


def _table(properties: tuple[Property, ...]) -> str:
    if not properties:
        return ""
    rows = "".join(f"| `{p.name}` | {p.type} | {p.zh} | {p.meaning} |\n" for p in properties)
    return f"| property | type | 中文 | meaning |\n|---|---|---|---|\n{rows}"
