"""From the model's findings to proposals: what does not quote the minutes verbatim, or cannot be reckoned by our own rules, is dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from importers.annotations import Span
from importers.proposing.answer import Finding, SaidOwner
from importers.proposing.open_points import Asked, OpenPoint
from importers.proposing.reckoning import ReckonedLimit, reckon
from schema import Node, Value, node_id

ROLES = {"lead": "LEADS", "support": "SUPPORTS", "responsible": "RESPONSIBLE_FOR"}
SHORTEST_OWNER, LONGEST_OWNER = 2, 40
_NO_NAME = re.compile(r"[。；：！？\n\t]")
_CHINESE = re.compile(r"[\u3400-\u9fff]")

NOT_ASKED = "not asked for"
NOT_THERE = "not in the words of the minutes"
NO_NAME = "no name"
NO_LIMIT = "no time limit that can be reckoned"


@dataclass(slots=True)
class Checked:
    """The proposals that hold, each once, and how many pieces of the answer were dropped for which reason."""

    proposals: dict[str, Node] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)


class Checker:
    """Checks the findings about one document, asked of the model of this name."""

    def __init__(self, asked: Asked, model: str) -> None:
        self.asked = asked
        self.model = model
        self.checked = Checked()

    def take(self, points: Sequence[OpenPoint], findings: Sequence[Finding]) -> None:
        """Takes what holds of the findings about these points, which were numbered from 1."""
        for finding in findings:
            if not 1 <= finding.number <= len(points):
                self.checked.dropped[NOT_ASKED] += 1
                continue
            point = points[finding.number - 1]
            for proposal in self._of_clause(point, finding) if "directive" in point.wants else self._of_directive(point, finding):
                self.checked.proposals.setdefault(proposal.id, proposal)

    def _of_clause(self, point: OpenPoint, finding: Finding) -> Iterator[Node]:
        """A directive with its owners and limit, those of them that hold."""
        if not finding.directive:
            return
        place = self._place(point, finding.directive)
        if place is None:
            return
        owners = [f"{ROLES[said.role]}:{name.of(self.asked.text)}" for said in finding.owners if (name := self._name(point, said))]
        limit = self._limit(point, finding.limit) if finding.limit else None
        yield self._proposal(point, "directive", place, {"owners": list[str](dict.fromkeys(owners)) or None, **_told(limit)})

    def _of_directive(self, point: OpenPoint, finding: Finding) -> Iterator[Node]:
        for said in finding.owners:
            if "owner" not in point.wants:
                self.checked.dropped[NOT_ASKED] += 1
            elif name := self._name(point, said):
                yield self._proposal(point, "owner", name, {"role": ROLES[said.role]})
        if finding.limit and "due" not in point.wants:
            self.checked.dropped[NOT_ASKED] += 1
        elif finding.limit and (limit := self._limit(point, finding.limit)):
            yield self._proposal(point, "due", limit.span, _told(limit))

    def _name(self, point: OpenPoint, said: SaidOwner) -> Span | None:
        words = said.words.strip()
        if not SHORTEST_OWNER <= len(words) <= LONGEST_OWNER or _NO_NAME.search(words):
            self.checked.dropped[NO_NAME] += 1
            return None
        return self._place(point, said.words)

    def _limit(self, point: OpenPoint, words: str) -> ReckonedLimit | None:
        place = self._place(point, words)
        limit = reckon(self.asked.text, place, point.stretch, self.asked.date) if place else None
        if place and not limit:
            self.checked.dropped[NO_LIMIT] += 1
        return limit

    def _place(self, point: OpenPoint, words: str) -> Span | None:
        """Where the words stand in the point's stretch, character for character."""
        sought = words.strip()
        start = self.asked.text.find(sought, point.stretch.start, point.stretch.end) if _CHINESE.search(sought) else -1
        if start < 0:
            self.checked.dropped[NOT_THERE] += 1
            return None
        return Span(start, start + len(sought))

    def _proposal(self, point: OpenPoint, kind: str, place: Span, more: dict[str, Value]) -> Node:
        document, subject = self.asked.document, point.node
        words = place.of(self.asked.text)
        others = [other.node.id for other in self.asked.points if other.node.type == subject.type and other.node.id != subject.id]
        told: dict[str, Value] = {
            "proposed": kind, "text": words, "subject": subject.id, "quote": str(subject.properties.get("text") or ""), "others": others,
            "document": document.id, "document_path": str(document.properties.get("path") or ""), "date": self.asked.date,
            "start": place.start, "end": place.end, "model": self.model, "basis": "inferred", **more,
        }
        properties: dict[str, Value] = {name: value for name, value in told.items() if value is not None}
        return Node("Proposal", node_id("Proposal", subject.id, kind, words), properties, (), True, f"model {self.model}")


def _told(limit: ReckonedLimit | None) -> dict[str, Value]:
    return {"due": limit.date, "due_text": limit.words, "recurrence": limit.recurrence} if limit else {}
