"""Three meetings of a fictional bureau over two years, small enough that every answer can be worked out by hand."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from graph.judgements.judging import Judgement, judge
from graph.loading.load import load
from graph.store import Store
from schema import Edge, End, Evidence, Node, Record, node_id

BODY = "云泽市水务局"


def organization(name: str) -> str:
    return node_id("Organization", BODY, name)


def person(name: str) -> str:
    return node_id("Person", BODY, name)


def post(title: str) -> str:
    return node_id("Post", BODY, title)


def directive(path: str, text: str) -> str:
    return node_id("Directive", path, text)


def meeting(path: str) -> str:
    return node_id("Meeting", path)


class Minutes:
    """Collects the records of one document; every name is quoted from a text that lists them all."""

    def __init__(self, path: str, title: str, date: str, words: Sequence[str]) -> None:
        self.path, self.date = path, date
        self.text = "\n".join([title, *words])
        self.document = node_id("Document", path)
        self.meeting = meeting(path)
        self.records: list[Record] = [
            Node("Document", self.document, {"path": path, "name": path, "text": self.text, "sha256": f"hash of {path}", "body": BODY, "date": date}),
            Node("Meeting", self.meeting, {"title": title, "date": date}, self.said(title)),
            Edge("RECORDS", self.document, self.meeting, {}, self.said(title)),
        ]
        self.seen: set[str] = set()

    def said(self, quote: str) -> tuple[Evidence, ...]:
        start = self.text.index(quote)
        return (Evidence(self.document, start, start + len(quote), quote, "test"),)

    def node(self, node: Node) -> str:
        if node.id not in self.seen:
            self.records.append(node)
            self.seen.add(node.id)
        return node.id

    def organization(self, name: str, printed: str = "") -> str:
        return self.node(Node("Organization", organization(name), {"name": name}, self.said(printed or name)))

    def directive(self, text: str, owners: Sequence[tuple[str, str]] = (), **properties: str) -> str:
        id_ = self.node(Node("Directive", directive(self.path, text), {"text": text, "date": self.date, "path": ["一"], **properties}, self.said(text)))
        self.records.append(Edge("ISSUED", self.meeting, id_, {}, self.said(text)))
        for role, owner in owners:
            self.records.append(Edge(role, self.organization(owner), id_, {"basis": "stated"}, self.said(text)))
        return id_

    def holds(self, name: str, title: str, body: str) -> None:
        someone = self.node(Node("Person", person(name), {"name": name}, self.said(name)))
        seat = self.node(Node("Post", post(title), {"title": title}, self.said(title)))
        self.records += [Edge("HOLDS", someone, seat, {}, self.said(name)), Edge("CHAIRED", someone, self.meeting, {}, self.said(name)),
                         Edge("OF", seat, self.organization(body), {}, self.said(title))]

    def policy(self, title: str, citing: str, number: str) -> None:
        id_ = self.node(Node("PolicyDocument", node_id("PolicyDocument", title), {"title": title, "number": number}, self.said(title)))
        self.records.append(Edge("CITES", directive(self.path, citing), id_, {}, self.said(title)))

    def project(self, name: str, about: str) -> None:
        id_ = self.node(Node("Project", node_id("Project", BODY, name), {"name": name}, self.said(name)))
        self.records.append(Edge("ABOUT", directive(self.path, about), id_, {}, self.said(name)))

    def closed(self) -> list[Record]:
        return [*self.records, End(self.document, len(self.records))]


DREDGE = "要加快青湖清淤工程，年内完成"
SURVEY = "摸清全市河道底数"
REPORT = "每季度报送进展"
LEDGER = "水资源处牵头建立取水台账"
DREDGE_AGAIN = "青湖清淤工程延至2024年6月底前完成"
PATROL = "汛前完成巡查"
PIPES = "更换老旧管网，2024年底前完成"
PLAN = "按照《青湖保护规划》抓好落实"


def minutes() -> list[list[Record]]:
    """The three documents: March 2023, November 2023, May 2024."""
    first = Minutes("2023-03.txt", "云泽市水务局党组会议纪要", "2023-03-10",
                    [BODY, "林岚", "局长", "水资源处", "水资源管理处", "工程处", DREDGE, SURVEY, REPORT, "办公室", "青湖清淤工程"])
    first.organization("水资源管理处", "水资源处")
    first.directive(DREDGE, [("LEADS", "工程处"), ("SUPPORTS", "水资源管理处")], due="2023-12-31", due_text="年内完成")
    first.directive(SURVEY)
    first.directive(REPORT, [("RESPONSIBLE_FOR", "水资源管理处")], recurrence="quarter")
    first.project("青湖清淤工程", DREDGE)
    first.holds("林岚", "局长", BODY)
    second = Minutes("2023-11.txt", "云泽市水务局局长办公会议纪要", "2023-11-20",
                     [BODY, "林岚", "局长", "水资源管理处", "工程处", LEDGER, DREDGE_AGAIN, "办公室", "青湖清淤工程"])
    second.directive(LEDGER, [("LEADS", "水资源管理处"), ("SUPERVISES", "办公室")], due="2024-03")
    second.directive(DREDGE_AGAIN, [("LEADS", "工程处")], due="2024-06-30")
    second.project("青湖清淤工程", DREDGE_AGAIN)
    second.holds("林岚", "局长", BODY)
    third = Minutes("2024-05.txt", "云泽市水务局防汛专题会议纪要", "2024-05-06",
                    [BODY, "周远", "局长", "工程处", "水资源管理处", PATROL, PIPES, PLAN, "《青湖保护规划》", "取水台账已建成"])
    third.directive(PATROL)
    third.directive(PIPES, [("RESPONSIBLE_FOR", "水资源管理处")], due="2024-12-31")
    third.directive(PLAN, [("RESPONSIBLE_FOR", "水资源管理处"), ("RESPONSIBLE_FOR", "工程处")])
    third.policy("《青湖保护规划》", PLAN, "云政发〔2023〕9号")
    third.holds("周远", "局长", BODY)
    third.node(Node("ProgressReport", node_id("ProgressReport", "done"), {"text": "取水台账已建成", "date": "2024-05-06"}, third.said("取水台账已建成")))
    return [first.closed(), second.closed(), third.closed()]


def fill(store: Store) -> None:
    """Loads the three documents, then puts the steps between them and two judgements in place by hand."""
    reports = list(load(store, [record for document in minutes() for record in document]))
    assert [report.outcome for report in reports] == ["added"] * 3, reports
    store.write("MATCH ()-[e:EVOLVES_TO]->() DELETE e")
    _step(store, directive("2023-03.txt", DREDGE), directive("2023-11.txt", DREDGE_AGAIN), "postpones")
    _step(store, directive("2023-11.txt", LEDGER), node_id("ProgressReport", "done"), "completes")
    for day, status in ((datetime.datetime(2024, 1, 5, 4, tzinfo=datetime.UTC), "dropped"), (datetime.datetime(2024, 2, 5, 4, tzinfo=datetime.UTC), "open")):
        judge(store, Judgement(directive("2023-03.txt", DREDGE), status, "王敏", "局长批示", day))


def _step(store: Store, source: str, target: str, relation: str) -> None:
    label = "ProgressReport" if target.startswith("progressreport") else "Directive"
    store.write(f"MATCH (a:Directive {{id: $source}}), (b:{label} {{id: $target}}) CREATE (a)-[:EVOLVES_TO {{relation: $relation, score: 1.0}}]->(b)",
                source=source, target=target, relation=relation)
