"""What loading or forgetting came to, document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from graph.loading.documents import StatedDocument, issue_kind
from graph.loading.projection import Change, Present

Outcome = Literal["added", "corrected", "unchanged", "duplicate", "held back", "refused", "forgotten"]


@dataclass(slots=True)
class Tally:
    """How many nodes, edges and mentions were (or would be) added, changed and withdrawn."""

    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    withdrawn: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Adds another tally to this one."""
        self.added.update(other.added)
        self.changed.update(other.changed)
        self.withdrawn.update(other.withdrawn)

    def __str__(self) -> str:
        verbs = (("added", self.added), ("changed", self.changed), ("withdrawn", self.withdrawn))
        said = [f"{count} {kind} {verb}" for verb, counts in verbs for kind, count in sorted(counts.items()) if count]
        return ", ".join(said) or "nothing changes"


@dataclass(slots=True)
class DocumentReport:
    """What became of one document.

    `reason` says why it was refused or held back or what it is a duplicate of; `replaced` is the hash of the file that it corrects.
    `marks` are the marks of secrecy that it bears and `personal` the data about persons in it, masked, each with its line;
    `warnings` is what else a person should look at.
    """

    id: str
    path: str
    outcome: Outcome
    sha256: str = ""
    replaced: str = ""
    records: int = 0
    tally: Tally = field(default_factory=Tally)
    reason: str = ""
    warnings: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    personal: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, document: StatedDocument) -> DocumentReport:
        """The report of a document that would be added, with what a person should look at."""
        report = cls(document.id, document.path, "added", document.text_property("sha256"), records=len(document.records))
        report.warnings = [issue.message for issue in document.issues if issue_kind(issue) == "doubt"]
        report.marks, report.personal = document.told("secrecy"), document.told("personal-data")
        return report

    def __str__(self) -> str:
        detail = self.reason or ("" if self.outcome == "unchanged" else str(self.tally))
        return f"{self.outcome:<9} {self.path}" + (f": {detail}" if detail else "")


def tallies(change: Change, present: Present, going: Mapping[str, StatedDocument],
            coming: Mapping[str, StatedDocument]) -> dict[str, Tally]:
    """The change by document; what several documents state counts for the first of them, those that come before those that go."""
    counted = {id_: Tally() for id_ in (*coming, *going)}
    documents = (*coming.values(), *going.values())
    node_causes = {id_: document.id for document in reversed(documents) for id_ in document.nodes}
    edge_causes = {key: document.id for document in reversed(documents) for key in document.edges}
    for id_, node in change.nodes.items():
        _count(counted[node_causes[id_]], "nodes", id_ in present.nodes, node is not None)
    for key, edge in change.edges.items():
        _count(counted[edge_causes[key]], "edges", key in present.edges, edge is not None)
    for mention in change.mentions_to_add:
        counted[mention.document].added["mentions"] += 1
    gone = [mention for id_ in going.keys() - coming.keys() for mention in going[id_].mentions()]
    for mention in (*change.mentions_to_drop, *gone):
        counted[mention.document].withdrawn["mentions"] += 1
    return counted


def _count(tally: Tally, kind: str, was: bool, is_: bool) -> None:
    counts = tally.withdrawn if not is_ else tally.changed if was else tally.added
    counts[kind] += 1
