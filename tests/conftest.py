"""What every test may ask for: the gold, a real Neo4j, Chromium, LibreOffice, and a data folder that is not the user's.

A test that lacks one of them is skipped with the reason; with GANGMU_REQUIRE_ALL=1 it fails instead.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import playwright
import pytest

from importers.formats.recognition import is_installed
from tests.neo4j.server import Missing, Server, running_server

ROOT = Path(__file__).resolve().parent.parent
ORDER = ("schema", "importers", "graph", "webui", "deployment", "door")
CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser")
QUIET = ("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")

hypothesis.settings.register_profile("gangmu", deadline=None)
hypothesis.settings.load_profile("gangmu")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first, in the order in which the packages build on each other."""
    items.sort(key=lambda item: _rank(item.path))


def _rank(path: Path) -> int:
    """The place of a test's folder in ORDER; folders not named there come before the slow end."""
    folder = path.relative_to(ROOT / "tests").parts[0]
    return ORDER.index(folder) if folder in ORDER else ORDER.index("deployment")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turns a skip into a failure where everything is required."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("GANGMU_REQUIRE_ALL") == "1":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: {reason}, and GANGMU_REQUIRE_ALL=1 lets no test be skipped"
    return report


@pytest.fixture(scope="session", autouse=True)
def data_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder for the whole run, so that no test touches the user's graph; settings of the caller do not count."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [n for n in os.environ if n.startswith("GANGMU_") and n != "GANGMU_REQUIRE_ALL"]:
            patch.delenv(name)
        patch.setenv("GANGMU_HOME", str(home))
        yield home


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout with the gold, the corpus and the rules of the data."""
    folder = ROOT.parent / "shared"
    if not (folder / "corpus" / "dev").is_dir():
        pytest.skip("../shared is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def dev_corpus(shared: Path) -> Path:
    """The development documents with their gold."""
    return shared / "corpus" / "dev"


@pytest.fixture(scope="session")
def neo4j_engine() -> Iterator[Server]:
    """A real Neo4j 5.26: its Bolt `address`, `user` and `password`."""
    try:
        with running_server() as server:
            yield server
    except Missing as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def scan_extra() -> None:
    """What reads scans; `gangmu.py set-up --with scan` installs it."""
    if not is_installed():
        pytest.skip("the extra that reads scans is not installed (python3 gangmu.py set-up --with scan)")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium, which Playwright can drive here."""
    path = next((path for path in CHROMIUM if Path(path).exists()), None)
    if path is None:
        pytest.skip("no Chromium on this machine")
    node = Path(playwright.__file__).parent / "driver" / "node"
    if node.exists() and subprocess.run([node, "--version"], capture_output=True, check=False).returncode != 0:
        pytest.skip("the Node that drives Chromium does not start on this machine (Debian: apt install libatomic1)")
    return path


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """The path of LibreOffice's program, which saves documents in other formats."""
    path = shutil.which("soffice") or shutil.which("libreoffice")
    if path is None:
        pytest.skip("no LibreOffice on this machine (Debian: apt install libreoffice-writer libreoffice-calc)")
    return path


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], chromium: str) -> dict[str, Any]:
    """Makes the `page` fixture of pytest-playwright use the system's Chromium, silent towards the network."""
    return {**browser_type_launch_args, "executable_path": chromium, "args": list(QUIET)}
