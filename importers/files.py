"""Which files are meant by the paths on the command line, and the path that identifies each document."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from importers.formats.registry import FORMATS, format_of
from importers.given_body import FILE, FolderBodies, GivenBody
from schema import GangmuError, InputError, SettingError

NOT_MINUTES = ("~$", ".")
"""Beginnings of the names of files that office programs and systems leave beside documents."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to import; `path` is relative to the folder that was given, with `/` and composed characters on every platform.

    `body` is the issuing body that the user names for it, if any; `data` holds what stands inside the file, as an attachment of a mail.
    """

    file: Path
    path: str
    body: GivenBody | None = None
    data: bytes | None = None


@dataclass(slots=True)
class Selection:
    """The files to import in a fixed order, what was refused by name alone, and how many in folders were passed over.

    `pictures` are passed over where the extra is missing that reads them.
    """

    files: list[FoundFile]
    refused: list[GangmuError]
    passed_over: int = 0
    pictures: int = 0


def select(paths: Sequence[Path], body: GivenBody | None = None) -> Selection:
    """Files named one by one and those below folders. In folders files of unknown kind are passed over; named, they are refused.

    `body` is the issuing body of them all; without it the nearest `gangmu.yaml` above each file tells, and one that is wrong
    refuses the files that it speaks for.
    """
    selection = Selection([], [])
    seen: dict[str, Path] = {}
    for path in paths:
        for found in _below(path, selection) if path.is_dir() else _named(path, selection):
            other = seen.setdefault(found.path, found.file)
            if other == found.file:
                selection.files.append(found)
            else:
                remedy = "import the folder above both, so that their paths differ"
                what = f"has the same path as {other} and would take its place"
                selection.refused.append(InputError(what, where=str(found.file), remedy=remedy))
    selection.files.sort(key=lambda found: found.path)
    _give_bodies(selection, body)
    return selection


def _give_bodies(selection: Selection, body: GivenBody | None) -> None:
    """Says of every file whose minutes it holds, as far as the user tells."""
    folders = FolderBodies()
    wrong: dict[SettingError, int] = {}
    given: list[FoundFile] = []
    for found in selection.files:
        try:
            given.append(replace(found, body=body or folders.of(found.file.parent)))
        except SettingError as error:
            wrong[error] = wrong.get(error, 0) + 1
    selection.files = given
    for problem, files in wrong.items():
        what = f"{problem.what}; {files} files below it are not read"
        selection.refused.append(SettingError(what, where=problem.where, remedy=problem.remedy))


def _named(path: Path, selection: Selection) -> Iterator[FoundFile]:
    if not path.exists():
        selection.refused.append(InputError("no such file or folder", where=str(path), remedy="check the path"))
    elif format_of(path.name) is None or not path.is_file():
        known = " ".join(ending for f in FORMATS for ending in f.endings)
        selection.refused.append(InputError("is of a kind that cannot be read", where=str(path), remedy=f"save it as one of {known}"))
    else:
        yield FoundFile(path, unicodedata.normalize("NFC", path.name))


def _below(folder: Path, selection: Selection) -> Iterator[FoundFile]:
    def unreadable(error: OSError) -> None:
        selection.refused.append(InputError("may not be opened", where=str(error.filename), remedy="check its permissions"))

    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if name == FILE:
                continue
            known = format_of(name)
            if name.startswith(NOT_MINUTES) or known is None or not file.is_file():
                selection.passed_over += 1
            elif not known.is_readable:
                selection.pictures += 1
            else:
                yield FoundFile(file, unicodedata.normalize("NFC", file.relative_to(folder).as_posix()))
