"""The issuing body that the user names: by `--body NAME`, or by a `gangmu.yaml` in a folder for the files in and below it.

    body: 云河市水利局
    aliases: [市水利局, 局机关]
    parent: 云河市人民政府
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from schema import SettingError

FILE = "gangmu.yaml"
FILE_BYTES = 64 * 1024
"""The largest `gangmu.yaml` that is read."""

LONGEST, MOST_ALIASES = 60, 50
_NAME = re.compile(r"[㐀-鿿豈-﫿A-Za-z0-9（）()“”·、—-]{2,}")
_KEYS = ("body", "aliases", "parent")
_EXAMPLE = "for example: body: 云河市水利局"


@dataclass(frozen=True, slots=True)
class GivenBody:
    """The body in full, other names by which its minutes call it, and the body above it (empty where it is not told)."""

    name: str
    aliases: tuple[str, ...] = ()
    parent: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the body, the full one first."""
        return (self.name, *self.aliases)


def named_body(name: str, where: str = "--body") -> GivenBody:
    """The body of this name in full. Raises SettingError for what is no name."""
    return GivenBody(_checked(name, "body", where))


@dataclass(slots=True)
class FolderBodies:
    """What the `gangmu.yaml` nearest above a file says, each file of settings read once."""

    _known: dict[Path, GivenBody | SettingError | None] = field(default_factory=dict)

    def of(self, folder: Path) -> GivenBody | None:
        """The body for the files in this folder, by the `gangmu.yaml` in it or in the nearest above. Raises SettingError for a bad one."""
        found = self._of(folder.absolute())
        if isinstance(found, SettingError):
            raise found
        return found

    def _of(self, folder: Path) -> GivenBody | SettingError | None:
        if folder not in self._known:
            if _is_there(folder / FILE):
                self._known[folder] = _read(folder / FILE)
            else:
                self._known[folder] = self._of(folder.parent) if folder != folder.parent else None
        return self._known[folder]


def _is_there(file: Path) -> bool:
    """Whether there is such a file; in a folder above that may not be looked into there is none."""
    try:
        return file.is_file()
    except OSError:
        return False


def _read(file: Path) -> GivenBody | SettingError:
    try:
        return _body_of(_content(file), str(file))
    except SettingError as error:
        return error


def _content(file: Path) -> object:
    try:
        if file.stat().st_size > FILE_BYTES:
            raise SettingError(f"is larger than {FILE_BYTES // 1024} KB", where=str(file), remedy=_EXAMPLE)
        return yaml.safe_load(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise SettingError("is not in UTF-8", where=str(file), remedy="save it again in UTF-8") from None
    except OSError as error:
        raise SettingError(f"may not be read ({error.strerror})", where=str(file), remedy="check its permissions") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        place = getattr(error, "problem_mark", None)
        line = f" at line {place.line + 1}" if place else ""
        raise SettingError(f"is no YAML{line}", where=str(file), remedy=_EXAMPLE) from None


def _body_of(content: object, where: str) -> GivenBody:
    if not isinstance(content, dict):
        raise SettingError("must say `body: NAME`", where=where, remedy=_EXAMPLE)
    unknown = [str(key) for key in content if key not in _KEYS]
    if unknown:
        raise SettingError(f"unknown key {unknown[0][:LONGEST]}", where=where, remedy=f"known are {', '.join(_KEYS)}")
    if "body" not in content:
        raise SettingError("the key body is missing", where=where, remedy=_EXAMPLE)
    aliases = content.get("aliases", [])
    if not isinstance(aliases, list) or len(aliases) > MOST_ALIASES:
        raise SettingError(f"aliases must be a list of at most {MOST_ALIASES} names", where=where, remedy="write aliases: [市水利局]")
    parent = content.get("parent")
    return GivenBody(_checked(content["body"], "body", where), tuple(dict.fromkeys(_checked(alias, "aliases", where) for alias in aliases)),
                     "" if parent is None else _checked(parent, "parent", where))


def _checked(name: object, key: str, where: str) -> str:
    """The name without spaces around it."""
    words = name.strip() if isinstance(name, str) else name
    if not isinstance(words, str) or len(words) > LONGEST or not _NAME.fullmatch(words):
        raise SettingError(f"{key} must be the name of a body, of 2 to {LONGEST} characters", where=where,
                           remedy="write it in full and in one line, such as 云河市水利局")
    return words
