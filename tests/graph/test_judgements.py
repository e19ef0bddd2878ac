"""What people decide about directives: kept beside the documents, on both engines, whatever becomes of those."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from graph.judgements.judging import Judgement, judge, judgements, keep_again, orphans
from graph.judgements.standing import statuses
from graph.loading.load import forget, load
from graph.page_questions import page_rows
from graph.store import Store
from schema import Node, QueryError, Record, RecordError, node_id
from tests.graph.universe import document

PATH = "一.docx"
DIKE = "由水利处牵头，6月底前完成一期南堤加固工程"
NEIGHBOUR = "由水利处牵头，6月底前完成二期南堤加固工程"
CORRECTED_DIKE = "由水利处牵头，7月底前完成一期南堤加固工程"
SUBJECT = node_id("Directive", PATH, DIKE)
NOON = datetime(2024, 5, 1, 4, 0, tzinfo=UTC)
LATE = "2099-01-01"


def loaded(store: Store, *directives: str, words: str = "") -> None:
    """The document at PATH with these directives."""
    assert list(load(store, document(PATH, words=words, directives=directives)))


def decide(store: Store, status: str, at: datetime = NOON, who: str = "林岚", subject: str = SUBJECT) -> str:
    return judge(store, Judgement(subject, status, who, " 验收报告 ", at))


def current(store: Store) -> list[str | None]:
    return [row["current"] for row in judgements(store)]


def test_a_judgement_is_kept_with_who_when_and_what_it_rests_on(store: Store) -> None:
    loaded(store, DIKE)
    id_ = decide(store, "done")
    [row] = judgements(store)
    assert row == {"id": id_, "status": "done", "who": "林岚", "at": "2024-05-01T04:00:00.000000+00:00", "proof": "验收报告",
                   "path": PATH, "quote": DIKE, "current": SUBJECT, "text": DIKE}


def test_another_judgement_undoes_it(store: Store) -> None:
    loaded(store, DIKE)
    decide(store, "done")
    assert statuses(store, LATE) == {SUBJECT: "done"}
    decide(store, "open", NOON + timedelta(hours=1))
    assert statuses(store, LATE) == {SUBJECT: "open"}
    decide(store, "dropped", NOON + timedelta(days=1))
    assert statuses(store, LATE) == {SUBJECT: "dropped"}
    assert [row["status"] for row in page_rows(store, "directive_history", id=SUBJECT, as_of=LATE)] == ["dropped", "open", "done"]


def test_an_earlier_day_does_not_know_of_it(store: Store) -> None:
    loaded(store, DIKE)
    decide(store, "done")
    day = NOON.astimezone().date()
    assert statuses(store, (day - timedelta(days=1)).isoformat()) == {}
    assert statuses(store, day.isoformat()) == {SUBJECT: "done"}


def test_loading_again_and_forgetting_do_not_lose_it(store: Store) -> None:
    loaded(store, DIKE)
    decide(store, "adjusted")
    loaded(store, DIKE)
    assert current(store) == [SUBJECT]
    forget(store, PATH)
    assert current(store) == [None] and statuses(store, LATE) == {}
    assert [row["quote"] for row in orphans(store)] == [DIKE]
    loaded(store, DIKE)
    assert current(store) == [SUBJECT] and statuses(store, LATE) == {SUBJECT: "adjusted"}


def test_a_correction_is_followed_by_path_and_wording(store: Store) -> None:
    corrected = node_id("Directive", PATH, CORRECTED_DIKE)
    loaded(store, DIKE, NEIGHBOUR)
    decide(store, "done")
    loaded(store, CORRECTED_DIKE, NEIGHBOUR, words="更正")
    assert current(store) == [corrected] and statuses(store, LATE) == {corrected: "done"}
    loaded(store, DIKE, NEIGHBOUR)
    assert current(store) == [SUBJECT]


@pytest.mark.parametrize("left", [(NEIGHBOUR,), ("清理河道",), ()], ids=["only a neighbour of like words", "other words", "nothing"])
def test_what_is_withdrawn_leaves_an_orphan_and_never_moves_to_a_neighbour(store: Store, left: tuple[str, ...]) -> None:
    loaded(store, DIKE, NEIGHBOUR)
    decide(store, "done")
    loaded(store, *left, words="更正")
    assert current(store) == [None] and len(orphans(store)) == 1


def test_the_same_words_in_another_document_are_another_directive(store: Store) -> None:
    loaded(store, DIKE)
    decide(store, "done")
    forget(store, PATH)
    assert list(load(store, document("二.docx", directives=[DIKE])))
    assert current(store) == [None]


def test_two_may_decide_at_the_same_moment(store: Store) -> None:
    loaded(store, DIKE)
    ids = {decide(store, "done"), decide(store, "dropped"), decide(store, "done", who="周启明"), decide(store, "done")}
    assert len(ids) == 3 and {row["id"] for row in judgements(store)} == ids


@pytest.mark.parametrize(("subject", "status", "who", "says"), [
    (node_id("Directive", "none"), "done", "林岚", "no such directive"),
    (SUBJECT, "finished", "林岚", "is no status"),
    (SUBJECT, "done", "  ", "nobody stands behind"),
])
def test_what_cannot_be_judged_is_refused(store: Store, subject: str, status: str, who: str, says: str) -> None:
    loaded(store, DIKE)
    with pytest.raises(QueryError, match=says):
        decide(store, status, who=who, subject=subject)
    assert judgements(store) == []


def exported(store: Store) -> list[Node]:
    [row] = store.read("MATCH (j:Judgement) RETURN properties(j) AS p")
    return [Node("Judgement", row["p"].pop("id"), row["p"])]


def test_judgements_that_an_export_brings_are_kept_once_and_find_their_directive(store: Store) -> None:
    loaded(store, DIKE)
    decide(store, "done")
    brought = exported(store)
    store.write("MATCH (j:Judgement) DELETE j")
    forget(store, PATH)
    keep_again(store, brought)
    assert current(store) == [None]
    loaded(store, DIKE)
    keep_again(store, brought)
    assert current(store) == [SUBJECT]
    assert exported(store) == brought


@pytest.mark.parametrize("change", [{"status": "finished"}, {"who": None}, {"colour": "red"}])
def test_what_is_no_judgement_is_refused(store: Store, change: dict[str, str | None]) -> None:
    loaded(store, DIKE)
    decide(store, "done")
    [good] = exported(store)
    bad: list[Record] = [Node("Judgement", node_id("Judgement", "bad"), {**good.properties, **change})]
    with pytest.raises(RecordError):
        keep_again(store, bad)  # type: ignore[arg-type]
    assert len(judgements(store)) == 1
