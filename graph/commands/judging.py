"""`judge` and `judgements`: what people decide about directives."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime

import click

from graph.judgements.judging import STATUSES, Judgement, judge, judgements
from graph.store import Row, Store

QUOTED = 60


@click.command("judge")
@click.argument("directive")
@click.argument("status", type=click.Choice(tuple(STATUSES)))
@click.option("--proof", default="", help="What it rests on: a report, a later meeting.")
@click.option("--who", default="", help="Who decided; the system's user without it.")
def judge_directive(directive: str, status: str, proof: str, who: str) -> None:
    """Decide that DIRECTIVE (its id) now is STATUS; `open` undoes what was decided before."""
    decided = Judgement(directive, status, who or _user(), proof, datetime.now(UTC))
    with Store() as store:
        judge(store, decided)
    click.echo(f"{directive}: {status} ({STATUSES[status]}), by {decided.who}")


def _user() -> str:
    """The system's user; empty where the system does not know one, which `judge` then refuses."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


@click.command("judgements")
@click.option("--orphaned", is_flag=True, help="Only those whose directive no document states any more.")
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
    return f"{row['at'][:16]}Z {row['status']} ({STATUSES[row['status']]}) by {row['who']}{proof}: {words[:QUOTED]} [{place}]"
