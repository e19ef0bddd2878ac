"""`query`: an analyst's Cypher, read only."""

from __future__ import annotations

import click

from graph.commands.tables import Form, form_options, print_table
from graph.loading.layers import refresh_layers
from graph.reading import Limits, read_query
from graph.store import Store


@click.command("query")
@click.argument("cypher")
@form_options
@click.option("--limit", type=click.IntRange(1), default=Limits().rows, show_default=True, help="Rows that are shown at most.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), default=Limits().seconds, show_default=True,
              help="Seconds that it may take.")
def query_graph(cypher: str, form: Form | None, limit: int, timeout: float) -> None:
    """Ask CYPHER of the graph. It can only read: whatever would change, administer or load is refused."""
    with Store() as store:
        refresh_layers(store)
        table = read_query(store, cypher, limits=Limits(seconds=timeout, rows=limit))
    print_table(table, form)
