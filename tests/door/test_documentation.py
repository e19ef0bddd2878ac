"""Every verb stands in both READMEs; the table of settings in the English one has every setting and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("schema", "importers", "graph", "webui")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_verb_is_there(name: str) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    usage = re.findall(r"^python3 gangmu\.py (\w+)", (ROOT / "gangmu.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert usage and [verb for verb in usage if not re.search(rf"gangmu\.py {verb}\b", readme)] == []


def test_the_settings_are_those_that_the_code_reads() -> None:
    table = "".join(line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `GANGMU_"))
    sources = "".join(path.read_text(encoding="utf-8") for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    read = set(re.findall(r'"(GANGMU_[A-Z_]+)"', sources))
    assert set(re.findall(r"\bGANGMU_[A-Z_]+", table)) == read


def test_every_page_that_is_named_is_there() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    linked = {(page.parent / target.strip("<>")).resolve() for page in pages
              for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))}
    sources = [*pages, ROOT / "gangmu.py", *(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))]
    named = {ROOT / name for path in sources for name in re.findall(r"\bdocs/\w+\.md", path.read_text(encoding="utf-8"))}
    assert named and linked and [str(path) for path in sorted(named | linked) if not path.exists()] == []
