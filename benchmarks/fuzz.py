"""Mutated files of every format through the readers, in processes under their limits as in production.

    python -m benchmarks.fuzz [--files 10000] [--seed 1] [--jobs 2] [--format ofd …] [--keep FOLDER]

Seeded: file N of a seed is always the same. Prints for each format how many files a core reads in a second, how many were read
and refused, the most time and memory that one took, and which one. Exit status 1 when a file ended its process, hung beyond the
limit or took more memory than the limit; `--keep` writes such files to a folder, and those that failed: that made a library break
off in a way which its reader does not foresee, so that the refusal says less than it could.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from benchmarks.mutations import mutated
from benchmarks.seeds import Seed, seeds
from importers.files import FoundFile
from importers.formats.registry import FORMATS
from importers.limits import MEMORY_BYTES
from importers.reading import read_records
from importers.workers import read_all
from schema import GangmuError

RESET_PEAK = Path("/proc/self/clear_refs")
"""Where Linux takes the order to count a process's peak of memory anew."""

OUTCOMES = ("read", "refused", "failed", "crash", "hang", "memory")
BROKEN = {"broke the program": "crash", "took longer than": "hang", "of memory": "memory"}
"""What a refusal says of a file that went beyond the limits."""


@dataclass(slots=True)
class Tally:
    """What became of the mutants of one format; the worst by seconds and megabytes, each with its number."""

    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    slowest: tuple[float, int] = (0.0, 0)
    largest: tuple[float, int] = (0.0, 0)


class Mutants(Sequence[FoundFile]):
    """The files of a run, each made when it is asked for; formats take turns."""

    def __init__(self, total: int, seed: int, by_format: dict[str, list[Seed]]) -> None:
        self.total, self.seed = total, seed
        self.kinds = sorted(by_format)
        self.by_format = by_format

    def __len__(self) -> int:
        return self.total

    def __getitem__(self, number: int) -> FoundFile:  # type: ignore[override]
        origins = self.by_format[self.kind(number)]
        origin = origins[number // len(self.kinds) % len(origins)]
        return FoundFile(Path(origin.name), f"{number:06}{origin.ending}", data=mutated(origin.data, origins, f"{self.seed}:{number}"))

    def kind(self, number: int) -> str:
        """The format whose turn it is."""
        return self.kinds[number % len(self.kinds)]


def measured(found: FoundFile) -> bytes:
    """Reads a file as production does; what came of it, in how many seconds and with how many megabytes at the most."""
    if RESET_PEAK.exists():
        RESET_PEAK.write_text("5")
    begin = time.perf_counter()
    try:
        read_records(found)
        outcome = "read"
    except GangmuError:
        outcome = "refused"
    return json.dumps([outcome, time.perf_counter() - begin, peak()]).encode() + b"\n"


def peak() -> float:
    """The most memory that this process has held since the last reset, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def outcome_of(lines: bytes, refused: tuple[str, ...], number: int, tally: Tally) -> str:
    """What became of one file: read, refused, failed (a library broke off in an unforeseen way), crash, hang or memory."""
    if not lines:
        return next((kind for words, kind in BROKEN.items() if any(words in reason for reason in refused)), "failed")
    outcome, seconds, megabytes = json.loads(lines.splitlines()[0])
    tally.seconds += seconds
    tally.slowest = max(tally.slowest, (seconds, number))
    tally.largest = max(tally.largest, (megabytes, number))
    return "memory" if megabytes > MEMORY_BYTES / 2**20 else str(outcome)


@click.command()
@click.option("--files", "count", default=10_000, show_default=True, help="Mutants in all.")
@click.option("--seed", default=1, show_default=True)
@click.option("--jobs", default=2, show_default=True, help="Processes that read.")
@click.option("--format", "names", multiple=True, type=click.Choice([known.name for known in FORMATS]), help="Only these formats.")
@click.option("--keep", type=click.Path(path_type=Path), help="A folder for the files that went wrong.")
def main(count: int, seed: int, jobs: int, names: tuple[str, ...], keep: Path | None) -> None:
    """Read mutants of every format, and say what became of them."""
    by_format = seeds(names or tuple(known.name for known in FORMATS))
    mutants = Mutants(count, seed, by_format)
    tallies = {kind: Tally() for kind in mutants.kinds}
    for number, done in enumerate(read_all(mutants, jobs, read=measured)):
        tally = tallies[mutants.kind(number)]
        outcome = outcome_of(done.answer.lines, done.answer.refused, number, tally)
        tally.outcomes[outcome] += 1
        if outcome not in ("read", "refused"):
            click.echo(f"{outcome}: {number} ({done.found.file}): {'; '.join(done.answer.refused)}")
            if keep and done.found.data is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{outcome}-{done.found.path}").write_bytes(done.found.data)
    show(tallies)
    sys.exit(any(tally.outcomes[kind] for tally in tallies.values() for kind in BROKEN.values()))


def show(tallies: dict[str, Tally]) -> None:
    """Prints a line for each format."""
    head = "".join(f"{name:>9}" for name in ("files", "files/s", *OUTCOMES))
    click.echo(f"{'format':7}{head}  {'slowest':18}most memory")
    for kind, tally in tallies.items():
        files, of = tally.outcomes.total(), tally.outcomes
        rate = files / tally.seconds if tally.seconds else 0.0
        counts = "".join(f"{of[name]:9}" for name in OUTCOMES)
        slowest, largest = f"{tally.slowest[0]:.2f} s ({tally.slowest[1]})", f"{tally.largest[0]:.0f} MB ({tally.largest[1]})"
        click.echo(f"{kind:7}{files:9}{rate:9.1f}{counts}  {slowest:18}{largest}")


if __name__ == "__main__":
    main()
