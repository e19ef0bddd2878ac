"""Sets of bodies without names: text → the sets read in it."""

from __future__ import annotations

import pytest

from tests.importers.naming import sets


@pytest.mark.parametrize(("sentence", "names"), [
    ("各处室（单位）要逐条梳理。", ["各处室（单位）"]),
    ("其他相关科室（单位）要做好配合。", ["其他相关科室（单位）"]),
    ("各处室、各单位要对照目标。", ["各处室", "各单位"]),
    ("有关责任处室（单位）加大对接力度。", ["有关责任处室（单位）"]),
    ("要争取市相关部门支持。", ["市相关部门"]),
    ("各县（市、区）政府要落实属地责任。", ["各县（市、区）政府"]),
    ("各乡镇（街道）、县直有关部门要抓好落实。", ["各乡镇（街道）", "县直有关部门"]),
    ("全局上下要切实增强责任意识。", ["全局上下"]),
    ("水利系统要认真抓好贯彻落实。", ["水利系统"]),
    ("要建立市、市（县）区联动机制。", ["市、市（县）区"]),
    ("施工单位要设置警示标志。", ["施工单位"]),
    ("各市（州）政府要抓好落实，各级国家机关要带头。", ["各市（州）政府", "各级国家机关"]),
    ("各级党委和政府要落实责任。", ["各级党委和政府"]),
    ("施工单位：加快进度。", ["施工单位"]),
    ("各里辦公處應配合辦理。", ["各里辦公處"]),
])
def test_sets_are_read(sentence: str, names: list[str]) -> None:
    assert sets(sentence) == names


@pytest.mark.parametrize("sentence", [
    "要完成12个管理系统的信息接入。",
    "各项工作要按期完成，各类问题要逐一销号。",
    "要优化单位内部流程。",
    "责任单位：城东公司。",
])
def test_what_names_no_set(sentence: str) -> None:
    assert sets(sentence) == []
