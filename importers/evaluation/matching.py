"""When a quote that was found counts as the quote of the gold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from importers.annotations import Span

NOWHERE = Span(0, 0)
TRIED_OCCURRENCES = 4
"""How many occurrences of the words of a found quote are tried for the best one."""

LEAST_OVERLAP = 0.4
LEAST_LIKENESS = 0.7

G = TypeVar("G")
F = TypeVar("F")


def squeezed(value: object) -> str:
    """Without white space, by which texts and quotes are compared."""
    return re.sub(r"\s+", "", str(value or ""))


def bare(value: object) -> str:
    """A name without white space and the marks around it."""
    return squeezed(value).strip("《》“”\"。；，、")


def place_of(text: str, quote: str, occurrence: int = 1) -> Span:
    """Where a quote stands in a squeezed text, NOWHERE if it does not; `occurrence` counts from 1."""
    words, at = squeezed(quote), -1
    for _ in range(occurrence):
        at = text.find(words, at + 1)
        if at < 0:
            return NOWHERE
    return Span(at, at + len(words))


def places_of(text: str, quote: str) -> list[Span]:
    """The first few places where a quote stands."""
    return [place_of(text, quote, number) for number in range(1, TRIED_OCCURRENCES + 1)]


def common(a: Span, b: Span) -> int:
    """Characters that both stretches hold."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def overlap(a: Span, b: Span) -> float:
    """Common characters over all characters of both."""
    both = common(a, b)
    return both / (len(a) + len(b) - both) if both else 0.0


def best_overlap(place: Span, found: Sequence[Span]) -> float:
    """How well the best occurrence of a found quote covers a place of the gold."""
    return max(overlap(place, one) for one in found)


def likeness(a: str, b: str) -> float:
    """How alike two names are, 1 for equal ones."""
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()


def paired(gold: Sequence[G], found: Sequence[F], score: Callable[[G, F], float], least: float) -> dict[int, int]:
    """One-to-one pairs, the best score first, ties in the order of the lists: index in `gold` → index in `found`."""
    scored = [(score(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted((s for s in scored if s[0] >= least), key=lambda s: (-s[0], s[1], s[2])):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs
