"""The columns of task tables by their names: which hold the demand (议定事项, 具体措施), who answers (牵头单位) and by when (完成时限)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from importers.annotations import Span
from importers.rules.header_kind import NOTE
from importers.sentences import trimmed

_DEMAND = re.compile(r"(?:事项|任务|内容|工作|要点|措施|举措)(?:内容|名称|要求)?$|任务分解|(?:具体|落实|有关|会议|任务|目标)要求$")
"""序号⇥督办事项⇥具体措施⇥工作要求"""
_OWNER = re.compile(r"单位|部门|处室|科室|责任人|领导|负责人|股室|牵头|配合|责任|承办|主办|协办|督办")
_LIMIT = re.compile(r"时限|期限|时间|节点|日期|频次|进度要求")
_ABOUT = re.compile(
    r"(?:编号|序号|文号|情况|进展|结果|备注|状态|评价|意见|反馈|方式|电话|签字|签名|来源|依据)$"
    r"|^(?:会议|交办|下达|印发|发文|收文|立项|起始|起止|开始|启动|开工|汇报|报送|反馈|更新|填报|登记|接收|检查|实际|本次|上次).{0,8}(?:时间|日期|节点)$|^(?:召开|交办|填报)(?:时间|日期|单位|部门|人)$")
"""督办编号, 落实情况, 交办时间, 实际完成时间 say neither who answers nor by when."""
LONGEST_NAME = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cells of a row may hold the demand, and which the owners and time limits, by number."""

    demands: tuple[int, ...]
    tails: tuple[int, ...]

    def going_on(self, names: list[str]) -> Columns | None:
        """With a second row of names below a part of the first (责任分工 over 牵头单位 and 配合单位); None where the row is no such one."""
        named = {i for i, name in enumerate(names) if name}
        tails = {i for i in named if _is_tail(names[i])}
        return Columns(self.demands, tuple(sorted({*self.tails, *tails}))) if named and named == tails else None


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


def names_of(text: str, row: list[Span]) -> list[str]:
    """The cells as names of columns: without spaces, and without what stands in brackets behind them."""
    return [NOTE.sub("", re.sub(r"\s", "", cell.of(text))) for cell in row]


def columns_of(names: list[str]) -> Columns | None:
    """The columns that a heading row names, or None for any other row."""
    demands = tuple(i for i, name in enumerate(names) if _DEMAND.search(name) and len(name) <= LONGEST_NAME - 2)
    tails = tuple(i for i, name in enumerate(names) if i not in demands and _is_tail(name))
    return Columns(demands, tails) if demands and tails else None


def is_row_text(words: str) -> bool:
    """Whether a line is the row of a table: its cells divided by tabs, or by upright strokes from its beginning on."""
    return "\t" in words.strip() or words.lstrip().startswith("|")


def task_rows(text: str, lines: Iterable[tuple[int, int]]) -> list[bool]:
    """For each line, by start and end, whether it is a row of a task table below its heading; a sentence ends the table."""
    inside = False
    found: list[bool] = []
    for start, end in lines:
        row = is_row_text(text[start:end])
        heading = row and columns_of(names_of(text, cells(text, Span(start, end)))) is not None
        found.append(row and inside and not heading)
        inside = heading or (inside and (row or not text[start:end].rstrip().endswith(("。", "："))))
    return found


def _is_tail(name: str) -> bool:
    return len(name) <= LONGEST_NAME and bool(_OWNER.search(name) or _LIMIT.search(name)) and not _ABOUT.search(name)
