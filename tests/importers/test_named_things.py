"""Documents, projects, figures, speeches, meetings, mechanisms, terms and indicators: text → what is named in it."""

from __future__ import annotations

import pytest

from tests.importers.naming import HEAD, named, read


@pytest.mark.parametrize(("sentence", "titles"), [
    ("要制定出台《云河保护水利专项行动意见》。", ["云河保护水利专项行动意见"]),
    ("审议《关于修改〈快递管理条例〉的决定（草案）》。", ["关于修改〈快递管理条例〉的决定（草案）"]),
    ("起草《云河市路长制实施办法》（以下简称《办法》），按《办法》办理。", ["云河市路长制实施办法", "办法", "办法"]),
    ("要精心编制“十四五”水利规划，衔接长三角一体化规划。", ["“十四五”水利规划", "长三角一体化规划"]),
    ("要严格执行水土保持法和《中华人民共和国政府采购法》。", ["水土保持法", "中华人民共和国政府采购法"]),
    ("要落实省总河长令3、4号。", ["省总河长令3、4号"]),
    ("公交线网优化调整方案已公示，要抓紧实施。", ["公交线网优化调整方案"]),
    ("要抓紧完善方案，制定处置规划。", []),
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
    ("开展“美丽河湖”十大专项行动。", ["“美丽河湖”十大专项行动"]),
    ("智慧水务平台一期由信息中心建设。", ["智慧水务平台一期"]),
    ("高质量开展第四次全国农业普查。", ["第四次全国农业普查"]),
    ("要抓好重点工程和民生项目，加强工程质量管理。", []),
    ("要推进水环境治理。", []),
])
def test_projects(sentence: str, names: list[str]) -> None:
    assert named(sentence, "Project") == names


@pytest.mark.parametrize(("sentence", "figures"), [
    ("要统筹抓好26条市级河长河道及13条入湖河道。", [("市级河长河道", 26.0, "条"), ("入湖河道", 13.0, "条")]),
    ("要改造危桥18座，培训覆盖率达到100%。", [("危桥", 18.0, "座"), ("培训覆盖率", 100.0, "%")]),
    ("重点货运源头企业要由37家扩大到52家。", [("重点货运源头企业", 52.0, "家")]),
    ("要消除42个易涝点中的30个。", [("易涝点", 42.0, "个"), ("易涝点", 30.0, "个")]),
    ("要落实配套资金2000万元。", [("配套资金", 2000.0, "万元")]),
    ("要在3个工作日内答复，每周开展1次检查，24小时值班。", []),
    ("要完成7号楼改造，已完成61公里，每户交3元。", []),
])
def test_figures_to_be_reached(sentence: str, figures: list[tuple[str, float, str]]) -> None:
    found = read(HEAD + sentence).mentions_of("Target")
    assert [(m.attributes["indicator"], m.attributes["value"], m.attributes["unit"]) for m in found] == figures


def test_a_speech_has_speaker_occasion_and_subject() -> None:
    minutes = read(HEAD + "传达学习习近平总书记在中央经济工作会议上关于乡村振兴的重要讲话精神和全市组织工作会议精神。")
    speech = minutes.mentions_of("Speech")[0]
    assert speech.attributes == {"speaker": "习近平", "occasion": "中央经济工作会议", "subject": "乡村振兴"}
    assert [m.name for m in minutes.mentions_of("Event")] == ["中央经济工作会议", "全市组织工作会议"]


@pytest.mark.parametrize(("sentence", "found"), [
    ("要建立重点工程项目月度例会制度。", [("重点工程项目月度例会制度", "month")]),
    ("健全、用好“周周报、月月督、季季推”“红黑榜”等机制。", [("周周报", "week"), ("月月督", "month"), ("季季推", "quarter"), ("红黑榜", None)]),
    ("要启动河长约谈问责机制。", [("河长约谈问责机制", None)]),
    ("要完善体制机制。", []),
])
def test_mechanisms(sentence: str, found: list[tuple[str, str | None]]) -> None:
    assert [(m.name, m.attributes.get("recurrence")) for m in read(HEAD + sentence).mentions_of("Mechanism")] == found


@pytest.mark.parametrize(("sentence", "found"), [
    ("按照“抢收成果、抢推项目、抢抓落实、抢攻问题”的“四抢”要求推进。", [("四抢", ["抢收成果", "抢推项目", "抢抓落实", "抢攻问题"])]),
    ("要紧扣高质量发展、党建工作、班子建设“三位一体”考核。", [("三位一体", ["高质量发展", "党建工作", "班子建设"])]),
    ("要制定“一断面一策”。", [("一断面一策", None)]),
    ("要编制“十四五”规划，弘扬“团结、担当”的精神。", []),
])
def test_terms(sentence: str, found: list[tuple[str, list[str] | None]]) -> None:
    assert [(m.name, m.attributes.get("members")) for m in read(HEAD + sentence).mentions_of("Term")] == found


def test_indicators_without_a_value() -> None:
    sentence = "要提升国考断面优Ⅲ水比例、确保水功能区达标率争先进位，提高工作效率，使利用率达到96%。"
    assert named(sentence, "Indicator") == ["国考断面优Ⅲ水比例", "水功能区达标率"]
