"""`python -m tests.importers.office`: writes the sample files of every format again, with the LibreOffice of this machine."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.importers.office.libreoffice import converted
from tests.importers.office.minutes import MINUTES

SAMPLES = Path(__file__).parent / "samples"
KEPT = {"doc": ("numbered", "tabled"), "rtf": ("numbered", "tabled"), "odt": ("numbered", "tabled"), "html": ("tabled",)}

if __name__ == "__main__":
    SAMPLES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sources = {name: Path(folder, f"{name}.docx") for name in MINUTES}
        for name, source in sources.items():
            source.write_bytes(MINUTES[name]())
        for ending, names in KEPT.items():
            files = [sources[name] for name in names]
            for name, data in converted("soffice", files, ending, Path(folder)).items():
                (SAMPLES / f"{name}.{ending}").write_bytes(data)
