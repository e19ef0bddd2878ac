"""`load`, `forget` and `verify`: documents into the graph and out of it, and whether it shows just what they state."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import click

from graph.commands.progress import reported
from graph.loading.load import forget, load, preview
from graph.loading.originals import drop_original, keep_original
from graph.loading.reports import DocumentReport, Tally
from graph.loading.streams import loaded_documents
from graph.loading.verification import differences
from graph.store import Store
from schema import read_records

WARNINGS_SHOWN = 10
PERSONAL_SHOWN = 5
"""So many are shown of a document; the others are counted."""


@click.command("load")
@click.argument("stream", type=click.File("rb"), default="-")
@click.option("--preview", "only_preview", is_flag=True, help="Say what would be added, changed and withdrawn, and write nothing.")
@click.option("--root", "roots", multiple=True, type=click.Path(path_type=Path, exists=True),
              help="A folder or file that was imported: originals are kept from there.")
@click.option("--allow-classified", is_flag=True, help="Also load documents that are marked 绝密, 机密 or 秘密, else held back.")
def load_stream(stream: BinaryIO, only_preview: bool, roots: tuple[Path, ...], allow_classified: bool) -> None:
    """Load the record stream STREAM (`-`: standard input), each document as a whole or not at all."""
    with Store() as store:
        found = (preview if only_preview else load)(store, read_records(stream), allow_classified=allow_classified)
        reports = list(reported(found))
        if not only_preview:
            _keep_originals(store, roots, reports)
    _summarise(reports, only_preview)
    refused = sum(report.outcome in ("refused", "held back") for report in reports)
    sys.exit(0 if not refused else 2 if refused == len(reports) else 1)


@click.command("forget")
@click.argument("document")
def forget_document(document: str) -> None:
    """Take out exactly what DOCUMENT (its path or id) alone contributed."""
    with Store() as store:
        report = forget(store, document)
        drop_original(store.settings, report.sha256)
    click.echo(report)


@click.command("verify")
def verify_graph() -> None:
    """Hold the graph against the records it was loaded from; exit status 2 when it shows anything else."""
    with Store() as store:
        found = list(differences(store))
        documents = len(loaded_documents(store))
    for difference in found:
        click.echo(difference, err=True)
    click.echo(f"{documents} documents, {len(found)} differences")
    sys.exit(2 if found else 0)


def _keep_originals(store: Store, roots: tuple[Path, ...], reports: Iterable[DocumentReport]) -> None:
    for report in reports:
        if report.replaced:
            drop_original(store.settings, report.replaced)
        if report.sha256 and report.outcome in ("added", "corrected", "unchanged") \
                and not keep_original(store.settings, roots, report.path, report.sha256) and roots:
            click.echo(f"{report.path}: the original was not found, or has changed since it was read; it is not kept", err=True)


def _summarise(reports: list[DocumentReport], only_preview: bool) -> None:
    outcomes = Counter(report.outcome for report in reports)
    total = Tally()
    for report in reports:
        total.add(report.tally)
    _warn_of_secrets(reports)
    said = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.items()) or "no documents"
    click.echo(f"{'would be: ' if only_preview else ''}{said}; {total}")
    warnings = Counter(warning for report in reports for warning in report.warnings)
    if warnings:
        click.echo(f"{warnings.total()} passages to look at:")
    for warning, count in warnings.most_common(WARNINGS_SHOWN):
        click.echo(f"  {count} × {warning}")


def _warn_of_secrets(reports: list[DocumentReport]) -> None:
    """The marks of secrecy and the personal data of the documents, masked, so that they are seen before they are stored."""
    marked = [report for report in reports if report.marks]
    if marked:
        click.echo(f"{len(marked)} documents bear a mark of secrecy (密级):")
    for report in marked:
        kept = ", held back" if report.outcome == "held back" else ""
        click.echo(f"  {report.path}: {'; '.join(report.marks)}{kept}")
    holding = [report for report in reports if report.personal]
    if holding:
        click.echo(f"{len(holding)} documents hold personal data (个人信息):")
    for report in holding:
        more = f" and {len(report.personal) - PERSONAL_SHOWN} more" if len(report.personal) > PERSONAL_SHOWN else ""
        click.echo(f"  {report.path}: {'; '.join(report.personal[:PERSONAL_SHOWN])}{more}")
