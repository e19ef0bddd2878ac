"""Documents, projects, figures, speeches, meetings, mechanisms, terms and indicators: text → what is named in it."""

from __future__ import annotations

import pytest

from tests.importers.naming import HEAD, named, read


@pytest.mark.parametrize(("sentence", "titles"), [
    ("要制定出台《云河保护水利三年行动意见》。", ["云河保护水利三年行动意见"]),
    ("审议《关于修改〈快递管理条例〉的决定（草案）》。", ["关于修改〈快递管理条例〉的决定（草案）"]),
    ("起草《云河市路长制实施办法》（以下简称《办法》），按《办法》办理。", ["云河市路长制实施办法", "办法", "办法"]),
    ("要精心编制“十四五”水利规划，衔接环湖圈一体化规划。", ["“十四五”水利规划", "环湖圈一体化规划"]),
    ("要严格执行水土保持法和《中华人民共和国政府采购法》。", ["水土保持法", "中华人民共和国政府采购法"]),
    ("要落实省总河长令3、4号。", ["省总河长令3、4号"]),
    ("河道清淤实施方案已公示，要抓紧实施。", ["河道清淤实施方案"]),
    ("要抓紧完善方案，制定处置规划。", []),
    ("要贯彻实施学前教育法，修订矿产资源法。", ["学前教育法", "矿产资源法"]),
    ("依海濱市殯葬管理自治條例第18條規定辦理，违反本办法第三条的要处理。", ["海濱市殯葬管理自治條例"]),
    ("按照县政府批准的全县供水工程规划推进，锲而不舍落实中央八项规定精神。", ["全县供水工程规划", "中央八项规定"]),
    ("要编制国民经济和社会发展第十六个五年规划。", ["国民经济和社会发展第十六个五年规划"]),
    ("要推进普法和执法，改进教育方法，落实安全管理办法，完善公司法人治理。", []),
])
def test_documents(sentence: str, titles: list[str]) -> None:
    assert named(sentence, "PolicyDocument") == titles


def test_a_document_has_its_number_aliases_and_period() -> None:
    minutes = read(HEAD + "按照《工作考核办法》（云水〔2020〕56号）扣减；起草《实施办法》（以下简称《办法》）；编制“十五五”规划。")
    found = {m.name: m.attributes for m in minutes.mentions_of("PolicyDocument")}
    assert found["工作考核办法"]["number"] == "云水〔2020〕56号"
    assert found["实施办法"]["aliases"] == ["办法"]
    assert (found["“十五五”规划"]["from"], found["“十五五”规划"]["to"]) == ("2026", "2030")


@pytest.mark.parametrize(("sentence", "names"), [
    ("要推进望云河西控工程。", ["望云河西控工程"]),
    ("开展“清澈青澜”八大专项行动。", ["“清澈青澜”八大专项行动"]),
    ("智慧水务平台一期由信息中心建设。", ["智慧水务平台一期"]),
    ("高质量开展第三次全国水利普查。", ["第三次全国水利普查"]),
    ("要抓好重点工程和民生项目，加强工程质量管理。", []),
    ("要推进水环境治理。", []),
    ("要加快智慧水务平台建设。", ["智慧水务平台"]),
    ("但青澜河综合整治工程进度滞后，要加快。", ["青澜河综合整治工程"]),
    ("要推进云岭隧道及接线工程。", ["云岭隧道及接线工程"]),
    ("要谋划省重大产业项目，抓好水务系统工程项目和千人以上集中供水工程。", []),
    ("要拆除旧门诊楼。", []),
    ("开展固体废物综合治理行动，打好蓝天保卫战，实施“人工智能+”行动。", ["固体废物综合治理行动", "蓝天保卫战", "“人工智能+”行动"]),
    ("要学习运用“千村工程”经验，打造“一号工程”，深化“放管服”改革。", ["千村工程"]),
    ("用好深入贯彻中央八项规定精神学习教育成果，推进“两学一做”学习教育。", ["深入贯彻中央八项规定精神学习教育", "“两学一做”学习教育"]),
    ("「東里活動中心防水修繕工程」要加快，推进云河小学综合楼项目。", ["東里活動中心防水修繕工程", "云河小学综合楼项目"]),
    ("要到云河产业园查看，统一思想和行动，加强学习教育。", []),
])
def test_projects(sentence: str, names: list[str]) -> None:
    assert named(sentence, "Project") == names


@pytest.mark.parametrize(("sentence", "figures"), [
    ("要统筹抓好38座乡镇水厂及13条支流河道。", [("乡镇水厂", 38.0, "座"), ("支流河道", 13.0, "条")]),
    ("要改造危桥18座，培训覆盖率达到100%。", [("危桥", 18.0, "座"), ("培训覆盖率", 100.0, "%")]),
    ("重点货运源头企业要由37家扩大到52家。", [("重点货运源头企业", 52.0, "家")]),
    ("要消除42个易涝点中的30个。", [("易涝点", 42.0, "个"), ("易涝点", 30.0, "个")]),
    ("要落实配套资金2000万元。", [("配套资金", 2000.0, "万元")]),
    ("收购价款不超过1.2亿元，药占比要在上半年降到28%。", [("收购价款", 1.2, "亿元"), ("药占比", 28.0, "%")]),
    ("要完成违建图斑剩余37宗的核实。", [("违建图斑", 37.0, "宗")]),
    ("要推动18个未开工项目落地，新开工电梯9部。", [("未开工项目", 18.0, "个"), ("新开工电梯", 9.0, "部")]),
    ("要慰问4,218位老人。", [("老人", 4218.0, "位")]),
    ("要培育产值超10亿元的企业，补助标准每餐3元，会同3部门督办。", []),
    ("要在3个工作日内答复，每周开展1次检查，24小时值班。", []),
    ("要完成7号楼改造，已完成61公里，每户交3元。", []),
    ("要重新施划泊位，力争“五一”前新增480个。", [("泊位", 480.0, "个")]),
    ("要对新建海外仓给予一次性奖补，单个不超过200万元。", [("一次性奖补", 200.0, "万元")]),
    ("要全面清除阻水片林，其中青溪段不少于11处。", [("阻水片林", 11.0, "处")]),
    ("要把总投资控制在41万元以内，其中村级自筹26万元。", [("总投资", 41.0, "万元"), ("村级自筹", 26.0, "万元")]),
    ("要从村集体收益里出9万元，保留不少于 2 条通道。", [("村集体收益", 9.0, "万元"), ("通道", 2.0, "条")]),
    ("争取培训30人，签约率达到98%。", [("培训", 30.0, "人"), ("签约率", 98.0, "%")]),
    ("要按不超过200立方米每秒下泄，去年计划更新的60辆要销账，新申请的5户要公示。", []),
    ("全市经营主体达3万户，作用重要，要强化保障。", []),
])
def test_figures_to_be_reached(sentence: str, figures: list[tuple[str, float, str]]) -> None:
    found = read(HEAD + sentence).mentions_of("Target")
    assert [(m.attributes["indicator"], m.attributes["value"], m.attributes["unit"]) for m in found] == figures


def test_a_work_named_after_a_house_names_no_body() -> None:
    assert named("东里活动中心防水修缮工程要加快。", "Organization") == []


@pytest.mark.parametrize(("sentence", "figures"), [
    ("会议指出，仍有214个老旧小区没有充电设施。", [("老旧小区", 214.0)]),
    ("会议指出，150公里改造任务已完成127公里。", [("改造任务", 150.0)]),
    ("会议指出，剩余14户征迁已于3月21日全部完成。", []),
    ("会议指出，还有32名代表参加，120公里改造任务全部完成。", []),
    ("据估算，冬季养护费用预计增加35万元，会议同意由预备费列支。", [("冬季养护费用", 35.0)]),
])
def test_figures_that_a_report_says_are_open(sentence: str, figures: list[tuple[str, float]]) -> None:
    assert [(m.attributes["indicator"], m.attributes["value"]) for m in read(HEAD + sentence).mentions_of("Target")] == figures


def test_a_speech_has_speaker_occasion_and_subject() -> None:
    minutes = read(HEAD + "传达学习习近平总书记在中央水利工作会议上关于治水兴水的重要讲话精神和全市防汛工作会议精神。")
    speech = minutes.mentions_of("Speech")[0]
    assert speech.attributes == {"speaker": "习近平", "occasion": "中央水利工作会议", "subject": "治水兴水"}
    assert [m.name for m in minutes.mentions_of("Event")] == ["中央水利工作会议", "全市防汛工作会议"]


@pytest.mark.parametrize(("sentence", "found"), [
    ("要建立在建工程月度例会制度。", [("在建工程月度例会制度", "month")]),
    ("健全、用好“周周清、月月评、季季考”“光荣榜”等机制。", [("周周清", "week"), ("月月评", "month"), ("季季考", "quarter"), ("光荣榜", None)]),
    ("要启动排口巡查通报机制。", [("排口巡查通报机制", None)]),
    ("要完善体制机制。", []),
])
def test_mechanisms(sentence: str, found: list[tuple[str, str | None]]) -> None:
    assert [(m.name, m.attributes.get("recurrence")) for m in read(HEAD + sentence).mentions_of("Mechanism")] == found


@pytest.mark.parametrize(("sentence", "found"), [
    ("按照“抢赶进度、抢补短板、抢办手续、抢交工程”的“四抢”要求推进。", [("四抢", ["抢赶进度", "抢补短板", "抢办手续", "抢交工程"])]),
    ("要紧扣安全生产、队伍建设、作风建设“三位一体”考核。", [("三位一体", ["安全生产", "队伍建设", "作风建设"])]),
    ("要制定“一河道一策”。", [("一河道一策", None)]),
    ("要编制“十四五”规划，弘扬“团结、担当”的精神。", []),
])
def test_terms(sentence: str, found: list[tuple[str, list[str] | None]]) -> None:
    assert [(m.name, m.attributes.get("members")) for m in read(HEAD + sentence).mentions_of("Term")] == found


def test_indicators_without_a_value() -> None:
    sentence = "要提升国控断面优良水比例、确保水源地达标率稳中有升，提高工作效率，使利用率达到96%。"
    assert named(sentence, "Indicator") == ["国控断面优良水比例", "水源地达标率"]


@pytest.mark.parametrize(("text", "body"), [
    ("南陂医院迁建工程工地例会纪要\n会议要求，施工单位要加快进度。", "南陂医院"),
    ("南陂社区工程例会纪要\n会议要求，施工单位要加快进度。", "南陂社区"),
])
def test_whose_meeting_it_is_stays_a_body_inside_the_name_of_a_work(text: str, body: str) -> None:
    minutes = read(text)
    assert [mention.name for mention in minutes.header.conveners if mention in minutes.mentions] == [body]
