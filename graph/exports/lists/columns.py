"""The columns that lists are made of."""

from __future__ import annotations

from graph.exports.lists.office_list import Column, Part
from graph.judgements.judging import STATUSES
from graph.judgements.standing import STANDINGS

ROLES = {"LEADS": "牵头", "RESPONSIBLE_FOR": "负责", "SUPPORTS": "配合", "SUPERVISES": "督办"}
BASES = {"stated": "原文", "inferred": "推定"}
RECURRENCES = {"day": "每日", "week": "每周", "ten-days": "每旬", "half-month": "每半月", "month": "每月", "quarter": "每季度",
               "half-year": "每半年", "year": "每年"}
LIGHTS = {"overdue": "红灯", "soon": "黄灯", "running": "绿灯", "recurring": "绿灯"}
"""Of what is open and has a date or a rhythm; what is settled or undated has no light."""


def light(standing: str) -> str:
    """红灯（逾期）: the light in words, with what it says; the plain standing where there is none."""
    return f"{LIGHTS[standing]}（{STANDINGS[standing]}）" if standing in LIGHTS else STANDINGS[standing]


def _names(part: Part, *roles: str) -> str:
    return "、".join(owner.name for owner in part.owners if owner.role in roles)


def _only(values: list[str]) -> str:
    """What all owners of a row have in common, once."""
    return "、".join(dict.fromkeys(value for value in values if value))


def _brief_owners(part: Part) -> str:
    told = ((role, _names(part, key)) for key, role in ROLES.items())
    return "\n".join(f"{role}：{names}" for role, names in told if names) or "（未写明）"


def _brief_due(part: Part) -> str:
    words = part.task.due_text
    return "\n".join(filter(None, (part.task.due, f"（{words}）" if words else ""))) or "（未写明）"


def _source(part: Part) -> str:
    task = part.task
    return "\n".join(filter(None, (task.meeting, " ".join(filter(None, (task.date, "/".join(task.path)))), task.document, task.id)))


def _progress(part: Part) -> str:
    settled = part.task.settlement
    return " ".join(filter(None, (settled.date, settled.words))) if settled.status != "open" else ""


OWNER = Column("owner", "责任单位", 15, lambda part: _only([owner.name for owner in part.owners]))
ROLE = Column("role", "方式", 6, lambda part: _only([ROLES.get(owner.role, "") for owner in part.owners]), centred=True)
BASIS = Column("basis", "依据", 6, lambda part: _only([BASES.get(owner.basis, "") for owner in part.owners]), centred=True)
LEADS = Column("leads", "牵头（责任）单位", 16, lambda part: _names(part, "LEADS", "RESPONSIBLE_FOR"))
SUPPORTS = Column("supports", "配合单位", 16, lambda part: _names(part, "SUPPORTS"))
SUPERVISES = Column("supervises", "督办单位", 11, lambda part: _names(part, "SUPERVISES"))
QUOTE = Column("quote", "任务要求（原文）", 48, lambda part: part.task.text)
DUE = Column("due", "完成时限", 11, lambda part: part.task.due, centred=True, day=True)
DUE_WORDS = Column("due_words", "时限原文", 12, lambda part: part.task.due_text)
RECURRENCE = Column("recurrence", "周期", 7, lambda part: RECURRENCES.get(part.task.recurrence, ""), centred=True)
STATUS = Column("status", "状态", 8, lambda part: STATUSES[part.task.settlement.status], centred=True)
LIGHT = Column("light", "预警", 15, lambda part: light(part.task.standing), centred=True)
PROGRESS = Column("progress", "办理情况", 22, _progress)
MEETING = Column("meeting", "会议", 22, lambda part: part.task.meeting)
DATE = Column("date", "会议日期", 11, lambda part: part.task.date, centred=True, day=True)
CLAUSE = Column("clause", "条款", 9, lambda part: "/".join(part.task.path), centred=True)
DOCUMENT = Column("document", "文件", 26, lambda part: part.task.document, printed=False)
DIRECTIVE = Column("directive", "任务编号", 30, lambda part: part.task.id, printed=False)

BY_OWNER = (OWNER, ROLE, BASIS, QUOTE, DUE, DUE_WORDS, RECURRENCE, STATUS, LIGHT, MEETING, DATE, CLAUSE, DOCUMENT, DIRECTIVE)
"""A row for each owner of a task: to filter by department."""
BY_TASK = (QUOTE, LEADS, SUPPORTS, SUPERVISES, DUE, DUE_WORDS, RECURRENCE, LIGHT, PROGRESS, MEETING, DATE, CLAUSE, DOCUMENT, DIRECTIVE)
"""A row for each task: to follow it up."""

BRIEF = (
    QUOTE,
    Column("owners", "责任单位", 16, _brief_owners),
    Column("due", "完成时限", 12, _brief_due),
    Column("light", LIGHT.heading, 10, lambda part: light(part.task.standing).replace("（", "\n（"), centred=True),
    Column("source", "来源", 24, _source),
)
"""What a page of paper holds; nothing that a row needs to be found again is left out."""
