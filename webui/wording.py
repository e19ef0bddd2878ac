"""What the pages call things: types, properties, relations, roles and standings, in the language of the request."""

from __future__ import annotations

import re
from typing import Any

from schema import EDGE_TYPES, NODE_TYPES, EdgeType, NodeType, Property, node_type
from webui.languages import in_chinese
from webui.languages import translated as _

_BY_KIND = {declared.name.lower(): declared for declared in NODE_TYPES}
_EDGES = {declared.name: declared for declared in EDGE_TYPES}


def type_of(id_: str) -> NodeType | None:
    """The declared type of the thing with this id, or None."""
    return _BY_KIND.get(id_.rpartition("-")[0])


def label(declared: NodeType | EdgeType | Property) -> str:
    """The label of a declaration in the language of the request."""
    return declared.zh if in_chinese() else declared.en


def type_label(name: str) -> str:
    """The label of a node type, given by its name or by its name in lower case; the name itself when it is not declared."""
    declared = node_type(name) or _BY_KIND.get(name)
    return label(declared) if declared else name


def edge_label(name: str, outgoing: bool = True) -> str:
    """The label of a relation; one that is read against its direction is marked with an arrow."""
    declared = _EDGES.get(name)
    wording = label(declared) if declared else name
    return wording if outgoing else f"← {wording}"


def property_label(kind: str, name: str) -> str:
    """The label of a property of a node type."""
    declared = node_type(kind) or _BY_KIND.get(kind)
    found = declared.property(name) if declared else None
    return label(found) if found else name


def role_label(edge: str) -> str:
    """How an owner answers for a directive."""
    return {"LEADS": _("牵头"), "SUPPORTS": _("配合"), "RESPONSIBLE_FOR": _("负责"), "SUPERVISES": _("督办")}.get(edge, edge)


def standing_label(standing: str) -> str:
    """How a directive stands on the day, as far as it is known."""
    return {
        "done": _("已办结"), "adjusted": _("已调整"), "dropped": _("不再执行"), "overdue": _("逾期"), "soon": _("30日内到期"),
        "running": _("未到期"), "recurring": _("定期开展"), "undated": _("未写明时限"),
    }.get(standing, standing)


def status_label(status: str) -> str:
    """What a person may decide about a directive."""
    return _("未完成") if status == "open" else standing_label(status)


def proposed_label(kind: str) -> str:
    """What a model proposes."""
    return {"owner": _("责任单位"), "due": _("时限"), "directive": _("任务")}.get(kind, kind)


def verdict_label(state: str) -> str:
    """What was decided about a proposal."""
    return {"open": _("待确认"), "accept": _("已采纳"), "reject": _("已驳回")}.get(state, state)


def relation_label(relation: str) -> str:
    """How a later step relates to an earlier one."""
    return {
        "restates": _("重申"), "refines": _("细化"), "expands": _("扩展"), "narrows": _("收窄"), "escalates": _("加码"),
        "postpones": _("延期"), "reassigns": _("调整责任单位"), "completes": _("完成"), "revokes": _("撤销"),
    }.get(relation, relation)


def because_label(because: str) -> str:
    """What speaks for a step, as the graph says it: a wording of the minutes in quotes, a change of dates or rounds, or a sentence."""
    known = {
        "no change of owner, time or extent is stated": _("没有写明责任单位、时限或范围有变化"),
        "somebody watches over it now": _("新增督办"), "names who does it": _("明确了责任单位"), "sets a date": _("明确了时限"),
        "says how": _("写得更具体"),
    }
    if because in known:
        return known[because]
    if moved := re.fullmatch(r"due (\S+) → (\S+)", because):
        return _("时限 %(before)s → %(after)s", before=moved[1], after=moved[2])
    if moved := re.fullmatch(r"every (\S+) → every (\S+)", because):
        return f"{recurrence_label(moved[1])} → {recurrence_label(moved[2])}"
    return because


def attendance_label(role: str) -> str:
    """How a person took part in a meeting."""
    return {
        "attend": _("出席"), "observe": _("列席"), "absent": _("请假"), "record": _("记录"), "report": _("汇报"),
    }.get(role, role)


def recurrence_label(recurrence: str) -> str:
    """How often a duty comes again."""
    return {
        "day": _("每日"), "week": _("每周"), "half-month": _("每半月"), "ten-days": _("每旬"), "month": _("每月"),
        "quarter": _("每季度"), "half-year": _("每半年"), "year": _("每年"),
    }.get(recurrence, recurrence)


def connection_detail(connection: dict[str, Any]) -> str:
    """What else is known about a relation: how somebody took part, how a step relates to the other, the days of which it is known."""
    wordings = {"ATTENDED": attendance_label, "EVOLVES_TO": relation_label}
    worded = wordings.get(connection["edge"], str)(connection["detail"]) if connection["detail"] else ""
    known = " – ".join(dict.fromkeys(day for day in (connection["from"], connection["to"]) if day))
    return " ".join(part for part in (worded, known) if part)
