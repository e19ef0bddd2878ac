"""The accuracy card: how well the extraction did on sets of gold, kept as JSON for the page that shows it."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from importers.evaluation.tally import Row
from schema import InputError, SettingError, data_folder

CARD_NAME = "accuracy.json"
SHIPPED = Path(__file__).with_name(CARD_NAME)
"""The card of the gold that is in the repository, made by `gangmu.py evaluate tests/gold tests/samples/gold --output …`."""


class ScoredSet(msgspec.Struct, frozen=True):
    """A set of gold and its table; `in_sample` is None where the set does not say whether the rules were written with it in sight."""

    folder: str
    zh: str
    en: str
    in_sample: bool | None
    documents: int
    characters: int
    mean: float
    rows: list[Row]


class Card(msgspec.Struct, frozen=True):
    """The tables with the day on which they were made and the version of the rules that made them."""

    made: str
    rules: str
    sets: list[ScoredSet]


def card_of(sets: list[ScoredSet]) -> Card:
    """A card of today."""
    return Card(date.today().isoformat(), rules_version(), sets)


@cache
def rules_version() -> str:
    """A short hash of the rules and lexicons as they are here, by which two cards can be told to come from the same ones."""
    package = Path(__file__).parents[1]
    total = hashlib.sha256()
    for file in sorted(path for path in package.rglob("*") if path.suffix in (".py", ".yaml")):
        words = file.read_text(encoding="utf-8")
        total.update(f"{file.relative_to(package).as_posix()}\n{words}".encode())
    return total.hexdigest()[:12]


def write_card(card: Card, file: Path) -> None:
    """Writes a card as JSON. Raises SettingError when that cannot be done."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n")
    except OSError as error:
        raise SettingError(f"the accuracy card cannot be written ({error.strerror})", where=str(file),
                           remedy="name another place with --output, or point GANGMU_HOME at a folder that you may write") from None


def read_card(file: Path) -> Card:
    """A card from its file. Raises InputError when it is none."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Card)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        remedy = "make it again with `gangmu.py evaluate FOLDER`"
        raise InputError(f"is no accuracy card: {error}", where=str(file), remedy=remedy) from None


def own_card_file() -> Path:
    """Where `evaluate` keeps the card of this installation."""
    return data_folder() / CARD_NAME


def current_card(home: Path) -> tuple[Card, bool]:
    """The card in a data folder and True, or else the one that ships and False."""
    try:
        return read_card(home / CARD_NAME), True
    except InputError:
        return read_card(SHIPPED), False
