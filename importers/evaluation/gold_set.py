"""A folder of gold: its documents, what it is called, and whether the rules were written with it in sight."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec
import yaml

from importers.evaluation.evolution_scores import ENDING as EVOLUTION
from importers.evaluation.gold import ENDING, Gold, read_gold
from importers.evaluation.gold_checks import checked_files, problems_of
from schema import InputError, SettingError

ABOUT = "about.yaml"


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `about.yaml` in a folder of gold says: its name in Chinese and English, and whether it is in-sample (None: not told)."""

    zh: str = ""
    en: str = ""
    in_sample: bool | None = None


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The gold that may be scored, and what is wrong with the files of the rest."""

    folder: Path
    about: About
    documents: list[tuple[Path, Gold]]
    series: list[Path]
    problems: list[str]


def read_set(folder: Path) -> GoldSet:
    """Reads and checks a folder of gold. Raises InputError when there is none in it."""
    if not any(folder.rglob(f"*{ENDING}")):
        raise InputError("holds no gold", where=str(folder), remedy=f"name a folder with texts NAME.txt and their NAME{ENDING}")
    problems: list[str] = []
    sound: list[Path] = []
    for path in checked_files(folder):
        found = problems_of(path)
        problems += found
        sound += [] if found else [path]
    documents = [(path, read_gold(path)) for path in sound if path.name.endswith(ENDING)]
    return GoldSet(folder, _about(folder), documents, [path for path in sound if path.name.endswith(EVOLUTION)], problems)


def _about(folder: Path) -> About:
    file = folder / ABOUT
    if not file.is_file():
        return About()
    try:
        return msgspec.convert(yaml.safe_load(file.read_text(encoding="utf-8")), About)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise SettingError(f"does not say what the set is: {str(error).splitlines()[0]}", where=str(file),
                           remedy="its lines are zh: NAME, en: NAME, in_sample: true or false") from None
