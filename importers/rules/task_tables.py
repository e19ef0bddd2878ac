"""Tables of tasks: a row that names columns (序号⇥议定事项⇥牵头单位⇥完成时限), then a task a row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importers.annotations import Clause, Directive, Minutes, Span
from importers.script import simplified
from importers.sentences import trimmed

_CELL = re.compile(r"[^\t|]+")
_RULER = re.compile(r"[\s|:\-—]*$")
_TASK = re.compile(r"(?:议定|决定|决议|工作|重点|主要|具体|任务|交办|落实|督办|目标)?(?:事项|任务|内容|工作|要点|措施|目标任务|举措)(?:内容|名称|要求)?$|任务分解|具体要求")
_OWNER = re.compile(r"单位|部门|处室|科室|责任人|领导|负责人|股室|牵头|配合|责任|承办|主办|协办|督办")
_LIMIT = re.compile(r"时限|期限|时间|节点|日期|频次|进度要求")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cells of a row hold the task, and which the owners and time limits."""

    task: int
    tails: tuple[int, ...]


def cells(text: str, span: Span) -> list[Span]:
    """The cells of a row, divided by tabs or upright strokes; empty ones keep their place."""
    start, end = span.start, span.end
    row = text[start:end]
    if row.lstrip().startswith("|"):
        start = text.index("|", start) + 1
        end = text.rindex("|", start, end) if row.rstrip().endswith("|") and text.rfind("|", start, end) > 0 else end
    divider = "\t" if "\t" in row else "|"
    found: list[Span] = []
    while True:
        at = text.find(divider, start, end)
        found.append(trimmed(text, Span(start, end if at < 0 else at), ""))
        if at < 0:
            return found
        start = at + 1


def columns_of(text: str, row: list[Span]) -> Columns | None:
    """The columns that a heading row names, or None for any other row."""
    names = [re.sub(r"\s", "", cell.of(text)) for cell in row]
    tasks = [i for i, name in enumerate(names) if _TASK.search(name) and not _OWNER.search(name) and len(name) <= 10]
    tails = tuple(i for i, name in enumerate(names) if (_OWNER.search(name) or _LIMIT.search(name)) and len(name) <= 12)
    return Columns(tasks[0], tails) if tasks and tails else None


def is_row(text: str, clause: Clause) -> bool:
    """Whether a clause is a row of a table."""
    words = text[clause.span.start:clause.lead.end]
    return "\t" in words.strip() or words.lstrip().startswith("|") or (clause.marker is not None and clause.marker.family == "row")


def find_tabled_tasks(minutes: Minutes) -> None:
    """Adds a directive for each task row below a row that names its columns; heading and ruling rows become headings."""
    text = simplified(minutes.text)
    columns: Columns | None = None
    for clause in minutes.clauses():
        if not is_row(text, clause):
            continue
        row = cells(text, Span(clause.span.start, clause.lead.end))
        named = columns_of(text, row)
        if named or _RULER.match(text, clause.span.start, clause.lead.end):
            columns, clause.rule = named or columns, "title"
        elif columns:
            _add(minutes, text, clause, row, columns)
    minutes.directives.sort(key=lambda directive: directive.span.start)


def _add(minutes: Minutes, text: str, clause: Clause, row: list[Span], columns: Columns) -> None:
    """One task; a row without a task (a cell merged with the one above) asks for nothing."""
    if len(row) <= columns.task or len(row[columns.task]) < 2:
        return
    task = trimmed(text, row[columns.task])
    tails = [row[i] for i in columns.tails if i < len(row) and len(row[i]) and row[i].of(text).strip("—-－/ ")]
    path = clause.path
    minutes.directives = [d for d in minutes.directives if d.clause is not clause]
    minutes.directives.append(Directive(task, clause, path, clause.act, "table row", tails))
