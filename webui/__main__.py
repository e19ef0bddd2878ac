"""`python -m webui serve`: the web UI over the graph that the settings name."""

from __future__ import annotations

import sys

import click

from schema import GangmuError
from webui.serving import serve as serve_pages


@click.group()
def main() -> None:
    """The pages of Gangmu in the browser."""


@main.command()
def serve() -> None:
    """Serve the pages on this machine (GANGMU_ADDRESS, 127.0.0.1:8000 by default) until Ctrl-C."""
    try:
        serve_pages()
    except GangmuError as error:
        print(f"gangmu: {error}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main(prog_name="gangmu.py")
