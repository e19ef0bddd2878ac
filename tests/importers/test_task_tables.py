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
