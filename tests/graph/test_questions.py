"""The named questions: their heads, and their answers on both engines, worked out by hand from `questions_world`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.__main__ import main
from graph.asking import FOLDER, QUESTIONS, ask, by_position, question
from graph.lock import check
from graph.reading import Table
from graph.store import Store
from schema import QueryError, node_id
from tests.graph.questions_world import (
    BODY,
    DREDGE,
    DREDGE_AGAIN,
    LEDGER,
    PATROL,
    PIPES,
    PLAN,
    REPORT,
    SURVEY,
    directive,
    fill,
    organization,
)
from tests.graph.universe import empty

Rows = list[tuple[object, ...]]

BEFORE, DROPPED, REOPENED, AFTER = "2023-06-01", "2024-01-15", "2024-05-20", "2025-02-01"
PARTY, OFFICE, FLOOD = "云泽市水务局党组会议纪要", "云泽市水务局局长办公会议纪要", "云泽市水务局防汛专题会议纪要"
DREDGING = [("2023-03-10", "Directive", [], DREDGE, None), ("2023-11-20", "Directive", ["postpones"], DREDGE_AGAIN, None)]

ANSWERS: list[tuple[str, tuple[str, ...], str, str, Rows]] = [
    ("duties", ("水资源管理处",), BEFORE, "role standing due text", [
        ("RESPONSIBLE_FOR", "recurring", None, REPORT), ("SUPPORTS", "running", "2023-12-31", DREDGE)]),
    ("duties", ("水资源管理处",), DROPPED, "role standing due text meeting", [
        ("LEADS", "running", "2024-03", LEDGER, OFFICE), ("RESPONSIBLE_FOR", "recurring", None, REPORT, PARTY),
        ("SUPPORTS", "dropped", "2023-12-31", DREDGE, PARTY)]),
    ("duties", ("水资源管理处",), REOPENED, "role standing due text", [
        ("LEADS", "done", "2024-03", LEDGER), ("RESPONSIBLE_FOR", "running", "2024-12-31", PIPES), ("RESPONSIBLE_FOR", "recurring", None, REPORT),
        ("RESPONSIBLE_FOR", "undated", None, PLAN), ("SUPPORTS", "overdue", "2023-12-31", DREDGE)]),
    ("duties", ("水资源管理处", "overdue"), AFTER, "role text", [("RESPONSIBLE_FOR", PIPES), ("SUPPORTS", DREDGE)]),
    ("duties", ("水资源管理处", "undated"), AFTER, "department text", [("水资源管理处", PLAN)]),
    ("duties", ("水资源管理处", "done"), AFTER, "text", [(LEDGER,)]),
    ("duties", ("水资源管理处", "open"), DROPPED, "text", [(LEDGER,), (REPORT,)]),
    ("duties", ("水资源处",), BEFORE, "department text", [("水资源管理处", REPORT), ("水资源管理处", DREDGE)]),
    ("duties", (organization("办公室"),), AFTER, "role text", [("SUPERVISES", LEDGER)]),
    ("duties", ("不存在的处",), AFTER, "text", []),
    ("responsible", ("清淤",), AFTER, "owner role due date", [
        ("工程处", "LEADS", "2024-06-30", "2023-11-20"), ("工程处", "LEADS", "2023-12-31", "2023-03-10"),
        ("水资源管理处", "SUPPORTS", "2023-12-31", "2023-03-10")]),
    ("responsible", ("清淤",), BEFORE, "owner role", [("工程处", "LEADS"), ("水资源管理处", "SUPPORTS")]),
    ("directives", ("2023-03-10",), AFTER, "meeting text owners due", [
        (PARTY, DREDGE, ["工程处"], "2023-12-31"), (PARTY, SURVEY, [], None), (PARTY, REPORT, ["水资源管理处"], None)]),
    ("directives", ("防汛",), AFTER, "text owners", [
        (PATROL, []), (PIPES, ["水资源管理处"]), (PLAN, ["工程处", "水资源管理处"])]),
    ("directives", ("防汛",), DROPPED, "text", []),
    ("history", (directive("2023-11.txt", DREDGE_AGAIN),), AFTER, "date kind what text who", [*DREDGING]),
    ("history", (directive("2023-03.txt", DREDGE),), AFTER, "date kind what text who", [
        *DREDGING, ("2024-01-05", "Judgement", ["dropped"], "局长批示", "王敏"), ("2024-02-05", "Judgement", ["open"], "局长批示", "王敏")]),
    ("history", (directive("2023-03.txt", DREDGE),), BEFORE, "date kind what text who", DREDGING[:1]),
    ("history", (directive("2023-11.txt", LEDGER),), AFTER, "date kind what", [
        ("2023-11-20", "Directive", []), ("2024-05-06", "ProgressReport", ["completes"])]),
    ("ownerless", (), DROPPED, "date meeting text", [("2023-03-10", PARTY, SURVEY)]),
    ("ownerless", (), AFTER, "date text", [("2024-05-06", PATROL), ("2023-03-10", SURVEY)]),
    ("undated", (), DROPPED, "text", [(SURVEY,)]),
    ("undated", (), AFTER, "text owners", [(PATROL, []), (PLAN, ["工程处", "水资源管理处"]), (SURVEY, [])]),
    ("overdue", (), BEFORE, "text", []),
    ("overdue", (), DROPPED, "text", []),
    ("overdue", (), "2024-02-10", "due text", [("2023-12-31", DREDGE)]),
    ("overdue", (), "2024-04-01", "due owners text", [("2023-12-31", ["工程处"], DREDGE), ("2024-03", ["水资源管理处"], LEDGER)]),
    ("overdue", (), "2024-03-31", "due", [("2023-12-31",)]),
    ("overdue", (), AFTER, "due text", [("2023-12-31", DREDGE), ("2024-06-30", DREDGE_AGAIN), ("2024-12-31", PIPES)]),
    ("due", ("60",), DROPPED, "due text owners", [("2024-03", LEDGER, ["水资源管理处"])]),
    ("due", ("60",), REOPENED, "due text", [("2024-06-30", DREDGE_AGAIN)]),
    ("due", (), REOPENED, "due", []),
    ("due", ("41",), REOPENED, "due", [("2024-06-30",)]),
    ("due", ("365",), REOPENED, "due", [("2024-06-30",), ("2024-12-31",)]),
    ("citing", ("青湖保护",), AFTER, "policy number relation kind text document", [
        ("《青湖保护规划》", "云政发〔2023〕9号", "CITES", "Directive", PLAN, "2024-05.txt")]),
    ("citing", ("云政发〔2023〕9号",), AFTER, "text", [(PLAN,)]),
    ("citing", ("青湖保护",), DROPPED, "text", []),
    ("path", ("林岚", "水资源管理处"), BEFORE, "step source edge direction target", [
        (1, "林岚", "CHAIRED", "forward", PARTY), (2, PARTY, "ISSUED", "forward", REPORT), (3, REPORT, "RESPONSIBLE_FOR", "backward", "水资源管理处")]),
    ("path", ("周远", "青湖清淤工程"), AFTER, "source edge target", [
        ("周远", "CHAIRED", FLOOD), (FLOOD, "ISSUED", PIPES), (PIPES, "RESPONSIBLE_FOR", "水资源管理处"), ("水资源管理处", "SUPPORTS", DREDGE),
        (DREDGE, "ABOUT", "青湖清淤工程")]),
    ("path", ("周远", "青湖清淤工程"), DROPPED, "step", []),
    ("path", ("林岚", "林岚"), AFTER, "step", []),
    ("posts", (), DROPPED, "person post body stated", [("林岚", "局长", BODY, "2023-11-20")]),
    ("posts", (), AFTER, "person post body stated", [("周远", "局长", BODY, "2024-05-06"), ("林岚", "局长", BODY, "2023-11-20")]),
    ("posts", ("林",), AFTER, "person", [("林岚",)]),
    ("proposals", ("all",), AFTER, "proposed text", []),
    ("counts", (), BEFORE, "department year directives answers supports supervises", [
        ("水资源管理处", "2023", 2, 1, 1, 0), ("工程处", "2023", 1, 1, 0, 0)]),
    ("counts", (), AFTER, "department year directives answers supports supervises", [
        ("水资源管理处", "2024", 2, 2, 0, 0), ("工程处", "2024", 1, 1, 0, 0), ("水资源管理处", "2023", 3, 2, 1, 0),
        ("工程处", "2023", 2, 2, 0, 0), ("办公室", "2023", 1, 0, 0, 1)]),
]


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def world(request: pytest.FixtureRequest) -> Iterator[Store]:
    """The three meetings, on each engine in turn."""
    store: Store = request.getfixturevalue(f"{request.param}_graph")
    empty(store)
    fill(store)
    yield store
    empty(store)


def shown(table: Table, columns: str) -> Rows:
    places = [table.columns.index(column) for column in columns.split()]
    return [tuple(row[place] for place in places) for row in table.rows]


@pytest.mark.parametrize(("name", "arguments", "as_of", "columns", "rows"), ANSWERS)
def test_answers(world: Store, name: str, arguments: tuple[str, ...], as_of: str, columns: str, rows: Rows) -> None:
    table = ask(world, name, by_position(name, arguments) | {"as_of": as_of})
    assert shown(table, columns) == rows


def test_every_question_is_answered_here() -> None:
    assert {answer[0] for answer in ANSWERS} == set(QUESTIONS)


def test_a_path_goes_round_what_came_later(world: Store) -> None:
    world.write("""CREATE (a:Organization {id: 'organization-a', name: '甲处'}), (b:Organization {id: 'organization-b', name: '乙处'}),
      (c:Organization {id: 'organization-c', name: '丙处'}), (late:Directive {id: 'directive-l', text: '后', date: '2024-05-06'}),
      (x:Directive {id: 'directive-x', text: '前一', date: '2023-01-01'}), (y:Directive {id: 'directive-y', text: '前二', date: '2023-01-01'}),
      (a)-[:LEADS]->(late), (b)-[:LEADS]->(late), (a)-[:LEADS]->(x), (c)-[:SUPPORTS]->(x), (c)-[:LEADS]->(y), (b)-[:LEADS]->(y)""")
    try:
        assert len(ask(world, "path", {"from": "甲处", "to": "乙处", "as_of": AFTER}).rows) == 2
        assert [row[1] for row in ask(world, "path", {"from": "甲处", "to": "乙处", "as_of": DROPPED}).rows] == ["甲处", "前一", "丙处", "前二"]
    finally:
        world.write("MATCH (n) WHERE n.id IN ['organization-a', 'organization-b', 'organization-c', 'directive-l', 'directive-x', 'directive-y'] DETACH DELETE n")


def test_an_answer_without_rows_has_its_columns(world: Store) -> None:
    assert ask(world, "overdue", {"as_of": BEFORE}).columns == ["due", "owners", "text", "meeting", "date", "directive"]


def test_the_registry_names_every_file() -> None:
    assert sorted(QUESTIONS) == sorted(path.stem for path in FOLDER.glob("*.cypher"))


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_head_is_whole(name: str) -> None:
    asked = question(name)
    assert set(asked.title) == set(asked.about) == {"zh", "en"}
    assert re.search("[\u4e00-\u9fff]", asked.title["zh"] + asked.about["zh"])
    assert {parameter.name for parameter in asked.parameters} == set(re.findall(r"\$(\w+)", check(asked.cypher).text))
    assert [parameter.default for parameter in asked.parameters if parameter.name == "as_of"] == ["today"]
    assert all(parameter.default in (None, *parameter.choices) for parameter in asked.parameters if parameter.type == "choice")


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_is_documented(name: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "questions.md").read_text(encoding="utf-8")
    asked = question(name)
    for words in (f"ask {asked.usage}", asked.title["zh"], asked.title["en"], asked.about["zh"], asked.about["en"],
                  *(words for parameter in asked.parameters for words in (parameter.zh, parameter.en))):
        assert words in page


@pytest.mark.parametrize(("name", "given", "words"), [
    ("dutys", {}, "did you mean duties"),
    ("duties", {}, "duties lacks department"),
    ("duties", {"department": "x", "show": "some"}, "one of all, open, overdue, undated, done"),
    ("due", {"days": "soon"}, "whole number"),
    ("due", {"days": "-1"}, "whole number"),
    ("overdue", {"as_of": "2024-02-30"}, "a day such as"),
    ("overdue", {"as_of": "2024"}, "a day such as"),
    ("overdue", {"who": "x"}, "knows no who"),
    ("responsible", {"matter": " "}, "words of the matter"),
])
def test_wrong_arguments_are_told(name: str, given: dict[str, str], words: str) -> None:
    with pytest.raises(QueryError) as refusal:
        question(name).values(given)
    assert words in str(refusal.value)


def test_too_many_arguments_are_told() -> None:
    with pytest.raises(QueryError, match="takes 1 arguments"):
        by_position("due", ["1", "2"])


def test_questions_are_listed() -> None:
    listed = CliRunner().invoke(main, ["ask"])
    assert listed.exit_code == 0
    assert all(name in listed.output for name in QUESTIONS)


def test_words_of_a_query_cannot_be_smuggled_in(world: Store) -> None:
    assert ask(world, "duties", {"department": "' OR true //", "as_of": AFTER}).rows == []
    assert node_id("Organization", BODY, "工程处") == organization("工程处")
