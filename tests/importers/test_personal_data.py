"""Personal data in minutes: what is told, masked and at its place, and what only looks like it. All numbers are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.pipeline import records_of
from importers.rules.personal_data import MOST, masked
from schema import Issue
from tests.importers.naming import HEAD, read


def told(words: str) -> list[str]:
    """What is told of the words in fictional minutes."""
    return [d.message for d in read(HEAD + words).doubts if d.rule == "personal-data"]


@pytest.mark.parametrize(("words", "message"), [
    ("陈明身份证号11010519491231002X。", "身份证号 110105********002X"), ("（11010519491231002x）", "身份证号 110105********002X"),
    ("身份证：110105 19491231 002X", "身份证号 110105********002X"), ("身份证１１０１０５１９４９１２３１００２Ｘ", "身份证号 110105********002X"),
    ("身份证号320102800101123。", "身份证号 320102******123"), ("联系电话13800001234。", "手机号 138****1234"), ("陈明（138-0000-1234）", "手机号 138****1234"),
    ("电话：+86 138 0000 1234", "手机号 138****1234"), ("手机8613800001234", "手机号 138****1234"), ("陈明\t13800001234", "手机号 138****1234"),
    ("卡号6222021234567890128。", "银行卡号 6222***********0128"), ("6222 0212 3456 7890 128", "银行卡号 6222***********0128"),
    ("账号：4532015112830366", "银行卡号 4532********0366"), ("家庭住址：青渚区东港路12号3幢502室。", "住址 青渚区************"),
    ("现住址：云河市东港小区5栋", "住址 云河市******"), ("他家住东港小区3幢502室。", "住址 东港小*******"),
])
def test_what_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize("words", [
    "身份证号110105194912310021。", "身份证号11010519491331002X。", "身份证号99010519491231002X。", "证号A11010519491231002X9", "项目总投资13800001234元", "合同编号：13800001234",
    "面积13800001234平方米", "订单号320102800101123456", "备案号：320102800101123", "统一社会信用代码91320200MA1ABCDE2X", "12345678901", "热线12345", "电话0510-81234567", "110000000000",
    "4532015112830366", "账号4532015112830367", "流水号：6222021234567890128", "6222021234567890127", "单位住址：青渚区东港路12号3幢502室", "家庭住址：见附件", "现场住址核查", "住址变更3号令",
    "完成投资1380.0001234亿元", "3.13800001234", "项目编码：2024-13800001234", "二是13800户1234人", "2024年3月5日至2024年12月31日",
])
def test_what_is_not(words: str) -> None:
    assert told(words) == []


def test_each_stands_at_its_place_and_the_evidence_quotes_its_beginning_alone() -> None:
    text = HEAD + "陈明（身份证号11010519491231002X，手机13800001234）负责。"
    issues = [r for r in records_of(read(text).source) if isinstance(r, Issue) and r.evidence and r.evidence[0].rule == "personal-data"]
    assert [(i.message, i.evidence[0].text) for i in issues] == [("身份证号 110105********002X", "110105"), ("手机号 138****1234", "138")]
    assert [text.index("1101051949"), text.index("13800001234")] == [i.evidence[0].start for i in issues]


def test_many_are_counted() -> None:
    found = told("、".join(f"1380000{number:04}" for number in range(MOST + 7)))
    assert len(found) == MOST + 1 and found[-1] == "手机号: 7 more"


@given(st.text("0123456789", min_size=11, max_size=19), st.integers(3, 6))
def test_the_middle_never_shows(words: str, head: int) -> None:
    shown = masked(words, head, 4)
    assert len(shown) == len(words) and shown[head:-4] == "*" * (len(words) - head - 4)
