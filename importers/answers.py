"""What is made of a file, and of each file inside it, in a process that reads files; whatever goes wrong becomes a refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from importers.files import FoundFile
from importers.limits import MEMORY_BYTES
from importers.reading import attached_files
from schema import GangmuError, InputError

Read = Callable[[FoundFile], bytes]
"""What is made of a file."""


class Answer(NamedTuple):
    """What was made of a file and those inside it, how many were read, and why others were refused."""

    lines: bytes = b""
    read: int = 0
    refused: tuple[str, ...] = ()


def answer(found: FoundFile, read: Read) -> Answer:
    """Reads a file, and what is attached to it; a mail that only carries attachments need not be minutes itself."""
    inside: list[FoundFile] = []
    answers: dict[str, Answer] = {}
    broken = _guarded(found, lambda: inside.extend(attached_files(found)))
    for file in (found, *inside):
        answers[file.path] = _read(file, read)
    carriers = {file.path.rpartition("/")[0] for file in inside}
    kept = [one for path, one in answers.items() if one.read or path not in carriers]
    refused = tuple(reason for one in kept for reason in one.refused)
    return Answer(b"".join(one.lines for one in kept), sum(one.read for one in kept), (broken if broken != refused else ()) + refused)


def refusal(found: FoundFile, reason: str) -> str:
    """A reason that names its file and what to do about it."""
    return str(InputError(reason, where=found.path, remedy="the file is damaged or hostile; get it again from its source"))


def _read(found: FoundFile, read: Read) -> Answer:
    made: list[bytes] = []
    refused = _guarded(found, lambda: made.append(read(found)))
    return Answer(b"".join(made), len(made), refused)


def _guarded(found: FoundFile, work: Callable[[], None]) -> tuple[str, ...]:
    """Does the work; why it could not be done."""
    try:
        work()
    except GangmuError as error:
        return (str(InputError(error.what, where=error.where or found.path, remedy=error.remedy)),)
    except MemoryError:
        return (refusal(found, f"needs more than {MEMORY_BYTES // 2**20} MB of memory"),)
    except Exception as error:  # whatever a library makes of a broken file, the others of the folder go on
        return (refusal(found, f"could not be understood ({type(error).__name__})"),)
    return ()
