"""`records` and `keep-proposals`: the two ends of `gangmu.py propose`, whose middle asks the model."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import BinaryIO

import click

from graph.loading.streams import find, loaded_documents, read_stream
from graph.proposals.keeping import keep_proposals, proposed_documents
from graph.store import Store
from schema import End, Node, read_records


@click.command("records")
@click.argument("documents", nargs=-1)
@click.option("--unproposed", is_flag=True, help="Without DOCUMENT: only those for which no proposal stands.")
def write_records_of(documents: tuple[str, ...], unproposed: bool) -> None:
    """Write the records of loaded DOCUMENTs (path or id), or of all, as they were loaded."""
    if documents and unproposed:
        raise click.UsageError("--unproposed goes without DOCUMENT")
    try:
        with Store() as store:
            for id_ in _wanted(store, documents, unproposed):
                sys.stdout.buffer.write(store.reading(lambda transaction, id_=id_: read_stream(transaction, id_)).lines())  # type: ignore[misc]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader is gone; what is left in the buffer has no place to go
        sys.exit(2)


def _wanted(store: Store, documents: Sequence[str], unproposed: bool) -> list[str]:
    if documents:
        return [store.reading(lambda transaction, name=name: find(transaction, name)).id for name in documents]  # type: ignore[misc]
    known = proposed_documents(store) if unproposed else set()
    return [held.id for held in loaded_documents(store) if held.id not in known]


@click.command("keep-proposals")
@click.argument("stream", type=click.File("rb"), default="-")
def keep_stream_of_proposals(stream: BinaryIO) -> None:
    """Keep the proposals of STREAM (`-`: standard input), each until a person accepts or rejects it with `judge`."""
    new = came = 0
    with Store() as store:
        section: list[Node] = []
        for record in read_records(stream):
            if isinstance(record, Node):
                section.append(record)
            elif isinstance(record, End):
                kept, seen = keep_proposals(store, section)
                new, came, section = new + kept, came + seen, []
    click.echo(f"{new} new proposals of {came}; `ask proposals` lists them, `graph judge ID accept|reject|open` decides")
