"""Documents that bear a mark of secrecy or hold personal data: told before anything is stored, and state secrets held back."""

from __future__ import annotations

import pytest

from graph.loading.load import load, preview
from graph.store import Store
from schema import End, Evidence, Issue, Node, Record
from tests.graph.test_command_loading import run
from tests.graph.universe import document


def marked(path: str, grade: str, term: str = "") -> list[Record]:
    """A document that bears a mark on the second line of its text."""
    records = document(path, words="某局会议纪要\n标记", directives=["加固南堤"])
    first = records[0]
    assert isinstance(first, Node)
    first.properties["classification"] = grade
    if term:
        first.properties["classified_for"] = term
    return _with_issues(records, Issue("warning", f"marked {grade}", (_quote(first, "标记", "secrecy"),)))


def personal(path: str, count: int) -> list[Record]:
    """A document that holds telephone numbers."""
    records = document(path, words="联系138", directives=["加固北堤"])
    first = records[0]
    assert isinstance(first, Node)
    return _with_issues(records, *(Issue("warning", f"手机号 138****{n:04}", (_quote(first, "138", "personal-data"),)) for n in range(count)))


def _quote(first: Node, words: str, rule: str) -> Evidence:
    start = str(first.properties["text"]).index(words)
    return Evidence(first.id, start, start + len(words), words, rule)


def _with_issues(records: list[Record], *issues: Issue) -> list[Record]:
    end = records[-1]
    assert isinstance(end, End)
    return [*records[:-1], *issues, End(end.document, end.records + len(issues))]


def documents(store: Store) -> list[str]:
    return sorted(row["path"] for row in store.read("MATCH (d:Document) RETURN d.path AS path"))


@pytest.mark.parametrize("grade", ["绝密", "机密", "秘密"])
def test_state_secrets_are_held_back_and_the_others_done(store: Store, grade: str) -> None:
    reports = list(load(store, [*marked("密.docx", grade, "10年"), *document("开.docx")]))
    assert {r.path: r.outcome for r in reports} == {"密.docx": "held back", "开.docx": "added"}
    assert f"marked {grade}★10年" in reports[0].reason and "--allow-classified" in reports[0].reason
    assert documents(store) == ["开.docx"]
    assert store.read("MATCH (d:Directive) RETURN d.id AS id") == []


@pytest.mark.parametrize("grade", ["内部", "商密"])
def test_other_grades_are_loaded(store: Store, grade: str) -> None:
    assert [r.outcome for r in load(store, marked("内.docx", grade))] == ["added"]


def test_with_leave_they_are_loaded_and_stay(store: Store) -> None:
    secret = marked("密.docx", "机密")
    assert [r.outcome for r in load(store, secret, allow_classified=True)] == ["added"]
    assert store.read("MATCH (d:Document) RETURN d.classification AS grade") == [{"grade": "机密"}]
    assert [r.outcome for r in load(store, secret)] == ["unchanged"]


def test_a_correction_that_bears_a_mark_is_held_back_and_what_was_there_stays(store: Store) -> None:
    list(load(store, document("密.docx", directives=["加固北堤"])))
    (report,) = load(store, marked("密.docx", "秘密"))
    assert report.outcome == "held back" and "the graph keeps what it held" in report.reason
    assert store.read("MATCH (d:Directive) RETURN d.text AS text") == [{"text": "加固北堤"}]


def test_the_preview_tells_all_this_and_writes_nothing(store: Store) -> None:
    found = preview(store, [*marked("密.docx", "机密"), *personal("号.docx", 2)])
    assert [(r.outcome, r.marks, r.personal) for r in found] == [
        ("held back", ["marked 机密 (line 2)"], []), ("added", [], ["手机号 138****0000 (line 1)", "手机号 138****0001 (line 1)"])]
    assert [r.outcome for r in preview(store, marked("密.docx", "机密"), allow_classified=True)] == ["added"]
    assert documents(store) == []


def test_the_command_line_shows_marks_and_personal_data_apart(embedded_store: Store) -> None:
    result = run("load", "--preview", stream=[*marked("密.docx", "机密", "10年"), *personal("号.docx", 7)])
    assert result.exit_code == 1
    assert "held back 密.docx: marked 机密★10年, so nothing of it is loaded" in result.stderr
    lines = result.stdout.splitlines()
    assert lines[1:6] == [
        "1 documents bear a mark of secrecy (密级):", "  密.docx: marked 机密 (line 2), held back", "1 documents hold personal data (个人信息):",
        "  号.docx: " + "; ".join(f"手机号 138****{n:04} (line 1)" for n in range(5)) + " and 2 more",
        "would be: 1 held back, 1 added; " + lines[5].partition("; ")[2]]
    assert "passages to look at" not in result.stdout
    assert run("load", stream=marked("密.docx", "机密")).exit_code == 2
    assert run("load", "--allow-classified", stream=marked("密.docx", "机密")).exit_code == 0
