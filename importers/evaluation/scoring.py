"""Compares a record stream with a set of gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from importers.evaluation.act_scores import score_acts
from importers.evaluation.entity_scores import score_entities
from importers.evaluation.evolution_scores import score_evolution
from importers.evaluation.findings import Findings
from importers.evaluation.gold import Gold, text_beside
from importers.evaluation.gold_set import GoldSet
from importers.evaluation.header_scores import score_header
from importers.evaluation.matching import squeezed
from importers.evaluation.tally import Tally
from importers.files import select
from importers.reading import read_records
from schema import InputError, Record


def score(gold_set: GoldSet, records: Iterable[Record], *, with_evolution: bool = False) -> Tally:
    """The tally of a set; `with_evolution` counts the steps between meetings too, which only the graph's export has."""
    findings, tally = Findings(records), Tally()
    for path, gold in gold_set.documents:
        _score_document(gold, text_beside(path, gold.document), findings, tally)
    for path in gold_set.series if with_evolution else ():
        score_evolution(path, findings, tally)
    return tally


def _score_document(gold: Gold, text: str, findings: Findings, tally: Tally) -> None:
    if gold.document not in findings.documents:
        tally.note("document", gold.document, missed=[gold.document])
    score_header(gold, findings, tally)
    score_acts(gold, squeezed(text), findings, tally)
    score_entities(gold, findings, tally)


def extracted(gold_set: GoldSet) -> Iterator[Record]:
    """The records of every text of a set, as `importers` reads them. A text that it refuses gives none, and all of its gold is missed."""
    texts = {path.with_name(gold.document) for path, gold in gold_set.documents}
    for found in select([gold_set.folder]).files:
        if found.file in texts:
            try:
                yield from read_records(found)
            except InputError:
                continue
