"""`export`: the graph in another format."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path

import click

from graph.exports.output import deliver
from graph.exports.registry import BY_NAME, FORMATS
from graph.exports.scope import Scope
from graph.loading.layers import refresh_layers
from graph.store import Store

LISTED = "\n".join(f"{format_.name:<8} {format_.en} ({format_.zh})" for format_ in FORMATS)


@click.command("export", epilog=f"\b\n{LISTED}")
@click.argument("name", metavar="FORMAT", type=click.Choice(tuple(BY_NAME)))
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; standard output without it.")
@click.option("--department", default="", help="xlsx and csv: only the duties of the body with this name or id.")
@click.option("--as-of", type=click.DateTime(("%Y-%m-%d",)), help="xlsx and csv: the day of which the list tells; today without it.")
def export_graph(name: str, output: Path | None, department: str, as_of: datetime | None) -> None:
    """Write the graph, or the responsibility list, as FORMAT."""
    if (department or as_of) and not BY_NAME[name].of_duties:
        raise click.UsageError(f"--department and --as-of do not apply to {name}: it is the whole graph")
    scope = Scope((as_of.date() if as_of else date.today()).isoformat(), department)
    try:
        with Store() as store:
            refresh_layers(store)
            deliver(lambda stream: BY_NAME[name].write(store, scope, stream), output)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader is gone; what is left in the buffer has no place to go
        sys.exit(2)
