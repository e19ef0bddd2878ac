"""LibreOffice without a screen: saves a document in another format."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

FILTERS = {"txt": "txt:Text (encoded):UTF8"}
"""Formats for which the ending alone does not name the filter."""


def converted(program: str, files: list[Path], ending: str, folder: Path) -> dict[str, bytes]:
    """The files, by their stems, as LibreOffice saves them in the format of an ending; `folder` takes its profile and its output."""
    with tempfile.TemporaryDirectory(dir=folder) as output:
        subprocess.run(
            [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
             "--convert-to", FILTERS.get(ending, ending), "--outdir", output, *map(str, files)],
            check=True, capture_output=True, timeout=300,
        )
        return {file.stem: Path(output, f"{file.stem}.{ending}").read_bytes() for file in files}
