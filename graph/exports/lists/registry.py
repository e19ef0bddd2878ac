"""The lists that offices take away. A new one is a function beside these and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.exports.lists.columns import BRIEF, BY_OWNER, BY_TASK
from graph.exports.lists.office_list import Column, OfficeList, Section
from graph.exports.lists.periods import monthly, quarterly, weekly
from graph.exports.lists.sections import by_month, every_owner, every_task, gaps
from graph.exports.lists.tasks import Covered, covered
from graph.exports.scope import Scope
from graph.judgements.standing import STANDINGS
from graph.store import Store


@dataclass(frozen=True, slots=True)
class ListKind:
    """A list: its name, its title in two languages, its columns, and how it sorts what a scope covers into sections."""

    name: str
    zh: str
    en: str
    columns: tuple[Column, ...]
    sections: Callable[[Covered, str], list[Section]]


LISTS: tuple[ListKind, ...] = (
    ListKind("responsibility", "责任清单", "responsibility list, a row for each owner", BY_OWNER, every_owner),
    ListKind("ledger", "督办台账", "supervision ledger, a row for each task", BY_TASK, every_task),
    ListKind("gaps", "缺项清单", "tasks without owner or date, or with several leads", BY_TASK, gaps),
    ListKind("due", "到期清单", "open tasks by the month in which they are due", BY_TASK, by_month),
    ListKind("weekly", "工作周报", "weekly report: newly given, settled, overdue, due next week", BY_TASK, weekly),
    ListKind("monthly", "月度督办清单", "monthly supervision list: overdue, due this month and next, recurring, settled", BY_TASK, monthly),
    ListKind("quarterly", "季度推进清单", "quarterly push list: what is overdue, due or undated, by leading body", BY_TASK, quarterly),
)

BY_NAME: Mapping[str, ListKind] = {kind.name: kind for kind in LISTS}


def office_list(store: Store, scope: Scope) -> OfficeList:
    """The list of a scope. Raises QueryError as `covered` does."""
    kind, found = BY_NAME[scope.list], covered(store, scope)
    sections = kind.sections(found, scope.as_of)
    return OfficeList(f"{found.name}{kind.zh}", _note(sections, scope.as_of), scope.as_of, kind.columns, BRIEF, sections)


def _note(sections: list[Section], as_of: str) -> str:
    """How many tasks the list holds, and how many of them stand how."""
    tasks = {part.task.id: part.task for section in sections for part in section.parts}
    counted = ((label, sum(task.standing == name for task in tasks.values())) for name, label in STANDINGS.items())
    return "；".join((f"截至 {as_of}，共 {len(tasks)} 项任务", *(f"{label} {number} 项" for label, number in counted if number)))


