"""Who took part, was excused or came for somebody else, told in labels and in sentences."""

from __future__ import annotations

import pytest

from importers.annotations import Span
from importers.rules.name_lists import names_listed
from tests.importers.reading import who_met

HEAD = "云河市水务局专题会议纪要\n2024年3月5日，局长段启明主持召开专题会议。\n"


@pytest.mark.parametrize(("text", "expected"), [
    ("县政协副主席石磊应邀列席。", {"石磊 observe"}),
    ("会议应到董事7名，实到6名，董事陆文渊因病请假，委托独立董事邢树林代为表决。", {"陆文渊 absent", "邢树林 attend"}),
    ("副局长卢景行因公出差未能参加会议，邢树林、秦越参加会议。", {"卢景行 absent", "邢树林 attend", "秦越 attend"}),
    ("安全环保部石磊、物流分公司  常平以及施工方负责人段磊参加,设备管理部因故未到会.", {"石磊 attend", "常平 attend", "段磊 attend"}),
    ("秦越同志在县分会场以视频方式列席。", {"秦越 observe"}),
    ("出席：副局长石磊（请假，由科长邢树林代理）、秦越", {"石磊 absent", "邢树林 attend", "秦越 attend"}),
    ("缺席：石磊（委托秦越参加）", {"石磊 absent", "秦越 attend"}),
    ("到会：石磊　秦　越\n因故缺席：邢树林\n旁听：常平", {"石磊 attend", "秦越 attend", "邢树林 absent", "常平 observe"}),
    ("汇报单位：市气象局，大坝管理所（石磊）", {"石磊 report"}),
    ("确需请假的，须经局长批准。", set()),
    ("因病请假人数较多，委托甲局核实。", set()),
])
def test_attendance(text: str, expected: set[str]) -> None:
    assert {f"{a.person.name} {a.role}" for a in who_met(HEAD + text).header.attendance} == expected


@pytest.mark.parametrize(("text", "names"), [
    ("总会计师 冯丽娟", ["冯丽娟"]), ("总会计师", []), ("常平以及施工方负责人段磊", ["常平", "段磊"]), ("石磊和王建国", ["石磊", "王建国"]), ("市规划和自然资源局", []),
    ("水库管理所（于海）", ["于海"]), ("秦越（石磊代）", ["秦越"]),
])
def test_lists_of_names(text: str, names: list[str]) -> None:
    assert [n.name for n in names_listed(text, Span(0, len(text)))] == names
