"""From names to entities: the issuing body, canonical names, standing and hierarchy."""

from __future__ import annotations

import pytest

from importers.issuing_body import body_key, issuing_body
from importers.resolution import Resolution
from importers.rounds import rounds
from tests.importers.naming import HEAD, read, resolved


def keys(resolution: Resolution) -> dict[str, str]:
    """The canonical name of every body by each of its printed names."""
    return {m.name: e.key for e in resolution.entities if e.type == "Organization" for m in e.mentions}


@pytest.mark.parametrize(("name", "key"), [
    ("青原市交通运输局", "交通运输局"), ("云泽市水务局", "水务局"), ("市发改委", "发展和改革委员会"), ("国务院", "国务院"),
    ("青渚区人民政府", "青渚区人民政府"), ("县委全面深化改革委员会", "县委全面深化改革委员会"), ("云州水务集团有限公司", "云州水务集团有限公司"),
])
def test_the_key_of_a_bureau_leaves_out_its_place(name: str, key: str) -> None:
    assert body_key(name) == key


UNNAMED = "局党组会议纪要\n2024年3月5日，局党组书记、局长陈明主持召开局党组会议。会议要求，"


@pytest.mark.parametrize(("text", "key", "sure"), [
    ("云河市水利局办公会议纪要\n2024年3月5日，局长陈明主持召开局长办公会议。会议要求，各处室要抓好落实。", "水利局", True),
    (UNNAMED + "要抓好河湖长制，推进水利工程建设，做好防汛工作和水利监督。", "水利局", False),
    (UNNAMED + "各处室要抓好落实。", "局", False),
    ("清溪镇党政办公会议纪要\n6月3日，镇党委书记袁明主持召开党政办公会议。会议要求，各村要抓好落实。", "清溪镇", True),
])
def test_the_issuing_body(text: str, key: str, sure: bool) -> None:
    body = issuing_body(read(text))
    assert body.key == key
    assert (body.confidence >= 0.7) is sure


def scope(text: str) -> str:
    """The name that scopes what the minutes name."""
    return resolved(text).body.name


def test_unnamed_minutes_of_one_kind_meet_and_bureaus_of_two_cities_do_not() -> None:
    unnamed = UNNAMED + "要抓好河湖长制，推进水利工程建设，做好防汛工作。"
    assert scope(unnamed) == scope(unnamed.replace("3月5日", "6月7日")) == "水利局"
    assert scope(HEAD + "要抓好防汛。") == "云河市水利局"
    assert scope(HEAD.replace("云河市", "青山市") + "要抓好防汛。") == "青山市水利局"


@pytest.mark.parametrize("signature", ["云河市水利局办公室　2024年3月8日印发", "云河市水利局\t2024年3月8日", "云河市水利局办公室 二〇二四年三月八日"])
def test_the_signature_names_the_bureau(signature: str) -> None:
    assert scope(UNNAMED + "各处室要抓好落实。\n" + signature) == "云河市水利局"


def test_short_clipped_and_full_names_are_one_body() -> None:
    found = keys(resolved(HEAD + "由市发改委牵头，要加强与发改、财政等部门的沟通。市财政局、市编办要支持，由水利厅、省水利厅指导。"))
    assert found["市发改委"] == found["发改"] == "市发展和改革委员会"
    assert found["财政"] == found["市财政局"]
    assert found["市编办"] == "市机构编制委员会办公室"
    assert found["水利厅"] == found["省水利厅"]


def test_an_alias_is_its_full_name() -> None:
    found = keys(resolved(HEAD + "由市航道管理处（以下简称“航道处”）负责。航道处要抓好落实。"))
    assert found["航道处"] == found["市航道管理处"]


def test_the_bureau_by_its_full_name_is_the_issuing_body() -> None:
    assert keys(resolved(HEAD + "由云河市水利局负责。"))["云河市水利局"] == "水利局"


def test_standing_and_hierarchy() -> None:
    resolution = resolved(HEAD + "成立水质攻坚领导小组，下设综合组、征迁组。由水资源处负责，市财政局配合，报市政府、省水利厅。")
    standing = {e.key: e.properties["standing"] for e in resolution.entities if e.type == "Organization"}
    assert standing["水资源处"] == "own"
    assert standing["市财政局"] == "local"
    assert standing["省水利厅"] == standing["市人民政府"] == "superior"
    parts = {(part.part, part.whole): part.span is not None for part in resolution.parts}
    assert parts["综合组", "水质攻坚领导小组"] and parts["征迁组", "水质攻坚领导小组"]
    assert not parts["水资源处", "水利局"]


def test_a_project_with_and_without_quotation_marks_is_one() -> None:
    resolution = resolved(HEAD + "开展“清河”专项整治，推进望云河西控工程。望云河西控工程要提速。")
    assert [len(e.mentions) for e in resolution.entities if e.type == "Project" and "西控" in e.name] == [2]


@pytest.mark.parametrize(("recurrence", "meeting", "first", "count"), [
    ("quarter", "2018-10-25", "2018-12-31", 4), ("month", "2018-10-25", "2018-10-31", 12), ("week", "2020-12-30", "2021-01-03", 12),
    ("half-month", "2024-03-05", "2024-03-15", 12), ("ten-days", "2024-03-05", "2024-03-10", 12), ("half-year", "2024-03-05", "2024-06-30", 2),
    ("year", "2024-03-05", "2024-12-31", 1), ("day", "2024-03-05", "2024-03-05", 12),
])
def test_expected_rounds(recurrence: str, meeting: str, first: str, count: int) -> None:
    found = rounds(recurrence, meeting)
    assert (found[0], len(found)) == (first, count)


@pytest.mark.parametrize("meeting", [None, "2018", "2018-10"])
def test_no_round_is_expected_without_a_day(meeting: str | None) -> None:
    assert rounds("month", meeting) == []
