"""Tables of tasks: a row that names columns (序号⇥议定事项⇥牵头单位⇥完成时限), then a task a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from importers.annotations import Clause, Directive, Minutes, Span
from importers.rules.table_columns import Columns, cells, columns_of, is_row_text, names_of, task_rows
from importers.script import simplified
from importers.sentences import trimmed

_RULER = re.compile(r"[\s|:\-—]*$")


@dataclass(slots=True)
class _Table:
    """The columns that a heading named, and the rows below it, each with its clause."""

    columns: Columns
    rows: list[tuple[Clause, list[Span]]] = field(default_factory=list)

    def demand(self) -> int:
        """The column of the demand: of several (重点任务⇥具体措施) the one that says most."""
        return max(self.columns.demands, key=lambda column: sum(len(row[column]) for _, row in self.rows if column < len(row)))


def is_row(text: str, clause: Clause) -> bool:
    """Whether a clause is a row of a table."""
    return is_row_text(text[clause.span.start:clause.lead.end]) or (clause.marker is not None and clause.marker.family == "row")


def find_tabled_tasks(minutes: Minutes) -> None:
    """Adds a directive for each task row below a row that names its columns; heading and ruling rows become headings."""
    text = simplified(minutes.text)
    for table in _tables(minutes, text):
        column = table.demand()
        for clause, row in table.rows:
            _add(minutes, text, clause, row, column, table.columns.tails)
    minutes.directives.sort(key=lambda directive: directive.span.start)


def _tables(minutes: Minutes, text: str) -> list[_Table]:
    """The tables of tasks, in order. A heading may take two rows."""
    lines = [(p.start, p.end) for p in minutes.source.paragraphs]
    tasks = {start for (start, _), task in zip(lines, task_rows(text, lines), strict=True) if task}
    found: list[_Table] = []
    for clause in minutes.clauses():
        if not is_row(text, clause):
            continue
        row = cells(text, Span(clause.span.start, clause.lead.end))
        names = names_of(text, row)
        table = found[-1] if found else None
        named = columns_of(names)
        more = table.columns.going_on(names) if table and not table.rows and not named else None
        if named:
            found.append(_Table(named))
        elif table and more:
            table.columns = more
        if named or more or _RULER.match(text, clause.span.start, clause.lead.end):
            clause.rule = "title"
        elif table and text.rfind("\n", 0, clause.span.start) + 1 in tasks:
            table.rows.append((clause, row))
    return found


def _add(minutes: Minutes, text: str, clause: Clause, row: list[Span], column: int, tails: tuple[int, ...]) -> None:
    """One task; a row without a task (a cell merged with the one above) asks for nothing."""
    if len(row) <= column or len(row[column]) < 2:
        return
    task = trimmed(text, row[column])
    held = [row[i] for i in tails if i < len(row) and len(row[i]) and row[i].of(text).strip("—-－/ ")]
    minutes.directives = [d for d in minutes.directives if d.clause is not clause]
    minutes.directives.append(Directive(task, clause, clause.path, clause.act, "table row", held))
