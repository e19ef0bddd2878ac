"""Named questions: `questions/*.cypher`, each with a head that titles it in two languages and declares its parameters."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from graph.reading import Limits, Table, read_query
from graph.store import Store
from schema import QueryError

FOLDER = Path(__file__).parent / "questions"
QUESTIONS = (
    "duties", "responsible", "directives", "history", "ownerless", "undated", "overdue", "due", "citing", "path", "posts", "counts",
    "proposals",
)
"""Every question, in the order in which they are listed."""

ParameterType = Literal["text", "date", "integer", "id", "choice"]
TYPES: Mapping[str, ParameterType] = {type_: type_ for type_ in get_args(ParameterType)}
LARGEST = 100_000

_TITLE = re.compile(r"^// (title|about)\.(zh|en): (.+)$", re.M)
_PARAMETER = re.compile(
    r"^// \$(?P<name>\w+): (?P<type>\w+)(?: (?P<choices>\S+\|\S+))?(?: = (?P<default>\S+))? · (?P<zh>.+?) · (?P<en>.+)$", re.M)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question wants to know: an ISO date, a number, an id, one of the `choices`, or words. `default` is None where it is needed."""

    name: str
    type: ParameterType
    zh: str
    en: str
    choices: tuple[str, ...] = ()
    default: str | None = None

    def value(self, given: str) -> str | int:
        """What the query gets. Raises QueryError for what is no value of the type."""
        if self.type == "integer":
            return self._integer(given)
        if self.type == "date":
            return self._date(given)
        if not given.strip() or (self.choices and given not in self.choices):
            raise self._wrong(given, f"one of {', '.join(self.choices)}" if self.choices else self.en)
        return given.strip()

    def _integer(self, given: str) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", given) or int(given) > LARGEST:
            raise self._wrong(given, f"a whole number up to {LARGEST}")
        return int(given)

    def _date(self, given: str) -> str:
        if given == "today":
            return datetime.date.today().isoformat()
        try:
            return datetime.datetime.strptime(given, "%Y-%m-%d").date().isoformat()
        except ValueError:
            raise self._wrong(given, "a day such as 2024-03-01") from None

    def _wrong(self, given: str, wanted: str) -> QueryError:
        return QueryError(f"{self.name} cannot be {given!r}", remedy=f"give {wanted}")


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its titles and meanings by language (`zh`, `en`), its parameters and its Cypher."""

    name: str
    title: Mapping[str, str]
    about: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    cypher: str

    @property
    def usage(self) -> str:
        """How it is asked: its name and its parameters, those that may be left out in brackets."""
        asked = (p for p in self.parameters if p.name != "as_of")
        return " ".join([self.name, *(p.name.upper() if p.default is None else f"[{p.name.upper()}]" for p in asked)])

    def values(self, given: Mapping[str, str]) -> dict[str, str | int]:
        """The value of every parameter. Raises QueryError for one that is missing, unknown or wrong."""
        unknown = set(given) - {parameter.name for parameter in self.parameters}
        missing = [p.name for p in self.parameters if p.default is None and p.name not in given]
        if unknown or missing:
            what = f"{self.name} knows no {', '.join(sorted(unknown))}" if unknown else f"{self.name} lacks {', '.join(missing)}"
            raise QueryError(what, remedy=f"ask {self.usage}")
        return {p.name: p.value(given.get(p.name, p.default or "")) for p in self.parameters}


@cache
def question(name: str) -> Question:
    """The question of that name. Raises QueryError when there is none."""
    if name not in QUESTIONS:
        near = difflib.get_close_matches(name, QUESTIONS, n=3, cutoff=0.5)
        raise QueryError(f"no question is called {name!r}",
                         remedy=f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(QUESTIONS)}")
    return parse(name, (FOLDER / f"{name}.cypher").read_text(encoding="utf-8"))


def parse(name: str, text: str) -> Question:
    """A question from its file's text."""
    heads: dict[str, dict[str, str]] = {"title": {}, "about": {}}
    for kind, language, words in _TITLE.findall(text):
        heads[kind][language] = words
    return Question(name, heads["title"], heads["about"], tuple(map(_parameter, _PARAMETER.finditer(text))), text)


def _parameter(found: re.Match[str]) -> Parameter:
    choices = tuple(found["choices"].split("|")) if found["choices"] else ()
    return Parameter(found["name"], TYPES[found["type"]], found["zh"], found["en"], choices, found["default"])


def ask(store: Store, name: str, given: Mapping[str, str]) -> Table:
    """The answer to a question; `given` are its parameters by name, as text. Raises QueryError as `Question.values` does."""
    asked = question(name)
    return read_query(store, asked.cypher, asked.values(given), Limits(seconds=store.settings.time_limit))


def by_position(name: str, arguments: Sequence[str]) -> dict[str, str]:
    """Arguments in the order in which the question declares its parameters. Raises QueryError when there are too many."""
    names = [parameter.name for parameter in question(name).parameters if parameter.name != "as_of"]
    if len(arguments) > len(names):
        raise QueryError(f"{name} takes {len(names)} arguments, {len(arguments)} were given", remedy=f"ask {question(name).usage}")
    return dict(zip(names, arguments, strict=False))
