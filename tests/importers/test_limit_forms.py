"""The forms of a last day, class by class: examples and what only looks like one. The meeting is on Wednesday 20 March 2024."""

from __future__ import annotations

import pytest

from importers.annotations import Span
from importers.rules.limit_reckoning import Meeting
from importers.rules.time_limits import due_of
from importers.script import simplified

MEETING = "2024-03-20"

HOURS = [
    ("4月2日17时30分前报送", "2024-04-02"), ("4月2日中午12时前到位", "2024-04-02"), ("4月2日下午5点前报送", "2024-04-02"), ("4月2日上午十时前报送", "2024-04-02"),
    ("4月2日（星期二）下班前报送", "2024-04-02"), ("4月2日24时前撤离", "2024-04-02"), ("4月2日晚上8点之前到位", "2024-04-02"), ("明日18时前全部转移", "2024-03-21"),
    ("今晚8时前到岗", "2024-03-20"), ("下周一上午上班前报送", "2024-03-25"), ("本周五下班前报送", "2024-03-22"),
]
COMING_DAYS = [
    ("后天提交", "2024-03-22"), ("大后天前提交", "2024-03-23"), ("今明两天完成排查", "2024-03-21"), ("今后提交审批", None), ("明日之星", None),
    ("下周完成选址", "2024-03-31"), ("本周完成签约", "2024-03-24"), ("下周三召开推进会", "2024-03-27"), ("周末前报送", "2024-03-24"), ("本周重点工作", None), ("下周末前完成", "2024-03-31"),
    ("本月完成立项", "2024-03-31"), ("下月完成立项", "2024-04-30"), ("本月重点任务", None), ("下季度完成选址", "2024-06-30"), ("季度末前完成", "2024-03-31"), ("一季度末前完成", "2024-03-31"),
    ("下月中旬前报送", "2024-04-20"), ("本月下旬完成", "2024-03-31"), ("4月上中旬完成", "2024-04-20"), ("上旬前完成", "2024-04-10"), ("明天上午召开协调会", "2024-03-21"), ("下旬前完成", "2024-03-31"), ("月初工作安排", None), ("岁末前完成", "2024-12-31"),
    ("不晚于6月30日", "2024-06-30"), ("最迟6月30日交付", "2024-06-30"), ("报名时间为6月30日", "2024-06-30"),
]
SPANS = [
    ("一个半月内完成", "2024-05-05"), ("半月内完成", "2024-04-04"), ("一个季度内完成", "2024-06-20"), ("百日内完成", "2024-06-28"), ("15日之内完成", "2024-04-04"), ("会后三个工作日内完成", "2024-03-25"),
    ("会议结束后三日内报送", "2024-03-23"), ("散会后两日内报送", "2024-03-22"), ("从今天起10日内报送", "2024-03-30"), ("會後10個工作天內召開協調會", "2024-04-03"), ("会后24小时内报送", "2024-03-21"),
    ("最近一周内发生两起事故", None), ("过去三天内未动工", None), ("最后10天内冲刺", None), ("48小时内报送", None), ("24小时内值守", None), ("三年内建成", None), ("前3个月内完成较好", None),
]
EVENTS = [
    "自本纪要印发之日起10日内报送", "《办法》印发后15个工作日内开展检查", "施工图审查合格后15日内报批", "洪水退后一周内完成核查", "合同签订后的30日内付款", "节后三日内返岗", "接到通知后两日内报送",
    "对群众反映的问题3日内答复", "对违规占用的，10日内整改", "每处险情2日内销号", "移交前开展联合验收", "道路工程竣工验收前完成审核", "学期结束前开展自查", "供暖期开始前完成检修", "下次会议前完成", "洪峰到达前转移",
]
HOLIDAYS = [
    ("春节前结清", "2025-01-28"), ("明年春节前恢复", "2025-01-28"), ("农历新年前完成", "2025-01-28"), ("清明节前腾空", "2024-04-03"), ("端午前完成", "2024-06-09"), ("中秋节前完成", "2024-09-16"), ("重阳节前走访", "2024-10-10"),
    ("除夕前办结", "2025-01-27"), ("“五一”前新增", "2024-04-30"), ("五一小长假前完成", "2024-04-30"), ("国庆节前夕完成", "2024-09-30"), ("元旦、春节前兑付", "2025-01-28"), ("国庆、中秋两节前完成", "2024-09-30"), ("六一儿童节前完成", "2024-05-31"),
    ("五一前后开展", None), ("春节期间值班", None), ("节前完成", None), ("两节前完成", None), ("春节前后", None), ("2061年春节前完成", None), ("二十一前后", None),
]
NO_LIMITS = [
    "6月底前已完成的不再检查", "6月底前未整改的一律关停", "有效期延长至2025年底", "任期至2026年6月30日", "4月10日前后开展", "做好5月前期工作", "11月前置审批", "距离6月底还有三个月", "“十五五”末前",
    "今年完成投资20亿元", "明年全面完成", "2026年建成通车", "到2025年实现覆盖", "即日起执行", "9月1日起施行", "2月底前完成",
]


def day(text: str, meeting: str | None = MEETING, republic: bool = False) -> str | None:
    plain = simplified(text)
    found = due_of(plain, Span(0, len(plain)), [], Meeting.on(meeting, republic=republic))
    return found.date if found else None


@pytest.mark.parametrize(("text", "expected"), [*HOURS, *SPANS, *HOLIDAYS, *COMING_DAYS])
def test_last_days(text: str, expected: str | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize("text", EVENTS)
def test_a_limit_that_hangs_on_an_event_has_words_and_no_date(text: str) -> None:
    found = due_of(text, Span(0, len(text)), [], Meeting.on(MEETING))
    assert found and found.date is None and found.recurrence is None


@pytest.mark.parametrize("text", NO_LIMITS)
def test_no_limit(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(("text", "expected"), [("國慶前完成", "2024-10-09"), ("春節前完成", "2025-01-28"), ("113.4.30前提報", "2024-04-30"), ("民國113年五月底前提報", "2024-05-31")])
def test_the_republic_s_days(text: str, expected: str) -> None:
    assert day(text, republic=True) == expected


@pytest.mark.parametrize(("meeting", "text", "expected"), [
    ("2024-06", "3月底前完成", None), ("2024-06", "8月底前完成", "2024-08-31"), ("2024-06", "一周内完成", None), ("2024", "年底前完成", "2024-12-31"), ("2024", "月底前完成", None), (None, "2025年6月底前完成", "2025-06-30"),
])
def test_a_meeting_whose_day_is_not_known(meeting: str | None, text: str, expected: str | None) -> None:
    assert day(text, meeting) == expected
