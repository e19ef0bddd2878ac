"""Known wordings: YAML files in `lexicons/`, which a user extends with a file or a folder of files of their own (GANGMU_LEXICONS)."""

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

LONGEST = 100
"""Characters of a word or name in a lexicon."""

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
    added: dict[str, Section] = {}
    for file in _own_files(Path(own)) if own else ():
        these = _own_sections(file, name)
        _extended(sections, these, f"{file}, {name}")
        added = _joined(added, these, f"{file}, {name}")
    return Lexicon(name, _extended(sections, added, own))


@cache
def _read(path: Path) -> object:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        place = getattr(error, "problem_mark", None)
        line = f" at line {place.line + 1}" if place else ""
        raise SettingError(f"the lexicon cannot be read{line}: {_first_line(error)}", where=str(path),
                           remedy=f"{SETTING} names a YAML file in UTF-8, or a folder of them") from error


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def check_lexicons() -> None:
    """Reads every lexicon with what the user adds. Raises SettingError with the file, the place in it and the remedy."""
    for file in sorted(FOLDER.glob("*.yaml")):
        lexicon(file.stem)


def _own_files(path: Path) -> list[Path]:
    """The file that the setting names, or those of the folder that it names, in the order of their names."""
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.iterdir() if file.suffix in (".yaml", ".yml") and not file.name.startswith("."))
    if not files:
        raise SettingError("the folder holds no YAML file", where=str(path), remedy=f"put .yaml files into it, or leave {SETTING} empty")
    return files


def _own_sections(file: Path, name: str) -> dict[str, Section]:
    """What a file of the user's adds to one lexicon; its top level is lexicon names."""
    own = _read(file)
    if not isinstance(own, dict):
        raise SettingError("the top level must be names of lexicons", where=str(file), remedy="for example: organizations: {clipped: {…}}")
    unknown = sorted(str(key) for key in own if not (FOLDER / f"{key}.yaml").is_file())
    if unknown:
        known = ", ".join(sorted(known.stem for known in FOLDER.glob("*.yaml")))
        raise SettingError(f"unknown lexicon {unknown[0][:LONGEST]}", where=str(file), remedy=f"known are {known}")
    return _sections(own.get(name, {}), f"{file}, {name}" if name in own else str(file))


def _joined(own: Mapping[str, Section], added: Mapping[str, Section], where: str) -> dict[str, Section]:
    """What two files of the user's add. A word cannot stand for one thing in the one and for another in the other."""
    joined = dict(own)
    for section, words in added.items():
        before = own.get(section, words)
        if isinstance(before, dict) and isinstance(words, dict):
            at_odds = next((word for word in words if before.get(word, words[word]) != words[word]), None)
            if at_odds:
                raise SettingError(f"{at_odds} stands for {words[at_odds]} here and for {before[at_odds]} in another file of the folder",
                                   where=f"{where}, {section}", remedy="leave one of them out")
        joined = _extended({**joined, section: before}, {section: words}, where)
    return joined


def _sections(raw: object, where: str) -> dict[str, Section]:
    if not isinstance(raw, dict):
        raise SettingError("a lexicon must be a mapping of sections", where=where)
    return {str(section): _section(words, f"{where}, {section}") for section, words in raw.items()}


def _section(words: object, where: str) -> Section:
    pairs = words.items() if isinstance(words, dict) else [(word, "") for word in words] if isinstance(words, list) else []
    if not isinstance(words, list | dict) or not all(isinstance(word, str) for pair in pairs for word in pair):
        raise SettingError("a section must be a list of words or a mapping from word to word", where=where,
                           remedy="put numbers and dates in quotes")
    unusable = next((word for word, _ in pairs if not word.strip() or len(word) > LONGEST or "\n" in word), None)
    if unusable is not None:
        what = f"{unusable.strip()[:20]!r} is no word of 1 to {LONGEST} characters in one line"
        raise SettingError(what, where=where, remedy="mend it or leave it out")
    return dict(words) if isinstance(words, dict) else tuple(words)


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
