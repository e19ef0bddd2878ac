"""What the door makes, when it makes it, and what it does when that is cut off or cannot be done."""

from __future__ import annotations

import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.door.checkout import Checkout, await_file, library, lock, program


def test_first_start_makes_everything_and_the_second_nothing(bare: Checkout) -> None:
    first = bare.open("serve")
    assert first.returncode == 0, first.stderr
    assert first.stderr.splitlines() == ["Fetching what the pages are built from", "Building the pages",
                                         "Installing the libraries into .venv (300 MB; once)", "Making .venv", "Set up."]
    calls = bare.calls
    begun = time.monotonic()
    second = bare.open("serve")
    assert (second.returncode, second.stderr, bare.calls) == (0, "", calls)
    assert time.monotonic() - begun < 10


def test_verb_without_pages_builds_none(fresh: Checkout) -> None:
    assert fresh.open("ask", "duties").returncode == 0
    assert fresh.calls == [] and not (fresh.root / "node_modules").exists()


def test_changed_lock_file_is_installed(fresh: Checkout) -> None:
    fresh.open("graph")
    lock(fresh.root / "requirements.txt", library(Path(fresh.environment["PIP_FIND_LINKS"]), "thing", "2"))
    assert "Installing the libraries" in fresh.open("graph").stderr
    assert list((fresh.root / ".venv").rglob("thing-2.dist-info")) and not list((fresh.root / ".venv").rglob("thing-1.dist-info"))


def test_changed_page_source_is_built_without_fetching_again(fresh: Checkout) -> None:
    fresh.open("serve")
    (fresh.root / "webui" / "front" / "app.js").write_text("let x")
    before = len(fresh.calls)
    fresh.open("serve")
    assert [call.split()[0:2] for call in fresh.calls[before:]] == [["node", "--version"], ["node", str(fresh.root / "webui/front/build.mjs")]]


def test_deleted_results_are_made_again(fresh: Checkout) -> None:
    fresh.open("serve")
    shutil.rmtree(fresh.root / "webui" / "static")
    shutil.rmtree(fresh.root / ".gangmu")
    assert fresh.open("serve").stderr.splitlines() == ["Building the pages", "Set up."]


@pytest.mark.parametrize("node", ["missing", "18.20.0"])
def test_without_a_node_of_its_own_the_machine_gets_one_for_the_build_only(fresh: Checkout, node: str) -> None:
    tools = Path(fresh.environment["PATH"].split(os.pathsep)[0])
    if node == "missing":
        fresh.environment["PATH"] = path_without_node(tools)
    done = fresh.open("serve", NODE_VERSION=node)
    assert done.returncode == 0, done.stderr
    assert "Fetching Node, as there is no Node 20 or newer with npm here (it is removed after the build)" in done.stderr
    assert any(call.startswith("node") and "npm/bin/npm-cli.js ci --ignore-scripts" in call for call in fresh.calls)
    assert not any(call.startswith("npm") for call in fresh.calls) and not (fresh.root / ".gangmu" / "node").exists()


def path_without_node(tools: Path) -> str:
    """A PATH with all that the fakes need, and no Node."""
    for name in ("node", "npm"):
        (tools / name).unlink()
    for name in ("mkdir", "sh"):
        (tools / name).symlink_to(shutil.which(name) or "")
    return str(tools)


def test_extra_is_installed_when_it_is_asked_for_and_kept_up_from_then_on(fresh: Checkout) -> None:
    fresh.open("graph")
    assert not list((fresh.root / ".venv").rglob("recogniser-1.dist-info"))
    asked = fresh.open("set-up", "--with", "scan")
    assert asked.returncode == 0 and "Installing what reads scans" in asked.stderr
    assert list((fresh.root / ".venv").rglob("recogniser-1.dist-info"))
    assert fresh.open("set-up", "--with", "scan").stderr == "" == fresh.open("graph").stderr
    lock(fresh.root / "requirements-scan.txt", library(Path(fresh.environment["PIP_FIND_LINKS"]), "recogniser", "2"))
    assert "Installing what reads scans" in fresh.open("graph").stderr


@pytest.mark.parametrize("arguments", [["scan"], ["--with"], ["--with", "wings"], ["--without", "scan"]])
def test_extra_that_there_is_not_is_refused_with_those_there_are(fresh: Checkout, arguments: list[str]) -> None:
    done = fresh.open("set-up", *arguments)
    assert (done.returncode, done.stderr) == (2, "gangmu: set-up takes nothing, or --with and the name of an extra: scan\n")


def test_environment_whose_filling_was_cut_off_is_made_anew(fresh: Checkout) -> None:
    fresh.open("graph")
    half = next((fresh.root / ".venv").rglob("thing/__main__.py"))
    half.unlink()
    (fresh.root / ".venv" / "libraries.stamp").unlink()
    (fresh.root / ".venv" / "unfinished").touch()
    assert "Making .venv" in fresh.open("graph").stderr
    assert half.exists() and not (fresh.root / ".venv" / "unfinished").exists()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_set_up_that_is_ended_says_nothing_odd_and_is_taken_up(fresh: Checkout, end: signal.Signals) -> None:
    program(Path(fresh.environment["PATH"].split(os.pathsep)[0]) / "npm", '#!/bin/sh\nmkdir -p node_modules; touch "$CALLS.begun"; exec sleep 30\n')
    door = fresh.start("serve")
    await_file(Path(fresh.environment["CALLS"] + ".begun"))
    os.killpg(door.pid, end)
    _, told = door.communicate(timeout=10)
    assert door.returncode == (-9 if end == signal.SIGKILL else 130) and "Traceback" not in told
    program(Path(fresh.environment["PATH"].split(os.pathsep)[0]) / "npm", '#!/bin/sh\nmkdir -p node_modules; echo npm >> "$CALLS"\n')
    assert fresh.open("serve").returncode == 0
    assert "npm" in fresh.calls


def test_two_doors_at_once_do_everything_once(bare: Checkout) -> None:
    doors = [bare.start("serve") for _ in range(2)]
    told = [door.communicate(timeout=60)[1] for door in doors]
    assert [door.returncode for door in doors] == [0, 0], told
    assert "".join(told).count("Making .venv") == 1 and "".join(told).count("Building the pages") == 1
    assert "Another start is at work here; waiting for it" in "".join(told)


def test_download_that_is_not_what_the_lock_names_is_refused(fresh: Checkout) -> None:
    file = fresh.root / "requirements.txt"
    file.write_text(file.read_text()[:-5] + "0000\n")
    assert one_line(fresh, "graph") == "pip failed: a download is not what the lock file names; it was thrown away"


def test_library_without_a_build_for_this_platform_is_named_as_such(fresh: Checkout) -> None:
    (fresh.root / "requirements.txt").write_text(f"nowhere==1 --hash=sha256:{'0' * 64}\n")
    assert one_line(fresh, "graph") == "pip failed: a library has no build for this platform; the README names the platforms"


def test_no_network_is_said(fresh: Checkout) -> None:
    del fresh.environment["PIP_NO_INDEX"], fresh.environment["PIP_FIND_LINKS"]
    fresh.environment |= {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"}
    assert one_line(fresh, "graph") == "pip failed: no network; it is needed this once, for the libraries"


def test_failed_download_leaves_a_working_environment_alone(fresh: Checkout) -> None:
    fresh.open("graph")
    (fresh.root / "requirements.txt").write_text(f"nowhere==1 --hash=sha256:{'0' * 64}\n")
    fresh.open("graph")
    assert list((fresh.root / ".venv").rglob("thing-1.dist-info")) and not (fresh.root / ".venv" / "unfinished").exists()


def test_full_disk_is_said(fresh: Checkout) -> None:
    program(Path(fresh.environment["PATH"].split(os.pathsep)[0]) / "npm", "#!/bin/sh\necho 'npm error code ENOSPC'; exit 1\n")
    assert one_line(fresh, "serve") == "npm failed: the disk is full; free some space and start again"


def test_checkout_that_may_not_be_written_is_said(fresh: Checkout) -> None:
    (fresh.root / ".gangmu").write_text("a file where a folder should be")
    done = fresh.open("graph")
    assert done.returncode == 2 and done.stderr == f"gangmu: File exists: {fresh.root / '.gangmu'}\n"


def one_line(checkout: Checkout, verb: str) -> str:
    """What the door says when it stays shut, without the place of the log."""
    done = checkout.open(verb)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    last = done.stderr.splitlines()[-1]
    assert last.startswith("gangmu: ") and last.endswith(f"(its output: {checkout.root / '.gangmu' / 'setup.log'})")
    return last.removeprefix("gangmu: ").split(" (its output")[0]
