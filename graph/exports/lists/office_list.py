"""A list before it is written to any file: title, note, columns, sections of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from graph.exports.lists.tasks import Owner, Task


class Part(NamedTuple):
    """What one row is about: a task, and those of its owners that the row tells of."""

    task: Task
    owners: tuple[Owner, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in JSON, its heading, its width in a spreadsheet's units, what its cells say, and how it is set.

    `day` cells are ISO prefixes; a column that is not `printed` serves on the screen only.
    """

    name: str
    heading: str
    width: float
    cell: Callable[[Part], str]
    centred: bool = False
    day: bool = False
    printed: bool = True


class Section(NamedTuple):
    """Rows under a heading of their own; a list with one section has no heading."""

    heading: str
    parts: list[Part]


@dataclass(frozen=True, slots=True)
class OfficeList:
    """A list as of a day; `columns` are those of sheets, CSV and JSON, `brief` the few that a page of paper holds."""

    title: str
    note: str
    as_of: str
    columns: tuple[Column, ...]
    brief: tuple[Column, ...]
    sections: list[Section]

    def rows(self, section: Section) -> Iterator[list[str]]:
        """The cells of a section, row by row."""
        for part in section.parts:
            yield [column.cell(part) for column in self.columns]
