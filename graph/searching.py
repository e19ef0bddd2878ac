"""Search by words: statements through the engine's full text index, named things by a part of their name."""

from __future__ import annotations

import re

from graph.store import Row, Store
from schema import FULLTEXT_INDEX

NAMED = {
    "Organization": "name", "Person": "name", "Post": "title", "Project": "name", "PolicyDocument": "title", "Meeting": "title",
    "Matter": "title", "Mechanism": "name", "Term": "name", "Speech": "title", "Event": "name", "Indicator": "name",
}
"""Types that a visitor knows by name, and where the name is kept."""
STATEMENTS = ("Directive", "Decision", "ProgressReport", "AgendaItem", "Document")
"""Types that are found by their words."""
KNOWN = """EXISTS { (n)-[:MENTIONED_IN|INFERRED_FROM|ABOUT]-(stating)
  WHERE (stating:Document OR stating:Directive) AND coalesce(stating.date, '') <= $as_of }"""
"""A thing is known as of a day when a document up to that day states it; a matter, when a directive is about it."""
TERM = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]+|[^\W_㐀-鿿豈-﫿\U00020000-\U0003ffff]+")
"""Runs of Chinese, and of other letters and digits: where the index, too, begins a new word."""


def search_names(store: Store, words: str, as_of: str, limit: int) -> list[Row]:
    """Things whose name holds the words, exact names first, then the shortest: `id`, `kind`, `name`. Only what is known as of the day."""
    found = [row for kind in NAMED for row in _named(store, kind, words, as_of, limit)]
    return sorted(found, key=lambda row: (row["name"] != words, len(row["name"]), row["name"], row["id"]))[:limit]


def _named(store: Store, kind: str, words: str, as_of: str, limit: int) -> list[Row]:
    key = NAMED[kind]
    rows = store.read(
        f"""MATCH (n:{kind}) WHERE toLower(n.{key}) CONTAINS toLower($words) AND {KNOWN}
        RETURN n.id AS id, n.{key} AS name ORDER BY size(n.{key}), name, id LIMIT $limit""",
        words=words, as_of=as_of, limit=limit,
    )
    return [row | {"kind": kind} for row in rows]


def search_words(store: Store, words: str, as_of: str, limit: int) -> list[Row]:
    """Statements that hold all the words, the best of each type first: `id`, `kind`, `text`, `date`. At most `limit` rows."""
    terms = index_terms(words)
    if terms:
        found = [row for kind in STATEMENTS for row in _indexed(store, kind, terms, as_of, limit)]
    else:
        found = [row for kind in STATEMENTS for row in _scanned(store, kind, words, as_of, limit)]
    return found[:limit]


def index_terms(words: str) -> str:
    """The words in the index's own query language, each a phrase that has to be there; empty when the index cannot tell them.

    The index keeps Chinese by pairs of characters, so a single one is left out: 36处 asks for 36.
    """
    terms = [term for term in TERM.findall(words) if len(term) > 1 or term.isascii()]
    return " ".join(f'+"{term}"' for term in terms)


def _indexed(store: Store, kind: str, terms: str, as_of: str, limit: int) -> list[Row]:
    rows = store.read(
        """CALL db.index.fulltext.queryNodes($index, $terms) YIELD node, score
        WITH node, score WHERE coalesce(node.date, '') <= $as_of
        RETURN node.id AS id, coalesce(node.text, node.title) AS text, node.date AS date ORDER BY score DESC, id LIMIT $limit""",
        index=FULLTEXT_INDEX.format(label=kind.lower()), terms=terms, as_of=as_of, limit=limit,
    )
    return [row | {"kind": kind} for row in rows]


def _scanned(store: Store, kind: str, words: str, as_of: str, limit: int) -> list[Row]:
    """For a single character, which the index does not keep."""
    rows = store.read(
        f"""MATCH (n:{kind}) WHERE coalesce(n.text, n.title) CONTAINS $words AND coalesce(n.date, '') <= $as_of
        RETURN n.id AS id, coalesce(n.text, n.title) AS text, n.date AS date ORDER BY coalesce(date, '') DESC, id LIMIT $limit""",
        words=words, as_of=as_of, limit=limit,
    )
    return [row | {"kind": kind} for row in rows]
