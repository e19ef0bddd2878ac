"""Which later step takes up which earlier one, and in what way: tables of pairs of a fictional bureau."""

from __future__ import annotations

import pytest

from graph.evolution.families import families, related
from graph.evolution.linking import links
from graph.evolution.matters import strands
from graph.evolution.reading import day_in
from graph.evolution.relations import RULES, relation
from graph.evolution.steps import Link, Step


def step(text, date="2024-03-01", **more):
    return Step(f"directive-{text}-{date}", f"meeting-{date}", date, text, **more)


@pytest.mark.parametrize(("before", "after", "expected"), [
    (step("提升青石泵站"), step("不再实施青石泵站提升工程"), "revokes"),
    (step("完成泵站改造"), step("泵站改造已于5月全部完成", is_report=True), "completes"),
    (step("完成泵站改造"), step("泵站改造剩余3座已开工", is_report=True), "restates"),
    (step("建设处负责征迁"), step("征迁工作改由城投公司牵头"), "reassigns"),
    (step("上线试运行", due="2024-06-30"), step("上线时间推迟至年底"), "postpones"),
    (step("上线试运行", due="2024-06-30"), step("抓紧上线试运行", "2024-08-01", due="2024-12-31"), "postpones"),
    (step("改造线路12条"), step("线路由12条压减为8条"), "narrows"),
    (step("检查企业37家"), step("检查企业由37家扩大到52家"), "expands"),
    (step("每季度报告", recurrence="quarter"), step("按月报告", recurrence="month"), "escalates"),
    (step("每季度报告"), step("报告由每季度改为每月一次"), "escalates"),
    (step("每月执法2次"), step("执法由每月2次增加到每周1次"), "escalates"),
    (step("完成验收", due="2024-12-31"), step("完成验收", "2024-08-01", due="2024-11-30"), "escalates"),
    (step("完成验收"), step("完成验收", supervisors=frozenset({"督查室"})), "escalates"),
    (step("编制方案"), step("编制方案", owners=frozenset({"规划处"})), "refines"),
    (step("编制方案"), step("编制方案", due="2024-12-31"), "refines"),
    (step("编制方案"), step("逐段逐户摸清底数，听取沿线群众意见后再编制方案"), "refines"),
    (step("编制方案"), step("继续编制方案"), "restates"),
])
def test_the_relation_of_two_steps(before, after, expected):
    found, because = relation(before, after)
    assert found == expected
    assert because


def test_the_rules_stand_in_the_order_of_the_guidelines():
    assert [name for name, _ in RULES] == ["revokes", "completes", "reassigns", "postpones", "narrows", "expands", "escalates", "refines"]


RIVER = step("加快青澜河综合整治，建设管理处牵头，9月底前完成护岸主体")
PIPES = step("水务集团改造老旧供水管网60公里，降低漏损率")
STUDY = step("全局上下要加强政治学习")


def pairs(steps):
    return {(link.source, link.target) for link in links(steps)}


def test_each_step_leads_to_the_next_meeting_that_takes_its_matter_up():
    june = step("青澜河综合整治护岸主体要加快施工", "2024-06-01")
    pipes = step("老旧供水管网改造要提速，漏损率降至9%", "2024-09-01")
    again = step("青澜河综合整治要年底前完工", "2024-09-01")
    assert pairs([again, PIPES, june, RIVER, STUDY, pipes]) == {(RIVER.id, june.id), (june.id, again.id), (PIPES.id, pipes.id)}


def test_reports_end_a_strand_and_undated_meetings_have_no_order():
    done = step("青澜河综合整治护岸主体已全部完成", "2024-06-01", is_report=True)
    later = step("青澜河综合整治护岸要做好管护", "2024-09-01")
    assert (done.id, later.id) not in pairs([RIVER, done, later])
    assert (RIVER.id, done.id) in pairs([RIVER, done, later])
    assert pairs([RIVER, step("青澜河综合整治要完工", "")]) == set()


def test_steps_of_one_meeting_are_not_linked_and_nothing_gives_nothing():
    assert pairs([RIVER, step("青澜河综合整治要加快护岸主体施工")]) == set()
    assert links([]) == [] and links([RIVER]) == []
    assert pairs([step("。"), step("，", "2024-06-01")]) == set()


def test_the_order_of_the_steps_does_not_matter():
    steps = [RIVER, PIPES, STUDY, step("青澜河护岸", "2024-06-01"), step("老旧供水管网", "2024-06-01"), step("青澜河综合整治", "2024-07-01")]
    assert links(steps) == links(list(reversed(steps)))


@pytest.mark.parametrize(("joined", "expected"), [
    ([], []),
    (["ab", "bc"], ["abc"]),
    (["ab", "cd"], ["ab", "cd"]),
    (["ab", "cd", "bc"], ["abcd"]),
    (["ad", "bd", "cd", "xy", "ya"], ["abcdxy"]),
    (["ab", "ab", "ba"], ["ab"]),
])
def test_links_join_into_strands(joined, expected):
    found = strands(Link(source, target, "restates", 1, "") for source, target in joined)
    assert sorted("".join(sorted(strand)) for strand in found) == expected


@pytest.mark.parametrize(("path", "expected"), [
    ("2024/2024-03-12_会议纪要.docx", "2024-03-12"), ("201_gwy_2022-09-27.txt", "2022-09-27"), ("20240312.txt", ""), ("12024-03-12.txt", ""), (None, ""),
])
def test_a_day_in_a_files_name_orders_minutes_without_a_year(path, expected):
    assert day_in(path) == expected


@pytest.mark.parametrize(("bodies", "expected"), [
    (["交通运输局", "临江市交通运输局"], [["临江市交通运输局", "交通运输局"]]),
    (["水利局", "临江市水利局", "云泽市水利局"], [["临江市水利局"], ["云泽市水利局"], ["水利局"]]),
    (["水利局", "市水利局", "云泽市水利局"], [["云泽市水利局", "市水利局", "水利局"]]),
    (["水利局", "财政局"], [["水利局"], ["财政局"]]),
    ([], []),
])
def test_a_short_name_belongs_to_the_one_body_that_it_can_mean(bodies, expected):
    assert sorted(families(set(bodies))) == sorted(expected)


def test_what_a_body_is_related_to():
    bodies = ["水利局", "临江市水利局", "云泽市水利局", "财政局", ""]
    assert related("临江市水利局", bodies) == {"水利局", "临江市水利局", "云泽市水利局"}
    assert related("", bodies) == {""} and related("法院", bodies) == {"法院"}
