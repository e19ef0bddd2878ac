"""Known wordings: YAML files in `lexicons/`, which a user extends with a file of their own (GANGMU_LEXICONS)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from schema import SettingError

FOLDER = Path(__file__).with_name("lexicons")
SETTING = "GANGMU_LEXICONS"

Section = tuple[str, ...] | dict[str, str]
"""A list of words, or words with what each stands for."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The sections of one lexicon: lists of words, and mappings from a word to what it stands for."""

    name: str
    sections: Mapping[str, Section]

    def words(self, section: str) -> tuple[str, ...]:
        """The words of a section, in the order of the file."""
        return tuple(self.sections[section])

    def pairs(self, section: str) -> dict[str, str]:
        """A section that says what each word stands for."""
        found = self.sections[section]
        if not isinstance(found, dict):
            raise SettingError(f"section {section} lists words without what they stand for", where=f"lexicon {self.name}")
        return dict(found)

    def pattern(self, *sections: str) -> str:
        """A regular expression for any word of these sections."""
        return alternation(word for section in sections for word in self.sections[section])


def alternation(words: Iterable[str]) -> str:
    """A non-capturing group that matches any of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word)))) + ")"


def lexicon(name: str) -> Lexicon:
    """The lexicon of this name with the user's words added, read once for each setting.

    Raises SettingError for a file that is not a mapping of sections to words.
    """
    return _load(name, os.environ.get(SETTING, ""))


@cache
def _load(name: str, own: str) -> Lexicon:
    sections = _sections(_read(FOLDER / f"{name}.yaml"), f"lexicons/{name}.yaml")
    if own:
        sections = _extended(sections, _own_sections(Path(own), name), own)
    return Lexicon(name, sections)


@cache
def _read(path: Path) -> object:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingError(f"the lexicon cannot be read: {_first_line(error)}", where=str(path),
                           remedy=f"{SETTING} names a YAML file in UTF-8") from error


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _own_sections(path: Path, name: str) -> dict[str, Section]:
    """What the user's file adds to one lexicon; its top level is lexicon names."""
    own = _read(path)
    if not isinstance(own, dict):
        raise SettingError("the top level must be names of lexicons", where=str(path), remedy="for example: organizations: {clipped: […]}")
    unknown = sorted(str(key) for key in own if not (FOLDER / f"{key}.yaml").is_file())
    if unknown:
        known = ", ".join(sorted(file.stem for file in FOLDER.glob("*.yaml")))
        raise SettingError(f"unknown lexicon {unknown[0]}", where=str(path), remedy=f"known are {known}")
    return _sections(own.get(name, {}), str(path))


def _sections(raw: object, where: str) -> dict[str, Section]:
    if not isinstance(raw, dict):
        raise SettingError("a lexicon must be a mapping of sections", where=where)
    return {str(section): _section(words, f"{where}, {section}") for section, words in raw.items()}


def _section(words: object, where: str) -> Section:
    if isinstance(words, list) and all(isinstance(word, str) for word in words):
        return tuple(words)
    if isinstance(words, dict) and all(isinstance(word, str) for pair in words.items() for word in pair):
        return dict(words)
    raise SettingError("a section must be a list of words or a mapping from word to word", where=where,
                       remedy="put numbers and dates in quotes")


def _extended(sections: Mapping[str, Section], own: Mapping[str, Section], where: str) -> dict[str, Section]:
    """The sections with the user's added; a section keeps its shape."""
    extended = dict(sections)
    for name, added in own.items():
        before = sections.get(name)
        if before is None:
            raise SettingError(f"unknown section {name}", where=where, remedy=f"known are {', '.join(sorted(sections))}")
        if isinstance(before, dict) and isinstance(added, dict):
            extended[name] = {**before, **added}
        elif isinstance(before, tuple) and isinstance(added, tuple):
            extended[name] = tuple(dict.fromkeys((*before, *added)))
        else:
            raise SettingError(f"section {name} has another shape", where=where, remedy="a list stays a list, a mapping a mapping")
    return extended
