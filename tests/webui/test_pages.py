"""Every page: answers in both languages, keeps the day, shows what documents say as text and nothing else."""

from __future__ import annotations

import html
import re

import pytest
from flask.testing import FlaskClient

from graph import Store
from tests.webui.minutes import HOSTILE

ADDRESSES = (
    "/", "/search/?q=易涝点", "/search/?q=涝", "/search/", "/meetings/", "/meetings/{meeting}", "/directives/", "/directives/?show=overdue",
    "/directives/{directive}", "/organizations/", "/organizations/{organization}", "/organizations/{organization}?show=undated",
    "/documents/{document}", "/documents/{document}?start=20&end=30", "/entities/{person}", "/entities/{post}",
    "/entities/{policydocument}", "/entities/{decision}", "/entities/{clause}", "/neighbourhood/{organization}",
    "/neighbourhood/{document}?limit=300", "/cypher/", "/cypher/?query=MATCH (n:Directive) RETURN n", "/accuracy/",
)
ACTING = re.compile(r"<script(?![^>]+src=)|<style|\sstyle=|\son\w+\s*=|javascript:", re.IGNORECASE)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_page_answers(client: FlaskClient, ids: dict[str, str], address: str, language: str) -> None:
    answer = client.get(address.format(**ids), headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert f'<html lang="{"zh-CN" if language == "zh" else "en"}"' in answer.text
    assert not ACTING.search(answer.text)


def test_every_id_of_the_graph_has_a_page(client: FlaskClient, ids: dict[str, str]) -> None:
    for id_ in set(ids.values()):
        assert client.get(f"/entities/{id_}", follow_redirects=True).status_code == 200


def test_every_link_leads_somewhere_and_keeps_the_day(client: FlaskClient) -> None:
    seen, waiting = set[str](), ["/?as_of=2026-02-01"]
    while waiting and len(seen) < 120:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code < 400, address
        if answer.mimetype == "text/html":
            links = links_of(answer.text)
            waiting += sorted(links)
            assert all("as_of=2026-02-01" in link for link in links), address


def links_of(page: str) -> set[str]:
    """The addresses that a page of a past day links to, but for the one that goes back to today."""
    kept = re.sub(r'<p class="notice past".*?</p>', "", page, flags=re.DOTALL)
    return {html.unescape(link) for link in re.findall(r'<a [^>]*href="([^"#]+)', kept)}


def test_start_page_counts_what_is_open(client: FlaskClient) -> None:
    figures = dict(re.findall(r"<dt>(.*?)</dt><dd><a [^>]*>(\d+)<", client.get("/?as_of=2026-03-01").text))
    assert figures == {"会议": "2", "任务": "5", "逾期": "1", "30日内到期": "0", "未写明责任单位": "1", "未写明时限": "2"}


def test_an_earlier_day_knows_no_later_meeting(client: FlaskClient) -> None:
    page = client.get("/meetings/?as_of=2025-12-31").text
    assert "第二次" not in page and "以下是截至 2025-12-31 的情况" in page


def test_what_comes_later_is_not_there_yet(client: FlaskClient, ids: dict[str, str]) -> None:
    later = ids["由排水管理处牵头，规划计"]
    assert client.get(f"/directives/{later}?as_of=2025-01-01").status_code == 404
    assert "财务审计处" not in client.get("/organizations/?as_of=2025-12-31").text
    assert "没有找到" in client.get("/search/?q=财务审计处&as_of=2025-12-31").text
    assert "财务审计处" in client.get("/search/?q=财务审计处").text


def test_what_documents_say_stays_text(client: FlaskClient, ids: dict[str, str]) -> None:
    id_ = ids[HOSTILE[:12]]
    for address in (f"/organizations/{id_}", f"/neighbourhood/{id_}", "/search/?q=很长的名称", "/organizations/"):
        page = client.get(address).text
        assert "&lt;script&gt;alert(" in page
        assert "<script>alert" not in page and "\x1b" not in page and "\u202e" not in page
        assert len(page) < 120_000


@pytest.mark.parametrize(("address", "status"), [
    ("/nowhere", 404), ("/meetings/meeting-0", 404), ("/meetings/organization-9316de7bb32a99e3be47", 404), ("/entities/x", 404),
    ("/entities/person-00000000000000000000", 404), ("/directives/?show=nonsense", 400), ("/meetings/?page=0", 400), ("/meetings/?page=99", 404),
    ("/?as_of=2026-13-01", 400), ("/meetings/?as_of=%00", 400), ("/neighbourhood/person-00000000000000000000", 404),
    ("/documents/x?start=1", 404), ("/organizations/organization-00000000000000000000/responsibilities.csv", 404),
])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_wrong_addresses_get_a_page_in_the_visitors_language(client: FlaskClient, address: str, status: int, language: str) -> None:
    answer = client.get(address, headers={"Accept-Language": language})
    assert answer.status_code == status
    assert ("回到首页" if language == "zh" else "Start page") in answer.text


def test_the_meeting_shows_its_text_with_evidence_and_outline(client: FlaskClient) -> None:
    meeting = next(re.finditer(r"/meetings/(meeting-\w+)", client.get("/meetings/?as_of=2025-12-31").text))[1]
    page = client.get(f"/meetings/{meeting}").text
    assert re.search(r'<span class="statement directive" data-of="directive-\w+">要加强汛期值守</span>', page)
    assert re.search(r'<a class="mention organization" href="/organizations/[^"]+"[^>]*>排水管理处</a>', page)
    assert [re.sub("<.*?>", "", item).split() for item in re.findall(r'<li class="depth-1">(.*?)</li>', page)] == [["一、", "关于易涝点整治"], ["二、", "关于制度建设"]]


def test_the_sought_words_are_marked_in_their_document(client: FlaskClient, ids: dict[str, str]) -> None:
    page = client.get(f"/entities/{ids['policydocument']}").text
    link = html.unescape(re.findall(r'href="(/documents/[^"]+)"', page)[0])
    assert "云泽市水务局印章管理办法" in "".join(re.findall(r'<mark class="sought"[^>]*>(.*?)</mark>', client.get(link).text))


def test_the_original_is_downloaded_as_it_was(client: FlaskClient, store: Store, ids: dict[str, str]) -> None:
    page = f"/documents/{ids['document']}"
    assert client.get(f"{page}/original").status_code == 404 and "下载原件" not in client.get(page).text
    [kept] = store.read("MATCH (d:Document {id: $id}) RETURN d.sha256 AS sha256", id=ids["document"])
    folder = store.settings.home / "originals"
    folder.mkdir(exist_ok=True)
    (folder / kept["sha256"]).write_bytes(b"\x00<html>")
    answer = client.get(f"{page}/original")
    (folder / kept["sha256"]).unlink()
    assert answer.data == b"\x00<html>" and answer.mimetype == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''2026-01-15_")


def test_a_document_cannot_name_a_file_elsewhere(client: FlaskClient) -> None:
    assert client.get("/documents/..%2f..%2fetc%2fpasswd/original").status_code == 404


def test_a_former_matter_leads_to_where_it_is_now(client: FlaskClient, store: Store) -> None:
    matters = store.read("MATCH (m:Matter) WHERE size(m.former) > 0 RETURN m.id AS id, m.former AS former")
    for matter in matters:
        answer = client.get(f"/entities/{matter['former'][0]}?as_of=2026-06-01")
        assert answer.status_code == 302 and answer.location == f"/entities/{matter['id']}?as_of=2026-06-01"
    assert matters
