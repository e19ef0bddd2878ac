"""How much memory a command and the processes that it starts take together."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

SAMPLED = sys.platform == "linux"
"""Whether the memory of other processes can be looked at here."""


def run_measured(command: list[str], output: Path, cwd: Path) -> tuple[float, float]:
    """Runs a command with its output into a file; gives seconds and the peak of megabytes of its processes together (0 where unknown)."""
    peak = 0.0
    with output.open("wb") as file:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL, cwd=cwd)
        ended = threading.Event()
        threading.Thread(target=lambda: (process.wait(), ended.set())).start()
        while not ended.wait(0.2):
            peak = max(peak, _megabytes(process.pid) if SAMPLED else 0.0)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return time.perf_counter() - begin, peak


def _megabytes(pid: int) -> float:
    """What a process and its descendants hold, pages that they share counted by their shares."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:  # it has just ended
        return 0.0
    own = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return own / 1024 + sum(_megabytes(int(child)) for child in children)
