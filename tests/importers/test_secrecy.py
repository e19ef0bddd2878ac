"""Marks of secrecy: what bears one, of which grade, and what only speaks of secrets."""

from __future__ import annotations

import pytest

from importers.annotations import Minutes
from importers.pipeline import records_of
from importers.secrecy_marks import mark_in
from schema import Issue, Node
from tests.importers.naming import read

BODY = "云河市水利局局长办公会议纪要\n2024年3月5日，局长陈明主持召开局长办公会议。会议要求，由规划处牵头，6月底前完成方案编制。"


@pytest.mark.parametrize(("line", "grade", "term"), [
    ("机密★10年", "机密", "10年"), ("绝密★长期", "绝密", "长期"), ("秘密", "秘密", ""), ("机　密　★　5　年", "机密", "5年"), ("秘 密", "秘密", ""),
    ("秘密★6个月", "秘密", "6个月"), ("机密★", "机密", ""), ("【机密】", "机密", ""), ("（秘密）", "秘密", ""), ("秘密*10年", "秘密", "10年"), ("机密☆1年", "机密", "1年"),
    ("000012　机密★1年", "机密", "1年"), ("机密★1年　　特急", "机密", "1年"), ("特急　秘密", "秘密", ""), ("秘密　　№ 000123", "秘密", ""),
    ("密级：机密", "机密", ""), ("密　级：秘密★5年", "秘密", "5年"), ("密级\t机密", "机密", ""), ("编号：003　密级：绝密　份数：5", "绝密", ""),
    ("保密等级：秘密级", "秘密", ""), ("中共云河市委文件　机密★20年", "机密", "20年"), ("云河市水利局局长办公会议纪要（秘密）", "秘密", ""),
    ("机密★解密前", "机密", "解密前"), ("绝密★一年", "绝密", "一年"), ("核心商密★10年", "商密", "10年"), ("普通商密", "商密", ""), ("機密★5年", "机密", "5年"),
    ("密等：極機密", "绝密", ""), ("内部资料　注意保存", "内部", ""), ("内部资料，请勿外传", "内部", ""), ("（内部文件　注意保密）", "内部", ""), ("密级：内部", "内部", ""),
    ("内部传阅", "内部", ""), ("仅供内部参考", "内部", ""), ("工作秘密", "内部", ""), ("会议纪要（内部资料，会后收回）", "内部", ""),
    ("云河市水利局办公室编　内部资料　注意保存", "内部", ""), ("内 部 资 料  注 意 保 存", "内部", ""),
])
def test_a_line_that_bears_a_mark(line: str, grade: str, term: str) -> None:
    mark = mark_in(line)
    assert mark and (mark.grade, mark.term) == (grade, term)
    assert line[mark.start:mark.end].strip() == line[mark.start:mark.end]


@pytest.mark.parametrize("line", [
    "", "会议强调，要严守国家秘密。", "三、切实做好机密文件管理", "秘密级文件要专人保管", "商业秘密保护工作", "绝密行动", "密级：公开", "密级：无", "密级：", "密级：普通",
    "要按密级：绝密、机密、秘密分类管理", "文件标有“机密★1年”字样。", "序号\t文件名\t密级", "关于机密★1年文件的清退通知要求如下。", "涉密人员管理", "内部审计", "内部控制制度", "加强内部管理",
    "内部资料室", "机密室", "第三次会议（秘密投票）", "秘密投票选举产生", "云河市机要和保密局", "（内部审计情况）", "密级评定", "密级变更：机密调整为秘密", "一是内部资料管理不规范",
    "密級：普通", "★★★★★", "一级★",
])
def test_a_line_that_bears_none(line: str) -> None:
    assert mark_in(line) is None


@pytest.mark.parametrize(("line", "bare", "there"), [
    ("机密", False, False), ("机密★1年", False, True), ("密级：机密", False, True), ("内部资料", False, False), ("内部资料　注意保存", False, True),
])
def test_in_the_midst_of_a_document_a_mark_needs_its_star_or_label(line: str, bare: bool, there: bool) -> None:
    assert (mark_in(line, bare=bare) is not None) is there


def graded(text: str) -> tuple[str | None, str | None]:
    header = read(text).header
    return header.secrecy, header.secrecy_term


def test_the_highest_mark_of_the_document_counts() -> None:
    assert graded("内部资料　注意保存\n" + BODY) == ("内部", None)
    assert graded("内部资料　注意保存\n" + BODY + "\n附件\n机密★5年\n方案\n") == ("机密", "5年")
    assert graded("秘密★1年\n绝密★长期\n" + BODY) == ("绝密", "长期")
    assert graded(BODY) == (None, None)


def test_the_value_may_stand_below_its_label() -> None:
    assert graded("密　级：\n机密\n" + BODY) == ("机密", None)
    assert graded(BODY + "\n一、背景\n" * 20 + "机密\n" + "二、其他事项\n" * 10) == (None, None)


def doubts(minutes: Minutes) -> list[tuple[str, str]]:
    return [(d.message, d.span.of(minutes.text)) for d in minutes.doubts if d.rule == "secrecy"]


def test_the_mark_is_an_issue_at_its_place_and_a_property_of_the_document() -> None:
    minutes = read("000012\n机密★10年\n" + BODY)
    assert doubts(minutes) == [("marked 机密★10年", "机密★10年")]
    records = records_of(minutes.source)
    document = next(r for r in records if isinstance(r, Node) and r.type == "Document")
    assert (document.properties["classification"], document.properties["classified_for"]) == ("机密", "10年")
    assert [(i.message, i.evidence[0].rule) for i in records if isinstance(i, Issue)] == [("marked 机密★10年", "secrecy")]
