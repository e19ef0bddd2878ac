"""Takes documents to the model one by one: what it proposes, and one line for each document about which it was of no use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from importers.proposing.answer import answer_schema, read_answer
from importers.proposing.checking import Checked, Checker
from importers.proposing.client import complete
from importers.proposing.open_points import Asked, asked_about
from importers.proposing.prompt import batches, messages
from importers.proposing.settings import ModelSettings
from schema import End, ModelError, Node, Record

PATIENCE = 3
"""After so many failures one after the other, the server is not asked again in this run."""


@dataclass(slots=True)
class Run:
    """What becomes of the documents of a stream: how many were asked about, failed or left out, and how to warn."""

    settings: ModelSettings
    warn: Callable[[str], None]
    asked: int = 0
    failed: int = 0
    left_out: int = 0
    _in_a_row: int = field(default=0)

    def proposals(self, records: Iterable[Record]) -> Iterator[list[Node]]:
        """The proposals about each document of the stream that has something open, as far as the model is of use."""
        for asked in map(asked_about, documents(records)):
            if asked is None or not asked.points:
                continue
            if self._in_a_row >= PATIENCE:
                self.left_out += 1
                continue
            yield list(self._about(asked).proposals.values())

    def _about(self, asked: Asked) -> Checked:
        checker = Checker(asked, self.settings.name)
        name = str(asked.document.properties.get("path") or asked.document.id)
        self.asked += 1
        try:
            for points in batches(asked.points):
                said = complete(self.settings, messages(asked.text, points), answer_schema())
                checker.take(points, read_answer(said).findings)
            self._in_a_row = 0
        except ModelError as error:
            self.failed += 1
            self._in_a_row += 1
            self.warn(f"{name}: {error}")
        if checker.checked.dropped:
            reasons = ", ".join(f"{count} × {reason}" for reason, count in sorted(checker.checked.dropped.items()))
            self.warn(f"{name}: dropped of what the model said: {reasons}")
        return checker.checked


def documents(records: Iterable[Record]) -> Iterator[list[Record]]:
    """The records of each document, or of each section beyond them, as its end comes."""
    gathered: list[Record] = []
    for record in records:
        if isinstance(record, End):
            yield gathered
            gathered = []
        else:
            gathered.append(record)
