"""`export`: the graph in another format."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path

import click

from graph.exports.lists.columns import ROLES
from graph.exports.lists.registry import LISTS
from graph.exports.output import deliver
from graph.exports.registry import BY_NAME, FORMATS
from graph.exports.scope import Scope
from graph.judgements.standing import STANDINGS
from graph.loading.layers import refresh_layers
from graph.store import Store

LISTED = "\n".join((
    *(f"{format_.name:<10} {format_.en} ({format_.zh})" for format_ in FORMATS),
    "", "Lists:", *(f"{kind.name:<15} {kind.en} ({kind.zh})" for kind in LISTS),
))


@click.command("export", epilog=f"\b\n{LISTED}")
@click.argument("name", metavar="FORMAT", type=click.Choice(tuple(BY_NAME)))
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; standard output without it.")
@click.option("--list", "list_", type=click.Choice(tuple(kind.name for kind in LISTS)), help="Which list; responsibility without it.")
@click.option("--as-of", type=click.DateTime(("%Y-%m-%d",)), help="The day of which a list tells; today without it.")
@click.option("--department", default="", help="Only the duties of the body with this name or id.")
@click.option("--role", type=click.Choice(tuple(ROLES)), help="Only duties in which it (or anybody) has this part.")
@click.option("--standing", type=click.Choice(tuple(STANDINGS)), help="Only duties that stand like this on the day.")
@click.option("--body", default="", help="Only duties given by this issuing body.")
@click.option("--year", default="", help="Only duties given in this year.")
@click.option("--meeting", default="", help="Only duties of the meeting with this id.")
@click.option("--matter", default="", help="Only duties about the matter with this id.")
@click.option("--text", default="", help="Only duties whose words hold this text.")
def export_graph(name: str, output: Path | None, list_: str | None, as_of: datetime | None, **narrowed: str | None) -> None:
    """Write the graph, or a list of duties, as FORMAT."""
    narrowing = {key: value for key, value in narrowed.items() if value}
    if (narrowing or as_of or list_) and not BY_NAME[name].of_duties:
        raise click.UsageError(f"{name} holds the whole graph: only --output applies to it")
    scope = Scope((as_of.date() if as_of else date.today()).isoformat(), list=list_ or "responsibility", **narrowing)
    try:
        with Store() as store:
            refresh_layers(store)
            deliver(lambda stream: BY_NAME[name].write(store, scope, stream), output)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader is gone; what is left in the buffer has no place to go
        sys.exit(2)
