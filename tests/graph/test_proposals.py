"""Proposals of a model in the graph: open until a person decides, kept whatever becomes of the document, on both engines."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest

from graph.asking import ask
from graph.exports.lists.tasks import covered
from graph.exports.records import write_graph_records
from graph.exports.scope import Scope
from graph.judgements.judging import Judgement, judge, judgements, keep_again
from graph.judgements.standing import statuses
from graph.loading.load import forget, load
from graph.loading.verification import differences
from graph.page_questions import page_rows
from graph.proposals.keeping import keep_proposals
from graph.store import Row, Store
from schema import Edge, End, Node, QueryError, Record, RecordError, Value, node_id, read_records
from tests.graph.universe import document, dump, empty

PATH = "一.docx"
DOCUMENT = node_id("Document", PATH)
DIKE = "水利处抓好南堤加固工程，6月底完成"
NEIGHBOUR = "清理北闸上游河道的漂浮物"
UNCLEAR = "南堤这件事，水利处6月底要有个说法"
LATE = "2099-01-01"
NOON = datetime(2024, 5, 1, 4, 0, tzinfo=UTC)
SUBJECT = node_id("Directive", PATH, DIKE)
CLAUSE = node_id("Clause", PATH, UNCLEAR)
OFFICE = node_id("Organization", "水利处")


def minutes(*directives: str, words: str = "", clause: str = "", body: bool = True) -> list[Record]:
    """The document at PATH with these directives, a clause that was not understood, and the body that its words name."""
    records = document(PATH, words=f"{words}{clause}", directives=directives)[:-1]
    text = next(str(record.properties["text"]) for record in records if isinstance(record, Node))

    def said(name: str, node: Node) -> Node:
        start = text.index(name)
        quoted = records[1].evidence[0]  # type: ignore[union-attr]
        return Node(node.type, node.id, node.properties, (type(quoted)(DOCUMENT, start, start + len(name), name, "name"),))

    if clause:
        id_ = node_id("Clause", PATH, clause)
        records.append(said(clause, Node("Clause", id_, {"text": clause, "class": "unclear"})))
    if body and "水利处" in text:
        records.append(said("水利处", Node("Organization", OFFICE, {"name": "水利处"})))
    return [*records, End(DOCUMENT, len(records))]


def loaded(store: Store, *directives: str, words: str = "", clause: str = "") -> None:
    assert "refused" not in [report.outcome for report in load(store, minutes(*directives, words=words, clause=clause))]


def proposal(kind: str, text: str, subject: str = SUBJECT, quote: str = DIKE, **more: Value) -> Node:
    """A proposal as the importers write it."""
    told: dict[str, Value] = {
        "proposed": kind, "text": text, "subject": subject, "quote": quote, "document": DOCUMENT, "document_path": PATH,
        "others": [node_id("Directive", PATH, NEIGHBOUR)], "model": "小模型", "date": "2024-01-15", "basis": "inferred", **more,
    }
    return Node("Proposal", node_id("Proposal", subject, kind, text), told, (), True, "model 小模型")


OWNER = proposal("owner", "水利处", role="RESPONSIBLE_FOR")
DUE = proposal("due", "6月底", due="2024-06-30", due_text="6月底")
WHOLE = proposal("directive", "水利处6月底要有个说法", CLAUSE, UNCLEAR, due="2024-06-30", due_text="6月底", owners=["RESPONSIBLE_FOR:水利处"])


def decide(store: Store, node: Node, verdict: str, at: datetime = NOON) -> None:
    judge(store, Judgement(node.id, verdict, "林岚", "", at))


def state(store: Store, node: Node) -> tuple[str, str | None] | None:
    """What was decided about a proposal, and on what it stands now; None where it is gone."""
    rows = store.read("MATCH (p:Proposal {id: $id}) RETURN p.state AS state, p.current AS current", id=node.id)
    return (rows[0]["state"], rows[0]["current"]) if rows else None


def owners(store: Store, directive: str = SUBJECT) -> list[Row]:
    return page_rows(store, "directive_owners", ids=[directive], as_of=LATE)


def due(store: Store, directive: str = SUBJECT) -> tuple[str | None, str | None]:
    [row] = page_rows(store, "directive_rows", ids=[directive], as_of=LATE)
    return row["due"], row["due_basis"]


def asked(store: Store, name: str, column: str = "directive", **given: str) -> list[object]:
    """One column of a named question's answer."""
    table = ask(store, name, {"as_of": LATE, **given})
    return [row[table.columns.index(column)] for row in table.rows]


def test_an_open_proposal_waits_and_counts_for_nothing(store: Store) -> None:
    loaded(store, DIKE, NEIGHBOUR, clause=UNCLEAR)
    assert keep_proposals(store, [OWNER, DUE, WHOLE]) == (3, 3)
    assert [state(store, node) for node in (OWNER, DUE, WHOLE)] == [("open", SUBJECT), ("open", SUBJECT), ("open", CLAUSE)]
    assert owners(store) == [] and due(store) == (None, None)
    assert SUBJECT in asked(store, "ownerless") and SUBJECT in asked(store, "undated")
    assert asked(store, "overdue") == [] and asked(store, "duties", department="水利处") == []
    assert asked(store, "proposals", "text", show="open") == ["水利处6月底要有个说法", "水利处", "6月底"]


def test_proposals_come_once_and_their_words_are_where_they_say(store: Store) -> None:
    loaded(store, DIKE)
    assert keep_proposals(store, [OWNER]) == (1, 1)
    decide(store, OWNER, "reject")
    assert keep_proposals(store, [OWNER, DUE]) == (1, 2)
    assert state(store, OWNER) == ("reject", SUBJECT)
    for row in store.read("MATCH (p:Proposal) MATCH (d:Document {id: p.document}) RETURN d.text AS text, p.start AS s, p.end AS e, p.text AS words"):
        assert row["text"][row["s"]:row["e"]] == row["words"]


@pytest.mark.parametrize("node", [
    proposal("owner", "财政处", role="LEADS"),
    proposal("owner", "水利处", node_id("Directive", PATH, "别的"), "完全不同的另一件事情", role="LEADS"),
    proposal("owner", "水利处", SUBJECT, document=node_id("Document", "二.docx"), role="LEADS"),
], ids=["words that are not there", "another directive", "another document"])
def test_what_does_not_stand_in_the_document_is_dropped(store: Store, node: Node) -> None:
    loaded(store, DIKE)
    assert keep_proposals(store, [node]) == (0, 1) and state(store, node) is None


def test_an_accepted_owner_is_shown_as_inferred_and_respected_by_the_questions(store: Store) -> None:
    loaded(store, DIKE, NEIGHBOUR)
    keep_proposals(store, [OWNER])
    decide(store, OWNER, "accept")
    assert [(row["id"], row["name"], row["role"], row["basis"]) for row in owners(store)] == [(OFFICE, "水利处", "RESPONSIBLE_FOR", "inferred")]
    assert asked(store, "ownerless") == [node_id("Directive", PATH, NEIGHBOUR)]
    assert asked(store, "duties", "role", department="水利处") == ["RESPONSIBLE_FOR"]
    assert asked(store, "responsible", "basis", matter="南堤") == ["inferred"]
    decide(store, OWNER, "open", NOON + timedelta(hours=1))
    assert owners(store) == [] and state(store, OWNER) == ("open", SUBJECT)
    assert SUBJECT in asked(store, "ownerless")


def test_words_that_no_record_knows_as_a_body_stand_for_themselves(store: Store) -> None:
    assert list(load(store, minutes(DIKE, body=False)))
    keep_proposals(store, [OWNER])
    decide(store, OWNER, "accept")
    assert [(row["id"], row["name"]) for row in owners(store)] == [(OWNER.id, "水利处")]


def test_an_accepted_date_is_respected_by_the_questions(store: Store) -> None:
    loaded(store, DIKE, NEIGHBOUR)
    keep_proposals(store, [DUE])
    decide(store, DUE, "accept")
    assert due(store) == ("2024-06-30", "inferred")
    assert asked(store, "undated") == [node_id("Directive", PATH, NEIGHBOUR)]
    assert asked(store, "overdue") == [SUBJECT]
    assert asked(store, "due", as_of="2024-06-15") == [SUBJECT]
    decide(store, DUE, "reject", NOON + timedelta(hours=1))
    assert due(store) == (None, None) and asked(store, "overdue") == []


def test_an_accepted_directive_is_one_like_any_other(store: Store) -> None:
    loaded(store, NEIGHBOUR, clause=UNCLEAR)
    keep_proposals(store, [WHOLE])
    assert asked(store, "directives", "text", meeting=PATH) == [NEIGHBOUR]
    decide(store, WHOLE, "accept")
    assert asked(store, "directives", "text", meeting=PATH) == ["水利处6月底要有个说法", NEIGHBOUR]
    assert asked(store, "directives", "owners", meeting=PATH) == [["水利处"], []]
    assert asked(store, "overdue", "text") == ["水利处6月底要有个说法"]
    [accepted] = asked(store, "overdue")
    judge(store, Judgement(str(accepted), "done", "林岚", "", NOON))
    assert asked(store, "overdue") == [] and list(differences(store)) == []
    loaded(store, NEIGHBOUR, clause=UNCLEAR, words="更正　")
    assert statuses(store, LATE) == {accepted: "done"} and asked(store, "duties", department="水利处") == [accepted]
    decide(store, WHOLE, "open", NOON + timedelta(hours=1))
    assert asked(store, "directives", "text", meeting=PATH) == [NEIGHBOUR]
    assert [row["current"] for row in judgements(store) if row["status"] == "done"] == [None]
    decide(store, WHOLE, "accept", NOON + timedelta(hours=2))
    assert statuses(store, LATE) == {accepted: "done"}


def test_an_accepted_owner_and_date_stand_in_the_lists_of_duties(store: Store) -> None:
    loaded(store, DIKE, NEIGHBOUR)
    keep_proposals(store, [OWNER, DUE])
    assert covered(store, Scope(LATE, standing="overdue")).tasks == []
    for node in (OWNER, DUE):
        decide(store, node, "accept")
    [task] = covered(store, Scope(LATE, "水利处")).tasks
    assert (task.due, task.due_text, task.standing) == ("2024-06-30", "6月底", "overdue")
    assert [(owner.name, owner.role, owner.basis) for owner in task.owners] == [("水利处", "RESPONSIBLE_FOR", "inferred")]


def test_the_pages_list_them_with_who_decided(store: Store) -> None:
    loaded(store, DIKE, NEIGHBOUR, clause=UNCLEAR)
    keep_proposals(store, [OWNER, DUE, WHOLE])
    decide(store, WHOLE, "reject")
    decide(store, WHOLE, "accept", NOON + timedelta(hours=1))
    rows = page_rows(store, "proposals_of_document", id=DOCUMENT, as_of=LATE)
    assert [(row["proposed"], row["state"], row["who"], row["directive"]) for row in rows] == [
        ("directive", "accept", "林岚", None), ("owner", "open", None, SUBJECT), ("due", "open", None, SUBJECT)]
    of_directive = page_rows(store, "proposals_of_directive", id=SUBJECT, proposal=WHOLE.id, as_of=LATE)
    assert [row["id"] for row in of_directive] == [row["id"] for row in rows]
    assert page_rows(store, "proposals_of_document", id=DOCUMENT, as_of="2024-01-14") == []
    listed = page_rows(store, "proposals_listed", state="open", skip=1, limit=5, as_of=LATE)
    assert [row["id"] for row in listed] == [DUE.id]
    assert {row["state"]: row["total"] for row in page_rows(store, "proposals_count", as_of=LATE)} == {"open": 2, "accept": 1}


def test_a_correction_is_followed_and_keeps_what_was_decided(store: Store) -> None:
    loaded(store, DIKE, NEIGHBOUR)
    keep_proposals(store, [OWNER, DUE])
    decide(store, OWNER, "accept")
    corrected = DIKE.replace("抓好", "要抓好").replace("6月底", "六月底")
    loaded(store, corrected, NEIGHBOUR, words="更正　")
    now = node_id("Directive", PATH, corrected)
    assert state(store, OWNER) == ("accept", now) and [row["id"] for row in owners(store, now)] == [OFFICE]
    assert state(store, DUE) is None, "its words are gone, and nobody had decided on it"
    loaded(store, DIKE, NEIGHBOUR)
    assert state(store, OWNER) == ("accept", SUBJECT) and [row["id"] for row in owners(store)] == [OFFICE]


def test_what_a_rule_understands_now_needs_no_proposal(store: Store) -> None:
    loaded(store, DIKE)
    keep_proposals(store, [OWNER])
    decide(store, OWNER, "accept")
    records = minutes(DIKE)[:-1]
    stated = Edge("LEADS", OFFICE, SUBJECT, {"basis": "stated"}, records[2].evidence)  # type: ignore[union-attr]
    assert list(load(store, [*records, stated, End(DOCUMENT, len(records) + 1)]))
    assert [(row["role"], row["basis"]) for row in owners(store)] == [("LEADS", "stated")]
    assert state(store, OWNER) == ("accept", None)


def test_forgetting_takes_what_is_open_and_keeps_what_was_decided(store: Store) -> None:
    loaded(store, DIKE)
    keep_proposals(store, [OWNER, DUE])
    decide(store, OWNER, "reject")
    forget(store, PATH)
    assert state(store, OWNER) == ("reject", None) and state(store, DUE) is None
    assert [(row["status"], row["current"]) for row in judgements(store)] == [("reject", None)]
    loaded(store, DIKE)
    assert state(store, OWNER) == ("reject", SUBJECT)


def test_importing_again_changes_nothing(store: Store) -> None:
    loaded(store, DIKE, NEIGHBOUR)
    keep_proposals(store, [OWNER, DUE])
    decide(store, OWNER, "accept")
    before = dump(store)
    loaded(store, DIKE, NEIGHBOUR)
    keep_proposals(store, [OWNER, DUE])
    assert dump(store) == before and list(differences(store)) == []


def test_an_export_carries_them_to_another_graph(store: Store) -> None:
    loaded(store, DIKE, NEIGHBOUR, clause=UNCLEAR)
    keep_proposals(store, [OWNER, DUE, WHOLE])
    decide(store, OWNER, "accept")
    before, stream = dump(store), io.BytesIO()
    write_graph_records(store, Scope(LATE), stream)
    empty(store)
    assert list(load(store, read_records(io.BytesIO(stream.getvalue()))))
    assert dump(store) == before


@pytest.mark.parametrize("change", [{"proposed": "wish"}, {"text": None}, {"model": None}, {"colour": "red"}])
def test_what_is_no_proposal_is_refused(store: Store, change: dict[str, str | None]) -> None:
    bad = Node("Proposal", OWNER.id, {**OWNER.properties, **change}, (), True, "model 小模型")
    with pytest.raises(RecordError):
        keep_again(store, [bad])


@pytest.mark.parametrize(("subject", "verdict", "says"), [
    (node_id("Proposal", "none"), "accept", "no such proposal"),
    (OWNER.id, "done", "is no status of a proposal"),
    (SUBJECT, "accept", "is no status of a directive"),
])
def test_what_cannot_be_decided_is_refused(store: Store, subject: str, verdict: str, says: str) -> None:
    loaded(store, DIKE)
    keep_proposals(store, [OWNER])
    with pytest.raises(QueryError, match=says):
        judge(store, Judgement(subject, verdict, "林岚", "", NOON))
    assert state(store, OWNER) == ("open", SUBJECT) and judgements(store) == []
