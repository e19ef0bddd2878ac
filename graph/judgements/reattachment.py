"""Finds the directive that a judgement is about again after its document was corrected, taken out or brought back."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from graph.store import Row, Store

WORDING_ALIKE = 80.0
"""Least likeness in percent of a corrected directive's words to those that were judged."""

_ADRIFT = """
MATCH (judgement:Judgement) WHERE judgement.judged = 'status'
OPTIONAL MATCH (subject:Directive {id: judgement.subject})
OPTIONAL MATCH (current:Directive {id: judgement.current})
WITH judgement, subject, current
WHERE current IS NULL OR (subject IS NOT NULL AND subject.id <> current.id)
RETURN judgement.id AS id, judgement.quote AS quote, judgement.document_path AS path, judgement.others AS others,
       subject.id AS subject, judgement.current AS current
"""
_CANDIDATES = """
MATCH (:Document {path: $path})<-[:MENTIONED_IN]-(directive:Directive)
RETURN DISTINCT directive.id AS id, directive.text AS text
"""
_POINT = "MATCH (judgement:Judgement {id: $id}) SET judgement.current = $current"


def reattach(store: Store) -> None:
    """Points each judgement at its directive or, where that is gone, at the corrected one that has its words now, or at none."""
    for row in store.read(_ADRIFT):
        current = row["subject"] or _corrected(store, row)
        if current != row["current"]:
            store.write(_POINT, id=row["id"], current=current)


def _corrected(store: Store, adrift: Row) -> str | None:
    return most_alike(adrift["quote"], store.read(_CANDIDATES, path=adrift["path"]), adrift["others"])


def most_alike(quote: str, candidates: Iterable[Row], others: Iterable[str] | None) -> str | None:
    """The `id` of the candidate whose `text` is most like the quote, if any is alike at all.

    Never one of the `others`, which stood beside the quoted one: it is a neighbour (一期…, 二期…), however alike its words.
    """
    neighbours = set(others or ())
    scored = [(fuzz.ratio(quote, row["text"] or ""), row["id"]) for row in candidates if row["id"] not in neighbours]
    score, id_ = max(scored, default=(0.0, None))
    return id_ if score >= WORDING_ALIKE else None
