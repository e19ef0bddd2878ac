"""`python -m graph VERB`: the command line of the graph."""

from __future__ import annotations

import sys

import click

from graph.commands.analysis import analyse
from graph.commands.asking import ask_question
from graph.commands.export import export_graph
from graph.commands.judging import judge_directive, list_judgements
from graph.commands.loading import forget_document, load_stream, verify_graph
from graph.commands.proposing import keep_stream_of_proposals, write_records_of
from graph.commands.querying import query_graph
from schema import GangmuError

VERBS: tuple[click.Command, ...] = (
    load_stream, forget_document, verify_graph, ask_question, query_graph, export_graph, judge_directive, list_judgements, analyse,
    write_records_of, keep_stream_of_proposals,
)


@click.group(commands={verb.name or "": verb for verb in VERBS}, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Keep what minutes state as a graph, and question it."""


if __name__ == "__main__":
    try:
        main(prog_name="graph")
    except GangmuError as error:
        click.echo(error, err=True)
        sys.exit(2)
