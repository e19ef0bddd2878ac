"""Fifty phenomena of the two minutes in ../shared/corpus/dev/seeds, a test a row of ../shared/CHECKLIST.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.stream import Stream


@pytest.fixture(scope="module")
def s0(dev_corpus: Path) -> Stream:
    """The minutes of 2018."""
    return Stream(dev_corpus / "seeds" / "2018-10-25_juedangzu.txt")


@pytest.fixture(scope="module")
def s1(dev_corpus: Path) -> Stream:
    """The minutes of 2020."""
    return Stream(dev_corpus / "seeds" / "2020-12-30_juedangzu_zhongxinzu.txt")


def path(node):
    return node.properties.get("path", [])


def markers(stream):
    return [path(c)[-1] for c in stream.of("Clause") if path(c)]


def about(stream, act, type_):
    return [n for n in stream.to(act, "ABOUT") if n.type == type_]


def test_01_two_posts_and_a_person_in_one_string(s0):
    person = s0.named("Person", "张海泉")
    posts = {p.properties["title"]: p for p in s0.to(person, "HOLDS")}
    assert set(posts) == {"局党组书记", "局长"}
    assert s0.surfaces(s0.to(posts["局党组书记"], "OF")[0]) >= {"局党组"}
    assert s0.to(posts["局长"], "OF")
    assert {e.properties["from"] for e in s0.edges if e.type == "HOLDS" and e.source == person.id} == {"2018-10-25"}


def test_02_the_same_person_in_both_and_one_meeting_of_two_bodies(s0, s1):
    assert s0.named("Person", "张海泉").id == s1.named("Person", "张海泉").id
    meeting = s1.one("Meeting")
    assert meeting.properties["enlarged"] is True
    assert {surface for body in s1.into(meeting, "CONVENED") for surface in s1.surfaces(body)} >= {"局党组", "中心组"}


def test_03_the_bare_bureau_is_inferred_with_confidence(s0, s1):
    body = s0.one("Document").properties["body"]
    assert body == s1.one("Document").properties["body"]
    (bureau,) = [n for n in s0.of("Organization") if n.properties["name"] == body]
    assert 0 < bureau.properties["confidence"] < 1
    assert bureau.inferred or "局" in s0.surfaces(bureau)


def test_04_a_date_with_part_of_day_and_one_without(s0, s1):
    assert [s0.one("Meeting").properties.get(k) for k in ("date", "part_of_day")] == ["2018-10-25", "下午"]
    assert [s1.one("Meeting").properties.get(k) for k in ("date", "part_of_day")] == ["2020-12-30", None]


def test_05_a_place_with_the_possessive_bureau_and_none(s0, s1):
    assert s0.one("Meeting").properties["place"] == "局四楼会议室"
    assert "place" not in s1.one("Meeting").properties


def test_06_a_speech_that_is_studied(s0):
    decision = s0.stating("Decision", "传达学习习近平总书记")
    assert decision.properties["act"] == "传达学习"
    (speech,) = about(s0, decision, "Speech")
    assert speech.properties["speaker"] == "习近平"
    assert speech.properties["occasion"] == "中共中央政治局第八次集体学习"
    assert "乡村振兴" in speech.properties["subject"]
    person = s0.named("Person", "习近平")
    assert [p.properties["title"] for p in s0.to(person, "HOLDS")] == ["总书记"]
    assert speech in s0.to(person, "GAVE")


def test_07_other_meetings_are_referred_to_and_not_recorded(s0):
    assert s0.names("Event") >= {"全市组织工作会议", "全市三季度重大项目现场观摩暨经济形势分析会"}
    assert len(s0.of("Meeting")) == 1


def test_08_the_nested_outline_within_one_line(s0):
    assert len(s0.of("AgendaItem")) == 6
    assert path(s0.directive("要策划规划一批大项目")) == ["（一）", "一要"]
    assert path(s0.directive("聚力攻坚")) == ["（六）", "二要"]
    assert s0.directive("要策划规划一批大项目").properties["act"] == "明确"


def test_09_lead_and_open_set_of_supporters_and_this_work(s0):
    directive = s0.directive("要全力配合")
    assert directive.properties["text"].startswith("加强协同配合。该项工作")
    assert s0.owners(directive) == {("水资源管理处", "lead"), ("其他相关处室（单位）", "support")}
    (item,) = s0.into(directive, "ISSUED")
    assert item.type == "AgendaItem" and "长江大保护" in item.properties["title"]


def test_10_the_third_level_and_a_long_list(s0):
    directive = s0.directive("望虞河西控工程")
    assert path(directive) == ["（二）", "二要", "1"]
    assert directive.properties["text"].endswith("淤泥、藻泥处置等事项")
    assert [path(d)[-1] for d in s0.of("Directive") if path(d)[:2] == ["（二）", "二要"] and len(path(d)) == 3] == ["1", "2", "3"]
    assert s0.named("Project", "望虞河西控工程") in about(s0, directive, "Project")


def test_11_a_document_to_be_produced(s0):
    directive = s0.directive("制定出台")
    (policy,) = s0.to(directive, "DRAFTS")
    assert policy.properties["title"] == "长江大保护水利专项行动意见"
    assert "number" not in policy.properties and not s0.to(directive, "CITES")


def test_12_clipped_bodies_only_in_their_frame(s0, s1):
    for clipped in ("发改", "财政", "规划", "国土", "环保", "市政"):
        assert clipped in s0.names("Organization")
    text = s0.one("Document").properties["text"]
    frame = text.index("加强与发改"), text.index("等相关部委办局")
    for clipped in ("规划", "环保"):
        spots = [e for e in s0.named("Organization", clipped).evidence if e.text == clipped]
        assert spots and all(frame[0] <= e.start < frame[1] for e in spots)
    assert "规划" not in s1.names("Organization")


def test_13_clipped_and_full_forms_mixed(s0):
    assert "机构编制委员会办公室" in s0.named("Organization", "市编办").properties["name"]
    assert s0.named("Organization", "财政").properties["name"].endswith("财政局")
    assert len([e for e in s0.named("Organization", "财政").evidence if e.text == "财政"]) == 2


def test_14_superior_bodies_without_prefix(s0):
    for body in ("水利厅", "太湖局", "长江委"):
        assert s0.named("Organization", body).properties["standing"] == "superior"
        assert s0.named("Organization", body) in s0.to(s0.directive("加强重点协调"), "CONSULTS")


def test_15_a_new_body_with_its_parts(s0):
    group = s0.named("Organization", "重点工程推进领导小组")
    assert [n.type for n in s0.into(group, "CREATES")] in (["Directive"], ["Decision"])
    for part in ("前期组", "建设组", "资金组"):
        assert s0.to(s0.named("Organization", part), "PART_OF") == [group]
    dates = {e.properties.get("from") for e in s0.edges if e.type == "PART_OF" and e.target == group.id}
    assert dates == {"2018-10-25"}


def test_16_a_mechanism_and_two_rhythms(s0):
    directive = s0.directive("建立重点工程项目月度例会制度")
    mechanism = s0.named("Mechanism", "重点工程项目月度例会制度")
    assert mechanism.properties["recurrence"] == "month"
    assert directive.properties["recurrence"] == "quarter"
    assert s0.owners(directive) == {("局党组", "supervise")}
    assert s0.to(mechanism, "EXPECTS") and s0.to(directive, "EXPECTS")


def test_17_levels_as_a_generic_set(s0):
    levels = s0.named("Organization", "市、市（县）区")
    assert levels.properties["generic"] is True
    assert levels.properties["members"] == ["市", "市（县）区"]


def test_18_reduplication_is_one_demand(s0):
    assert "该调整的调整" in s0.directive("该销号的销号").properties["text"]
    assert "该预付的抓紧预付" in s0.directive("该决算审计的抓紧决算审计").properties["text"]


def test_19_a_quoted_list_is_no_demand_of_its_own(s0):
    directive = s0.directive("关停一批、整改一批、提升一批")
    assert directive.properties["text"].startswith("确保实质进展。按照")


def test_20_within_the_year(s0):
    directive = s0.directive("确保年内取得实质性进展")
    assert (directive.properties["due"], directive.properties["due_text"]) == ("2018-12-31", "年内")


def test_21_five_targets_in_one_list(s0):
    targets = [(t.properties["value"], t.properties["unit"], t.properties["indicator"]) for t in s0.to(s0.directive("统筹抓好26条"), "SETS")]
    assert targets == [(26, "条", "市级河长河道"), (161, "条", "环境综合整治河道"), (38, "条", "黑臭河道"), (13, "条", "入湖河道"), (13, "条", "入江河道")]


def test_22_indicators_without_a_value(s0):
    assert any("优Ⅲ水比例" in name for name in s0.names("Indicator"))
    assert any("达标率" in name for name in s0.names("Indicator"))


def test_23_quotation_marks_around_lists_and_no_marker_in_yiduanmian(s0):
    directive = s0.directive("争取优Ⅲ、稳定达标")
    assert "“一断面一策”、“一功能区一策”" in directive.properties["text"]
    assert not any(m.startswith(("一断", "一功")) or m == "一" for m in markers(s0))


def test_24_an_evaluation_with_its_authority(s0):
    clause = s0.stating("Clause", "今年以来")
    assert (clause.properties["act"], clause.properties["class"]) == ("指出", "finding")
    assert not any("今年以来" in d.properties["text"] for d in s0.of("Directive"))
    assert {surface for body in s0.to(clause, "INVOKES") for surface in s0.surfaces(body)} >= {"市委", "市政府"}


def test_25_an_announced_count_is_checked(s0):
    clause = s0.stating("Clause", "提出五点要求")
    assert clause.properties["announced"] == 5
    assert [path(c) for c in s0.into(clause, "PART_OF")] == [["一要"], ["二要"], ["三要"], ["四要"], ["五要"]]
    assert not any("五点" in e.text for i in s0.issues for e in i.evidence)


def test_26_the_same_marker_at_a_deeper_level(s0):
    assert path(s0.directive("做到步调齐")) == ["四要", "一要"]
    assert path(s0.directive("做到步点准")) == ["四要", "三要"]
    assert s0.directive("担当作为").properties["text"] == "担当作为"


def test_27_items_divided_by_semicolons(s0):
    assert [path(s0.directive(f"守住{what}底线，")) for what in ("安全", "稳定", "纪律")] == [["五要", "一要"], ["五要", "二要"], ["五要", "三要"]]


def test_28_conditional_targets_are_parts_of_one_demand(s0):
    text = s0.directive("已完成的要确保做得更好").properties["text"]
    assert "能完成的要" in text and "难完成的要" in text and text.startswith("冲刺全年")


def test_29_variants_of_the_generic_set(s0, s1):
    for stream, names in ((s0, ("各处室", "各单位", "各处室（单位）", "相关处室（单位）")), (s1, ("各部门（单位）", "相关责任处室（单位）"))):
        assert all(stream.named("Organization", name).properties["generic"] is True for name in names)


def test_30_responsible_by_role_and_a_limit_that_cannot_be_reckoned(s0):
    directive = s0.directive("强化责任。对未完成的工作")
    assert s0.owners(directive) == {("分管领导", "responsible"), ("相关处室（单位）", "responsible")}
    assert s0.named("Post", "分管领导").properties["generic"] is True
    assert "due" not in directive.properties


def test_31_talk_of_time_is_no_limit(s0):
    assert not {"due", "due_text", "recurrence"} & set(s0.directive("现在距离年底还有两个多月时间").properties)


def test_32_two_years_in_one_sentence_are_no_limit(s0):
    directive = s0.directive("确保今年各项工作圆满收官")
    assert "及早谋划明年工作" in directive.properties["text"]
    assert "due" not in directive.properties


def test_33_classical_quotes_are_no_people(s0):
    assert s0.names("Person") == {"张海泉", "习近平"}


def test_34_residue_and_the_closing_formula(s0):
    assert "bookmark" not in s0.one("Document").properties["text"]
    assert s0.stating("Clause", "会议还研究了其它事项").properties["class"] == "formula"


def test_35_an_assessment_and_a_false_time(s0):
    assert not any("肯定成绩" in d.properties["text"] for d in s0.of("Directive"))
    clause = s0.stating("Clause", "肯定成绩")
    assert (clause.properties["class"], path(clause)) == ("finding", ["（五）", "一要"])
    assert not any("年度" in str(d.properties.get("due_text")) for d in s0.of("Directive"))


def test_36_title_glued_to_name_and_ordinals_left_alone(s1):
    person = s1.named("Person", "黄钦")
    assert [p.properties["title"] for p in s1.to(person, "HOLDS")] == ["市委书记"]
    assert any("市委十三届十一次全会" in name for name in s1.names("Event", "Speech"))
    assert not s1.of("Target")


def test_37_the_second_family_and_a_count(s1):
    assert path(s1.directive("三大任务")) == ["一是"]
    assert s1.clause(s1.directive("三大任务")).properties["announced"] == 3
    assert not any("三大" in e.text for i in s1.issues for e in i.evidence)


def test_38_three_parallel_emphases(s1):
    for words in ("要确立更高的定位", "要落实更实的举措", "要完善更强的保障"):
        directive = s1.directive(words)
        assert (directive.properties["text"], directive.properties["act"], path(directive)) == (words, "强调", [])


def test_39_five_aspects_are_counted(s1):
    directive = s1.directive("等五个方面")
    assert directive.properties["text"].startswith("对标市委提出的")
    assert s1.clause(directive).properties.get("announced") == 5
    assert not any("五个方面" in e.text for i in s1.issues for e in i.evidence)


def test_40_lead_and_support_without_by(s1):
    assert s1.owners(s1.directive("全面冲刺绩效考核")) == {("办公室", "lead"), ("各部门（单位）", "support")}
    assert s1.one("Document").properties["body"] in s1.named("Organization", "办公室").properties["name"]


def test_41_a_generic_set_as_plain_subject(s1):
    directive = s1.directive("早批复、早开工、早建设")
    assert s1.owners(directive) == {("相关责任处室（单位）", "responsible")}
    assert "due" not in directive.properties


def test_42_a_plan_in_quotes_and_its_years(s1):
    plan = s1.named("PolicyDocument", "“十四五”水利规划")
    assert (plan.properties["from"], plan.properties["to"]) == ("2021", "2025")
    assert plan in s1.to(s1.directive("精心编制"), "DRAFTS")
    assert "长三角一体化规划" in s1.names("PolicyDocument")


def test_43_rhythms_hidden_in_slogans(s1):
    for name, rhythm in (("周周报", "week"), ("月月督", "month"), ("季季推", "quarter")):
        mechanism = s1.named("Mechanism", name)
        assert mechanism.properties["recurrence"] == rhythm and s1.to(mechanism, "EXPECTS")
    assert "红黑榜" in s1.names("Mechanism")
    assert "recurrence" not in s1.directive("周周报").properties


def test_44_numeric_slogans_are_terms(s0, s1):
    assert {name.strip("“”") for name in s1.names("Term")} >= {"两个确保"}
    assert {name.strip("“”") for name in s0.names("Term")} >= {"四抢", "三位一体", "三乱"}
    assert s0.named("Term", "四抢").properties["members"] == ["抢收成果", "抢推项目", "抢抓落实", "抢攻问题"]
    assert not any("确保" in str(t.properties["indicator"]) for t in s1.of("Target"))


def test_45_a_named_programme_and_parts_of_one_demand(s1):
    directive = s1.directive("“美丽河湖”十大专项行动")
    assert path(directive) == ["二是"]
    assert "加强蓝藻治理科技" in directive.properties["text"] and "无锡样板" in directive.properties["text"]
    assert s1.named("Project", "“美丽河湖”十大专项行动") in about(s1, directive, "Project")


def test_46_one_demand_and_five_references(s1):
    directive = s1.directive("有机结合起来")
    names = [n.properties.get("title") or n.properties.get("name") for n in s1.to(directive, "ABOUT") if n.type in ("Event", "Speech")]
    for words in ("市委十三届十一次全会", "党的十九届五中全会", "中央经济工作会议", "视察江苏", "省委十三届九次全会"):
        assert any(words in name for name in names), words


ENTITIES = ("Organization", "Person", "Post", "Project", "PolicyDocument", "Target", "Indicator", "Speech", "Event", "Mechanism", "Term")


def test_47_rhetoric_stays_text(s1):
    assert "创思路理念之新" in s1.directive("改思路理念之旧").properties["text"]
    assert not any("之旧" in name or "之新" in name for name in s1.names(*ENTITIES))


def test_48_abstract_pairs_are_no_places(s1):
    assert not any(pair in name for name in s1.names(*ENTITIES) for pair in ("上下游", "左右岸", "干支流", "水下岸上"))


def test_49_an_unannounced_count_in_one_line(s1):
    given = [d for d in s1.of("Directive") if d.properties.get("act") == "部署"]
    assert [path(d) for d in given] == [["一要"], ["二要"], ["三要"], ["四要"], ["五要"], ["六要"], ["七要"]]
    assert "机关、工地、船闸" in given[0].properties["text"] and not s1.owners(given[0])


def test_50_a_limit_before_an_event_stays_open(s1):
    directive = s1.directive("有序安排节前工作")
    assert "due" not in directive.properties and "recurrence" not in directive.properties
