"""The accuracy page: the card of this installation or the one that ships, what each row means, which sets are in-sample."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from flask.testing import FlaskClient

from graph import Store
from importers import Card, Row, ScoredSet, current_card, rules_version
from webui.accuracy_rows import row_label, row_meaning

SETS = [
    ScoredSet("a", "甲集", "Set A", True, 3, 1200, 0.91, [Row("DIRECTIVE", 0.5, 0.75, 0.6, 4, 6), Row("invented dates", 0.0, 0.0, 0.0, 0, 2)]),
    ScoredSet("b", "乙集<b>", "Set B", False, 1, 90, 1.0, [Row("header date", 1.0, 1.0, 1.0, 1, 1)]),
    ScoredSet("c", "丙集", "Set C", None, 1, 90, 1.0, []),
]


@pytest.fixture
def own_card(store: Store) -> Iterator[str]:
    """A card of this installation, made by the rules as they are."""
    file = store.settings.home / "accuracy.json"
    file.write_bytes(msgspec.json.encode(Card("2026-03-02", rules_version(), SETS)))
    yield str(file)
    file.unlink()


def test_the_card_that_ships_is_shown_where_none_was_made(client: FlaskClient) -> None:
    page = client.get("/accuracy/").text
    assert "随本版本发布" in page and page.count("样本内：编写规则时看过这些文件") == 2
    assert re.search(r"12 份文件，7850 字", page) and "责任主体及其角色（牵头、负责、配合、督办）都正确" in page


def test_the_card_of_this_installation_goes_before_it(client: FlaskClient, own_card: str) -> None:
    page = client.get("/accuracy/").text
    assert "测得，日期 2026-03-02" in page and "此后规则有变" not in page
    assert re.findall(r"<strong>(.{3})", page) == ["样本内", "样本外", "没有说"]
    assert "甲集" in page and "乙集&lt;b&gt;" in page
    figures = re.findall(r'class="number"[^>]*>([^<]+)<', page.partition("</thead>")[2].partition("</table>")[0])
    assert figures == ["0.500", "0.750", "0.600", "4", "6", "–", "–", "–", "0", "2"]


def test_in_english(client: FlaskClient, own_card: str) -> None:
    page = client.get("/accuracy/", headers={"Accept-Language": "en"}).text
    assert "Set A" in page and "In-sample: the rules were written" in page and "甲集" not in page


def test_a_card_of_other_rules_says_so(client: FlaskClient, store: Store, own_card: str) -> None:
    (store.settings.home / "accuracy.json").write_bytes(msgspec.json.encode(Card("2026-03-02", "other", SETS)))
    assert "此后规则有变" in client.get("/accuracy/").text


def test_every_page_leads_there(client: FlaskClient) -> None:
    assert 'href="/accuracy/"' in client.get("/").text.partition("<footer")[2]


def test_every_row_of_the_card_that_ships_has_a_name_and_a_meaning(client: FlaskClient) -> None:
    shipped, _ = current_card(Path("no such folder"))
    whats = {row.what for one in shipped.sets for row in one.rows} | {"EVOLUTION", "unrelated kept apart", "evolution relation"}
    with client.application.test_request_context():
        assert [what for what in whats if row_label(what) == what] == []
        assert [what for what in whats if not row_meaning(what) and not what.startswith("header ")] == []
