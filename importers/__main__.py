"""`python -m importers PATH…`: writes the record stream of the minutes found there to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from importers.answers import Read
from importers.explanation.printing import explained_lines
from importers.files import select
from importers.formats.recognition import REMEDY
from importers.given_body import named_body
from importers.lexicon import check_lexicons
from importers.workers import read_all, record_lines
from schema import GangmuError

DONE, SOME_REFUSED, NOTHING_DONE = 0, 1, 2
"""Exit statuses."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="Processes that read; all cores by default.")
@click.option("--body", metavar="NAME", help="The issuing body of these minutes in full (云河市水利局), above what any gangmu.yaml says.")
@click.option("--explain", is_flag=True, help="Print how each file was read, clause by clause and by which rule, instead of its records.")
def main(paths: Sequence[Path], jobs: int, body: str | None, explain: bool) -> None:
    """Read files and folders of minutes, and write their records to standard output as JSON lines.

    Refusals go to standard error, one line a file. Exit status: 0 done, 1 some files were refused, 2 nothing done.
    """
    try:
        sys.exit(_run(paths, jobs, body, explained_lines if explain else record_lines))
    except GangmuError as error:
        click.echo(error, err=True)
        sys.exit(NOTHING_DONE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader is gone; what is left in the buffer has no place to go
        sys.exit(NOTHING_DONE)


def _run(paths: Sequence[Path], jobs: int, body: str | None, read: Read) -> int:
    check_lexicons()
    selection = select(paths, named_body(body) if body is not None else None)
    refused = [str(error) for error in selection.refused]
    done = 0
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=len(selection.files))
        for outcome in read_all(selection.files, jobs, read=read):
            sys.stdout.buffer.write(outcome.answer.lines)
            refused += outcome.answer.refused
            done += outcome.answer.read
            progress.advance(task)
    sys.stdout.buffer.flush()
    for reason in refused:
        click.echo(f"refused: {reason}", err=True)
    passed_over = f", {selection.passed_over} of other kinds passed over" if selection.passed_over else ""
    click.echo(f"{done} read, {len(refused)} refused{passed_over}", err=True)
    if selection.pictures:
        click.echo(f"pictures passed over: {selection.pictures} ({REMEDY})", err=True)
    if not done:
        return NOTHING_DONE
    return SOME_REFUSED if refused else DONE


if __name__ == "__main__":
    main()
