"""Two fictional minutes as records, written by hand, so that the pages are tried on data that no rule of extraction can change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from schema import Edge, End, Evidence, Node, Record, Value, node_id

BODY = "云泽市水务局"
HOSTILE = "<script>alert('一')</script>‮\x1b[31m" + "很长的名称" * 2000
"""A name as an attacker would print it: markup, a mark that turns the writing round, a control character, 10,000 characters."""


class Minutes:
    """The records of one document; each fact is stated by words that must stand in the text."""

    def __init__(self, path: str, title: str, date: str, text: str) -> None:
        self.path, self.title, self.date, self.text = path, title, date, text
        self.document = node_id("Document", path)
        self.meeting = node_id("Meeting", path)
        self.records: list[Record] = [
            Node("Document", self.document, {"name": path, "path": path, "text": text, "sha256": hashlib.sha256(text.encode()).hexdigest(), "format": "txt",
                                             "body": BODY, "date": date}),
            self.node("Meeting", self.meeting, title, {"title": title, "date": date, "meeting_kind": "局长办公会议", "place": "三楼会议室"}),
            Edge("RECORDS", self.document, self.meeting, {}, (self.evidence(title),)),
        ]

    def evidence(self, words: str) -> Evidence:
        """Where the words stand first."""
        start = self.text.index(words)
        return Evidence(self.document, start, start + len(words), words, "by-hand")

    def node(self, type_: str, id_: str, words: str, properties: dict[str, Value]) -> Node:
        """A thing that the words state."""
        return Node(type_, id_, properties, (self.evidence(words),))

    def named(self, type_: str, name: str, words: str = "") -> str:
        """A thing with a name that is the same in every minutes; its id."""
        id_ = node_id(type_, BODY, name)
        key = "title" if type_ in ("Post", "PolicyDocument") else "name"
        self.records.append(self.node(type_, id_, words or name, {key: name}))
        return id_

    def edge(self, type_: str, source: str, target: str, words: str, properties: dict[str, Value] | None = None) -> None:
        """A relation that the words state."""
        self.records.append(Edge(type_, source, target, properties or {}, (self.evidence(words),)))

    def clause(self, words: str, marker: str, order: int, class_: str = "heading") -> str:
        """A clause of the document; its id."""
        id_ = node_id("Clause", self.path, order)
        self.records.append(self.node("Clause", id_, words, {"text": words, "path": [marker], "order": order, "class": class_}))
        self.edge("PART_OF", id_, self.document, words)
        return id_

    def directive(self, words: str, owners: dict[str, str], **properties: Value) -> str:
        """A directive that the meeting gave; owners are department → edge type; its id."""
        id_ = node_id("Directive", self.path, words)
        self.records.append(self.node("Directive", id_, words, {"text": words, "date": self.date, "act": "要求", "path": ["一、"], **properties}))
        self.edge("ISSUED", self.meeting, id_, words)
        for department, role in owners.items():
            self.edge(role, self.named("Organization", department), id_, department, {"basis": "stated"})
        return id_

    def stream(self) -> Iterator[Record]:
        """All records and the end."""
        yield from self.records
        yield End(self.document, len(self.records))


def first() -> Minutes:
    """The earlier meeting: three directives, one of them recurring, and a decision."""
    minutes = Minutes("2025/2025-03-06_办公会.txt", "云泽市水务局局长办公会议纪要", "2025-03-06", "\n".join((
        "云泽市水务局局长办公会议纪要", "2025年3月6日上午，局长段启明在三楼会议室主持召开局长办公会议。",
        "一、关于易涝点整治", "会议要求，由排水管理处牵头，规划计划处配合，10月底前完成28处易涝点整治。",
        "市城区排水中心每月报送一次普查进度。", "要加强汛期值守。",
        "二、关于制度建设", "会议审议通过了《云泽市水务局印章管理办法》。",
    )))
    person = minutes.named("Person", "段启明")
    minutes.edge("CHAIRED", person, minutes.meeting, "段启明")
    minutes.edge("HOLDS", person, minutes.named("Post", "局长", "局长段启明"), "局长段启明", {"from": "2025-03-06"})
    minutes.clause("一、关于易涝点整治", "一、", 0)
    minutes.clause("二、关于制度建设", "二、", 1)
    minutes.directive("由排水管理处牵头，规划计划处配合，10月底前完成28处易涝点整治", {"排水管理处": "LEADS", "规划计划处": "SUPPORTS"},
                      due="2025-10-31", due_text="10月底前")
    minutes.directive("市城区排水中心每月报送一次普查进度", {"市城区排水中心": "RESPONSIBLE_FOR"}, recurrence="month", due_text="每月")
    minutes.directive("要加强汛期值守", {})
    decision = node_id("Decision", minutes.path, 1)
    minutes.records.append(minutes.node("Decision", decision, "审议通过了《云泽市水务局印章管理办法》",
                                        {"text": "审议通过了《云泽市水务局印章管理办法》", "date": minutes.date, "act": "通过"}))
    minutes.edge("TOOK", minutes.meeting, decision, "审议通过了《云泽市水务局印章管理办法》")
    minutes.edge("CITES", decision, minutes.named("PolicyDocument", "云泽市水务局印章管理办法"), "云泽市水务局印章管理办法")
    return minutes


def second() -> Minutes:
    """The later meeting takes the first matter up again, and names a body as an attacker would."""
    minutes = Minutes("2026/2026-01-15_办公会.txt", "云泽市水务局局长办公会议纪要（第二次）", "2026-01-15", "\n".join((
        "云泽市水务局局长办公会议纪要（第二次）", "一、关于易涝点整治",
        "会议要求，由排水管理处牵头，规划计划处、财务审计处配合，2026年6月底前完成36处易涝点整治。",
        f"请{HOSTILE}配合。",
    )))
    minutes.clause("一、关于易涝点整治", "一、", 0)
    minutes.directive("由排水管理处牵头，规划计划处、财务审计处配合，2026年6月底前完成36处易涝点整治",
                      {"排水管理处": "LEADS", "规划计划处": "SUPPORTS", "财务审计处": "SUPPORTS"}, due="2026-06-30", due_text="2026年6月底前")
    minutes.directive(f"请{HOSTILE}配合", {HOSTILE: "SUPPORTS"})
    return minutes


def both() -> Iterator[Record]:
    """The records of both."""
    yield from first().stream()
    yield from second().stream()
