"""Proposals on the pages: they wait with their words in place, a person takes or refuses them, and either can be undone."""

from __future__ import annotations

import datetime
import re
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser
from werkzeug.serving import make_server

from graph import Store, load, read_settings
from graph.proposals.drawing import directive_of
from graph.proposals.keeping import keep_proposals
from schema import Node, Value, node_id
from tests.webui.conftest import token_in
from tests.webui.minutes import first
from webui import create_app
from webui.templating import BUILT

WORDS = "要加强汛期值守"
UNCLEAR = "市城区排水中心每月报送一次普查进度"


def proposal(kind: str, text: str, subject: str, quote: str, **more: Value) -> Node:
    """A proposal about the first minutes."""
    told: dict[str, Value] = {"proposed": kind, "text": text, "subject": subject, "quote": quote, "document": first().document, "document_path": first().path,
                              "model": "<b>小模型</b>", "date": "2025-03-06", "basis": "inferred", **more}
    return Node("Proposal", node_id("Proposal", subject, kind, text), told, (), True, "model <b>小模型</b>")


DIRECTIVE = node_id("Directive", first().path, WORDS)
CLAUSE = node_id("Clause", first().path, 9)
OWNER = proposal("owner", "汛期值守", DIRECTIVE, WORDS, role="RESPONSIBLE_FOR")
DUE = proposal("due", "汛期", DIRECTIVE, WORDS, due="2025-05-31", due_text="汛期")
WHOLE = proposal("directive", UNCLEAR[:8], CLAUSE, UNCLEAR, owners=["LEADS:市城区排水中心"], recurrence="month", due_text="每月")


@pytest.fixture(scope="module")
def proposed_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Flask, Store]]:
    """The pages over a graph of their own: the first minutes with a clause that was not understood, and three proposals."""
    if not BUILT.exists():
        pytest.skip("the pages are not built; `python3 gangmu.py test` builds them")
    minutes = first()
    minutes.clause(UNCLEAR, "三、", 9, "unclear")
    with Store(replace(read_settings(), home=tmp_path_factory.mktemp("proposals"), idle_seconds=5)) as opened:
        assert list(load(opened, minutes.stream()))
        assert keep_proposals(opened, [OWNER, DUE, WHOLE]) == (3, 3)
        yield create_app(opened), opened


@pytest.fixture
def visitor(proposed_app: tuple[Flask, Store]) -> Iterator[FlaskClient]:
    """A visitor whose browser asks for Chinese; afterwards nothing is decided any more."""
    app, store = proposed_app
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "zh-CN"
    yield client
    for node in (OWNER, DUE, WHOLE):
        assert decide(client, node, "open") == 200
    store.write("MATCH (j:Judgement) DELETE j")


def decide(client: FlaskClient, node: Node, verdict: str, who: str = "段启明", back: str = "") -> int:
    """Sends the form of a proposal; the status of the answer after it was followed."""
    form = {"csrf_token": token_in(client.get(f"/directives/{DIRECTIVE}").text), "verdict": verdict, "who": who, "back": back}
    return client.post(f"/proposals/{node.id}/verdict", data=form, follow_redirects=True).status_code


def section(page: str) -> str:
    """The part of a page that shows proposals."""
    found = re.search(r'<section id="proposals">.*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def owners(client: FlaskClient) -> str:
    page = client.get(f"/directives/{DIRECTIVE}").text
    found = re.search(r"<dt>责任单位</dt><dd>(.*?)</dd>", page, re.DOTALL)
    assert found
    return found[1]


def test_what_waits_is_shown_with_its_words_and_changes_nothing(visitor: FlaskClient) -> None:
    page = section(visitor.get(f"/directives/{DIRECTIVE}").text)
    assert "建议（待确认）" in page and page.count("<li>") == 2 and "按规则换算，最迟 2025-05-31" in page
    assert "&lt;b&gt;小模型&lt;/b&gt;" in page and re.search(r'href="/documents/[^"]+start=\d+[^"]+end=\d+#sought"', page)
    assert "未写明责任单位" in owners(visitor)
    meeting = section(visitor.get(f"/meetings/{first().meeting}").text)
    assert meeting.count("<li>") == 3 and "市城区排水中心" in meeting
    assert visitor.get("/directives/?show=ownerless").text.count(WORDS) == 1


def test_a_page_without_proposals_shows_no_such_part(visitor: FlaskClient) -> None:
    other = node_id("Directive", first().path, UNCLEAR)
    assert section(visitor.get(f"/directives/{other}").text) == ""


def test_an_accepted_owner_and_date_are_shown_as_inferred_until_undone(visitor: FlaskClient) -> None:
    assert decide(visitor, OWNER, "accept", back=DIRECTIVE) == 200 and decide(visitor, DUE, "accept") == 200
    assert "汛期值守" in owners(visitor) and "推定" in owners(visitor)
    page = visitor.get(f"/directives/{DIRECTIVE}").text
    assert '<time datetime="2025-05-31">' in page and "模型从原文“汛期”提出、经人采纳" in page and 'class="standing overdue"' in page
    assert "已处理的建议" in section(page) and "段启明" in section(page) and "撤销，重新确认" in section(page)
    assert WORDS not in visitor.get("/directives/?show=ownerless").text and WORDS not in visitor.get("/directives/?show=undated").text
    assert WORDS in visitor.get("/directives/?show=overdue").text
    figures = dict(re.findall(r"<dt>(.*?)</dt><dd><a [^>]*>(\d+)<", visitor.get("/").text))
    assert figures["未写明责任单位"] == "0" and figures["未写明时限"] == "0" and figures["逾期"] == "2"
    decide(visitor, OWNER, "open")
    decide(visitor, DUE, "reject")
    assert "未写明责任单位" in owners(visitor) and "已驳回" in section(visitor.get(f"/directives/{DIRECTIVE}").text)
    assert WORDS in visitor.get("/directives/?show=undated").text


def test_an_accepted_directive_has_its_page_and_undoing_leads_back_to_the_list(visitor: FlaskClient) -> None:
    accepted = f"/directives/{directive_of(WHOLE.id)}"
    assert visitor.get(accepted).status_code == 404
    assert decide(visitor, WHOLE, "accept", back=first().meeting) == 200
    page = visitor.get(accepted)
    assert page.status_code == 200 and UNCLEAR[:8] in page.text and "已采纳" in section(page.text) and "每月" in page.text
    assert f'href="{accepted}"' in visitor.get(f"/meetings/{first().meeting}").text
    assert decide(visitor, WHOLE, "open", back=directive_of(WHOLE.id)) == 200
    assert visitor.get(accepted).status_code == 404


def test_the_list_shows_each_state(visitor: FlaskClient) -> None:
    decide(visitor, OWNER, "reject")
    for show, count in (("open", 2), ("reject", 1), ("accept", 0)):
        page = visitor.get(f"/proposals/?show={show}").text
        assert page.count('class="verdict"') == count
    assert visitor.get("/proposals/?show=other").status_code == 400
    assert visitor.get("/proposals/?page=9").status_code == 404


def test_a_past_day_decides_nothing(visitor: FlaskClient) -> None:
    yesterday = (datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=2)).isoformat()
    assert 'class="verdict"' not in visitor.get(f"/directives/{DIRECTIVE}?as_of={yesterday}").text


@pytest.mark.parametrize(("verdict", "who"), [("done", "某人"), ("", "某人"), ("accept", " "), ("accept", "某" * 101)])
def test_what_is_incomplete_is_refused(visitor: FlaskClient, verdict: str, who: str) -> None:
    assert decide(visitor, OWNER, verdict, who) == 400


def test_another_site_cannot_decide_and_an_unknown_proposal_is_not_found(visitor: FlaskClient) -> None:
    form = {"verdict": "accept", "who": "某人"}
    assert visitor.post(f"/proposals/{OWNER.id}/verdict", data=form).status_code == 400
    form["csrf_token"] = token_in(visitor.get(f"/directives/{DIRECTIVE}").text)
    assert visitor.post(f"/proposals/{node_id('Proposal', 'none')}/verdict", data=form).status_code == 404
    assert visitor.post(f"/proposals/{DIRECTIVE}/verdict", data=form).status_code == 404
    away = visitor.post(f"/proposals/{OWNER.id}/verdict", data=form | {"back": "//elsewhere.example/"})
    assert (away.status_code, away.headers["Location"]) == (303, "/proposals/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_the_pages_with_proposals_are_accessible(proposed_app: tuple[Flask, Store], browser: Browser, locale: str, scheme: str) -> None:
    server = make_server("127.0.0.1", 0, proposed_app[0], threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with browser.new_context(locale=locale, color_scheme=scheme, viewport={"width": 360, "height": 740}) as context:  # type: ignore[arg-type]
            page = context.new_page()
            for path in ("/proposals/", f"/directives/{DIRECTIVE}", f"/meetings/{first().meeting}"):
                page.goto(f"http://127.0.0.1:{server.server_port}{path}")
                found = Axe().run(page)
                assert found.violations_count == 0, f"{path}: {found.generate_report()}"
                assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    finally:
        server.shutdown()
        thread.join()
