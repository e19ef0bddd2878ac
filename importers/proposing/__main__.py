"""`python -m importers.proposing`: records of documents on standard input, the model's proposals about them on standard output."""

from __future__ import annotations

import os
import sys

import click

from importers.proposing.proposing import Run
from importers.proposing.settings import read_model_settings
from schema import BEYOND_DOCUMENTS, End, GangmuError, read_records, write_records

DONE, SOME_FAILED, NOTHING_DONE = 0, 1, 2
"""Exit statuses."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Ask the model of GANGMU_MODEL about what the rules left open in the documents on standard input.

    What it says has to quote the minutes verbatim, or is dropped; what is left are proposals, which wait for a person.
    Exit status: 0 done, 1 the model was of no use for some documents, 2 for all of them.
    """
    try:
        sys.exit(_run())
    except GangmuError as error:
        click.echo(error, err=True)
        sys.exit(NOTHING_DONE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader is gone; what is left in the buffer has no place to go
        sys.exit(NOTHING_DONE)


def _run() -> int:
    run = Run(read_model_settings(), lambda line: click.echo(f"warning: {line}", err=True))
    made = 0
    for proposals in run.proposals(read_records(sys.stdin.buffer)):
        write_records([*proposals, End(BEYOND_DOCUMENTS, len(proposals))], sys.stdout.buffer)
        made += len(proposals)
    sys.stdout.buffer.flush()
    if run.left_out:
        click.echo(f"warning: the model is not asked again; {run.left_out} documents were left out", err=True)
    click.echo(f"{run.asked} documents asked about, {made} proposals", err=True)
    if run.failed and run.failed == run.asked:
        return NOTHING_DONE
    return SOME_FAILED if run.failed else DONE


if __name__ == "__main__":
    main()
