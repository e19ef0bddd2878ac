"""`python -m schema reference|ontology|constraints|validate`: what is generated from the declarations, and the check of a stream."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from schema.constraints import cypher_constraints, cypher_fulltext, sql_fulltext, sql_types
from schema.errors import GangmuError
from schema.jsonl import read_records
from schema.ontology import ontology
from schema.reference import reference_page
from schema.validation import validate


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """What is generated from the declarations of node and edge types."""


@main.command("reference")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False), default=Path("docs/schema.md"))
def write_reference(path: Path) -> None:
    """Write the reference page to PATH."""
    path.write_text(reference_page(), encoding="utf-8")


@main.command("ontology")
def print_ontology() -> None:
    """Print OWL and SHACL as Turtle."""
    click.echo(ontology().serialize(format="turtle"))


@main.command("constraints")
def print_constraints() -> None:
    """Print the statements that both engines are given before any data."""
    for statement in (*cypher_constraints(), *cypher_fulltext(), *sql_types(), *sql_fulltext()):
        click.echo(f"{statement};")


@main.command("validate")
def validate_stream() -> None:
    """Check a record stream on standard input; exit status 2 when it does not hold."""
    try:
        problems = list(validate(read_records(sys.stdin.buffer)))
    except GangmuError as error:
        problems = [str(error)]
    for problem in problems:
        click.echo(problem, err=True)
    sys.exit(2 if problems else 0)


if __name__ == "__main__":
    main()
