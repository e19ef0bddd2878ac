"""Lists of a period that ends on the day or holds it: 周报, 月督, 季推."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from graph.exports.lists.office_list import Section
from graph.exports.lists.sections import SETTLED, filled, leading, open_tasks, section
from graph.exports.lists.tasks import Covered, Task

WEEK = timedelta(days=7)


def weekly(found: Covered, as_of: str) -> list[Section]:
    """The seven days that end on the day, what is late, and what the next seven days ask for."""
    day = date.fromisoformat(as_of)
    since, until = (day - WEEK).isoformat(), (day + WEEK).isoformat()
    tasks = open_tasks(found)
    return filled((
        section("本周新部署", (task for task in found.tasks if since < task.date <= as_of)),
        section("本周办结", (task for task in found.tasks if task.standing in SETTLED and since < task.settlement.date <= as_of)),
        section("已逾期", _standing(tasks, "overdue")),
        section("下周到期", (task for task in tasks if as_of <= task.due <= until)),
    ))


def monthly(found: Covered, as_of: str) -> list[Section]:
    """The month that holds the day: what is late, due in it and in the next one, recurs, and was settled in it."""
    month, tasks = as_of[:7], open_tasks(found)
    following = (date.fromisoformat(f"{month}-01") + timedelta(days=31)).isoformat()[:7]
    return filled((
        section("已逾期", _standing(tasks, "overdue")),
        section("本月到期", _due_in(tasks, month)),
        section("下月到期", _due_in(tasks, following)),
        section("定期开展", _standing(tasks, "recurring")),
        section("本月办结", (task for task in found.tasks if task.standing in SETTLED and task.settlement.date.startswith(month))),
    ))


def quarterly(found: Covered, as_of: str) -> list[Section]:
    """What has to be pushed on in the quarter that holds the day, under each body that leads it."""
    months = quarter(as_of)
    pushed = [task for task in open_tasks(found) if task.standing in ("overdue", "undated") or task.due[:7] in months]
    groups: dict[str, list[Task]] = {}
    for task in pushed:
        for name in _answering(task):
            groups.setdefault(name, []).append(task)
    unowned = [task for task in pushed if not _answering(task)]
    return filled((*(section(name, groups[name]) for name in sorted(groups, key=lambda name: (-len(groups[name]), name))),
                   section("未写明责任单位", unowned)))


def quarter(as_of: str) -> tuple[str, str, str]:
    """The months of the quarter that holds the day."""
    first = (int(as_of[5:7]) - 1) // 3 * 3 + 1
    return (f"{as_of[:4]}-{first:02}", f"{as_of[:4]}-{first + 1:02}", f"{as_of[:4]}-{first + 2:02}")


def _answering(task: Task) -> list[str]:
    """Those who lead, or where nobody does those who are responsible."""
    owners = leading(task) or [owner for owner in task.owners if owner.role == "RESPONSIBLE_FOR"]
    return list(dict.fromkeys(owner.name for owner in owners))


def _standing(tasks: Iterable[Task], standing: str) -> list[Task]:
    return [task for task in tasks if task.standing == standing]


def _due_in(tasks: Iterable[Task], month: str) -> list[Task]:
    return [task for task in tasks if task.standing != "overdue" and task.due[:7] == month]
