"""Which names of persons, posts, documents and works mean one thing within a document, and which are kept apart."""

from __future__ import annotations

import pytest

from importers.annotations import MentionType
from importers.pipeline import records_of
from schema import Edge, Node
from tests.importers.naming import HEAD, read, resolved


def groups(sentence: str, type_: MentionType) -> list[list[str]]:
    """The names that fall together in a sentence of fictional minutes, those of the head left out."""
    found = [[m.name for m in e.mentions if m.span.start >= len(HEAD)] for e in resolved(HEAD + sentence).entities if e.type == type_]
    return [names for names in found if names]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("规划处处长张伟汇报，水务集团董事长张伟参加。", [["张伟"], ["张伟"]]),
    ("会议听取了规划处科长张伟的汇报。云河水务集团董事长张伟表示支持。", [["张伟"], ["张伟"]]),
    ("规划处处长张伟、财务处处长张伟参加。", [["张伟"], ["张伟"]]),
    ("规划处处长张伟汇报。水务集团董事长张伟发言。张伟同志表示支持。", [["张伟"], ["张伟", "张伟"]]),
    ("云州大学院长王强与副局长王强参加。", [["王强"], ["王强"]]),
    ("副局长王强汇报。领导小组组长王强作了部署。", [["王强", "王强"]]),
    ("规划处处长张伟汇报。张伟要抓好落实。", [["张伟", "张伟"]]),
    ("会议同意任命张伟同志为财务处处长，免去张伟同志规划处处长职务。", [["张伟", "张伟"]]),
    ("副局长王强参加。王强要求抓好落实。", [["王强", "王强"]]),
    ("水务集团董事长张伟汇报。水务集团董事长张伟表示支持。", [["张伟", "张伟"]]),
])
def test_persons(sentence: str, expected: list[list[str]]) -> None:
    assert groups(sentence, "Person") == expected


def test_who_is_told_apart_keeps_the_name_and_has_an_id_of_his_own() -> None:
    records = records_of(read(HEAD + "规划处处长张伟汇报，水务集团董事长张伟参加。").source)
    people = [r for r in records if isinstance(r, Node) and r.type == "Person" and r.properties["name"] == "张伟"]
    assert len({person.id for person in people}) == 2
    held = {edge.source: edge.target for edge in records if isinstance(edge, Edge) and edge.type == "HOLDS"}
    titles = {r.id: r.properties["title"] for r in records if isinstance(r, Node) and r.type == "Post"}
    assert sorted(str(titles[held[person.id]]) for person in people) == ["水务集团董事长", "规划处处长"]


def test_the_one_of_the_own_house_is_the_same_in_every_document() -> None:
    alone = resolved(HEAD + "规划处处长张伟汇报。").named("Person", "张伟")
    beside = resolved(HEAD + "规划处处长张伟汇报，水务集团董事长张伟参加。").named("Person", "张伟")
    assert alone and beside and beside.mentions[0].name == "张伟"


@pytest.mark.parametrize(("sentence", "same"), [
    ("云河市水利局副局长王强参加。会上，副局长王强、市水利局副局长李明发言。", True),
    ("局党组书记王强参加。市水利局党组书记王强发言。", True),
    ("市水利局规划处处长王强参加。规划处处长李明发言。", True),
    ("规划处处长王强参加。财务处处长李明发言。", False),
    ("局长王强参加。市财政局局长李明发言。", False),
    ("副局长王强参加。局长李明发言。", False),
])
def test_posts(sentence: str, same: bool) -> None:
    assert (len(groups(sentence, "Post")) == 1) is same


@pytest.mark.parametrize(("sentence", "expected"), [
    ("学习《河湖管理意见》（以下简称《意见》）。要落实《意见》。《河湖管理意见》要宣传。", [["河湖管理意见", "意见", "河湖管理意见"], ["意见"]]),
    ("贯彻《河道管理办法》（云政发〔2023〕4号，以下简称《办法》）。《办法》要执行。", [["河道管理办法", "办法"], ["办法"]]),
    ("编制《水利发展规划》，以下简称《规划》，《规划》要报批。", [["水利发展规划", "规划"], ["规划"]]),
    ("落实《中华人民共和国水法》，宣传水法，执行《水法》。", [["中华人民共和国水法", "水法", "水法"]]),
    ("执行《河道管理办法》（云政发〔2023〕4号）。云政发〔2023〕4号要宣传。", [["河道管理办法", "云政发〔2023〕4号"]]),
    ("编制《“十四五”水利规划》。《十四五水利规划》要报批。", [["“十四五”水利规划", "十四五水利规划"]]),
    ("学习《河湖管理意见》。要落实《意见》。", [["河湖管理意见"], ["意见"]]),
    ("执行《河道管理办法》（云政发〔2023〕4号）。云政发〔2023〕5号要宣传。", [["河道管理办法"], ["云政发〔2023〕5号"]]),
    ("宣传《水法》和《防洪法》。", [["水法"], ["防洪法"]]),
    ("学习《中华人民共和国简史》和《简史》。", [["中华人民共和国简史"], ["简史"]]),
])
def test_documents(sentence: str, expected: list[list[str]]) -> None:
    assert sorted(map(sorted, groups(sentence, "PolicyDocument"))) == sorted(map(sorted, expected))


def test_the_short_title_where_it_is_given_leads_to_the_full_one_and_no_other_document_has_it() -> None:
    def one(number: str) -> tuple[str, str, str]:
        records = records_of(read(HEAD + f"学习《河湖管理意见{number}》（以下简称《意见》）。要落实《意见》。").source)
        titles = {str(r.properties["title"]): r.id for r in records if isinstance(r, Node) and r.type == "PolicyDocument"}
        (edge,) = [r for r in records if isinstance(r, Edge) and r.type == "ALIAS_OF"]
        assert (edge.source, edge.target) == (titles["意见"], titles[f"河湖管理意见{number}"])
        return titles["意见"], edge.target, edge.evidence[0].text

    assert one("一")[2] == "意见"
    assert one("一")[0] != one("二")[0]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("推进太湖新城水系连通工程建设。水系连通工程要抓紧开工。太湖新城水系连通项目要落实资金。", [["太湖新城水系连通工程", "水系连通工程", "太湖新城水系连通项目"]]),
    ("推进云河市城区第二水厂扩建工程。第二水厂扩建工程要提速。二水厂扩建工程年底完工。", [["云河市城区第二水厂扩建工程", "第二水厂扩建工程", "二水厂扩建工程"]]),
    ("开展“清河”专项整治，推进“清河”专项整治。", [["“清河”专项整治", "“清河”专项整治"]]),
    ("推进东港水系连通工程、西港水系连通工程。水系连通工程要抓紧。", [["东港水系连通工程"], ["西港水系连通工程"], ["水系连通工程"]]),
    ("推进智慧水务平台一期工程和智慧水务平台二期工程。", [["智慧水务平台一期工程"], ["智慧水务平台二期工程"]]),
    ("推进太湖新城水系连通工程。西港的水系连通工程要抓紧。", [["太湖新城水系连通工程"], ["水系连通工程"]]),
    ("推进环湖绿道工程和环湖公路工程。", [["环湖绿道工程"], ["环湖公路工程"]]),
])
def test_works(sentence: str, expected: list[list[str]]) -> None:
    assert groups(sentence, "Project") == expected
