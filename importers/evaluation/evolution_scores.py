"""Scores the steps between the directives of a series, which a graph's export states."""

from __future__ import annotations

from pathlib import Path

from importers.annotations import Span
from importers.evaluation.findings import Findings
from importers.evaluation.gold import Pair, PairEnd, read_evolution, read_unrelated, text_beside
from importers.evaluation.matching import common, place_of, squeezed
from importers.evaluation.tally import Tally

ENDING, APART = ".evolution.json", ".unrelated.jsonl"
LEAST_COVER = 0.3
"""How much of the shorter of two quotes has to lie in the other for them to be the same directive."""

SHOWN = 40

Link = tuple[str | None, str | None]
"""The earlier directive and the later one; None for one that was not found."""


def score_evolution(path: Path, findings: Findings, tally: Tally) -> None:
    """EVOLUTION, evolution relation, and from the file beside it `unrelated kept apart`."""
    series = _Series(path, findings)
    stated: dict[tuple[str, str], str] = {}
    for pair in read_evolution(path):
        earlier, later = series.ends(pair)
        stated[(earlier, later) if earlier and later else (repr(pair.source), "?")] = pair.relation
    found = series.links({end for ends in stated for end in ends})
    tally.count("EVOLUTION", len(stated.keys() & found.keys()), len(stated), len(found))
    for ends in sorted(stated.keys() & found.keys()):
        right = stated[ends] == found[ends]
        tally.judge("evolution relation", path.name, right, f"{series.shown(ends)}: {found[ends]}, gold {stated[ends]}")
    tally.note("EVOLUTION", path.name, (f"{stated[ends]}: {series.shown(ends)}" for ends in sorted(stated.keys() - found.keys())),
               (f"{found[ends]}: {series.shown(ends)}" for ends in sorted(found.keys() - stated.keys())))
    apart = path.with_name(path.name.removesuffix(ENDING) + APART)
    for pair in read_unrelated(apart) if apart.exists() else ():
        tally.judge("unrelated kept apart", path.name, not series.joined(series.ends(pair)), pair.source.quote[:SHOWN])


class _Series:
    """The documents of a series and where their directives were found."""

    def __init__(self, path: Path, findings: Findings) -> None:
        self.path = path
        self.findings = findings
        self._texts: dict[str, str] = {}
        self._directives: dict[str, list[tuple[str, Span]]] = {}
        self.steps = {(e.source, e.target): str(e.properties.get("relation")) for e in findings.edges if e.type == "EVOLVES_TO"}

    def ends(self, pair: Pair) -> Link:
        """The directives that a pair is about."""
        return self._directive(pair.source), self._directive(pair.target)

    def _directive(self, end: PairEnd) -> str | None:
        """The directive or report found that covers a quote best, if it covers enough of it."""
        self._read(end.document)
        wanted = place_of(self._texts[end.document], end.quote)
        best = max(self._directives[end.document], key=lambda one: _cover(one[1], wanted), default=None)
        if best is None or common(best[1], wanted) < LEAST_COVER * min(len(best[1]) or 1, len(wanted) or 1):
            return None
        return best[0]

    def _read(self, name: str) -> None:
        if name in self._texts:
            return
        text = self._texts[name] = squeezed(text_beside(self.path, name))
        nodes = self.findings.within(self.findings.documents.get(name), "Directive", "ProgressReport")
        self._directives[name] = [(node.id, place_of(text, str(node.properties.get("text", "")))) for node in nodes]

    def links(self, matters: set[str]) -> dict[tuple[str, str], str]:
        """The steps found within the series that touch one of these directives."""
        ids = {self.findings.documents.get(name) for name in self._texts}
        return {ends: relation for ends, relation in self.steps.items()
                if matters & {*ends} and all(any(e.document in ids for e in self.findings.nodes[end].evidence) for end in ends)}

    def joined(self, ends: Link) -> bool:
        """Whether a step joins two directives, whichever is the earlier."""
        earlier, later = ends
        return bool(earlier and later) and ((earlier, later) in self.steps or (later, earlier) in self.steps)

    def shown(self, ends: tuple[str, str]) -> str:
        """The beginnings of two directives."""
        return " → ".join(self._words(end)[:SHOWN] for end in ends)

    def _words(self, end: str) -> str:
        node = self.findings.nodes.get(end)
        return str(node.properties.get("text", "")) if node else end


def _cover(found: Span, wanted: Span) -> float:
    both = common(found, wanted)
    return both / ((len(found) + len(wanted) - both) or 1)
