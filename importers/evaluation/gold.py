"""What a careful reader found in a document: the gold beside its text, `NAME.gold.json` beside `NAME.txt`."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from schema import InputError

ENDING = ".gold.json"

T = TypeVar("T")


class GoldAttendee(msgspec.Struct, frozen=True):
    """Somebody named as present or excused."""

    name: str
    role: str


class GoldMeeting(msgspec.Struct, frozen=True):
    """What the head tells; a blank is a value."""

    title: str | None
    kind: str
    date: str | None
    session: int | None
    place: str | None
    chair: list[str]
    convener: str | None
    attendees: list[GoldAttendee]


class GoldOwner(msgspec.Struct, frozen=True):
    """Who answers for a directive, as printed."""

    org: str
    role: str


class GoldDue(msgspec.Struct, frozen=True):
    """A time limit: its words, the last day allowed and the frequency."""

    text: str
    date: str | None
    recurrence: str | None


class GoldDirective(msgspec.Struct, frozen=True):
    """A demand; `occurrence` (from 1) tells which of several equal wordings is meant."""

    quote: str
    path: list[str]
    act: str | None
    responsible: list[GoldOwner]
    due: GoldDue | None
    occurrence: int = 1


class GoldDecision(msgspec.Struct, frozen=True):
    """An act that settles something."""

    quote: str
    act: str
    occurrence: int = 1


class GoldPerson(msgspec.Struct, frozen=True):
    """A name with every post as printed."""

    name: str
    posts: list[str]


class GoldPolicy(msgspec.Struct, frozen=True):
    """A document that the text names."""

    title: str | None
    number: str | None


class GoldTarget(msgspec.Struct, frozen=True):
    """A figure to be reached."""

    quote: str
    indicator: str
    value: float
    unit: str


class Gold(msgspec.Struct, frozen=True):
    """The gold of one document; `document` is the name of the text beside it."""

    document: str
    meeting: GoldMeeting
    agenda: list[str]
    directives: list[GoldDirective]
    decisions: list[GoldDecision]
    organizations: list[str]
    organization_classes: list[str]
    people: list[GoldPerson]
    policies: list[GoldPolicy]
    projects: list[str]
    targets: list[GoldTarget]


class PairEnd(msgspec.Struct, frozen=True):
    """A directive of a series, by its document and words."""

    document: str
    quote: str


class Pair(msgspec.Struct, frozen=True, rename={"source": "from", "target": "to"}):
    """Two directives of a series and how the later relates to the earlier; `unrelated` for pairs that only look alike."""

    source: PairEnd
    target: PairEnd
    relation: str


def read_gold(path: Path) -> Gold:
    """The gold in a file. Raises InputError that names the place where its shape is not that of the guidelines."""
    return _decoded(path, _bytes(path), Gold)


def read_evolution(path: Path) -> list[Pair]:
    """The pairs of `SERIES.evolution.json`. Raises InputError."""
    return _decoded(path, _bytes(path), list[Pair])


def read_unrelated(path: Path) -> list[Pair]:
    """The pairs of `SERIES.unrelated.jsonl`, one a line. Raises InputError."""
    return [_decoded(path, line, Pair) for line in _bytes(path).splitlines() if line.strip()]


def text_beside(path: Path, document: str) -> str:
    """The text that a gold file is about. Raises InputError when it is not there or not UTF-8."""
    text = path.with_name(document)
    try:
        return text.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the text {document} cannot be read ({type(error).__name__})", where=path.name,
                         remedy="keep the text beside its gold, in UTF-8") from None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=str(path), remedy="check the path") from None


def _decoded(path: Path, data: bytes, type_: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=type_)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"is no gold: {error}", where=path.name, remedy="docs/extraction.md shows the format") from None
