"""A document's text with the way back: which paragraph, table row and page each character came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["paragraph", "row"]
"""A table row is one block; its cells are divided by tabs."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or table row as a format's reader gives it: one line of text without line breaks.

    `confidence` (0 to 1) is that of its least sure line where the text was recognised from a picture; 0 is a page that was not.
    """

    text: str
    kind: BlockKind = "paragraph"
    page: int | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a block lies in the document's text: half-open offsets, the line break excluded."""

    start: int
    end: int
    kind: BlockKind
    page: int | None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class SourceText:
    """What every stage reads: the whole text, its paragraphs in order, and which file it came from.

    `path` is relative to the folder that was given and identifies the document; `sha256` is of the file's bytes.
    """

    path: str
    name: str
    format: str
    sha256: str
    text: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def confidence(self) -> float | None:
        """How sure the recognition of its text was, 0 to 1, each paragraph by its length; None where none was recognised."""
        recognised = [p for p in self.paragraphs if p.confidence is not None]
        length = sum(p.end - p.start for p in recognised)
        return round(sum((p.confidence or 0.0) * (p.end - p.start) for p in recognised) / length, 3) if length else None


def assemble(blocks: Iterable[Block]) -> tuple[str, tuple[Paragraph, ...]]:
    """The text of the blocks, one a line, and the paragraph of each; the text is what `Document.text` holds."""
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    offset = 0
    for block in blocks:
        pieces.append(block.text)
        paragraphs.append(Paragraph(offset, offset + len(block.text), block.kind, block.page, block.confidence))
        offset += len(block.text) + 1
    return "\n".join(pieces), tuple(paragraphs)
