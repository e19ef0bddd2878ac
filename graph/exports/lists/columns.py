"""The lines of a responsibility list: who has to do what by when, in which words of which meeting; one for each directive and owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from graph.exports.responsibility import ResponsibilityList
from graph.judgements.judging import STATUSES
from graph.judgements.standing import STANDINGS
from graph.store import Row, Store

BATCH = 500
"""Directives read at a time."""

ROLES = {"LEADS": "牵头", "RESPONSIBLE_FOR": "负责", "SUPPORTS": "配合", "SUPERVISES": "督办"}
BASES = {"stated": "原文", "inferred": "推定"}
RECURRENCES = {"day": "每日", "week": "每周", "ten-days": "每旬", "half-month": "每半月", "month": "每月", "quarter": "每季度",
               "half-year": "每半年", "year": "每年"}

_DETAILS = """
UNWIND $ids AS wanted
MATCH (d:Directive {id: wanted})-[:MENTIONED_IN]->(document:Document)
OPTIONAL MATCH (document)-[:RECORDS]->(meeting:Meeting)
RETURN DISTINCT d.id AS id, d.text AS text, d.path AS path, d.due_text AS due_text, document.path AS document, meeting.title AS meeting
"""
_OWNERS = """
UNWIND $ids AS wanted
MATCH (d:Directive {id: wanted})<-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES]-(owner)
RETURN d.id AS directive, owner.id AS id, coalesce(owner.name, owner.title) AS name, type(r) AS role, r.basis AS basis, r.start AS start
"""


class Line(NamedTuple):
    """One owner's part in one directive; what is not stated is empty. `due` is an ISO prefix, `light` tells what is late."""

    owner: str
    role: str
    basis: str
    quote: str
    due: str
    due_words: str
    recurrence: str
    status: str
    light: str
    meeting: str
    date: str
    clause: str
    document: str
    directive: str


HEADINGS = Line(
    owner="责任单位", role="方式", basis="依据", quote="任务要求（原文）", due="完成时限", due_words="时限原文", recurrence="周期",
    status="状态", light="预警", meeting="会议", date="会议日期", clause="条款", document="文件", directive="任务编号",
)


def lines(store: Store, covered: ResponsibilityList) -> Iterator[Line]:
    """The lines in order. A directive without an owner has one line with a blank; in a body's list only the body's own parts stand."""
    for start in range(0, len(covered.directives), BATCH):
        batch = covered.directives[start:start + BATCH]
        ids = [row["id"] for row in batch]
        details = {row["id"]: row for row in store.read(_DETAILS, ids=ids)}
        owners = _owners(store, ids)
        for directive in batch:
            told = directive | details.get(directive["id"], {})
            for owner in _shown(owners[directive["id"]], covered.owners):
                yield _line(told, owner, covered)


def _owners(store: Store, ids: list[str]) -> defaultdict[str, list[Row]]:
    """Who answers for each directive: those who lead first, then by place in the text."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    ranks = list(ROLES)
    rows = store.read(_OWNERS, ids=ids)
    for row in sorted(rows, key=lambda row: (ranks.index(row["role"]), row["start"] or 0, row["name"] or "", row["id"])):
        found[row["directive"]].append(row)
    return found


def _shown(owners: list[Row], only: frozenset[str]) -> list[Row]:
    if only:
        return [owner for owner in owners if owner["id"] in only]
    return owners or [{"name": "", "role": "", "basis": ""}]


def _line(told: Row, owner: Row, covered: ResponsibilityList) -> Line:
    id_ = told["id"]
    return Line(
        owner=owner["name"] or "", role=ROLES.get(owner["role"], ""), basis=BASES.get(owner["basis"], ""),
        quote=told.get("text") or "", due=told["due"] or "", due_words=told.get("due_text") or "",
        recurrence=RECURRENCES.get(told["recurrence"], ""), status=STATUSES[covered.statuses.get(id_, "open")],
        light=STANDINGS[covered.standings[id_]], meeting=" ".join((told.get("meeting") or "").split()), date=told["date"] or "",
        clause="/".join(told.get("path") or ()), document=told.get("document") or "", directive=id_,
    )
