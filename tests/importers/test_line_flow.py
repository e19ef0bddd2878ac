"""Hard line breaks and stray spaces are undone only where the text shows that it has them."""

from __future__ import annotations

from importers.formats.line_flow import joined, unspaced

BROKEN = """关于旧货市场搬迁的
专题会议纪要

6月3日上午，副区长段启明在市场管理用房主
持召开专题会议。会议听取了管理公司的汇报，
研究了搬迁办法。会议议定：
一、安置方面。管理公司要在6月底前完成水电
改造，备好摊位二百个；区商务局上门登记，做
到当日办结。
二、秩序方面。由区城管局划定疏导点。
区公安分局配合。""".split("\n")


def test_lines_of_a_fixed_width_are_joined() -> None:
    assert joined(BROKEN) == [
        "关于旧货市场搬迁的", "专题会议纪要", "",
        "6月3日上午，副区长段启明在市场管理用房主持召开专题会议。会议听取了管理公司的汇报，研究了搬迁办法。会议议定：",
        "一、安置方面。管理公司要在6月底前完成水电改造，备好摊位二百个；区商务局上门登记，做到当日办结。",
        "二、秩序方面。由区城管局划定疏导点。", "区公安分局配合。",
    ]


def test_other_lines_stay() -> None:
    lists = ["出席：段启明、陆文渊、邢树林、贺明慧", "　　邢素兰、祝海燕、石磊、卢景行、秦越"]
    for lines in (lists, ["序号\t任务\t单位"] * 6, ["会议要求，" + "要抓好落实，" * 20 + "不得延误。"] * 6, ["要抓好防汛工作。"] * 9, []):
        assert joined(lines) == lines


def test_spaces_of_recognition_go_and_lists_of_names_stay() -> None:
    spaced = ["1 、 右岸 护坡 已 修好 ， 经 现场 复查 合格 。", "2 、 下周 完成 35 米 ， 逾期 按 合同 办 。", "参加： 郎 峰、 年广茂"]
    assert unspaced(spaced) == ["1、右岸护坡已修好，经现场复查合格。", "2、下周完成35米，逾期按合同办。", "参加：郎峰、年广茂"]
    assert unspaced(["出席：秦越 陆文渊 石磊", "要抓好 落实。"]) == ["出席：秦越 陆文渊 石磊", "要抓好 落实。"]


RAGGED = """    11月7日,副总经理段启明在调度中心主持召开
5#泊位堆场改造协调会.设备部经理石磊参
                     — 1 —

加,会议听取了工程部关于改造进度的说明,讨论了堆
场道路的占用.会议明确,北区段12月15日前完成
基层施工并移交生产.大风预警达到8级时,应立即停
止吊装.""".split("\n")


def test_lines_that_keep_figures_whole_and_pages_are_joined() -> None:
    assert joined(RAGGED) == [
        "    11月7日,副总经理段启明在调度中心主持召开5#泊位堆场改造协调会.设备部经理石磊参— 1 —加,会议听取了工程部关于改造进度的说明,讨论了堆"
        "场道路的占用.会议明确,北区段12月15日前完成基层施工并移交生产.大风预警达到8级时,应立即停止吊装."]


def test_pages_between_paragraphs_stay() -> None:
    for lines in (["会议要求，要抓好落实。", "— 1 —", "会议强调，要加快进度。"], ["出席：段启明、石磊", "第 1 页 共 2 页", "陆文渊"], ["会议要求，抓好以下", "— 1 —", "1．防汛"]):
        assert joined(lines) == lines
