"""The accuracy table as text."""

from __future__ import annotations

from collections.abc import Iterator

from importers.evaluation.card import ScoredSet
from importers.evaluation.tally import Mistake

IN_SAMPLE = {True: "in-sample: the rules were written with these texts in sight",
             False: "held out: the rules were written without sight of these texts",
             None: "the set does not say whether the rules were written with it in sight"}


def table(scored: ScoredSet) -> Iterator[str]:
    """The lines of one set's table."""
    yield f"{scored.folder}: {scored.documents} documents, {scored.characters:,} characters; {IN_SAMPLE[scored.in_sample]}"
    yield f"{'':26}{'precision':>10}{'recall':>9}{'F1':>9}{'gold':>7}{'found':>7}"
    for row in scored.rows:
        yield f"{row.what:26}{row.precision:10.3f}{row.recall:9.3f}{row.f1:9.3f}{row.gold:7}{row.found:7}"
    yield f"{'mean of the capitals':26}{scored.mean:28.3f}"


def listed(mistakes: list[Mistake]) -> Iterator[str]:
    """One line a mistake, its parts divided by tabs."""
    for mistake in mistakes:
        yield "\t".join((mistake.document, mistake.what, mistake.kind, mistake.words))
