"""A document's text cut at every border of its evidence, so that each piece knows which things it states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

STATEMENTS = ("directive", "decision", "progressreport")
"""Types whose evidence is a whole statement and is shown as a ground colour; the evidence of others is shown as a link."""


@dataclass(frozen=True, slots=True)
class Span:
    """One evidence: characters `start` to `end` of the text state the thing `id` of type `kind` (lower case)."""

    start: int
    end: int
    id: str
    kind: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters with the same evidence throughout: the statements over it, widest first, and the innermost thing named in it."""

    text: str
    statements: tuple[Span, ...]
    mention: Span | None
    anchors: tuple[str, ...]
    sought: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text: where it starts and its pieces."""

    start: int
    pieces: tuple[Piece, ...]


def highlight(text: str, spans: Iterable[Span], sought: tuple[int, int] | None = None) -> list[Paragraph]:
    """The text's lines in pieces. Spans that do not lie in the text are left out; `sought` is the stretch that the visitor came for."""
    valid = sorted((s for s in spans if 0 <= s.start < s.end <= len(text)), key=lambda s: (s.start, -s.end, s.id))
    ends = sought if sought and 0 <= sought[0] < sought[1] <= len(text) else None
    return [Paragraph(start, tuple(_pieces(text, start, end, here, ends))) for start, end, here in _lines_with_spans(text, valid)]


def _lines_with_spans(text: str, spans: list[Span]) -> Iterator[tuple[int, int, list[Span]]]:
    """Each line that has characters, with the spans that reach into it; one pass over both."""
    waiting, here = 0, list[Span]()
    for start, end in _lines(text):
        while waiting < len(spans) and spans[waiting].start < end:
            here.append(spans[waiting])
            waiting += 1
        here = [s for s in here if s.end > start]
        if end > start:
            yield start, end, here


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _pieces(text: str, start: int, end: int, spans: list[Span], sought: tuple[int, int] | None) -> Iterator[Piece]:
    borders = {start, end, *(b for s in spans for b in (s.start, s.end) if start < b < end)}
    borders |= {b for b in sought or () if start < b < end}
    cuts = sorted(borders)
    for left, right in pairwise(cuts):
        over = [s for s in spans if s.start <= left and s.end >= right]
        yield Piece(
            text[left:right],
            tuple(s for s in over if s.kind in STATEMENTS),
            min((s for s in over if s.kind not in STATEMENTS), key=lambda s: s.end - s.start, default=None),
            tuple(s.id for s in over if s.start == left and s.kind in STATEMENTS),
            bool(sought and sought[0] <= left and right <= sought[1]),
        )
