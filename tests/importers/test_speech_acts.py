"""By which verb the meeting speaks, and how far each verb reaches."""

from __future__ import annotations

import pytest

from importers.annotations import Span
from importers.rules.speech_acts import introduces_a_list, speech_acts
from importers.script import simplified
from tests.importers.understanding import asked


@pytest.mark.parametrize(("text", "acts"), [
    ("会议强调，要抓好落实。", ["强调"]), ("经研究，会议明确：", ["明确"]), ("会议就抓好汛前检查提出四点要求：", ["提出"]), ("会议对当前工作作出具体安排。", ["部署"]),
    ("现将会议议定事项纪要如下：", ["议定"]), ("会议审议了方案，认为调研不够，决定暂缓通过，由甲处修改。", ["", "认为", "决定"]), ("張課長，請注意。", []), ("決議：照案辦理。", ["议定"]),
    ("主席裁示：請甲課辦理。", [""]), ("决　议：照案办理。", ["议定"]), ("董事会要求甲部重新评估。", ["要求"]), ("与会代表一致认为，进展顺利。", ["认为"]), ("董事会办公室要求较高。", []), ("会议议定事项：", ["议定"]), ("李明强调，要抓好落实。", ["强调"]), ("会议通过《条例》，明确实行公平待遇。", ["明确"]), ("经研究，形成如下意见：", ["议定"]),
    ("要按照上级部署要求，加快推进。", []), ("对标市委提出的目标，抬高定位。", []), ("参与率未达到六成的不得列入。", []), ("明确责任人和时间节点。", []), ("省委要求，各地要抓好落实。", []),
    ("审议通过的报告已经印发。", []), ("市政府督查室对上述事项跟踪督查。", []),
])
def test_acts(text: str, acts: list[str]) -> None:
    assert [a.act for a in speech_acts(simplified(text), Span(0, len(text)))] == acts


@pytest.mark.parametrize(("text", "introduces"), [
    ("会议明确：", True), ("提出四点要求。", True), ("议定如下事项。", True), ("会议要求，", True), ("作出具体安排。", True), ("会议指出，形势严峻。", False), ("要高度重视。", False),
])
def test_lead_ins(text: str, introduces: bool) -> None:
    assert introduces_a_list(text, Span(0, len(text))) is introduces


@pytest.mark.parametrize(("text", "acts"), [
    ("会议指出，形势严峻。各部门要抓紧整改。", ["指出"]),
    ("会议强调，要抓落实。\n各部门要抓紧整改。", ["强调", None]),
    ("现将会议议定事项纪要如下：\n关于供水问题。由甲公司负责接通。\n会议要求，乙局要督查。", ["议定", "要求"]),
    ("二、会议明确事项\n甲中心于8月5日前完成优化方案。", ["明确"]),
    ("三、有关要求\n1、各部门要提高认识。\n2、甲室负责督办。", [None, None]),
    ("会议强调，治超必须较真碰硬。一是甲队加密频次。二是乙处报告进度。", ["强调", "强调", "强调"]),
    ("会议原则同意该方案，由甲局修改后印发。", ["同意"]),
    ("会议要求，\n1、甲局要尽快修改。\n2、乙局要抓好总结。", ["要求", "要求"]),
    ("会议指出：\n（一）工作取得了成效。\n会议要求：\n（一）要加强领导。\n（二）要狠抓落实。", ["要求", "要求"]),
    ("【会议决议】\n1. 甲部于7月1日前完成\n2. 乙部准备推广\n【待办事项】\n丙要跟进合同。", ["议定", "议定", None]),
    ("会议强调,要加强领导.各单位要抓好落实.", ["强调", "强调"]),
    ("决定暂缓通过，由甲处会同乙公司征求意见。", ["决定"]),
    ("一、迎评工作\n议定事项：\n要自查整改。\n缺口须在6月底前补齐。", ["议定", "议定"]),
    ("一、修订办法\n议定事项：\n审议通过修订稿。\n科研院要抓好解读。\n事项说明：\n各院应当知晓。", ["议定"]),
    ("议题1：扩容的汇报\n决　议：\n同意扩至40张。麻醉科要抽调人员。\n", ["议定"]),
    ("会议议定以下事项：\n1．甲公司要增派班组。\n2．乙局要做好对接。\n各有关单位要每周报告进展。", ["议定", "议定", None]),
    ("会议同意拨付资金。甲局要做好监管。", ["同意"]),
    ("會議要求,各單位要服從大局.3號泊位要確保年內復工.", ["要求", "要求"]),
    ("现将任务分解如下，请各单位抓好落实。", [None]),
])
def test_reach(text: str, acts: list[str | None]) -> None:
    assert [act for _, act, _ in asked(text)] == acts


@pytest.mark.parametrize(("text", "words"), [
    ("案由一：扫墓疏导案\n说明：\n一、预估应有2万人次。\n二、依条例第18条办理。\n决议：\n（一）照案通过。\n（二）请民政课于3月底前完成。", ["请民政课于3月底前完成"]),
    ("一、实验室安全\n事项说明：检查发现应整改的问题。\n议定事项：\n资产处要建立台账。", ["资产处要建立台账"]),
    ("背景：须加快建设。会议要求，甲局要抓紧。", ["甲局要抓紧"]),
    ("说明会由甲局负责。", ["说明会由甲局负责"]),
])
def test_explanations_ask_for_nothing(text: str, words: list[str]) -> None:
    assert [said for _, _, said in asked(text)] == words
