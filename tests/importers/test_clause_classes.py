"""What each clause is, and which sentences report on an earlier demand."""

from __future__ import annotations

import pytest

from tests.importers.understanding import understood


@pytest.mark.parametrize(("text", "class_"), [
    ("会议要求，甲局要加强管理。", "directive"), ("会议原则同意该方案。", "decision"), ("会议指出，供水管网改造是重要举措。", "finding"), ("会议还研究了其他事项。", "formula"),
    ("[bookmark: _GoBack]    会议还研究了其它事项。", "formula"), ("時間：113年3月12日", "record"), ("抄送：市委办公室。", "record"), ("出席：甲、乙", "record"), ("现纪要如下：", "heading"),
    ("山高月小。", "unclear"),
])
def test_classes(text: str, class_: str) -> None:
    assert understood(text).clauses()[0].class_ == class_


def test_what_was_not_understood_is_a_doubt_with_its_place() -> None:
    minutes = understood("山高月小。")
    assert [(d.message, d.span.of(minutes.text)) for d in minutes.doubts] == [("not understood", "山高月小。")]


@pytest.mark.parametrize(("text", "reports"), [
    ("截至11月10日，150公里改造任务已完成127公里。", 1), ("会议指出，1500万元征迁资金全部到位。", 1), ("系统未能按期上线。", 1), ("甲局要完成改造。", 0), ("会议听取了汇报。", 0),
])
def test_progress(text: str, reports: int) -> None:
    assert len(understood(text).progress) == reports
