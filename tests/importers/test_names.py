"""What is a name, and where it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.annotations import Span
from importers.rules.name_lists import names_listed
from importers.rules.names import is_name, name_at

NAMES = ["段启明", "李明", "李　明", "王  磊", "欧阳修远", "司马光", "諸葛亮明", "阿不都·热合曼", "Lim Kok Seng", "項海龍", "范一鸣"]
NOT_NAMES = ["张主任", "范工", "李局", "王总", "财务部", "安全处", "党政办", "高新区", "全体", "单位", "项目", "高度", "夕饮冰", "昼无为", "水利局", "清溪镇", "张", "陈局长", "各处室", "建设管理处", "经过"]


@pytest.mark.parametrize("words", NAMES)
def test_a_name(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize("words", NOT_NAMES)
def test_no_name(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize(("text", "expected"), [
    ("段启明主持召开", "段启明"), ("魏东3月1日主持", "魏东"), ("魏克勤26日主持", "魏克勤"), ("尚岩等5名同志", "尚岩"), ("贺钧在市委全会上", "贺钧"), ("王和平和李四", "王和平"), ("魏正纲近日", "魏正纲"),
    ("习近平总书记", "习近平"), ("卢景行委托，", "卢景行"), ("Lim Kok Seng等参加", "Lim Kok Seng"), ("方守诚，各村", "方守诚"), ("张文和李四参加", "张文"), ("李为民任组长", "李为民"),
    ("项目建设", None), ("任组长", None), ("高度重视", None), ("安排部署", None), ("应于8月", None), ("于10月底前", None), ("单位要", None), ("办公会议", None),
])
def test_where_a_name_ends(text: str, expected: str | None) -> None:
    span = name_at(text, 0, len(text))
    assert (span.of(text) if span else None) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("秦越  陆文渊  邢素兰", ["秦越", "陆文渊", "邢素兰"]),
    ("张建国　李　明　王  磊　赵大勇", ["张建国", "李明", "王磊", "赵大勇"]),
    ("鲁秀云（教务处）、盛林（财务处）", ["鲁秀云", "盛林"]),
    ("工程技术部 李准、设计院 范工", ["李准"]),
    ("闵大有  县政府办公室、县司法局主要负责人", ["闵大有"]),
    ("副总经理 佟卫东", ["佟卫东"]),
    ("局长段启明、齐鸣远处长、市水利局王建国", ["段启明", "齐鸣远", "王建国"]),
    ("陳區長明德、王主任秘書志豪、黃美惠里長", ["陳明德", "王志豪", "黃美惠"]),
    ("办公室：张三丰、李四光；财务科：王五洲等6人", ["张三丰", "李四光", "王五洲"]),
    ("总经理Lim Kok Seng", ["Lim Kok Seng"]),
    ("各站所负责人、全体党员、各镇（街道）", []),
    ("张主任、李科长、范工", []),
])
def test_names_in_a_list(text: str, expected: list[str]) -> None:
    assert [n.name for n in names_listed(text, Span(0, len(text)))] == expected


@given(st.text(alphabet="张王李区长局、，：（） 　\t海泉明Ab·", max_size=80))
def test_listed_names_lie_in_the_list(text: str) -> None:
    for listed in names_listed(text, Span(0, len(text))):
        assert 0 <= listed.span.start < listed.span.end <= len(text)
