"""Lists of standing: all tasks, what is missing, what is due when."""

from __future__ import annotations

from collections.abc import Iterable

from graph.exports.lists.office_list import Part, Section
from graph.exports.lists.tasks import Covered, Owner, Task

SETTLED = ("done", "adjusted", "dropped")


def every_owner(found: Covered, as_of: str) -> list[Section]:
    """A row for each owner; a task without one has a row with a blank, in a body's list only the body's own parts stand."""
    return [Section("", [part for task in found.tasks for part in _own(task, found.owners)])]


def every_task(found: Covered, as_of: str) -> list[Section]:
    """A row for each task."""
    return [section("", found.tasks)]


def gaps(found: Covered, as_of: str) -> list[Section]:
    """Open tasks that say nothing of an owner or of a date, or name several that lead."""
    tasks = open_tasks(found)
    return filled((
        section("未写明责任单位", (task for task in tasks if not task.owners)),
        section("未写明完成时限", (task for task in tasks if task.standing == "undated")),
        section("多个单位牵头", (task for task in tasks if len(leading(task)) > 1)),
    ))


def by_month(found: Covered, as_of: str) -> list[Section]:
    """Open tasks with a date: those that are overdue, then month by month, or year where no month is known."""
    dated = sorted((task for task in open_tasks(found) if task.due), key=lambda task: (task.due, task.date, task.id))
    overdue = [task for task in dated if task.standing == "overdue"]
    coming: dict[str, list[Task]] = {}
    for task in dated:
        if task.standing != "overdue":
            coming.setdefault(task.due[:7], []).append(task)
    return filled((section("已逾期", overdue), *(section(_month(month), tasks) for month, tasks in coming.items())))


def section(heading: str, tasks: Iterable[Task]) -> Section:
    """A section with a row for each task."""
    return Section(heading, [Part(task, task.owners) for task in tasks])


def filled(sections: Iterable[Section]) -> list[Section]:
    """The sections that have rows."""
    return [found for found in sections if found.parts]


def open_tasks(found: Covered) -> list[Task]:
    """Those that nobody has settled."""
    return [task for task in found.tasks if task.standing not in SETTLED]


def leading(task: Task) -> list[Owner]:
    """Who leads a task."""
    return [owner for owner in task.owners if owner.role == "LEADS"]


def _own(task: Task, only: frozenset[str]) -> list[Part]:
    if only:
        return [Part(task, (owner,)) for owner in task.owners if owner.id in only]
    return [Part(task, (owner,)) for owner in task.owners] or [Part(task, ())]


def _month(month: str) -> str:
    """2026年6月到期 for 2026-06, 2026年到期 for 2026."""
    year, _, number = month.partition("-")
    return f"{year}年{int(number)}月到期" if number else f"{year}年到期"
