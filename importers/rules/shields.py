"""Stretches in which no body is named: titles in 《》, names of other meetings, rooms and buildings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from importers.annotations import Minutes, Span

_BOOK = re.compile(r"[《》]")


class Shield:
    """Stretches in the order of the text, asked whether one of them covers a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans, key=lambda span: (span.start, span.end))
        self.starts = [span.start for span in self.spans]

    def covers(self, start: int, end: int) -> bool:
        """Whether a stretch before the place reaches into it."""
        index = bisect_right(self.starts, end - 1) - 1
        return any(self.spans[i].end > start for i in range(index, max(index - 3, -1), -1))


def book_titles(text: str) -> list[Span]:
    """The outermost 《…》, marks included; 《中华人民共和国〈…〉》 and 《关于《…》的意见》 are one; a line break ends an open one."""
    found: list[Span] = []
    opened: list[int] = []
    for match in _BOOK.finditer(text):
        if match[0] == "《":
            if opened and "\n" in text[opened[-1]:match.start()]:
                opened.clear()
            opened.append(match.start())
        elif opened:
            begin = opened.pop()
            if not opened and "\n" not in text[begin:match.end()]:
                found.append(Span(begin, match.end()))
    return found


def heading_end(minutes: Minutes) -> int:
    """Where the printed head ends: behind the title, or behind the first lines where no title is known."""
    if minutes.header.title:
        return minutes.header.title.end
    filled = [p.end for p in minutes.source.paragraphs if p.end > p.start]
    return filled[0] if filled else 0
