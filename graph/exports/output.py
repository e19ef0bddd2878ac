"""Where an export goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from schema import EngineError


def deliver(write: Callable[[BinaryIO], None], output: Path | None) -> None:
    """Lets `write` fill standard output or the file. Raises EngineError when the file cannot be written; what was there before stays."""
    if output is None:
        write(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    try:
        _replace(write, output)
    except OSError as error:
        raise EngineError(f"the export cannot be written: {error.strerror or error}", where=str(output),
                          remedy="free space there, or name another place") from None


def _replace(write: Callable[[BinaryIO], None], output: Path) -> None:
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            write(stream)
        fresh.chmod(0o666 & ~_umask())
        fresh.replace(output)
    finally:
        fresh.unlink(missing_ok=True)


def _umask() -> int:
    """What the user lets nobody else do with new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
