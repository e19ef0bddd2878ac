"""Items of the agenda that are set apart."""

from __future__ import annotations

import pytest

from tests.importers.understanding import understood


@pytest.mark.parametrize(("text", "titles"), [
    ("一、关于乡村供水工作\n会议明确：要加快。\n二、关于公交优化\n会议同意。\n三、其他事项\n（一）甲局要抓好安全。", ["关于乡村供水工作", "关于公交优化", "其他事项"]),
    ("汇报如下：（一）关于工程款拨付，会议明确：一要加强管理。二要落实。（二）关于考核，会议明确：一要争先。二要创优。", ["关于工程款拨付", "关于考核"]),
    ("关于供水问题。由甲公司负责接通。\n关于排水问题。由乙局牵头。", ["关于供水问题", "关于排水问题"]),
    ("一、森林防火。各村要排查。\n二、秋粮收购。甲同志牵头。", ["森林防火", "秋粮收购"]),
    ("【议题一】审议《自评报告》\n会议通过。\n【议题二】人事事项\n会议同意。", ["审议《自评报告》", "人事事项"]),
    ("议题：1.听取安全工作汇报；2.研究采购事项。\n会议要求，要抓好落实。", ["听取安全工作汇报", "研究采购事项"]),
    ("会议议题：听取安全工作汇报；研究采购事项", ["听取安全工作汇报", "研究采购事项"]),
    ("形成如下决议：\n一、审议通过《工作报告》。\n二、审议通过《聘任议案》。", []),
    ("案由：為辦理演練一案\n說明：依函示辦理。\n決議：照案通過。", ["為辦理演練一案"]),
    ("一、试运行情况\n发起任务430项。\n二、会议明确事项\n甲中心于8月5日前完成方案。\n三、未决事项\n继续研究。", []),
    ("会议明确：\n（一）加快工程实施。甲处负责开工。\n（二）落实建设用地。乙处牵头到位。", []),
    ("一、会议内容\n甲汇报了进展。\n二、议定事项\n（一）甲部要催交设备。\n三、有关要求\n1、各部门要重视。", []),
])
def test_titles(text: str, titles: list[str]) -> None:
    minutes = understood(text)
    assert [a.title.of(minutes.text) for a in minutes.agenda] == titles


def test_a_title_met_twice_counts_once() -> None:
    minutes = understood("议题：\n1.供水分析\n2.用电整治\n纪要如下：\n一、供水分析\n甲局要分析。\n二、用电整治\n乙局要整治。")
    assert [a.title.of(minutes.text) for a in minutes.agenda] == ["供水分析", "用电整治"]
    assert all(a.clause and a.clause.children for a in minutes.agenda)


@pytest.mark.parametrize(("text", "titles"), [
    ("一、上次例会事项落实情况\n支护已完成。\n二、本周工程进展\n进尺60米。\n三、本次会议要求\n1、施工单位：\n（1）抓紧支护。\n四、其他\n请各单位报资料。", []),
    ("一、去年任务完成情况\n改造管网已完成。\n二、今年任务安排表\n会议明确，要抓好改造。\n三、工作要求\n会议要求，一要压实责任。", ["去年任务完成情况", "今年任务安排表"]),
    ("议题一：《工作细则》\n汇报人：人事处 安立夏\n决议：原则通过该细则。\n议题二：饮水设备更新\n汇报人：后勤部 屠志强\n决议：\n1. 同意更新。", ["《工作细则》", "饮水设备更新"]),
])
def test_parts_of_the_document_and_topics_with_reporters(text: str, titles: list[str]) -> None:
    minutes = understood(text)
    assert [item.title.of(minutes.text) for item in minutes.agenda] == titles
