"""`analyse`: paths and centrality."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

import click

from graph.analysis import KINDS, MEASURES, central, names, network, relations, shortest_paths
from graph.loading.layers import refresh_layers
from graph.store import Store

NAME_LENGTH = 40
AS_OF = click.option("--as-of", type=click.DateTime(("%Y-%m-%d",)), help="The day as of which it counts; today without it.")
MOST = click.option("--most", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many to print.")


@click.group("analyse")
def analyse() -> None:
    """Paths between two things, and what is central."""


@analyse.command("paths")
@click.argument("source")
@click.argument("target")
@AS_OF
@MOST
def print_paths(source: str, target: str, as_of: datetime | None, most: int) -> None:
    """Print the shortest paths between the things with the ids SOURCE and TARGET."""
    with Store() as store:
        refresh_layers(store)
        found = network(store, _day(as_of))
        paths = shortest_paths(found, source, target, most)
        called = names(store, sorted({id_ for path in paths for id_ in path}))
    for path in paths:
        steps = [f" {' '.join(relations(found, one, other))} {_shown(called, other)}" for one, other in pairwise(path)]
        click.echo(_shown(called, path[0]) + "".join(steps))
    click.echo(f"{len(paths)} shortest paths", err=True)


@analyse.command("central")
@click.option("--measure", type=click.Choice(tuple(MEASURES)), default="degree", show_default=True)
@click.option("--type", "kind", type=click.Choice(KINDS), default="Organization", show_default=True)
@AS_OF
@MOST
def print_central(measure: str, kind: str, as_of: datetime | None, most: int) -> None:
    """Print the most central things of a type."""
    with Store() as store:
        refresh_layers(store)
        found = central(network(store, _day(as_of)), measure, kind, most)
        called = names(store, [id_ for id_, _ in found])
    for id_, score in found:
        click.echo(f"{score:.4f}  {_shown(called, id_)}  {id_}")


def _day(given: datetime | None) -> str:
    return (given.date() if given else date.today()).isoformat()


def _shown(called: dict[str, str], id_: str) -> str:
    return " ".join(called.get(id_, id_).split())[:NAME_LENGTH]
