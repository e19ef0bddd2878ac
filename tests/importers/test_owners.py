"""Who answers: text → owners with their roles, with counter-examples."""

from __future__ import annotations

import pytest

from tests.importers.naming import answering


@pytest.mark.parametrize(("sentence", "owners"), [
    ("此事由供水管理处总牵头，其他有关处室要做好配合。", [("供水管理处", "lead"), ("其他有关处室", "support")]),
    ("综合处牵头、各科室（单位）协同配合，逐项梳理。", [("综合处", "lead"), ("各科室（单位）", "support")]),
    ("由规划处会同市财政局修改完善后印发。", [("规划处", "responsible"), ("市财政局", "support")]),
    ("教务处根据意见补充材料，经校长尚志远审核后报送省教育厅。", [("教务处", "responsible"), ("尚志远", "supervise")]),
    ("市林业局负责技术指导，3月底前建成。", [("市林业局", "responsible")]),
    ("对未完成的工作要逐项分解落实到分管领导、有关处室。", [("分管领导", "responsible"), ("有关处室", "responsible")]),
    ("人居环境整治由贺明慧同志分管改为由石磊同志分管。", [("石磊", "responsible")]),
    ("市督查室要跟踪督查，每旬通报进展。", [("市督查室", "responsible")]),
    ("由建设处负责编制计划，市督查室跟踪督办。", [("建设处", "responsible"), ("市督查室", "supervise")]),
    ("项目法人落实主体责任，市县切实履行属地责任。", [("项目法人", "responsible"), ("市县", "responsible")]),
    ("各临床科室主任要履行第一责任人职责。", [("各临床科室主任", "responsible")]),
    ("請工務課主辦路平專案，會計室協辦，於4月底前完成。", [("工務課", "lead"), ("會計室", "support")]),
    ("工程质量由村监委会监督，每十天验一次。", [("村监委会", "responsible")]),
    ("村里要抓好征缴，市属国企要带头清欠。", [("村里", "responsible"), ("市属国企", "responsible")]),
    ("各村民小组组长挨家挨户宣传，要讲清政策。", [("各村民小组组长", "responsible")]),
    ("区信访局、派出所配合做好稳控，8月底前完成。", [("区信访局", "support"), ("派出所", "support")]),
    ("企业家要勇于创新，各类企业都要依法经营。", [("企业家", "responsible"), ("各类企业", "responsible")]),
    ("金融机构要加大信贷投放，地方政府要落实属地责任。", [("金融机构", "responsible"), ("地方政府", "responsible")]),
    ("政府部门和国有企业要强化示范。", [("政府部门和国有企业", "responsible")]),
    ("沿河各级党委和政府要扛起主体责任。", [("沿河各级党委和政府", "responsible")]),
    ("未取得上岗证的，班组长不得安排其作业，抢险队伍24小时待命。", [("班组长", "responsible"), ("抢险队伍", "responsible")]),
    ("要封山禁火，护林员每天上山巡查两趟。", [("护林员", "responsible")]),
    ("各病区主任是病历质量的第一责任人，要逐份检查。", [("各病区主任", "responsible")]),
    ("各直属单位主要负责人要亲自抓。", [("各直属单位主要负责人", "responsible")]),
    ("各部门、各单位要主动认领任务。", [("各部门", "responsible"), ("各单位", "responsible")]),
    ("返乡人员由各网格员登记，每周报一次，由分管副镇长督导。", [("各网格员", "responsible"), ("分管副镇长", "supervise")]),
    ("請同仁下鄉時注意行車安全。", [("同仁", "responsible")]),
    ("能源企业要加强保供，在外务工人员家属要配合。", [("能源企业", "responsible"), ("在外务工人员家属", "support")]),
    ("接口改造由医保办与市医保局对接，市水利局、市财政局要与市住建局加强沟通。",
     [("医保办", "responsible"), ("市水利局", "responsible"), ("市财政局", "responsible")]),
    ("“限时办结”的要求必须坚持，对未办结的2项由市督查室挂牌督办。", [("市督查室", "responsible")]),
    ("由城投公司组织实施，县财政局做好资金监管。", [("城投公司", "responsible"), ("县财政局", "supervise")]),
    ("要完成软管更换，牵头部门客户服务部，协办部门安全监察部、各分公司。",
     [("客户服务部", "lead"), ("安全监察部", "support"), ("各分公司", "support")]),
    ("牵头部门要主动担当，工作参与单位要密切配合。", [("牵头部门", "lead"), ("工作参与单位", "support")]),
    ("各牵头单位要每周报送进展。", [("各牵头单位", "responsible")]),
    ("近期有关部门要开展督导。", [("有关部门", "responsible")]),
    ("河东省要切实履行主体责任，云安新区要履行属地责任。", [("河东省", "responsible"), ("云安新区", "responsible")]),
    ("央企国企要带头偿还欠款，全党必须提高认识，党委（党组）要加强领导。",
     [("央企国企", "responsible"), ("全党", "responsible"), ("党委（党组）", "responsible")]),
    ("方案报市政府批准后实施，由市水利局负责。", [("市水利局", "responsible")]),
    ("局长陈明和各村民小组组长分头入户宣传。", [("陈明", "responsible"), ("各村民小组组长", "responsible")]),
    ("养护由物流分公司负责调整为设备管理部负责，施工方据此调整进场。", [("设备管理部", "responsible"), ("施工方", "responsible")]),
    ("省防指要加强调度，各有关部门要靠前服务、密切配合，各级政府要落实责任。",
     [("省防指", "responsible"), ("各有关部门", "support"), ("各级政府", "responsible")]),
    ("各处室要高度重视、密切配合。", [("各处室", "responsible")]),
    ("施工单位要整改，隐蔽工程未经质监站验收不得覆盖。", [("施工单位", "responsible"), ("质监站", "supervise")]),
])
def test_owners_are_read(sentence: str, owners: list[tuple[str, str]]) -> None:
    assert answering(sentence) == owners


@pytest.mark.parametrize("sentence", [
    "要加强与市财政局的沟通协调，争取省水利厅支持。",
    "要压实施工单位责任，督促建设处加快进度。",
    "要以县政府办公室名义印发。",
    "要落实市委、市政府决策部署。",
    "要将有关情况报市森林防火指挥部办公室。",
    "对涉事人员要严肃处理，依法督促民营企业及时清偿欠薪。",
    "坚持干部要交流轮岗，宏观政策要持续发力。",
    "要落实河长负责制，支持企业参与设备更新。",
    "未经县政府批准，不得新设收费泊位。",
    "新区要加快建设，全省要统一思想。",
    "推动领导干部带头攻坚，引导居民主动配合。",
])
def test_bodies_that_do_not_answer(sentence: str) -> None:
    assert answering(sentence) == []


@pytest.mark.parametrize(("sentence", "owners"), [
    ("要加快管线下地（责任单位：区城管局；配合单位：自来水公司、燃气公司）。",
     [("区城管局", "responsible"), ("自来水公司", "support"), ("燃气公司", "support")]),
    ("区财政局要统筹资金（责任单位：区财政局、区教育局）。", [("区财政局", "responsible"), ("区教育局", "responsible")]),
    ("区林业局要加大力度。（责任单位：区林业局、区城管局；督办单位：区督查室）",
     [("区林业局", "responsible"), ("区督查室", "supervise")]),
])
def test_tails_fill_what_the_words_leave_open(sentence: str, owners: list[tuple[str, str]]) -> None:
    assert answering(sentence) == owners


def test_the_first_of_a_list_leads_where_the_document_says_so() -> None:
    sentence = "要建立响应机制。（责任单位：县发改局、县财政局）\n备注：责任单位中排第一位的为牵头单位，其他为配合单位。"
    assert answering(sentence) == [("县发改局", "lead"), ("县财政局", "support")]


def test_columns_of_a_table_give_roles() -> None:
    table = "各单位要抓好落实。\n序号\t议定事项\t牵头单位\t配合单位\t完成时限\n1\t完成28座水库除险加固\t市水利局\t市财政局、市气象局\t6月25日"
    assert answering(table)[-3:] == [("市水利局", "lead"), ("市财政局", "support"), ("市气象局", "support")]


def test_a_heading_that_names_a_doer_serves_its_list() -> None:
    text = "各方要做好以下工作：\n1、施工单位：\n（1）下周完成支护30米。\n（2）3日内封闭料场。\n2、监理单位：对厚度逐段复测。"
    assert answering(text)[-3:] == [("施工单位", "responsible"), ("施工单位", "responsible"), ("监理单位", "responsible")]


def test_who_speaks_is_not_who_acts() -> None:
    assert answering("会议结束。\n董事晏清建议，集团应加大投入。") == [("集团", "responsible")]
