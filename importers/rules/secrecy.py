"""Which grade of secrecy (密级) the document bears, and for how long: 机密★10年 above the title, 密级：秘密, 内部资料　注意保存."""

from __future__ import annotations

from importers.annotations import Doubt, Minutes, Span
from importers.document import Paragraph
from importers.secrecy_marks import Mark, higher, label_alone, mark_in

RULE = "secrecy"
HEAD_LINES, TAIL_LINES = 16, 6
"""Lines at the top and at the end where the word of a grade alone is a mark; elsewhere it needs its ★ or its label."""


def find_secrecy(minutes: Minutes) -> None:
    """Sets the grade and its term in the header and adds a doubt for the highest mark of the document."""
    text = minutes.text
    lines = [p for p in minutes.source.paragraphs if text[p.start:p.end].strip()]
    best: tuple[Mark, int] | None = None
    for number, line in enumerate(lines):
        edge = number < HEAD_LINES or number >= len(lines) - TAIL_LINES
        below_label = number > 0 and label_alone(_words(text, lines[number - 1]))
        mark = mark_in(_words(text, line), bare=edge or below_label)
        if mark and (best is None or higher(best[0], mark) is not best[0]):
            best = mark, line.start
    if best:
        _set(minutes, *best)


def _words(text: str, line: Paragraph) -> str:
    return text[line.start:line.end]


def _set(minutes: Minutes, mark: Mark, offset: int) -> None:
    minutes.header.secrecy, minutes.header.secrecy_term = mark.grade, mark.term or None
    words = mark.grade + (f"★{mark.term}" if mark.term else "")
    minutes.doubts.append(Doubt(f"marked {words}", Span(offset + mark.start, offset + mark.end), rule=RULE))
