"""The clause tree: numbering at any depth, in one line or over paragraphs, and that every character belongs to one clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.understanding import marked, tree, understood

NUMBERING = [
    ("会上，听取了汇报：（一）关于甲工作，会议明确：一要加强管理。二要落实责任。1、抓好排查；2、制定办法；3、启动问责。（二）关于乙工作，会议明确：一要争取。二要稳定。",
     ["（一）", "（一）/一要", "（一）/二要", "（一）/二要/1", "（一）/二要/2", "（一）/二要/3", "（二）", "（二）/一要", "（二）/二要"]),
    ("四要勇于担当。一要齐步走。二要快步走。\n五要守牢红线。一要守住甲；二要守住乙。",
     ["四要", "四要/一要", "四要/二要", "五要", "五要/一要", "五要/二要"]),
    ("三要奋力。\n四要担当。一要甲甲。二要乙乙。三要丙丙。\n五要守住。", ["三要", "四要", "四要/一要", "四要/二要", "四要/三要", "五要"]),
    ("会议强调，要拿出过硬的办法。一是聚焦重点。二是强化监管。\n会议强调，要完善保障。一是强化引领。二是强化队伍。", ["一是", "二是", "一是", "二是"]),
    ("一、重点工程\n（一）快速路。甲局要加快。\n（二）农村路。乙局要加快。\n二、行业治理\n（一）治超。①甲处报告。②乙队检查。",
     ["一", "一/（一）", "一/（二）", "二", "二/（一）", "二/（一）/①", "二/（一）/②"]),
    ("会议明确：1．甲要抓好平台。2．乙要抓好迁建。", ["1", "2"]),
    ("1．关于道路。会议明确：\n(1)甲处编制计划。\n(2)乙处配合。\n2．关于港口。会议明确：\n①丙处接入；\n②丁处配合。", ["1", "1/(1)", "1/(2)", "2", "2/①", "2/②"]),
    ("【议题一】审议报告\n会议通过该报告。\n【议题二】研究事项\n会议同意。", ["【议题一】", "【议题二】"]),
    ("第一，要抓安全。第二，要抓进度。", ["第一", "第二"]),
    ("案由一：為辦理演練案\n決議：\n1.請甲課辦理。\n2.請乙課配合。\n案由二：有關節能案\n決議：照案通過。", ["案由一", "案由一/1", "案由一/2", "案由二"]),
    ("会议指出：\n（一）工作取得了成效。\n（二）存在的问题不容忽视。\n会议要求：\n（一）要加强领导。\n（二）要狠抓落实。", ["（一）", "（二）", "（一）", "（二）"]),
    ("备注：1.每周五报送进展。\n2.联系人：甲。", ["1", "2"]),
    ("会议要求：1）甲局要清查。2）乙局要整改。", ["1）", "2）"]),
]
NONE = [
    "制定“一河道一策”、“一水源地一策”，对易涝点逐一制定一点一策。",
    "按照“一是甲；二是乙”的要求，抓好落实。",
    "总投资1.2亿元。2.5公里道路9月底前完工。",
    "第一时间处置，第一季度完成。",
    "一产业一方案，三、四年级开展试点。",
    "距年底还有一个多月时间，二要素市场仍需培育。",
]


@pytest.mark.parametrize(("text", "paths"), NUMBERING)
def test_numbering(text: str, paths: list[str]) -> None:
    assert marked(text) == paths


@pytest.mark.parametrize("text", NONE)
def test_what_numbers_nothing(text: str) -> None:
    assert marked(text) == []


def test_unnumbered_paragraphs_belong_to_the_title_above_them() -> None:
    found = tree(understood("一、关于供水\n会议指出，形势严峻。\n会议要求，要抓紧整改。\n二、关于道路\n会议同意方案。\n抄送：各单位"))
    assert ("一", "会议要求，要抓紧整改。") in found
    assert ("二", "会议同意方案。") in found
    assert ("", "抄送：各单位") in found


def test_an_item_goes_on_while_its_numbering_does() -> None:
    found = tree(understood("一、会议学习了《通知》。\n各单位要高度重视。\n二、会议审定了名单。\n三要素齐备。"))
    assert ("一", "各单位要高度重视。") in found


def test_an_unnumbered_paragraph_leaves_a_list_of_demands() -> None:
    found = tree(understood("提出两点要求：\n一要冲刺全年。\n二要守住底线。\n会议要求，全体干部要凝心聚力。"))
    assert ("", "会议要求，全体干部要凝心聚力。") in found


def test_a_last_paragraph_is_not_in_an_item_of_one_paragraph() -> None:
    found = tree(understood("议定以下意见：\n1、供暖问题。由甲局办理。\n2、产权问题。由乙局办理。\n杨某强调，各部门要主动认领任务。"))
    assert found[-1] == ("", "杨某强调，各部门要主动认领任务。")


def test_the_meeting_takes_the_word_after_a_list() -> None:
    found = tree(understood("会议强调，要抓好三件事。一是甲工作。二是乙工作。会议要求，各单位要抓好落实。"))
    assert ("", "会议要求，各单位要抓好落实。") in found


def test_a_line_with_an_owner_belongs_to_the_item_above() -> None:
    found = tree(understood("（一）议定事项：修订计划。\n责任部门：工程部\n时限：5月底前\n（二）议定事项：催交设备。"))
    assert found[0] == ("（一）", "议定事项：修订计划。\n责任部门：工程部\n时限：5月底前")


def test_a_list_of_topics_does_not_take_what_follows() -> None:
    assert ("", "会议内容纪要如下：") in tree(understood("议题：\n1.供水分析\n2.用电整治\n会议内容纪要如下：\n一、会议同意方案。\n二、会议要求抓好落实。"))


def test_a_jump_in_the_numbering_is_doubted() -> None:
    minutes = understood("一、加快甲工程。\n二、加快乙工程。\n四、加快丙工程。")
    assert [d.message for d in minutes.doubts if "jumps" in d.message] == ["the numbering jumps to 四、 after number 2"]


PIECES = st.sampled_from([
    "一要", "二要", "三要", "一是", "二是", "（一）", "（二）", "1、", "2、", "(1)", "①", "一、", "二、", "加强管理", "会议强调，", "会议明确：", "。", "；", "：", "，", "、",
    "“", "”", "（", "）", "《", "》", "\n", "\t", " ", "|", "甲局", "责任部门：乙处", "（责任单位：丙科；时限：6月底前）", "记录：丁", "關於", "決議：", "3\t做好\t甲局", "[bookmark: _GoBack]",
])


@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_character_belongs_to_one_clause(text: str) -> None:
    minutes = understood(text)
    stretches = sorted([c.lead for c in minutes.clauses()] + [c.marker.span for c in minutes.clauses() if c.marker], key=lambda s: (s.start, s.end))
    at = 0
    for stretch in stretches:
        assert stretch.start >= at or not len(stretch)
        assert not text[at:stretch.start].strip()
        at = max(at, stretch.end)
    assert not text[at:].strip()


@given(st.lists(PIECES, max_size=60).map("".join))
def test_clauses_hold_their_children_and_directives_lie_within_them(text: str) -> None:
    minutes = understood(text)
    for clause in minutes.clauses():
        assert clause.parent is not None
        assert clause.parent.span.holds(clause.span)
        assert clause.span.holds(clause.lead)
    for directive in minutes.directives:
        assert directive.clause.span.holds(directive.span)
        assert directive.span.of(minutes.text).strip()


def test_a_page_number_between_items_ends_no_numbering() -> None:
    assert marked("一、防汛工作\n1、甲局要抓紧。\n— 2 —\n2、乙局要配合。\n第 3 页 共 5 页\n二、其他") == ["一", "一/1", "一/2", "二"]
