"""The run over mutated files: the same file for the same number, a seed for every format, and a failure when a reader breaks."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import fuzz
from benchmarks.fuzz import Mutants, Tally, measured, outcome_of
from benchmarks.mutations import LARGEST, PLAIN, Mutation, mutated
from benchmarks.seeds import seeds
from importers import workers
from importers.formats.recognition import is_installed
from importers.formats.registry import FORMATS, format_in
from importers.reading import source_text

ALL = tuple(known.name for known in FORMATS)


def test_every_format_has_seeds_that_its_reader_reads() -> None:
    found = seeds(ALL)
    assert set(found) == set(ALL) - (set() if is_installed() else {"scan"})
    for name, origins in found.items():
        for origin in [origin for origin in origins if origin.name.startswith("made") and name != "scan"]:
            assert len(source_text(f"a{origin.ending}", origin.data).text) > 40
        assert all((known := format_in(f"a{origin.ending}", origin.data)) and known.name == name for origin in origins)


def test_the_same_number_and_seed_give_the_same_file_and_others_give_others() -> None:
    by_format = seeds(("ofd", "xlsx"))
    files = [[found.data for found in (run[n] for n in range(20))] for run in (Mutants(20, 1, by_format), Mutants(20, 1, by_format), Mutants(20, 2, by_format))]
    assert files[0] == files[1] != files[2]
    assert len(set(files[0])) > 15


@pytest.mark.parametrize("name", ["ofd", "docx", "rtf", "txt"])
def test_mutants_differ_from_their_origin_and_stay_of_a_bearable_size(name: str) -> None:
    origins = seeds((name,))[name]
    mutants = [mutated(origins[0].data, origins, str(number)) for number in range(60)]
    assert sum(mutant != origins[0].data for mutant in mutants) > 50
    assert max(map(len, mutants)) < 4 * LARGEST


@pytest.mark.parametrize("mutation", PLAIN)
def test_an_empty_file_can_be_mutated_too(mutation: Mutation) -> None:
    assert all(len(mutation(b"", random.Random(number))) < LARGEST for number in range(20))


def test_a_run_ends_well_and_tells_each_format() -> None:
    done = CliRunner().invoke(fuzz.main, ["--files", "12", "--jobs", "1", "--format", "ofd", "--format", "xlsx", "--format", "txt"])
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()[-3:]
    assert [line.split()[:2] for line in lines] == [["ofd", "4"], ["txt", "4"], ["xlsx", "4"]]


def dies(found: object) -> bytes:
    os._exit(1)


def hangs(found: object) -> bytes:
    time.sleep(60)
    return b""


def breaks_off(found: object) -> bytes:
    raise ZeroDivisionError


@pytest.mark.parametrize(("read", "outcome", "status"), [(dies, "crash", 1), (hangs, "hang", 1), (breaks_off, "failed", 0)])
def test_files_that_break_a_reader_are_told_kept_and_counted(read: Callable[[object], bytes], outcome: str, status: int, tmp_path: Path,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "measured", read)
    monkeypatch.setattr(fuzz, "read_all", lambda files, jobs, read: workers.read_all(files, jobs, seconds=3, read=read))
    done = CliRunner().invoke(fuzz.main, ["--files", "1", "--jobs", "1", "--format", "txt", "--keep", str(tmp_path)])
    assert done.exit_code == status and f"{outcome}: 0 (" in done.output
    assert [path.name for path in tmp_path.iterdir()] == [f"{outcome}-000000.txt"]


def test_time_and_memory_are_measured_and_too_much_memory_is_told() -> None:
    tally = Tally()
    assert outcome_of(measured(Mutants(1, 1, seeds(("txt",)))[0]), (), 7, tally) in ("read", "refused")
    assert tally.seconds > 0 and tally.slowest[1] == tally.largest[1] == 7 and tally.largest[0] > 10
    assert outcome_of(b'["read", 0.1, 99999.0]\n', (), 8, tally) == "memory"
    assert outcome_of(b"", ("a: needs more than 3072 MB of memory",), 9, tally) == "memory"
