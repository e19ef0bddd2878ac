"""Records a second through `graph load`, beside a bare `UNWIND … MERGE` of the same rows by the driver, on each engine.

    python -m benchmarks.load [--records 200000] [--engine embedded] [--engine neo4j]

Each run has an engine of its own that knows the constraints and indexes and is empty. The bare run is told what `graph load` has to
find out: its rows lie ready in memory, one a node, edge and mention, and it commits as often. What is derived from the documents of a body
once they are loaded has no counterpart in the bare run, and is told apart.
"""

from __future__ import annotations

import io
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from benchmarks.made_up import records as made_up
from graph.loading.batches import grouped, label_of
from graph.loading.documents import StatedDocument, gather
from graph.loading.load import batches, load
from graph.loading.present import edge_labels, key_names
from graph.loading.projection import edge_properties, node_properties
from graph.loading.writing import mention_properties
from graph.settings import read_settings
from graph.store import Store, Transaction
from schema import read_records, write_records
from tests.neo4j.server import running_server

Seconds = tuple[float, float]
"""Of writing what documents state, and of working out what follows from it."""

Rows = dict[str, list[dict[str, Any]]]
"""The rows of every query, by its text."""


@click.command()
@click.option("--records", "wanted", default=200_000, show_default=True)
@click.option("--engine", "engines", multiple=True, type=click.Choice(["embedded", "neo4j"]), default=["embedded", "neo4j"])
def main(wanted: int, engines: tuple[str, ...]) -> None:
    """Print both rates and their ratio for each engine."""
    stream = io.BytesIO()
    write_records(made_up(wanted), stream)
    count = stream.getvalue().count(b"\n")
    for engine in engines:
        bare, _ = timed(engine, stream, run_bare)
        own, layers = timed(engine, stream, run_load)
        click.echo(f"{engine}: {count} records, graph load {count / own:,.0f}/s, bare {count / bare:,.0f}/s, ratio {bare / own:.2f}; "
                   f"then {layers:.0f} s for the derived layers of one body")


def timed(engine: str, stream: io.BytesIO, run: Callable[[Store, io.BytesIO], Seconds]) -> Seconds:
    """What a run takes on an engine of its own, started for it and ended after it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, ExitStack() as stack:
        settings = replace(read_settings(), home=Path(home))
        if engine == "neo4j":
            server = stack.enter_context(running_server())
            settings = replace(settings, engine="neo4j", address=server.address, user=server.user, password=server.password,
                               database="neo4j")
        store = stack.enter_context(Store(settings))
        stream.seek(0)
        return run(store, stream)


def run_load(store: Store, stream: io.BytesIO) -> Seconds:
    """From the first line of the stream to the last document's commit, and from there to the end."""
    begin = committed = time.perf_counter()
    for report in load(store, read_records(stream)):
        assert report.outcome == "added", report
        committed = time.perf_counter()
    return committed - begin, time.perf_counter() - committed


def run_bare(store: Store, stream: io.BytesIO) -> Seconds:
    """The writing alone."""
    prepared = [rows_of([item for item in batch if isinstance(item, StatedDocument)]) for batch in batches(gather(read_records(stream)))]
    begin = time.perf_counter()
    for rows in prepared:
        store.transaction(partial(merge, rows))
    return time.perf_counter() - begin, 0


def merge(rows: Rows, transaction: Transaction) -> None:
    """Writes rows as anybody would who has them."""
    for query, all_rows in rows.items():
        for _, part in grouped(all_rows, lambda row: None):
            transaction.run(query, rows=part)


def rows_of(documents: list[StatedDocument]) -> Rows:
    """Nodes first, then edges and mentions."""
    nodes: Rows = {}
    links: Rows = {}
    for document in documents:
        for id_ in document.nodes:
            nodes.setdefault(node_query(id_), []).append({"id": id_, "properties": node_properties(document, id_)})
        for key in document.edges:
            row = {"source": key.source, "target": key.target, "properties": edge_properties(document, key, [document.id])}
            links.setdefault(edge_query(*edge_labels(key)), []).append(row)
        for mention in document.mentions():
            row = {"source": mention.node, "target": mention.document, "properties": mention_properties(mention)}
            links.setdefault(mention_query(label_of(mention.node)), []).append(row)
    return nodes | links


def node_query(id_: str) -> str:
    """Merges nodes of a label."""
    return f"UNWIND $rows AS row MERGE (n:{label_of(id_)} {{id: row.id}}) SET n += row.properties"


def edge_query(type_: str, source: str, target: str) -> str:
    """Merges edges of a type between two labels."""
    key = ", ".join(f"`{name}`: row.properties.`{name}`" for name in key_names(type_))
    return (f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
            f"MERGE (a)-[r:{type_} {{{key}}}]->(b) SET r += row.properties")


def mention_query(label: str) -> str:
    """Merges mentions of nodes of a label."""
    return edge_query("MENTIONED_IN", label, "Document")


if __name__ == "__main__":
    main()
