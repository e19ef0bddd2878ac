"""Tables of tasks, divided by tabs or strokes."""

from __future__ import annotations

import pytest

from tests.importers.understanding import understood

TABBED = "现将会议议定事项分解如下：\n序号\t议定事项\t牵头单位\t配合单位\t完成时限\n一、工程整治\n1\t完成水库加固扫尾\t甲局\t乙局\t6月25日\n2\t制定“一点一策”方案\t丙局\t\t年底前\n二、责任落实\n3\t每半月通报一次\t丁室\t\t—"
PIPED = "| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n| 1 | 完成水库加固扫尾 | 甲局 | 6月25日 |\n| 2 | 制定处置方案 | 丙局 | 年底前 |"


@pytest.mark.parametrize(("text", "tasks"), [
    (TABBED, [(["一", "1"], "完成水库加固扫尾", ["甲局", "乙局", "6月25日"]), (["一", "2"], "制定“一点一策”方案", ["丙局", "年底前"]), (["二", "3"], "每半月通报一次", ["丁室"])]),
    (PIPED, [(["1"], "完成水库加固扫尾", ["甲局", "6月25日"]), (["2"], "制定处置方案", ["丙局", "年底前"])]),
])
def test_rows(text: str, tasks: list[tuple[list[str], str, list[str]]]) -> None:
    minutes = understood(text)
    assert [(d.path, d.span.of(minutes.text), [t.of(minutes.text) for t in d.tails]) for d in minutes.directives] == tasks


def test_rows_stand_under_the_act_that_announced_the_table() -> None:
    assert {d.act for d in understood(TABBED).directives} == {"议定"}


def test_a_table_without_tasks_asks_for_nothing() -> None:
    assert understood("姓名\t单位\n甲\t乙局").directives == []


def tabled(*lines: str) -> list[tuple[list[str], str, list[str]]]:
    """Path, words and tails of each directive of these lines."""
    minutes = understood("\n".join(lines))
    return [(d.path, d.span.of(minutes.text), [t.of(minutes.text) for t in d.tails]) for d in minutes.directives]


@pytest.mark.parametrize("below", ["\t\t牵头单位\t配合单位\t", "序号\t任务\t牵头单位\t配合单位\t完成时限"])
def test_a_heading_may_take_two_rows(below: str) -> None:
    assert tabled("序号\t任务\t责任分工\t\t完成时限", below, "1\t清理河道淤泥\t甲局\t乙局\t年底前") == [(["1"], "清理河道淤泥", ["甲局", "乙局", "年底前"])]


def test_two_rows_of_names_are_one_heading_only_at_the_head() -> None:
    assert tabled("序号\t任务\t责任单位\t时限", "1\t清理河道淤泥\t甲局\t年底前", "\t\t牵头单位\t", "2\t补植岸边树木\t乙局\t月底前") == [
        (["1"], "清理河道淤泥", ["甲局", "年底前"]), (["2"], "补植岸边树木", ["乙局", "月底前"])]


@pytest.mark.parametrize("heading", ["督办事项\t具体措施", "重点任务\t工作要求", "事项\t主要内容"])
def test_of_several_columns_the_one_that_says_most_is_the_demand(heading: str) -> None:
    assert tabled(f"序号\t{heading}\t责任单位", "1\t堤防\t加固堤防三公里\t甲局") == [(["1"], "加固堤防三公里", ["甲局"])]


@pytest.mark.parametrize("name", ["督办编号", "交办时间", "会议日期", "落实情况", "实际完成时间", "领导签字", "责任单位意见", "备注"])
def test_columns_that_say_neither_who_nor_when_give_no_tail(name: str) -> None:
    assert tabled(f"序号\t任务内容\t{name}\t完成时限", "1\t清理河道淤泥\t3月5日\t年底前") == [(["1"], "清理河道淤泥", ["年底前"])]


@pytest.mark.parametrize(("row", "path", "words"), [
    ("（一）\t清理河道淤泥\t甲局", ["（一）"], "清理河道淤泥"),
    ("二\t清理河道淤泥\t甲局", ["二"], "清理河道淤泥"),
    ("一、防汛\t1.加固堤防；2.检修闸门\t甲局", ["一"], "1.加固堤防；2.检修闸门"),
    ("防汛\t一是加固堤防，二是检修闸门\t甲局", [], "一是加固堤防，二是检修闸门"),
])
def test_only_the_first_cell_numbers_a_row(row: str, path: list[str], words: str) -> None:
    assert tabled("类别\t任务内容\t责任单位", row) == [(path, words, ["甲局"])]


def test_a_category_that_is_said_again_in_each_row_is_no_jump() -> None:
    minutes = understood("类别\t任务内容\t责任单位\n一、防汛\t加固堤防\t甲局\n一、防汛\t检修闸门\t乙局\n二、供水\t改造管网\t丙局")
    assert [(d.path, d.span.of(minutes.text)) for d in minutes.directives] == [(["一"], "加固堤防"), (["一"], "检修闸门"), (["二"], "改造管网")]
    assert minutes.doubts == []


def test_a_sentence_ends_a_table_and_a_numbered_line_does_not() -> None:
    assert [words for _, words, _ in tabled("序号\t任务\t责任单位", "1\t清理淤泥\t甲局", "二、供水", "2\t改造管网\t乙局", "与会人员名单如下：", "1\t秦越局长\t甲局")] == ["清理淤泥", "改造管网"]
