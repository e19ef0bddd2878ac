"""`ask`: a named question."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table as Grid

from graph.asking import QUESTIONS, ask, by_position, question
from graph.commands.tables import Form, form_options, print_table
from graph.loading.layers import refresh_layers
from graph.store import Store


@click.command("ask")
@click.argument("name", metavar="[QUESTION]", required=False)
@click.argument("arguments", nargs=-1)
@click.option("--as-of", metavar="DATE", help="The day of which the answer tells; today without it.")
@form_options
def ask_question(name: str | None, arguments: tuple[str, ...], as_of: str | None, form: Form | None) -> None:
    """Ask a named QUESTION with its arguments; without one, list them."""
    if name is None:
        list_questions()
        return
    given = by_position(name, arguments) | ({"as_of": as_of} if as_of else {})
    question(name).values(given)
    with Store() as store:
        refresh_layers(store)
        table = ask(store, name, given)
    print_table(table, form)


def list_questions() -> None:
    """Prints every question with its titles."""
    grid = Grid("ask", "中文", "English")
    for name in QUESTIONS:
        listed = question(name)
        grid.add_row(listed.usage.replace("[", r"\["), listed.title["zh"], listed.title["en"])
    Console().print(grid)
