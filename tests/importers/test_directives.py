"""What is a demand, what is told, and where demands are divided."""

from __future__ import annotations

import pytest

from tests.importers.understanding import asked, understood


def words(text: str) -> list[str]:
    return [d[2] for d in asked(text)]


@pytest.mark.parametrize(("text", "found"), [
    ("会议要求，甲局要加强管理，乙局配合。", ["甲局要加强管理，乙局配合"]),
    ("征地由甲区政府负责，6月底前交地。", ["征地由甲区政府负责，6月底前交地"]),
    ("信息中心于8月5日前完成优化方案。", ["信息中心于8月5日前完成优化方案"]),
    ("严禁把问题留给下级。", ["严禁把问题留给下级"]),
    ("在节能方面，大力推广新技术，持续推进管网改造。", ["在节能方面，大力推广新技术，持续推进管网改造"]),
    ("会议指出，要抢收秋粮。同时开工一批新项目。", ["要抢收秋粮", "开工一批新项目"]),
    ("会议强调，临近汛期，要把值班值守摆在突出位置。", ["临近汛期，要把值班值守摆在突出位置"]),
    ("会议强调，要落实举措。一是聚焦三大任务。当前矛盾交织，还存在薄弱环节。必须加大力度。二是强化监管。", ["要落实举措", "聚焦三大任务。当前矛盾交织，还存在薄弱环节。必须加大力度", "强化监管"]),
    ("会议明确：由甲委牵头，乙局配合，力争达到4.6个；各乡镇政府年内建成1所。", ["由甲委牵头，乙局配合，力争达到4.6个", "各乡镇政府年内建成1所"]),
    ("会议要求，已完成的要做得更好；能完成的要赶进度。", ["已完成的要做得更好；能完成的要赶进度"]),
    ("一、加强管理。\n（一）重新编排计划，确保通水。（责任单位：甲处）\n（二）派员驻场。", ["加强管理", "重新编排计划，确保通水", "派员驻场"]),
    ("会议决定，将线路压减为8条，甲集团要于5月底前公示。", ["将线路压减为8条，甲集团要于5月底前公示"]),
    ("会议研究了迁建工程，决定不再新建该工程，撤销专班，综合处负责做好衔接。", ["综合处负责做好衔接"]),
    ("會議決議：請甲課於4月15日前擬定計畫。", ["請甲課於4月15日前擬定計畫"]),
])
def test_demands(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("text", [
    "会议指出，今年以来，全局上下提升认识，各项任务总体达到了进度要求，但尚有不少差距。",
    "会议认为，管网改造是保民生的重要举措，前期成效明显。",
    "会议指出，推进统一市场建设是一项系统性改革。",
    "教务处处长汇报了自查情况。",
    "会议通报了5月份考评结果，甲村排名靠后。",
    "9月5日，市河长办召开会议，传达文件精神，部署下阶段工作，明确分工和工作节点。",
    "会议指出，人民群众对水安全的要求越来越高。",
    "主要任务已经完成，应急预案适应需要。",
    "会议还研究了其他事项。",
    "会议明确：\n一要肯定成绩。总体上年初各项任务推进比较顺利。",
    "中共中央总书记甲主持会议。",
    "说明：依函示，各区应于汛期前完成演练。",
    "一、试运行情况\n甲人员发起任务430项，按期完成397项。",
    "时间：2023年3月9日",
    "抄送：各单位要注意保存",
    "请　假 葛某（病假）",
    "请假人员\t蓝某（处长，病假）",
    "会议明确，下一步重点抓好以下工作：",
    "会议决定成立领导小组，由段某任组长，陆某任副组长。",
    "一要：",
    "也要清醒看到，事故仍然多发。",
])
def test_what_asks_for_nothing(text: str) -> None:
    assert words(text) == []


def test_tails_are_kept_beside_the_demand() -> None:
    minutes = understood("会议强调，要推进北段建设。（责任单位：甲处）要把制度延伸到村道。（责任单位：乙处；时限：年底前）")
    assert [[t.of(minutes.text) for t in d.tails] for d in minutes.directives] == [["（责任单位：甲处）"], ["（责任单位：乙处；时限：年底前）"]]


def test_a_tail_at_the_end_serves_the_sentences_that_name_nobody() -> None:
    minutes = understood("会议强调，要落实责任。甲局要加大补助。要强化巡查。（责任单位：乙局）")
    assert [len(d.tails) for d in minutes.directives] == [1, 0, 1]


def test_lines_with_owner_and_time_limit_are_tails() -> None:
    minutes = understood("二、议定事项\n（一）议定事项：重新编排计划。\n责任部门：甲部\n时限：5月25日前\n（二）议定事项：派员驻场。\n责任部门：乙公司")
    assert [[t.of(minutes.text) for t in d.tails] for d in minutes.directives] == [["责任部门：甲部", "时限：5月25日前"], ["责任部门：乙公司"]]
    assert minutes.directives[0].span.of(minutes.text) == "重新编排计划"
