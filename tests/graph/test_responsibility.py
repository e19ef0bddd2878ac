"""The responsibility list: what stands in it, and that a spreadsheet shows it as text and prints it well."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import openpyxl
import pytest

from graph.exports.responsibility import responsibility_list
from graph.exports.responsibility_csv import guarded, write_csv
from graph.exports.responsibility_lines import HEADINGS, Line, lines
from graph.exports.responsibility_sheet import write_xlsx
from graph.exports.row_heights import lines_of, row_height
from graph.exports.scope import Scope
from graph.judgements.judging import Judgement, judge
from graph.judgements.standing import standing
from graph.loading.load import load
from graph.store import Store
from schema import QueryError, Record, node_id
from tests.graph.test_judgements import NOON
from tests.webui.minutes import Minutes, both, first

SCOPE = Scope("2026-06-10")


def filled(store: Store, *more: str) -> None:
    """The two minutes; `more` are directives that the first states besides."""
    minutes = first()
    assert list(load(store, both()))
    if more:
        minutes.text += "\n" + "\n".join(more)
        minutes.records[0].properties["text"] = minutes.text  # type: ignore[union-attr]
        for words in more:
            minutes.directive(words, {})
        assert [report.outcome for report in load(store, minutes.stream())] == ["corrected"]


def listed(store: Store, scope: Scope = SCOPE) -> list[Line]:
    return list(lines(store, responsibility_list(store, scope)))


def test_each_owner_of_each_directive_has_a_line(store: Store) -> None:
    filled(store)
    found = [(line.date, line.owner[:7], line.role, line.due, line.due_words, line.recurrence, line.light) for line in listed(store)]
    assert found == [
        ("2025-03-06", "排水管理处", "牵头", "2025-10-31", "10月底前", "", "逾期"),
        ("2025-03-06", "规划计划处", "配合", "2025-10-31", "10月底前", "", "逾期"),
        ("2025-03-06", "市城区排水中心", "负责", "", "每月", "每月", "定期开展"),
        ("2025-03-06", "", "", "", "", "", "未写明时限"),
        ("2026-01-15", "排水管理处", "牵头", "2026-06-30", "2026年6月底前", "", "30日内到期"),
        ("2026-01-15", "规划计划处", "配合", "2026-06-30", "2026年6月底前", "", "30日内到期"),
        ("2026-01-15", "财务审计处", "配合", "2026-06-30", "2026年6月底前", "", "30日内到期"),
        ("2026-01-15", "<script", "配合", "", "", "", "未写明时限"),
    ]
    one = listed(store)[0]
    assert (one.basis, one.status, one.meeting, one.clause, one.document) == \
        ("原文", "未完成", "云泽市水务局局长办公会议纪要", "一、", "2025/2025-03-06_办公会.txt")
    assert one.quote == "由排水管理处牵头，规划计划处配合，10月底前完成28处易涝点整治" and one.directive.startswith("directive-")


def test_a_department_has_its_own_parts_only_and_a_day_what_was_known_on_it(store: Store) -> None:
    filled(store)
    covered = responsibility_list(store, Scope("2025-12-31", "规划计划处"))
    assert covered.title == "规划计划处责任清单" and covered.count("overdue") == 1
    assert [(line.owner, line.date) for line in lines(store, covered)] == [("规划计划处", "2025-03-06")]


def test_a_judgement_counts_from_its_day_on(store: Store) -> None:
    filled(store)
    judge(store, Judgement(listed(store)[0].directive, "adjusted", "林岚", "", NOON.replace(year=2026)))
    assert [line.status for line in listed(store)[:3]] == ["已调整", "已调整", "未完成"]
    assert listed(store)[0].light == "已调整"
    assert listed(store, Scope("2026-04-01"))[0].light == "逾期"


def test_a_shorter_name_will_do_when_it_is_the_only_one(store: Store) -> None:
    filled(store)
    assert responsibility_list(store, Scope("2026-06-10", "城区排水")).title == "市城区排水中心责任清单"
    with pytest.raises(QueryError, match="several bodies are called 处: "):
        responsibility_list(store, Scope("2026-06-10", "处"))
    with pytest.raises(QueryError, match="no body is called 财政局"):
        responsibility_list(store, Scope("2026-06-10", "财政局"))


@pytest.mark.parametrize(("status", "due", "recurrence", "expected"), [
    ("done", "2020-01-01", None, "done"), ("open", None, None, "undated"), ("open", None, "month", "recurring"),
    ("open", "2026-06-09", None, "overdue"), ("open", "2026-06-10", None, "soon"), ("open", "2026-07-10", None, "soon"),
    ("open", "2026-07-11", None, "running"), ("open", "2026-05", None, "overdue"), ("open", "2026-06", None, "soon"),
    ("open", "2026", None, "soon"), ("open", "2025", None, "overdue"), ("open", "2027", None, "running"),
])
def test_how_a_directive_stands_on_a_day(status, due, recurrence, expected):
    assert standing(status, due, recurrence, "2026-06-10") == expected


def test_csv_opens_right_in_excel(store: Store) -> None:
    filled(store, "=1+1的写法要改正", "-按原方案执行")
    stream = io.BytesIO()
    write_csv(store, SCOPE, stream)
    data = stream.getvalue()
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data and b"\x1b" not in data
    head, *rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert head == list(HEADINGS) and len(rows) == 10
    assert {"'=1+1的写法要改正", "'-按原方案执行"} < {row[3] for row in rows}


@pytest.mark.parametrize("cell", ["=A1", "+86", "-1", "@SUM", "\t=1", "＝A1"])
def test_no_cell_is_taken_for_a_formula(cell):
    assert guarded(cell) == f"'{cell}" and guarded(f"见{cell.strip()}") == f"见{cell.strip()}"


def test_the_sheet_is_laid_out_for_screen_and_paper(store: Store) -> None:
    filled(store, "=1+1的写法要改正")
    stream = io.BytesIO()
    write_xlsx(store, SCOPE, stream)
    sheet = openpyxl.load_workbook(io.BytesIO(stream.getvalue())).active
    assert [cell.value for cell in sheet[3]] == ["序号", *HEADINGS]
    assert sheet["A1"].value == "责任清单" and sheet["A2"].value.startswith("截至 2026-06-10，共 6 项任务；逾期 1 项；30日内到期 1 项")
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("C4", "$3:$3", "A3:O12")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", 9, True)
    formula = next(row for row in sheet.iter_rows(min_row=4) if str(row[4].value).startswith("="))
    assert formula[4].data_type == "s"
    assert sheet["F4"].value == datetime(2025, 10, 31) and sheet["F4"].number_format == "yyyy-mm-dd"
    assert sheet["E4"].alignment.wrap_text and sheet["J4"].value == "逾期"
    assert all(sheet.row_dimensions[row].height for row in range(4, 13))


@pytest.mark.parametrize(("text", "width", "expected"), [("", 10, 1), ("短", 10, 1), ("一二三四五六七八", 10, 2), ("一\n二", 10, 2), ("abcdefgh", 10, 1)])
def test_lines_of_wrapped_text(text, width, expected):
    assert lines_of(text, width) == expected


def test_a_row_is_as_high_as_its_longest_cell_and_never_higher_than_a_sheet_allows():
    assert row_height(["短", "很长的要求" * 10], [10, 20]) > row_height(["短", "很长"], [10, 20])
    assert row_height(["很长的要求" * 10_000], [10]) == 409


def test_a_department_that_two_bodies_name_has_one_list(store: Store) -> None:
    filled(store)
    assert [report.outcome for report in load(store, elsewhere())] == ["added"]
    found = listed(store, Scope("2026-06-10", "规划计划处"))
    assert [line.date for line in found] == ["2025-03-06", "2026-01-15", "2026-03-01"]
    assert {line.owner for line in found} == {"规划计划处"}


def elsewhere() -> list[Record]:
    """A document of another issuing body, whose division bears the same name."""
    minutes = Minutes("河道中心.txt", "河道中心办公会议纪要", "2026-03-01", "河道中心办公会议纪要\n规划计划处要报送计划。")
    directive = minutes.directive("规划计划处要报送计划", {})
    namesake = node_id("Organization", "河道中心", "规划计划处")
    minutes.records.append(minutes.node("Organization", namesake, "规划计划处", {"name": "规划计划处"}))
    minutes.edge("RESPONSIBLE_FOR", namesake, directive, "规划计划处", {"basis": "stated"})
    return list(minutes.stream())
