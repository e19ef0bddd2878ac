"""`judge` and `judgements`: what people decide about directives and proposals."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime

import click

from graph.judgements.judging import STATUSES, VERDICTS, Judgement, judge, judgements
from graph.store import Row, Store

QUOTED = 60
LABELS = {**VERDICTS, **STATUSES}
"""Of every status; `open` is what it is for a directive."""


@click.command("judge")
@click.argument("subject")
@click.argument("status", type=click.Choice(tuple(dict.fromkeys((*STATUSES, *VERDICTS)))))
@click.option("--proof", default="", help="What it rests on: a report, a later meeting.")
@click.option("--who", default="", help="Who decided; the system's user without it.")
def judge_directive(subject: str, status: str, proof: str, who: str) -> None:
    """Decide that SUBJECT (a directive's id) now is STATUS, or accept or reject a proposal; `open` undoes what was decided before."""
    decided = Judgement(subject, status, who or _user(), proof, datetime.now(UTC))
    with Store() as store:
        judge(store, decided)
    click.echo(f"{subject}: {status} ({LABELS[status]}), by {decided.who}")


def _user() -> str:
    """The system's user; empty where the system does not know one, which `judge` then refuses."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


@click.command("judgements")
@click.option("--orphaned", is_flag=True, help="Only those whose subject no document states any more.")
def list_judgements(orphaned: bool) -> None:
    """List what people decided, the latest last."""
    with Store() as store:
        found = [row for row in judgements(store) if not orphaned or row["current"] is None]
    for row in found:
        click.echo(_line(row))
    lost = sum(row["current"] is None for row in found)
    click.echo(f"{len(found)} judgements, {lost} of them orphaned", err=True)


def _line(row: Row) -> str:
    words = " ".join((row["text"] or row["quote"]).split())
    place = row["current"] or f"orphaned, was in {row['path']}"
    proof = f" ({row['proof']})" if row["proof"] else ""
    return f"{row['at'][:16]}Z {row['status']} ({LABELS[row['status']]}) by {row['who']}{proof}: {words[:QUOTED]} [{place}]"
