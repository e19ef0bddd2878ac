"""Reads files in processes of their own, so that a hostile one can hang, crash or eat memory without harm to the rest.

Results come in the order of the files, whatever the number of processes.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait

from importers.answers import Answer, Read, answer, refusal
from importers.files import FoundFile
from importers.formats.registry import format_of
from importers.limits import MEMORY_BYTES, SECONDS
from importers.reading import read_records
from schema import encode

AHEAD = 32
"""How many results per process may wait for an earlier, slower file."""

_context = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file and of those inside it."""

    found: FoundFile
    answer: Answer


def record_lines(found: FoundFile) -> bytes:
    """The records of a file as JSON lines. Raises InputError."""
    return b"".join(encode(record) for record in read_records(found))


def read_all(files: Sequence[FoundFile], jobs: int, seconds: float = SECONDS, read: Read = record_lines) -> Iterator[Outcome]:
    """Reads every file in one of `jobs` processes, each file for at most `seconds`. `read` is a function of a module."""
    pool = [_Worker(seconds, read) for _ in range(min(jobs, len(files)))]
    done: dict[int, Outcome] = {}
    given = shown = 0
    try:
        while shown < len(files):
            for worker in pool:
                if worker.task is None and given < len(files) and given - shown < AHEAD * len(pool):
                    worker.give(given, files[given])
                    given += 1
            for number, outcome in _collect(pool):
                done[number] = outcome
            while shown in done:
                yield done.pop(shown)
                shown += 1
    finally:
        for worker in pool:
            worker.stop()


def _collect(pool: list[_Worker]) -> Iterator[tuple[int, Outcome]]:
    busy = [worker for worker in pool if worker.task is not None]
    patience = min((worker.deadline for worker in busy), default=0.0) - time.monotonic()
    ready = set(wait([worker.pipe for worker in busy], timeout=max(patience, 0.0)))
    for worker in busy:
        if worker.pipe in ready:
            yield worker.take()
        elif time.monotonic() >= worker.deadline:
            yield worker.give_up(f"took longer than {worker.seconds:g} seconds")


class _Worker:
    """One process and the pipe to it; started anew after it had to be ended."""

    def __init__(self, seconds: float, read: Read) -> None:
        self.seconds = seconds
        self.read = read
        self.task: tuple[int, FoundFile] | None = None
        self.deadline = 0.0
        self._start()

    def _start(self) -> None:
        self.pipe, theirs = _context.Pipe()
        self.process = _context.Process(target=_serve, args=(theirs, self.read), daemon=True)
        with _ctrl_c_held_back():
            self.process.start()
        theirs.close()

    def give(self, number: int, found: FoundFile) -> None:
        """Hands the process its next file."""
        self.task = (number, found)
        known = format_of(found.path)
        self.deadline = time.monotonic() + self.seconds * (known.patience if known else 1)
        with contextlib.suppress(OSError):  # a process that died meanwhile shows when its answer is taken
            self.pipe.send(found)

    def take(self) -> tuple[int, Outcome]:
        """The answer about the file in hand."""
        try:
            return self._finish(self.pipe.recv())
        except (EOFError, OSError):
            return self.give_up("broke the program that reads it")

    def give_up(self, reason: str) -> tuple[int, Outcome]:
        """Ends the process and says so of its file."""
        self.stop()
        self._start()
        assert self.task is not None
        return self._finish(Answer(refused=(refusal(self.task[1], reason),)))

    def _finish(self, said: Answer) -> tuple[int, Outcome]:
        assert self.task is not None
        number, found = self.task
        self.task = None
        return number, Outcome(found, said)

    def stop(self) -> None:
        """Ends the process at once."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


@contextlib.contextmanager
def _ctrl_c_held_back() -> Iterator[None]:
    """Starts in the block what is not to hear Ctrl-C while it is still being imported; the parent answers for all."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, read: Read) -> None:
    """The life of a process: takes files until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(answer(pipe.recv(), read))


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
