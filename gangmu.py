#!/usr/bin/env python3
"""The door of Gangmu: makes what is missing, then hands each verb to the package that owns it.

Standard library only. All that it makes lies in this checkout and may be deleted at any time: .venv, node_modules,
webui/static/built and .gangmu (the demo's data, the lock, the log of the last set-up).
"""

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PYTHON_HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"
if sys.version_info < (3, 11):  # noqa: UP036 - whoever comes with an older Python is told so
    print(f"gangmu: Python 3.11 or newer is needed; this is {PYTHON_HERE}. Try: python3.11 gangmu.py", file=sys.stderr)
    sys.exit(2)


USAGE = """\
python3 gangmu.py demo                     set up, load the sample minutes, serve them, print the address
python3 gangmu.py set-up [--with scan]     set up only; --with scan adds what reads scans (pictures of pages)
python3 gangmu.py test [pytest arguments]  set up with the test tools, build, pass the tests
python3 gangmu.py serve                    the web pages on your own graph
python3 gangmu.py import PATH…             files and folders into the graph (--preview: only say what would change)
python3 gangmu.py propose [DOCUMENT…]      what a model of your own (GANGMU_MODEL) makes of what the rules left open
python3 gangmu.py importers PATH…          the record stream of files and folders on standard output
python3 gangmu.py graph COMMAND…           load, forget, export, verify and what else is done with the graph
python3 gangmu.py ask QUESTION…            a named question
python3 gangmu.py query "MATCH …"          a question in Cypher, read-only
python3 gangmu.py evaluate FOLDER          how well the extraction does on a folder of gold, for the page 准确率
"""

HELP = ("-h", "--help", "help")
LOADER_OPTIONS = ("--preview", "--allow-classified")
WINDOWS = os.name == "nt"
ROOT = Path(__file__).resolve().parent
STATE = ROOT / ".gangmu"
LOG = STATE / "setup.log"
CACHE = STATE / "cache"
NODE = STATE / "node"
VENV = ROOT / ".venv"
UNFINISHED = VENV / "unfinished"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
BUILT = ROOT / "webui" / "static" / "built"
MODULES = ROOT / "node_modules"
OLDEST_NODE = 20

RUN_QUIETLY = """\
import runpy, sys
sys.excepthook = lambda kind, *about: None if kind is KeyboardInterrupt else sys.__excepthook__(kind, *about)
runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
"""

REASONS = (
    (r"No space left|ENOSPC|Errno 28", "the disk is full; free some space and start again"),
    (r"Permission denied|Read-only file system|EACCES|EROFS", "this checkout may not be written; give yourself the right to"),
    (r"CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT", "the certificate of the package index is not trusted on this machine"),
    (r"name resolution|NewConnectionError|Max retries|Network is unreachable|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH",
     "no network; it is needed this once, for the libraries"),
    (r"DO NOT MATCH THE HASHES|EINTEGRITY", "a download is not what the lock file names; it was thrown away"),
    (r"No matching distribution found for (\S+)", "a library has no build for this platform; the README names the platforms"),
)


class Refusal(Exception):
    """What keeps the door shut, in one line that tells the user what to do."""


# The verbs


def main(arguments: list[str]) -> int:
    """Does what the command line says; the result is the exit status: 0 done, 1 done in part, 2 nothing done."""
    # Set here, both also end what a shell started in its background, where it has them ignored.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    verb, *rest = arguments or ["--help"]
    if verb in HELP or (verb in ("demo", "import", "propose") and rest[:1] in (["-h"], ["--help"])):
        print(USAGE, end="")
        return 0
    try:
        if verb not in VERBS:
            raise Refusal(f"there is no verb {verb!r}; `python3 gangmu.py --help` lists them")
        return VERBS[verb](rest)
    except Refusal as refusal:
        say(f"gangmu: {refusal}")
    except OSError as error:
        say(f"gangmu: {error.strerror or error}: {error.filename or ROOT}")
    except KeyboardInterrupt:
        say("")
        return 130
    return 2


def demo(arguments: list[str]) -> int:
    """Serves the sample minutes from a graph of the demo's own, on the usual port or a free one."""
    if arguments:
        raise Refusal(f"demo takes no arguments; {arguments[0]!r} is one")
    set_up(pages, libraries)
    home = STATE / "demo"
    for name in [name for name in os.environ if name.startswith("GANGMU_GRAPH")]:
        del os.environ[name]
    # Nobody but the demo uses its engine, so it need not outlive the demo by the usual minute.
    os.environ |= {"GANGMU_HOME": str(home), "GANGMU_ENGINE_IDLE": "10", "GANGMU_ADDRESS": free_address()}
    with only_one_door():
        samples_in_graph(home)
    return hand_over("webui", "serve")


def samples_in_graph(home: Path) -> None:
    """Loads the sample minutes unless the demo's graph has them as they are now."""
    stamp = home / "samples.stamp"
    inputs = files_in("samples", "schema", "importers", "graph")
    if current(stamp, inputs):
        return
    say("Loading the sample minutes")
    if into_graph([str(ROOT / "samples")]) != 0:
        raise Refusal("the sample minutes could not be loaded; what was wrong stands above")
    sign(stamp, inputs)


def set_up_only(arguments: list[str]) -> int:
    """Makes what the other verbs need, and the extras that are asked for by name."""
    flag, names = arguments[:1], arguments[1:]
    if arguments and (flag != ["--with"] or not names or not set(names) <= set(EXTRAS)):
        raise Refusal(f"set-up takes nothing, or --with and the name of an extra: {' '.join(EXTRAS)}")
    set_up(pages, libraries, *(EXTRAS[name] for name in names))
    return 0


def test(arguments: list[str]) -> int:
    """Passes the tests, with the styles and layers among them."""
    set_up(pages, libraries, test_tools)
    os.chdir(ROOT)
    return hand_over("pytest", *arguments)


def serve(arguments: list[str]) -> int:
    """The web pages on the user's own graph."""
    set_up(pages, libraries)
    count_holidays()
    return hand_over("webui", "serve", *arguments)


def import_files(arguments: list[str]) -> int:
    """Files and folders into the graph, with what comes of it told, and only told with --preview."""
    loader = [argument for argument in arguments if argument in LOADER_OPTIONS]
    reader = [argument for argument in arguments if argument not in LOADER_OPTIONS]
    if not any(not argument.startswith("-") for argument in reader):
        raise Refusal("import needs files or folders: python3 gangmu.py import PATH… [--preview]")
    set_up(libraries)
    return into_graph(reader, loader)


def propose(arguments: list[str]) -> int:
    """Asks the user's own model about what is open in loaded documents, those that are named or all that it was not of use for yet."""
    if not os.environ.get("GANGMU_MODEL"):
        raise Refusal("propose asks a model, and none is set: GANGMU_MODEL=http://127.0.0.1:11434/v1 python3 gangmu.py propose")
    set_up(libraries)
    return pipe(["graph", "records", *(arguments or ["--unproposed"])], ["importers.proposing"], ["graph", "keep-proposals", "-"])


def count_holidays() -> None:
    """Whoever keeps a graph means working days as the office has them, unless the setting says otherwise; gold knows no holidays."""
    os.environ.setdefault("GANGMU_HOLIDAYS", "1")


def into_graph(paths: list[str], options: Sequence[str] = ()) -> int:
    """`importers PATH… | graph load -`, which keeps the originals of what it loads; public holidays are no working days."""
    count_holidays()
    roots = [word for path in paths if Path(path).exists() for word in ("--root", path)]
    return pipe(["importers", *paths], ["graph", "load", "-", *roots, *options])


def verb_of(*package: str) -> Callable[[list[str]], int]:
    """A verb that a package does by itself."""

    def verb(arguments: list[str]) -> int:
        set_up(libraries)
        return hand_over(*package, *arguments)

    return verb


VERBS = {
    "demo": demo,
    "set-up": set_up_only,
    "test": test,
    "serve": serve,
    "import": import_files,
    "propose": propose,
    "importers": verb_of("importers"),
    "graph": verb_of("graph"),
    "ask": verb_of("graph", "ask"),
    "query": verb_of("graph", "query"),
    "evaluate": verb_of("importers.evaluation"),
}


# What is made: each step is stamped when it is finished, inside what it makes, so that the stamp goes with it


def set_up(*steps: Callable[[], None]) -> None:
    """Takes the steps that are not done yet; a step that was cut off is taken again. Extras that are there are kept up."""
    wanted = [*steps, *(extra for extra in EXTRAS.values() if extra not in steps and STAMPS[extra][0].exists())]
    pending = [step for step in wanted if not current(*STAMPS[step])]
    if not pending:
        return
    with only_one_door():
        for step in pending:
            if not current(*STAMPS[step]):
                step()
                sign(*STAMPS[step])
        shutil.rmtree(CACHE, ignore_errors=True)
    say("Set up.")


def libraries() -> None:
    """What the application runs on."""
    say("Installing the libraries into .venv (300 MB; once)")
    pip_install("--requirement", str(ROOT / "requirements.txt"))


def test_tools() -> None:
    """What only the tests need."""
    say("Installing the test tools into .venv")
    pip_install("--requirement", str(ROOT / "requirements-test.txt"))


def scan_reading() -> None:
    """What recognises the text of pictures."""
    say("Installing what reads scans into .venv (270 MB; once)")
    pip_install("--requirement", str(ROOT / "requirements-scan.txt"))


def pages() -> None:
    """The pages' script and style, bundled by Node."""
    node, npm = node_and_npm()
    inputs = [ROOT / "package-lock.json"]
    if not current(MODULES / "modules.stamp", inputs):
        say("Fetching what the pages are built from")
        run("npm", [*npm, "ci", "--ignore-scripts", "--cache", str(CACHE / "npm")])
        sign(MODULES / "modules.stamp", inputs)
    say("Building the pages")
    run("the build of the pages", [node, str(ROOT / "webui" / "front" / "build.mjs")])
    # A Node of our own is two thirds as large as all the libraries, and is not needed again until the pages change.
    shutil.rmtree(NODE, ignore_errors=True)


STAMPS = {
    libraries: (VENV / "libraries.stamp", [ROOT / "requirements.txt"]),
    test_tools: (VENV / "test_tools.stamp", [ROOT / "requirements-test.txt"]),
    scan_reading: (VENV / "scan_reading.stamp", [ROOT / "requirements-scan.txt"]),
    pages: (BUILT / "pages.stamp", [ROOT / "package.json", ROOT / "package-lock.json", *sorted((ROOT / "webui" / "front").rglob("*.*"))]),
}

EXTRAS = {"scan": scan_reading}


def current(stamp: Path, inputs: list[Path]) -> bool:
    """Whether a step was finished from these very inputs by this Python."""
    return stamp.is_file() and stamp.read_text() == digest(inputs)


def sign(stamp: Path, inputs: list[Path]) -> None:
    """Says that a step is finished."""
    stamp.write_text(digest(inputs))


def digest(inputs: list[Path]) -> str:
    """A hash of the inputs' names and contents and of the Python that is used."""
    total = hashlib.sha256(f"{PYTHON_HERE} {sys.platform}".encode())
    for path in inputs:
        total.update(f"{path.relative_to(ROOT).as_posix()}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def files_in(*folders: str) -> list[Path]:
    """The files of folders of this checkout, in order, without what Python compiles."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    return sorted(path for path in found if path.is_file() and path.suffix != ".pyc")


@contextlib.contextmanager
def only_one_door() -> Iterator[None]:
    """Holds the lock of the set-up for the length of the block; the system frees it when the process ends, however it ends."""
    STATE.mkdir(exist_ok=True)
    with (STATE / "lock").open("ab") as file:
        if not try_lock(file.fileno()):
            say("Another start is at work here; waiting for it")
            while not try_lock(file.fileno()):
                time.sleep(0.2)
        yield


def try_lock(descriptor: int) -> bool:
    """Takes the lock of an open file, or tells that another process has it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def environment() -> None:
    """Makes .venv; one whose filling was cut off, or of another Python, is made anew."""
    if PYTHON.exists() and not UNFINISHED.exists() and f"version = {PYTHON_HERE}." in venv_settings():
        return
    if importlib.util.find_spec("ensurepip") is None:
        raise Refusal(f"this Python cannot make virtual environments; install its package for that (apt install python{PYTHON_HERE}-venv)")
    say("Making .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir()
    UNFINISHED.touch()
    run("making .venv", [getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(VENV)])
    UNFINISHED.unlink()


def venv_settings() -> str:
    """What .venv says of its Python, in the standard module's words or uv's."""
    file = VENV / "pyvenv.cfg"
    return file.read_text(encoding="utf-8").replace("version_info", "version") if file.exists() else ""


def pip_install(*arguments: str) -> None:
    """Installs what a lock file names, by hash, as built: nothing is compiled here."""
    environment()
    UNFINISHED.touch()
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-compile", "--retries", "2",
               "--disable-pip-version-check", "--progress-bar", "off", "--cache-dir", str(CACHE / "pip")]
    try:
        run("pip", [str(PYTHON), "-I", "-m", "pip", "install", *options, *arguments])
    except Refusal:
        # pip downloads everything before it installs anything: if it gave up by then, what was there is whole.
        if "Installing collected packages" not in LOG.read_text(encoding="utf-8"):
            UNFINISHED.unlink()
        raise
    UNFINISHED.unlink()


def node_and_npm() -> tuple[str, list[str]]:
    """The Node and the npm to build with: the machine's, or else one that pip fetches."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and node_version(node) >= OLDEST_NODE:
        return node, [npm]
    say(f"Fetching Node, as there is no Node {OLDEST_NODE} or newer with npm here (it is removed after the build)")
    shutil.rmtree(NODE, ignore_errors=True)
    pip_install("--target", str(NODE), "--requirement", str(ROOT / "requirements-node.txt"))
    own = str(next(NODE.rglob("node.exe" if WINDOWS else "bin/node")))
    return own, [own, str(next(NODE.rglob("npm/bin/npm-cli.js")))]


def node_version(node: str) -> int:
    """The main version of a Node; 0 of one that does not run."""
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.", told)
    return int(found[1]) if found else 0


# Processes


def run(what: str, command: list[str]) -> None:
    """Runs one command of the set-up. Its output goes to .gangmu/setup.log; large downloads and the reason of a failure are told."""
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               encoding="utf-8", errors="replace")
    with process, LOG.open("w", encoding="utf-8") as log:
        try:
            for line in process.stdout or ():
                log.write(line)
                tell_download(line)
        except BaseException:
            process.kill()
            raise
    if process.returncode != 0:
        raise Refusal(f"{what} failed: {reason_in(LOG.read_text(encoding='utf-8'))} (its output: {LOG})")


def tell_download(line: str) -> None:
    """Tells of a download of a megabyte or more, when this line of pip's is about one."""
    download = re.match(r"\s*Downloading ([\w.]+)-\S+ \(([\d.]+ MB)\)", line)
    if download:
        say(f"  {download[1]}, {download[2]}")


def reason_in(output: str) -> str:
    """Why a command of the set-up failed, from what it printed."""
    for pattern, reason in REASONS:
        if re.search(pattern, output):
            return reason
    return next((line.strip() for line in reversed(output.splitlines()) if line.strip()), "it said nothing")


def hand_over(*package: str) -> int:
    """Runs a package in this process's place, with the environment's Python; where there is no such call, waits for it."""
    sys.stdout.flush()
    if not WINDOWS:
        os.execve(PYTHON, python(package), child_environment())
    process = subprocess.Popen(python(package), env=child_environment())
    while True:
        # Ctrl-C reaches the package too, and it is the package that ends in its own way.
        with contextlib.suppress(KeyboardInterrupt):
            return process.wait()


def pipe(*packages: list[str]) -> int:
    """Runs packages at once, each one's output into the next; the exit status is the worst of theirs."""
    processes: list[subprocess.Popen[bytes]] = []
    for package in packages:
        source = processes[-1].stdout if processes else None
        sink = subprocess.PIPE if package is not packages[-1] else None
        processes.append(subprocess.Popen(python(package), env=child_environment(), stdin=source, stdout=sink))
        if source:
            source.close()  # so that a writer notices when its reader is gone
    try:
        statuses = [process.wait() for process in reversed(processes)]
    except KeyboardInterrupt:
        for process in processes:
            process.terminate()
            process.wait()
        raise
    return max(status if status in (0, 1) else 2 for status in statuses)


def python(package: Sequence[str]) -> list[str]:
    """The command line of a package: `python -m PACKAGE …`, but silent when Ctrl-C comes while it is still being imported."""
    return [str(PYTHON), "-c", RUN_QUIETLY, *package]


def child_environment() -> dict[str, str]:
    """The environment of a package: this tree is where modules come from, never the folder that one happens to stand in."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"}


def free_address() -> str:
    """The address that is asked for, or one with a free port when somebody answers there already."""
    asked = os.environ.get("GANGMU_ADDRESS") or "127.0.0.1:8000"
    host, _, port = asked.rpartition(":")
    with socket.socket() as probe:
        if not port.isdigit() or probe.connect_ex((host, int(port))) != 0:
            return asked
    with socket.socket() as probe:
        probe.bind((host, 0))
        return f"{host}:{probe.getsockname()[1]}"


def interrupt(number: int, frame: object) -> None:
    """What Ctrl-C and a polite request to end do."""
    raise KeyboardInterrupt


def say(text: str) -> None:
    """Tells the user what is being done; standard output belongs to the packages."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
