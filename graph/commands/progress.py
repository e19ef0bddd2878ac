"""Progress of a load: a moving line on a terminal, a line for every document in all."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import click
from rich.console import Console

from graph.loading.reports import DocumentReport


def reported(reports: Iterable[DocumentReport]) -> Iterator[DocumentReport]:
    """Passes the reports on; each that changes or refuses something is printed, and on a terminal a count moves on standard error."""
    console = Console(stderr=True)
    documents = records = 0
    with console.status("waiting for the first document …") if sys.stderr.isatty() else _Silent() as status:
        for report in reports:
            documents += 1
            records += report.records
            if report.outcome != "unchanged":
                click.echo(report, err=report.outcome in ("refused", "held back"))
            status.update(f"{documents} documents, {records} records")
            yield report


class _Silent:
    """Stands for the moving line where there is no terminal."""

    def __enter__(self) -> _Silent:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def update(self, said: str) -> None:
        """Says nothing."""
