"""A checkout to open the door of: bare, with an empty environment, or already set up."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.door.checkout import Checkout, lay


@pytest.fixture
def bare(tmp_path: Path) -> Checkout:
    """A checkout that nobody has opened yet."""
    return lay(tmp_path)


@pytest.fixture
def fresh(bare: Checkout, empty_environment: Path) -> Checkout:
    """A checkout whose .venv is made but has nothing in it, which saves the seconds that making it takes."""
    shutil.copytree(empty_environment, bare.root / ".venv", symlinks=True)
    return bare


@pytest.fixture(scope="session")
def empty_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with pip alone."""
    if sys.platform == "win32":
        pytest.skip("the fake Node of these tests is a shell script")
    folder = tmp_path_factory.mktemp("environment") / ".venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    return folder


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory, empty_environment: Path) -> Checkout:
    """A checkout that is set up for every verb, shared by the tests of a module."""
    checkout = lay(tmp_path_factory.mktemp("opened"))
    shutil.copytree(empty_environment, checkout.root / ".venv", symlinks=True)
    done = checkout.open("test")
    assert done.returncode == 0, done.stderr
    return checkout
