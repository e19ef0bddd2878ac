"""Which names mean one body within an issuing body, and which are kept apart."""

from __future__ import annotations

import pytest

from tests.importers.naming import answering, resolved

WATER = "云河市水利局专题会议纪要\n2024年3月5日，局长陈明主持召开专题会议。会议要求，"
COUNTY = "青原县水利局局长办公会议纪要\n2024年6月3日，局长袁明主持召开局长办公会议。会议要求，"
HOUSING = "云河市住房和城乡建设局局长办公会议纪要\n2024年6月3日，局长袁明主持召开局长办公会议。会议要求，"
TOWN = "清溪镇党政办公会议纪要\n2024年6月3日，镇党委书记袁明主持召开党政办公会议。会议要求，"
COLLEGE = "云州职业学院院长办公会议纪要\n2024年6月3日，院长袁明主持召开院长办公会议。会议要求，"
HOSPITAL = "云河市人民医院院长办公会议纪要\n2024年6月3日，院长袁明主持召开院长办公会议。会议要求，"
COMPANY = "云州水务集团有限公司总经理办公会议纪要\n2024年6月3日，总经理袁明主持召开总经理办公会议。会议要求，"


def keys(text: str) -> dict[str, set[str]]:
    """The canonical names of the bodies by each of their printed names."""
    found: dict[str, set[str]] = {}
    for entity in resolved(text).entities:
        if entity.type == "Organization":
            for mention in entity.mentions:
                found.setdefault(mention.name, set()).add(entity.key)
    return found


@pytest.mark.parametrize(("head", "sentence", "names"), [
    (WATER, "由局办公室牵头，办公室、市水利局办公室、云河市水利局办公室、水利局办公室负责。", "局办公室 办公室 市水利局办公室 云河市水利局办公室 水利局办公室"),
    (WATER, "由市水利局规划处牵头，规划处配合，局规划处督办。", "市水利局规划处 规划处 局规划处"),
    (WATER, "由我局牵头，市局督办，市水利局负责，云河市水利局要抓好落实。由局负责督办。", "我局 市局 市水利局 云河市水利局 局"),
    (WATER, "由市河长办牵头，河长办、市河长制办公室、云河市河长制办公室配合。", "市河长办 河长办 市河长制办公室 云河市河长制办公室"),
    (WATER, "由水利局（河长办）牵头，市水利局负责。", "水利局 市水利局"),
    (WATER, "由市住房和城乡建设局牵头，市住建局、住建局配合。", "市住房和城乡建设局 市住建局 住建局"),
    (WATER, "由市发展和改革委员会（以下简称“市发改委”）牵头，市发改委、发改委配合。", "市发展和改革委员会 市发改委 发改委"),
    (WATER, "由市自然资源和规划局（林业局）牵头，市资规局、市林业局配合。", "市自然资源和规划局 市资规局 林业局 市林业局"),
    (WATER, "由人事处（老干部处）牵头。老干部处负责活动。", "人事处 老干部处"),
    (WATER, "由市公安局交警支队牵头，市交警支队、交警支队配合。", "市公安局交警支队 市交警支队 交警支队"),
    (WATER, "由市防汛抗旱指挥部办公室牵头，市防办、市防指办公室、防汛办负责。", "市防汛抗旱指挥部办公室 市防办 市防指办公室 防汛办"),
    (WATER, "由江南省水利厅牵头，省水利厅、水利厅指导。", "江南省水利厅 省水利厅 水利厅"),
    (WATER, "由青渚区水利局负责，区水利局要抓好落实。", "青渚区水利局 区水利局"),
    (WATER, "由云河水务集团有限公司牵头，水务集团、云河水务集团配合，市水务集团负责。", "云河水务集团有限公司 水务集团 云河水务集团 市水务集团"),
    (WATER, "由云河经济技术开发区管委会牵头，经开区管委会、开发区管委会配合。", "云河经济技术开发区管委会 经开区管委会 开发区管委会"),
    (WATER, "由云河高新技术产业开发区管委会牵头，高新区管委会配合。", "云河高新技术产业开发区管委会 高新区管委会"),
    (WATER, "由市政府办公室牵头，市府办、市人民政府办公室、市政府办负责。", "市政府办公室 市府办 市人民政府办公室 市政府办"),
    (WATER, "由市纪委监委驻市水利局纪检监察组牵头，驻局纪检监察组、派驻纪检监察组配合。", "市纪委监委驻市水利局纪检监察组 驻局纪检监察组 派驻纪检监察组"),
    (WATER, "由市航道管理处（以下简称“航道处”）负责。航道处要抓好落实。", "市航道管理处 航道处"),
    (COUNTY, "由县住建局牵头，住建局配合。", "县住建局 住建局"),
    (COUNTY, "由市局指导，市水利局督办。", "市局 市水利局"),
    (COUNTY, "由省厅指导，省水利厅、水利厅督办。", "省厅 省水利厅 水利厅"),
    (HOUSING, "由市住建局牵头，住建局负责，云河市住房和城乡建设局督办。由我局负责总结。", "市住建局 住建局 云河市住房和城乡建设局 我局"),
    (HOUSING, "由市住建局规划处牵头，规划处配合。", "市住建局规划处 规划处"),
    (TOWN, "由镇农业办牵头，农业办、清溪镇农业办配合。", "镇农业办 农业办 清溪镇农业办"),
    (COLLEGE, "由校办公室牵头，学校办公室、办公室配合。", "校办公室 学校办公室 办公室"),
    (COLLEGE, "由校教务处牵头，教务处配合。", "校教务处 教务处"),
    (HOSPITAL, "由院医务科牵头，医务科配合。", "院医务科 医务科"),
    (COMPANY, "由集团财务部牵头，财务部配合。集团公司要加强管理，由集团统一组织。", "集团财务部 财务部"),
    (COMPANY, "由集团公司负责，集团要抓好落实。", "集团公司 集团"),
])
def test_these_are_one_body(head: str, sentence: str, names: str) -> None:
    found = keys(head + sentence)
    assert [name for name in names.split() if name not in found] == []
    assert len(set().union(*(found[name] for name in names.split()))) == 1


@pytest.mark.parametrize(("head", "sentence", "one", "other"), [
    (WATER, "由市财政局牵头，青山市财政局配合。", "市财政局", "青山市财政局"),
    (WATER, "由市水利局牵头，区水利局配合。", "市水利局", "区水利局"),
    (WATER, "由市水利局牵头，青山市水利局配合。", "市水利局", "青山市水利局"),
    (WATER, "由青渚区水利局、南陂区水利局负责，区水利局配合。", "青渚区水利局", "区水利局"),
    (WATER, "由办公室牵头，市政府办公室配合。", "办公室", "市政府办公室"),
    (WATER, "由办公室牵头，市委办公室配合。", "办公室", "市委办公室"),
    (WATER, "由纪委牵头，市纪委配合。", "纪委", "市纪委"),
    (WATER, "由规划处牵头，规划计划处配合。", "规划处", "规划计划处"),
    (WATER, "由水利局（河长办）牵头，河长办负责。", "水利局", "河长办"),
    (WATER, "由人事处（老干部处）牵头，人事处、老干部处配合。", "人事处", "老干部处"),
    (WATER, "由市防汛抗旱指挥部牵头，市防办配合。", "市防汛抗旱指挥部", "市防办"),
    (WATER, "由云河水务集团有限公司牵头，云河水务投资有限公司配合。", "云河水务集团有限公司", "云河水务投资有限公司"),
    (WATER, "由云河水务集团有限公司、青山水务集团有限公司牵头，水务集团配合。", "云河水务集团有限公司", "水务集团"),
    (WATER, "由云河水务集团供水有限公司牵头，水务集团配合。", "云河水务集团供水有限公司", "水务集团"),
    (WATER, "由市公安局交警支队牵头，市城管局执法支队配合。", "市公安局交警支队", "市城管局执法支队"),
    (WATER, "由信息中心牵头，市信息中心配合。", "信息中心", "市信息中心"),
    (WATER, "由局党组牵头，机关党委配合。", "局党组", "机关党委"),
    (WATER, "由市人大牵头，市人民政府办公室配合。", "市人大", "市人民政府办公室"),
    (WATER, "由省财政厅指导，市财政局负责。", "省财政厅", "市财政局"),
    (WATER, "由驻局纪检监察组牵头，市纪委监委配合。", "驻局纪检监察组", "市纪委监委"),
    (WATER, "由驻市财政局纪检监察组牵头，驻局纪检监察组配合。", "驻市财政局纪检监察组", "驻局纪检监察组"),
    (WATER, "由云河经济技术开发区管委会牵头，高新区管委会配合。", "云河经济技术开发区管委会", "高新区管委会"),
    (COUNTY, "由县水利局牵头，市局督办。", "县水利局", "市局"),
    (COUNTY, "由县住建局牵头，市住建局督办。", "县住建局", "市住建局"),
    (TOWN, "由镇党委牵头，镇政府配合。", "镇党委", "镇政府"),
    (TOWN, "由镇财政所牵头，县财政局配合。", "镇财政所", "县财政局"),
    (COLLEGE, "由校党委牵头，教务处配合。", "校党委", "教务处"),
    (COMPANY, "由集团党委牵头，党委办公室配合。", "集团党委", "党委办公室"),
])
def test_these_are_two(head: str, sentence: str, one: str, other: str) -> None:
    found = keys(head + sentence)
    assert one in found and other in found
    assert not found[one] & found[other]


@pytest.mark.parametrize(("sentence", "name", "standing"), [
    ("由青山市财政局负责。", "青山市财政局", "other"), ("由江南省财政厅负责。", "江南省财政厅", "superior"), ("由市财政局负责。", "市财政局", "local"),
    ("由规划处负责。", "规划处", "own"), ("由水利厅负责。", "水利厅", "superior"), ("由太湖局负责。", "太湖局", "superior"),
])
def test_standing(sentence: str, name: str, standing: str) -> None:
    (found,) = {e.properties["standing"] for e in resolved(WATER + sentence).entities for m in e.mentions if m.name == name}
    assert found == standing


def test_an_office_in_brackets_has_its_seat_in_the_body_before_them() -> None:
    parts = {(p.part, p.whole, p.rule) for p in resolved(WATER + "由水利局（河长办）牵头。").parts}
    assert ("市河长制办公室", "水利局", "part-seated") in parts


@pytest.mark.parametrize(("sentence", "owners"), [
    ("我局要加强统筹，抓好落实。", [("我局", "responsible")]), ("由我局牵头，6月底前完成。", [("我局", "lead")]), ("由局负责督办。", [("局", "responsible")]),
    ("本局要配合市财政局做好审计。", [("本局", "support")]), ("由我委负责编制方案。", [("我委", "responsible")]),
    ("产业布局要优化。", []), ("要服务大局。", []), ("我局的办法要修订。", []), ("要从全局要求出发抓落实。", []),
])
def test_the_body_by_what_it_calls_itself_answers(sentence: str, owners: list[tuple[str, str]]) -> None:
    assert answering(sentence) == owners
