"""Evidence with the words around it."""

from __future__ import annotations

from flask import g

from graph import Row, evidence
from webui.asking import ask, store
from webui.paging import SIZE

AROUND = 40
"""Characters shown before and after a stretch."""


def evidence_in_context(id_: str, around: int = AROUND) -> list[Row]:
    """The stretches that state a thing, each with what stands `before` and `after` it, and whether that is cut."""
    stretches = evidence(store(), id_, g.as_of, SIZE)
    texts = {row["id"]: row["text"] for row in ask("document_texts", ids=sorted({stretch["document"] for stretch in stretches}))}
    return [stretch | _context(texts.get(stretch["document"]) or "", stretch["start"], stretch["end"], around) for stretch in stretches]


def _context(text: str, start: int, end: int, around: int) -> Row:
    left, right = max(0, start - around), min(len(text), end + around)
    return {"before": text[left:start], "after": text[end:right], "cut_before": left > 0, "cut_after": right < len(text)}
