"""A real Neo4j 5.26 without Docker: its jars by Maven, one process on free loopback ports, a home of its own."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

HERE = Path(__file__).parent
JARS = HERE / "lib"
PASSWORD = "only-for-tests"
OPENS = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
START_SECONDS = 120


class Missing(Exception):
    """What this machine lacks to run Neo4j."""


@dataclass(frozen=True)
class Server:
    """Where the server listens and how to log in."""

    address: str
    user: str
    password: str


@contextmanager
def running_server() -> Iterator[Server]:
    """A Neo4j server for the length of the block. Raises Missing when Java or the jars are not to be had."""
    java = find_java()
    fetch_jars()
    home = Path(tempfile.mkdtemp(prefix="gangmu-neo4j-"))
    port = free_port()
    write_settings(home, port)
    with (home / "console.log").open("wb") as log:
        process = subprocess.Popen(command(java, home), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        server = Server(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)
        await_first_login(server, process, home)
        yield server
    finally:
        process.kill()
        process.wait()
        shutil.rmtree(home, ignore_errors=True)


def find_java() -> str:
    """The Java to run, 17 or 21 as Neo4j 5.26 demands."""
    java = shutil.which("java")
    if java is None:
        raise Missing("no Java 17 or 21 on this machine, which Neo4j needs")
    version = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    if not re.search(r'version "(17|21)[."]', version):
        raise Missing(f"Neo4j needs Java 17 or 21; here is {version.splitlines()[0] if version else 'a Java that does not start'}")
    return java


def fetch_jars() -> None:
    """Brings the server's jars into lib/ once; a folder that is there is whole, because it is renamed into place."""
    if JARS.is_dir():
        return
    maven = shutil.which("mvn")
    if maven is None:
        raise Missing("no Maven on this machine, which fetches Neo4j's jars")
    fresh = Path(tempfile.mkdtemp(prefix="lib.", dir=HERE))
    goal = ["-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={fresh}"]
    done = subprocess.run([maven, *goal], cwd=HERE, capture_output=True, text=True, check=False)
    if done.returncode == 0 and not JARS.exists():
        fresh.rename(JARS)
    shutil.rmtree(fresh, ignore_errors=True)
    if not JARS.is_dir():
        raise Missing(f"Maven could not fetch Neo4j's jars: {done.stdout.strip().splitlines()[:1]}")


def free_port() -> int:
    """A loopback port that nobody holds at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def write_settings(home: Path, port: int) -> None:
    """Writes neo4j.conf: loopback, little memory, nothing told to anybody."""
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").write_text(
        f"server.bolt.listen_address=127.0.0.1:{port}\n"
        "server.http.enabled=false\n"
        "server.memory.heap.max_size=1g\n"
        "server.memory.pagecache.size=128m\n"
        "dbms.usage_report.enabled=false\n",
        encoding="utf-8",
    )


def command(java: str, home: Path) -> list[str]:
    """The server's command line."""
    opens = [f"--add-opens={module}=ALL-UNNAMED" for module in OPENS]
    main = ["-cp", f"{JARS}{os.sep}*", "org.neo4j.server.CommunityEntryPoint"]
    return [java, "-Xmx1g", *opens, *main, f"--home-dir={home}", f"--config-dir={home / 'conf'}"]


def await_first_login(server: Server, process: subprocess.Popen[bytes], home: Path) -> None:
    """Waits until the server answers, then changes the password that Neo4j demands to be changed."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            change_password(server)
            return
        except AuthError:
            raise
        except (DriverError, Neo4jError, OSError):
            time.sleep(0.5)
    raise RuntimeError("Neo4j did not come up:\n" + (home / "console.log").read_text(encoding="utf-8", errors="replace")[-2000:])


def change_password(server: Server) -> None:
    """The first log-in, neo4j/neo4j, may do nothing but this."""
    with GraphDatabase.driver(server.address, auth=("neo4j", "neo4j"), max_transaction_retry_time=0) as driver:
        driver.execute_query("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=server.password, database_="system")
