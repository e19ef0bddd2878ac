"""The status of a directive: a person changes it, the page tells who and when, a past day does not know."""

from __future__ import annotations

import datetime
import re

import pytest
from flask.testing import FlaskClient

from tests.webui.conftest import token_in


@pytest.fixture
def page(ids: dict[str, str]) -> str:
    """The page of the directive with a due date that has passed."""
    return f"/directives/{ids['由排水管理处牵头，规划计']}"


def record(client: FlaskClient, page: str, status: str, who: str = "段启明", proof: str = "") -> int:
    """Fills in the form on the page; the status of the answer after it was followed."""
    form = {"csrf_token": token_in(client.get(page).text), "status": status, "who": who, "proof": proof}
    return client.post(f"{page}/status", data=form, follow_redirects=True).status_code


def standing(client: FlaskClient, page: str) -> str:
    """The standing that the page shows beside the title."""
    found = re.search(r'<span class="standing (\w+)"', client.get(page).text)
    assert found
    return found[1]


def steps(client: FlaskClient, page: str) -> int:
    """How many judgements the page lists."""
    return sum(history.count("<li>") for history in re.findall(r'<ol class="history">(.*?)</ol>', client.get(page).text, re.DOTALL))


def test_what_a_person_records_is_shown_with_name_and_proof(client: FlaskClient, page: str) -> None:
    assert standing(client, page) == "overdue"
    before = steps(client, page)
    assert record(client, page, "done", proof="验收报告 <12号>") == 200
    text = client.get(page).text
    assert standing(client, page) == "done"
    assert re.search(r"已办结 · <bdi>段启明</bdi> · <bdi>验收报告 &lt;12号&gt;</bdi>", text)
    assert 'value="段启明"' in text, "the name is asked once"
    assert record(client, page, "open") == 200
    assert standing(client, page) == "overdue", "a later judgement undoes it"
    assert steps(client, page) == before + 2, "what was recorded before stays in the history"


def test_a_past_day_neither_knows_it_nor_changes_it(client: FlaskClient, page: str) -> None:
    record(client, page, "done")
    yesterday = (datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=2)).isoformat()
    text = client.get(f"{page}?as_of={yesterday}").text
    assert 'class="standing overdue"' in text and 'name="status"' not in text
    record(client, page, "open")


@pytest.mark.parametrize(("status", "who", "proof"), [("done", " ", ""), ("finished", "某人", ""), ("", "某人", ""), ("done", "某" * 101, ""), ("done", "某", "据" * 1001)])
def test_what_is_incomplete_is_refused(client: FlaskClient, page: str, status: str, who: str, proof: str) -> None:
    assert record(client, page, status, who, proof) == 400


def test_an_unknown_directive_is_not_found(client: FlaskClient, page: str) -> None:
    form = {"csrf_token": token_in(client.get(page).text), "status": "done", "who": "某人"}
    assert client.post("/directives/directive-00000000000000000000/status", data=form).status_code == 404
