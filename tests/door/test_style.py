"""How the code is written: linted, fully typed, in its layers; and the lock files that it is run from."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("command", [
    ["-m", "ruff", "check", "."],
    ["-m", "mypy"],
    ["-m", "mypy", "gangmu.py"],
    ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
], ids=["ruff", "mypy --strict", "mypy --strict gangmu.py", "import-linter"])
def test_is_clean(command: list[str]) -> None:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["requirements", "requirements-test", "requirements-scan", "requirements-benchmarks", "requirements-node"])
def test_lock_file_is_exact_hashed_and_names_no_address(name: str) -> None:
    lock = (ROOT / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert "://" not in lock
    assert all(re.match(r"[\w.-]+==\S+", entry) and "--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("name", ["requirements", "requirements-test", "requirements-scan", "requirements-benchmarks", "requirements-node"])
def test_lock_file_holds_what_is_asked_for(name: str) -> None:
    asked = (ROOT / f"{name}.in").read_text(encoding="utf-8").lower()
    locked = (ROOT / f"{name}.txt").read_text(encoding="utf-8").lower()
    pins = re.findall(r"^([\w.-]+==[\w.]+)", asked, re.MULTILINE)
    assert pins and [pin for pin in pins if not re.search(rf"^{re.escape(pin)}\b", locked, re.MULTILINE)] == []


def pins(name: str) -> set[str]:
    """What a lock file pins."""
    return set(re.findall(r"^[\w.-]+==\S+", (ROOT / f"{name}.txt").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("name", ["requirements-test", "requirements-scan"])
def test_other_locks_have_the_versions_that_the_application_runs_on(name: str) -> None:
    assert pins("requirements") <= pins(name)


def test_what_the_extra_and_the_tests_share_is_of_one_version() -> None:
    names = [{pin.partition("==")[0] for pin in pins(name)} for name in ("requirements-test", "requirements-scan")]
    shared = names[0] & names[1]
    assert {pin for pin in pins("requirements-test") if pin.partition("==")[0] in shared} == {pin for pin in pins("requirements-scan") if pin.partition("==")[0] in shared}


def test_pages_are_locked_by_hash_without_addresses() -> None:
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock and '"integrity": "sha512-' in lock
    assert not re.search(r'": "[\^~]', (ROOT / "package.json").read_text(encoding="utf-8"))
