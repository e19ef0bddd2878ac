"""The files that minutes were read from, kept in the data folder by the hash of their bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from graph.loading.attachments import attached
from graph.settings import Settings
from schema import EngineError

HASH = re.compile(r"[0-9a-f]{64}")


def original(settings: Settings, sha256: str) -> Path | None:
    """The kept file with this hash, if there is one."""
    kept = _place(settings, sha256)
    return kept if kept is not None and kept.is_file() else None


def keep_original(settings: Settings, roots: Iterable[Path], path: str, sha256: str) -> bool:
    """Keeps the file that was imported as `path` from one of the roots (folders, or files named one by one); False when it is not there.

    A file whose bytes are no longer those that were read is not the original, and is not kept. An attachment is taken out of its mail.
    """
    kept = _place(settings, sha256)
    if kept is None:
        return False
    if kept.exists():
        return True
    for root in roots:
        data = _imported(root / path if root.is_dir() else root, sha256)
        if data is not None:
            _write(data, kept)
            return True
    return False


def drop_original(settings: Settings, sha256: str) -> None:
    """Lets go of a file that no loaded document comes from any more."""
    kept = _place(settings, sha256)
    if kept is not None:
        kept.unlink(missing_ok=True)


def _place(settings: Settings, sha256: str) -> Path | None:
    """None for what is no hash: a stream comes from outside, and must not name other files."""
    return settings.home / "originals" / sha256 if HASH.fullmatch(sha256) else None


def _imported(file: Path, sha256: str) -> bytes | None:
    """The bytes with this hash that are a file, or stand in the mail whose name its path leads through."""
    if file.is_file() and _hash(file) == sha256:
        return file.read_bytes()
    mail = next((place for place in (file, *file.parents) if place.is_file()), None)
    return attached(mail, sha256) if mail is not None else None


def _hash(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _write(data: bytes, kept: Path) -> None:
    """Under its name only when it is whole."""
    fresh = kept.with_suffix(".new")
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(kept)
    except OSError as error:
        raise EngineError(f"an original cannot be kept: {error.strerror}", where=str(kept.parent),
                          remedy="free space there, or point GANGMU_HOME at a folder that you may write") from None
