"""Specific bodies: text → the names read in it, with counter-examples."""

from __future__ import annotations

import pytest

from tests.importers.naming import bodies


@pytest.mark.parametrize(("sentence", "names"), [
    ("水资源管理处要加强协同。", ["水资源管理处"]),
    ("由市水利建设工程质量监督站派员。", ["市水利建设工程质量监督站"]),
    ("市自然资源和规划局、市财政局要做好衔接。", ["市自然资源和规划局", "市财政局"]),
    ("基本建设与后勤管理处负责招标。", ["基本建设与后勤管理处"]),
    ("数据与科技处会同路网中心接入视频。", ["数据与科技处", "路网中心"]),
    ("东港经济开发区管委会要配合。", ["东港经济开发区管委会"]),
    ("华星科技（云河）有限公司要加快建设。", ["华星科技（云河）有限公司"]),
    ("河西区政府、市委、省水利厅要协同。", ["河西区政府", "市委", "省水利厅"]),
    ("成立城北片区改造推进领导小组，下设综合组、征迁组、监督组。", ["城北片区改造推进领导小组", "综合组", "征迁组", "监督组"]),
    ("请市公安局交警支队疏导交通。", ["市公安局交警支队"]),
    ("云河市委要求抓好落实。", ["云河市委"]),
    ("湾东村和柳河社区三天内整改到位。", ["湾东村", "柳河社区"]),
    ("计财科牵头，电教馆、教研室配合。", ["计财科", "电教馆", "教研室"]),
    ("由國土管理課會同社會課辦理，請於三日內完成。", ["國土管理課", "社會課"]),
])
def test_bodies_are_read(sentence: str, names: list[str]) -> None:
    assert bodies(sentence) == names


@pytest.mark.parametrize("sentence", [
    "要顾全大局，优化布局，形成新格局。",
    "要按照部署抓好处置，做好财政局部调整。",
    "要严格执行《云河市水务局考核办法》。",
    "要认真贯彻市委十二届九次全会精神。",
    "在局四楼会议室集中办公。",
    "要加强城东污水处理厂运行管理。",
    "要推进法治政府建设，支持公立医院改革。",
    "要充实应急抢险队伍，守好仓库。",
    "要做好湾东村改建文化大院的审核。",
])
def test_what_names_no_body(sentence: str) -> None:
    assert bodies(sentence) == []


@pytest.mark.parametrize(("sentence", "names"), [
    ("要加强与发改、水利、规划、住建等相关部委办局的沟通。", ["发改", "水利", "规划", "住建"]),
    ("要加强与市编办、人社的沟通协调。", ["市编办", "人社"]),
    ("国土、规划、住建、消防部门要联合验收。", ["国土", "规划", "住建", "消防部门"]),
    ("要加强水利、交通、能源等基础设施建设。", []),
    ("要做好规划、环保方面的工作。", []),
])
def test_clipped_names_need_their_frame(sentence: str, names: list[str]) -> None:
    assert bodies(sentence) == names


def test_bodies_under_labels_and_in_columns() -> None:
    assert bodies("要加快建设。（责任单位：城东公司；配合单位：设计院、粮管所）") == ["城东公司", "设计院", "粮管所"]
    table = "\n序号\t事项\t牵头单位\t配合单位\n1\t完成水毁修复\t市水利局\t市纪委监委机关、市气象局"
    assert bodies("各单位要抓好落实。" + table) == ["市水利局", "市纪委监委机关", "市气象局"]
