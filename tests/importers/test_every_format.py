"""The same minutes say the same in every format: as LibreOffice writes them here, and as it wrote the samples that are kept."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from importers.formats.contents import shown_format
from tests.importers.office.libreoffice import converted
from tests.importers.office.minutes import MINUTES
from tests.importers.sameness import said

KEPT = sorted((Path(__file__).parent / "office" / "samples").iterdir())
SAMPLES = {path.stem: path for path in sorted((Path(__file__).parents[2] / "samples").rglob("*.docx"))}
SOURCES = [*MINUTES, *SAMPLES]

TYPED = [name for name in SOURCES if name != "numbered" and not name.startswith("2024-03-12")]
"""Minutes whose numbers are typed: LibreOffice's HTML has no 一、 for automatic ones, and shows deleted text as if it stood."""

WRITTEN = [
    *((name, ending) for name in SOURCES for ending in ("doc", "rtf", "odt")), *((name, "html") for name in TYPED),
    ("plain", "pdf"), ("tabled", "pdf"), ("plain", "txt"),
]
"""What is compared. A .txt has no tables; LibreOffice's PDFs show deleted text, and lose commas that hang over the margin."""


@cache
def source(name: str) -> bytes:
    """A document as .docx."""
    return MINUTES[name]() if name in MINUTES else SAMPLES[name].read_bytes()


@cache
def expected(name: str) -> Counter[object]:
    """What a document says as .docx."""
    return said("纪要.docx", source(name))


@pytest.fixture(scope="module")
def written(libreoffice: str, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    """Every document in every format of WRITTEN; one run of LibreOffice a format."""
    folder = tmp_path_factory.mktemp("office")
    found: dict[tuple[str, str], bytes] = {}
    for ending in dict.fromkeys(ending for _, ending in WRITTEN):
        files = [folder / f"{name}.docx" for name, other in WRITTEN if other == ending]
        for file in files:
            file.write_bytes(MINUTES[file.stem](head=False) if ending == "pdf" else source(file.stem))
        found |= {(name, ending): data for name, data in converted(libreoffice, files, ending, folder).items()}
    return found


@pytest.mark.parametrize(("name", "ending"), WRITTEN)
def test_libreoffice_writes_what_says_the_same(written: dict[tuple[str, str], bytes], name: str, ending: str) -> None:
    assert said(f"纪要.{ending}", written[name, ending]) == expected(name)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_kept_samples_say_the_same(path: Path) -> None:
    assert shown_format(path.read_bytes()) == path.suffix[1:]
    assert said(f"纪要{path.suffix}", path.read_bytes()) == expected(path.stem)


@pytest.mark.parametrize(("kept", "name"), [
    ("numbered.doc", "纪要.wps"), ("numbered.rtf", "纪要.doc"), ("tabled.html", "纪要.doc"), ("numbered.odt", "纪要.docx"), ("tabled.doc", "纪要.docx"),
])
def test_a_file_is_what_its_bytes_show_whatever_its_name(kept: str, name: str) -> None:
    path = Path(__file__).parent / "office" / "samples" / kept
    assert said(name, path.read_bytes()) == expected(path.stem)


def test_the_minutes_hold_what_could_be_lost() -> None:
    quotes = {name: " ".join(str(entry) for entry in expected(name)) for name in MINUTES}
    assert "（一）由规划处牵头" in quotes["numbered"] and "八月底前" in quotes["numbered"]
    assert not any(word in quotes["numbered"] for word in ("五月底前", "内部掌握", "脚注", "水利局文件"))
    assert "完成溢洪道改造\\t建设处" in quotes["tabled"]
