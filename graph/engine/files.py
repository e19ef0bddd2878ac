"""The files of the engine in a data folder."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from schema import EngineError

LEAST_SPACE = 64 * 2**20
"""Bytes; an empty graph takes 20 MB, and a load writes its log before its pages."""
SPACE = "free space there, or point GANGMU_HOME at a folder that you may write"


@dataclass(frozen=True, slots=True)
class EngineFiles:
    """Where the engine of the data folder `home` keeps what."""

    home: Path

    @property
    def root(self) -> Path:
        """The engine's own folder: database, users, logs."""
        return self.home / "engine"

    @property
    def lock(self) -> Path:
        """Locked by the one process that serves this data folder."""
        return self.home / "engine.lock"

    @property
    def address(self) -> Path:
        """Where that process listens; readable by the owner only, for it holds the passwords."""
        return self.home / "engine.json"

    @property
    def console(self) -> Path:
        """What the process printed since its last start."""
        return self.root / "console.log"

    def make_folders(self) -> None:
        """Makes the folders. Raises EngineError when the data folder may not be written."""
        try:
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.root.mkdir(mode=0o700, exist_ok=True)
            self.lock.touch(mode=0o600)
        except OSError as error:
            raise unwritable(self.home, error) from None


    def check_space(self) -> None:
        """Raises EngineError when the disk has too little room for the engine to write safely."""
        if (free := shutil.disk_usage(self.root).free) < LEAST_SPACE:
            raise EngineError(f"the disk is full: {free // 2**20} MB are free, {LEAST_SPACE // 2**20} MB needed", where=str(self.home),
                              remedy=SPACE)


def unwritable(place: Path, error: OSError) -> EngineError:
    """The message for a folder that cannot be written, a full disk included."""
    reason = error.strerror or os.strerror(error.errno or 0)
    return EngineError(f"the data folder cannot be written: {reason}", where=str(place),
                       remedy=SPACE)
