"""Who is named in running text, and the posts printed beside the names."""

from __future__ import annotations

import pytest

from tests.importers.reading import who_met

PEOPLE = [
    ("会议听取了局长张海泉的汇报。", {"张海泉": {"局长"}}),
    ("局党组书记、局长张海泉主持会议。", {"张海泉": {"局党组书记", "局长"}}),
    ("副市长兼高新区党工委书记陆学军强调。", {"陆学军": {"副市长", "高新区党工委书记"}}),
    ("市委书记黄钦在市委全会上所作的重要讲话", {"黄钦": {"市委书记"}}),
    ("学习习近平总书记重要讲话精神，", {"习近平": {"总书记"}}),
    ("中共中央总书记、国家主席习近平主持会议。", {"习近平": {"中共中央总书记", "国家主席"}}),
    ("以习近平同志为核心的党中央", {"习近平": set()}),
    ("践行习近平生态文明思想，学习《习近平谈治国理政》。", {}),
    ("镇党委委员高翔、杜红梅、毕成刚，各村负责人参加。", {"高翔": {"镇党委委员"}, "杜红梅": {"镇党委委员"}, "毕成刚": {"镇党委委员"}}),
    ("局长张海泉、周敏、何远征参加会议。", {"张海泉": {"局长"}}),
    ("市发改委副主任汪海、市自规局副局长贺云参加会议。", {"汪海": {"市发改委副主任"}, "贺云": {"市自规局副局长"}}),
    ("由副校长贺国栋任组长，财务处参加。", {"贺国栋": {"副校长", "组长"}}),
    ("周正任组长，吴敏、郑强任副组长。", {"周正": {"组长"}, "吴敏": {"副组长"}, "郑强": {"副组长"}}),
    ("米玉洁同志任项目首席服务专员，", {"米玉洁": {"项目首席服务专员"}}),
    ("会议听取了郭晓棠处长关于线网优化情况的汇报。", {"郭晓棠": {"处长"}}),
    ("经校长尹正国审核后报送。", {"尹正国": {"校长"}}),
    ("任命赵小刚同志为市自然资源和规划局局长、党组书记。", {"赵小刚": {"市自然资源和规划局局长", "党组书记"}}),
    ("免去钱大有同志的办公室主任职务；", {"钱大有": {"办公室主任"}}),
    ("同意马骁等5名同志按期转正。", {"马骁": set()}),
    ("主持：何远征（局党组副书记、副局长）", {"何远征": {"局党组副书记", "副局长"}}),
    ("市公路管理处（以下简称“公路处”）处长孟庆海汇报。", {"孟庆海": {"处长"}}),
    ("联系人：戴晓峰，电话：1234567。", {"戴晓峰": set()}),
    ("中国环境报记者张铭贤", {"张铭贤": {"中国环境报记者"}}),
    ("张主任要求，各负责同志、党员同志和范工参加，局长办公会议研究。", {}),
    ("要有一种“朝受命、夕饮冰”“昼无为、夜难寐”的责任感。", {}),
    ("各成员单位和领导小组组长单位要高度重视，主任要亲自抓，局长应于8月听取汇报。", {}),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people_and_their_posts(text: str, expected: dict[str, set[str]]) -> None:
    minutes = who_met(text)
    found: dict[str, set[str]] = {m.name: set() for m in minutes.mentions_of("Person")}
    for holding in minutes.holdings:
        found[holding.person.name].add(holding.post.name)
    assert found == expected


@pytest.mark.parametrize(("text", "body"), [
    ("局党组书记张海泉", "局党组"), ("局长张海泉", None), ("区长沈立新", None), ("国务院总理李强", "国务院"), ("河北省省长王正谱", None), ("市委常委韩雪松", "市委"), ("教务处处长鲁海燕", "教务处"),
    ("常务副县长李强", None), ("项目首席服务专员米玉洁", None), ("市公路管理处（以下简称“公路处”）处长孟庆海", "市公路管理处"), ("华芯科技（临江）有限公司总经理彭建华", "华芯科技（临江）有限公司"),
])
def test_the_body_inside_a_post(text: str, body: str | None) -> None:
    minutes = who_met(text)
    assert [h.body.name if h.body else None for h in minutes.holdings] == [body]


def test_every_mention_is_in_the_text() -> None:
    minutes = who_met("局党组书记、局长张海泉主持会议。张海泉同志要求，局领导李　明负责。")
    for mention in minutes.mentions:
        assert mention.span.of(minutes.text).replace("　", "") == mention.name
