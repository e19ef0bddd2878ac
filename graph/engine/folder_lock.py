"""A lock on a file that the operating system releases when its holder ends, however it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def try_lock(path: Path) -> BinaryIO | None:
    """The open file that holds the lock, or None when another process holds it; closing the file releases it."""
    file = path.open("r+b")
    try:
        _take(file)
    except OSError:
        file.close()
        return None
    return file
