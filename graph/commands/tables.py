"""A table on the terminal, or as JSON or CSV on standard output, as the options `--json` and `--csv` say."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Literal, TypeVar

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid
from rich.text import Text

from graph.reading import Table, write_csv, write_json, written

Form = Literal["grid", "json", "csv"]
Command = TypeVar("Command", bound=Callable[..., Any])

PIPED_WIDTH = 200
"""Columns of a table that goes to a file or another program."""


def form_options(command: Command) -> Command:
    """Adds `--json` and `--csv`, which set the parameter `form`."""
    command = click.option("--csv", "form", flag_value="csv", help="As CSV that Excel opens right.")(command)
    return click.option("--json", "form", flag_value="json", help="As JSON.")(command)


def print_table(table: Table, form: Form | None) -> None:
    """Prints the table; what is left out is said on standard error."""
    if form == "json":
        write_json(table, sys.stdout.buffer)
    elif form == "csv":
        write_csv(table, sys.stdout.buffer)
    else:
        _print_grid(table)
    sys.stdout.flush()
    if table.truncated:
        click.echo(table.reason, err=True)


def _print_grid(table: Table) -> None:
    grid = Grid(*map(escape, table.columns), show_lines=True)
    for row in table.rows:
        grid.add_row(*(Text(written(cell)) for cell in row))
    Console(width=None if sys.stdout.isatty() else PIPED_WIDTH).print(grid)
    click.echo(f"{len(table.rows)} rows", err=True)
