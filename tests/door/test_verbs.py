"""Each verb reaches the package that owns it, with the right environment and the right exit status."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.door.checkout import DOOR, Checkout, await_file


@pytest.mark.parametrize(("arguments", "answer"), [
    (["importers", "a.txt"], "from importers: a.txt"),
    (["graph", "verify"], "graph verify"),
    (["ask", "duties", "水资源管理处"], "graph ask duties 水资源管理处"),
    (["query", "MATCH (n) RETURN n"], "graph query MATCH (n) RETURN n"),
    (["evaluate", "gold"], "evaluate gold GANGMU_ADDRESS= GANGMU_GRAPH="),
    (["test", "-k", "one"], "pytest -k one"),
])
def test_verb_is_handed_on(opened: Checkout, arguments: list[str], answer: str) -> None:
    done = opened.open(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, answer + "\n", "")


@pytest.mark.parametrize(("reader", "loader", "status"), [("0", "0", 0), ("1", "0", 1), ("0", "1", 1), ("2", "0", 2), ("1", "2", 2), ("0", "7", 2)])
def test_import_is_a_pipe_with_the_worse_exit_status(opened: Checkout, reader: str, loader: str, status: int) -> None:
    assert opened.open("import", "folder", reader, GRAPH_STATUS=loader).returncode == status


@pytest.mark.parametrize(("arguments", "asked"), [((), "--unproposed"), (("2024/纪要.docx", "b.txt"), "2024/纪要.docx b.txt")])
def test_propose_is_a_pipe_through_the_model(opened: Checkout, arguments: tuple[str, ...], asked: str) -> None:
    done = opened.open("propose", *arguments, GANGMU_MODEL="http://127.0.0.1:9/v1")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"kept: asked: records {asked}\n", "")


def test_propose_without_a_model_says_how_to_name_one(opened: Checkout) -> None:
    done = opened.open("propose")
    assert (done.returncode, done.stdout) == (2, "") and done.stderr.count("\n") == 1 and "GANGMU_MODEL=http://" in done.stderr


def test_import_hands_preview_to_the_loader(opened: Checkout) -> None:
    done = opened.open("import", "folder", "--preview")
    assert done.stdout == "graph load - --preview\n"


def test_import_hands_leave_for_state_secrets_to_the_loader_and_the_body_to_the_reader(opened: Checkout, tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = opened.open("import", "--body", "云河市水利局", "--allow-classified", "folder", GANGMU_HOME=str(home))
    assert done.stdout == "graph load - --allow-classified\n"
    assert (home / "loads").read_text(encoding="utf-8") == "from importers: --body 云河市水利局 folder\n"


def test_import_tells_the_loader_where_the_originals_are(opened: Checkout, tmp_path: Path) -> None:
    assert opened.open("import", str(tmp_path), "--preview").stdout == f"graph load - --root {tmp_path} --preview\n"


def test_packages_come_from_the_checkout_wherever_one_stands(opened: Checkout, tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "__main__.py").write_text("print('not this one')")
    assert opened.open("graph", "verify", cwd=tmp_path).stdout == "graph verify\n"


def test_demo_loads_the_samples_once_into_a_graph_of_its_own(opened: Checkout) -> None:
    users = opened.root.parent / "users"
    for _ in range(2):
        done = opened.open("demo", GANGMU_HOME=str(users), GANGMU_GRAPH="neo4j://elsewhere:7687")
        assert done.returncode == 0, done.stderr
        assert re.fullmatch(r"webui serve GANGMU_ADDRESS=127\.0\.0\.1:\d+ GANGMU_GRAPH=", done.stdout.splitlines()[-1])
    loads = (opened.root / ".gangmu" / "demo" / "loads").read_text().splitlines()
    assert loads == [f"from importers: {opened.root / 'samples'}"]
    assert not users.exists()


def test_demo_loads_changed_samples_again(opened: Checkout) -> None:
    (opened.root / "samples" / "two.txt").write_text("会议纪要")
    assert "Loading the sample minutes" in opened.open("demo").stderr


def test_demo_says_when_the_samples_cannot_be_loaded(opened: Checkout) -> None:
    (opened.root / "samples" / "three.txt").write_text("会议纪要")
    done = opened.open("demo", GRAPH_STATUS="2")
    assert done.returncode == 2 and done.stderr.endswith("gangmu: the sample minutes could not be loaded; what was wrong stands above\n")


def test_demo_takes_a_free_port_when_its_own_is_taken(opened: Checkout) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        told = opened.open("demo", GANGMU_ADDRESS=address).stdout
    assert "GANGMU_ADDRESS=127.0.0.1:" in told and address not in told


@pytest.mark.parametrize("arguments", [["frobnicate"], ["demo", "--fast"], ["import"], ["import", "--preview"]])
def test_what_the_door_does_not_know_is_refused_in_one_line(opened: Checkout, arguments: list[str]) -> None:
    done = opened.open(*arguments)
    assert done.returncode == 2 and re.fullmatch(r"gangmu: .+\n", done.stderr)


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["help"], ["demo", "--help"], ["import", "-h"]])
def test_help_lists_every_verb(opened: Checkout, arguments: list[str]) -> None:
    told = opened.open(*arguments)
    specification = importlib.util.spec_from_file_location("door", DOOR)
    assert specification and specification.loader
    door = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(door)
    assert told.returncode == 0
    assert [line.split()[2] for line in told.stdout.splitlines()] == list(door.VERBS)


def test_older_python_can_read_the_door_far_enough_to_be_refused() -> None:
    tree = ast.parse(DOOR.read_text(encoding="utf-8"), feature_version=(3, 6))
    check = next(index for index, node in enumerate(tree.body) if isinstance(node, ast.If) and "version_info" in ast.unparse(node.test))
    assert not any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree.body[:check])


def test_older_python_is_told_so() -> None:
    pretend = f"import sys; sys.version_info = (3, 9, 2); exec(compile(open({str(DOOR)!r}, encoding='utf-8').read(), 'gangmu.py', 'exec'))"
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "gangmu: Python 3.11 or newer is needed; this is 3.9. Try: python3.11 gangmu.py\n")


def test_python_without_ensurepip_is_told_the_package(bare: Checkout) -> None:
    blind = bare.root / "blind.py"
    blind.write_text("import importlib.util, runpy, sys\nfind = importlib.util.find_spec\n"
                     "importlib.util.find_spec = lambda name, *rest: None if name == 'ensurepip' else find(name, *rest)\n"
                     "sys.argv = ['gangmu.py', 'graph']\nrunpy.run_path('gangmu.py', run_name='__main__')\n")
    done = subprocess.run([sys.executable, blind], cwd=bare.root, env=bare.environment, capture_output=True, text=True, check=False)
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert done.returncode == 2 and done.stderr.splitlines()[-1].endswith(f"(apt install python{here}-venv)")


def test_the_four_names_are_this_tree() -> None:
    done = subprocess.run([sys.executable, "-c", "import schema, importers, graph, webui; print(*(m.__path__[0] for m in (schema, importers, graph, webui)))"],
                          env={**os.environ, "PYTHONPATH": str(DOOR.parent), "PYTHONSAFEPATH": "1"}, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(DOOR.parent / name) for name in ("schema", "importers", "graph", "webui")]


@pytest.mark.parametrize("verb", ["importers", "import"])
def test_ctrl_c_while_a_package_is_still_being_imported_is_silent(fresh: Checkout, verb: str) -> None:
    begun = fresh.root / "begun"
    (fresh.root / "importers" / "__main__.py").write_text(f"import pathlib, time\npathlib.Path({str(begun)!r}).touch()\ntime.sleep(30)\n")
    fresh.open("graph")
    door = fresh.start(verb, "folder")
    await_file(begun)
    os.killpg(door.pid, signal.SIGINT)
    _, told = door.communicate(timeout=10)
    assert told.strip() == "" and door.returncode in (130, -signal.SIGINT)
