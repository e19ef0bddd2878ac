"""Texts to measure on: the minutes that ship with the tests, as they are, as one long document, as a folder of many."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

from importers.document import Block, SourceText, assemble

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "tests" / "gold", ROOT / "tests" / "samples" / "gold")


def texts(folders: tuple[Path, ...] = FOLDERS) -> list[str]:
    """The texts of the minutes in these folders, in order."""
    return [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.rglob("*.txt"))]


def source(text: str) -> SourceText:
    """A text as the pipeline takes it."""
    return _source([Block(line) for line in text.splitlines()])


def long_document(characters: int, lines: list[str]) -> SourceText:
    """One document of so many characters: the lines of all minutes, again and again."""
    blocks: list[Block] = []
    length = 0
    for line in cycle(lines):
        if length >= characters:
            return _source(blocks)
        blocks.append(Block(line))
        length += len(line) + 1
    raise AssertionError("there are no lines")


def _source(blocks: list[Block]) -> SourceText:
    text, paragraphs = assemble(blocks)
    return SourceText("a.txt", "a.txt", "txt", "", text, paragraphs)


def write_folder(folder: Path, count: int, some: list[str]) -> int:
    """Writes so many files, the minutes again and again, and says how many characters they have."""
    total = 0
    for number, text in enumerate(islice(cycle(some), count)):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
        total += len(text)
    return total
