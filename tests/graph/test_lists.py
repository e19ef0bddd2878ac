"""Lists of duties: what stands in them, how they are narrowed and sorted, and that every file shows their words as text."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from types import SimpleNamespace

import docx
import openpyxl
import pypdfium2
import pytest
from docx.oxml.ns import qn

from graph.exports.lists.columns import BY_OWNER
from graph.exports.lists.office_list import OfficeList
from graph.exports.lists.periods import quarter
from graph.exports.lists.registry import office_list
from graph.exports.office.comma import guarded, write_csv
from graph.exports.office.letter import numeral, write_docx
from graph.exports.office.page import write_pdf
from graph.exports.office.row_heights import lines_of, row_height
from graph.exports.office.sheet import write_xlsx
from graph.exports.registry import BY_NAME
from graph.exports.scope import Scope
from graph.judgements.judging import Judgement, judge
from graph.judgements.standing import standing
from graph.loading.load import load
from graph.store import Store
from schema import QueryError, Record, node_id
from tests.graph.test_judgements import NOON
from tests.webui.minutes import HOSTILE, Minutes, both, first

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


def listed(store: Store, scope: Scope = SCOPE) -> list[SimpleNamespace]:
    """The rows of a list, each with its cells by the names of their columns."""
    return rows_of(office_list(store, scope))


def rows_of(list_: OfficeList) -> list[SimpleNamespace]:
    names = [column.name for column in list_.columns]
    return [SimpleNamespace(section=section.heading, **dict(zip(names, row, strict=True)))
            for section in list_.sections for row in list_.rows(section)]


def test_each_owner_of_each_directive_has_a_line(store: Store) -> None:
    filled(store)
    found = [(line.date, line.owner[:7], line.role, line.due, line.due_words, line.recurrence, line.light) for line in listed(store)]
    assert found == [
        ("2025-03-06", "排水管理处", "牵头", "2025-10-31", "10月底前", "", "红灯（逾期）"),
        ("2025-03-06", "规划计划处", "配合", "2025-10-31", "10月底前", "", "红灯（逾期）"),
        ("2025-03-06", "市城区排水中心", "负责", "", "每月", "每月", "绿灯（定期开展）"),
        ("2025-03-06", "", "", "", "", "", "未写明时限"),
        ("2026-01-15", "排水管理处", "牵头", "2026-06-30", "2026年6月底前", "", "黄灯（30日内到期）"),
        ("2026-01-15", "规划计划处", "配合", "2026-06-30", "2026年6月底前", "", "黄灯（30日内到期）"),
        ("2026-01-15", "财务审计处", "配合", "2026-06-30", "2026年6月底前", "", "黄灯（30日内到期）"),
        ("2026-01-15", "<script", "配合", "", "", "", "未写明时限"),
    ]
    one = listed(store)[0]
    assert (one.basis, one.status, one.meeting, one.clause, one.document) == \
        ("原文", "未完成", "云泽市水务局局长办公会议纪要", "一、", "2025/2025-03-06_办公会.txt")
    assert one.quote == "由排水管理处牵头，规划计划处配合，10月底前完成28处易涝点整治" and one.directive.startswith("directive-")


def test_a_department_has_its_own_parts_only_and_a_day_what_was_known_on_it(store: Store) -> None:
    filled(store)
    found = office_list(store, Scope("2025-12-31", "规划计划处"))
    assert (found.title, found.note) == ("规划计划处责任清单", "截至 2025-12-31，共 1 项任务；逾期 1 项")
    assert [(line.owner, line.date) for line in rows_of(found)] == [("规划计划处", "2025-03-06")]


def test_a_judgement_counts_from_its_day_on(store: Store) -> None:
    filled(store)
    judge(store, Judgement(listed(store)[0].directive, "adjusted", "林岚", "", NOON.replace(year=2026)))
    assert [line.status for line in listed(store)[:3]] == ["已调整", "已调整", "未完成"]
    assert listed(store)[0].light == "已调整"
    assert listed(store, Scope("2026-04-01"))[0].light == "红灯（逾期）"


def test_a_shorter_name_will_do_when_it_is_the_only_one(store: Store) -> None:
    filled(store)
    assert office_list(store, Scope("2026-06-10", "城区排水")).title == "市城区排水中心责任清单"
    with pytest.raises(QueryError, match="several bodies are called 处: "):
        office_list(store, Scope("2026-06-10", "处"))
    with pytest.raises(QueryError, match="no body is called 财政局"):
        office_list(store, Scope("2026-06-10", "财政局"))


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
    write_csv(office_list(store, SCOPE), stream)
    data = stream.getvalue()
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data and b"\x1b" not in data
    head, *rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert head == [column.heading for column in BY_OWNER] and len(rows) == 10
    assert {"'=1+1的写法要改正", "'-按原方案执行"} < {row[3] for row in rows}


@pytest.mark.parametrize("cell", ["=A1", "+86", "-1", "@SUM", "\t=1", "＝A1"])
def test_no_cell_is_taken_for_a_formula(cell):
    assert guarded(cell) == f"'{cell}" and guarded(f"见{cell.strip()}") == f"见{cell.strip()}"


def test_the_sheet_is_laid_out_for_screen_and_paper(store: Store) -> None:
    filled(store, "=1+1的写法要改正")
    stream = io.BytesIO()
    write_xlsx(office_list(store, SCOPE), stream)
    sheet = openpyxl.load_workbook(io.BytesIO(stream.getvalue())).active
    assert [cell.value for cell in sheet[3]] == ["序号", *(column.heading for column in BY_OWNER)]
    assert sheet["A1"].value == "责任清单" and sheet["A2"].value.startswith("截至 2026-06-10，共 6 项任务；逾期 1 项；30日内到期 1 项")
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("C4", "$3:$3", "A3:O12")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", 9, True)
    formula = next(row for row in sheet.iter_rows(min_row=4) if str(row[4].value).startswith("="))
    assert formula[4].data_type == "s"
    assert sheet["F4"].value == datetime(2025, 10, 31) and sheet["F4"].number_format == "yyyy-mm-dd"
    assert sheet["E4"].alignment.wrap_text and sheet["J4"].value == "红灯（逾期）"
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


def test_the_ledger_has_a_row_for_each_task_with_all_who_answer_for_it(store: Store) -> None:
    filled(store)
    rows = listed(store, Scope("2026-06-10", list="ledger"))
    assert [(row.leads, row.supports, row.supervises) for row in rows[:3]] == [
        ("排水管理处", "规划计划处", ""), ("市城区排水中心", "", ""), ("", "", "")]
    assert rows[3].supports == "规划计划处、财务审计处" and len(rows) == 5


def test_what_became_of_a_task_is_told_in_words(store: Store) -> None:
    filled(store)
    judge(store, Judgement(listed(store)[0].directive, "done", "林岚", "验收报告", NOON.replace(year=2026)))
    row = listed(store, Scope("2026-06-10", list="ledger"))[0]
    assert row.progress == f"{NOON.replace(year=2026).date().isoformat()} 验收报告" and row.light == "已办结"


def test_gaps_are_tasks_without_owner_or_date(store: Store) -> None:
    filled(store)
    found = [(row.section, row.quote[:6]) for row in listed(store, Scope("2026-06-10", list="gaps"))]
    assert found[:2] == [("未写明责任单位", "要加强汛期值"), ("未写明完成时限", "要加强汛期值")] and len(found) == 3


@pytest.mark.parametrize(("name", "as_of", "expected"), [
    ("due", "2026-06-10", [("已逾期", 1), ("2026年6月到期", 1)]),
    ("due", "2025-04-01", [("2025年10月到期", 1)]),
    ("weekly", "2025-03-10", [("本周新部署", 3)]),
    ("weekly", "2026-06-24", [("已逾期", 1), ("下周到期", 1)]),
    ("monthly", "2026-05-31", [("已逾期", 1), ("下月到期", 1), ("定期开展", 1)]),
    ("monthly", "2025-10-01", [("本月到期", 1), ("定期开展", 1)]),
    ("quarterly", "2026-04-01", [("排水管理处", 2), ("未写明责任单位", 2)]),
])
def test_periods_sort_tasks_into_sections(store: Store, name: str, as_of: str, expected: list[tuple[str, int]]) -> None:
    filled(store)
    assert [(section.heading, len(section.parts)) for section in office_list(store, Scope(as_of, list=name)).sections] == expected


@pytest.mark.parametrize(("month", "months"), [("01", ("01", "02", "03")), ("06", ("04", "05", "06")), ("12", ("10", "11", "12"))])
def test_the_quarter_of_a_day(month, months):
    assert quarter(f"2026-{month}-15") == tuple(f"2026-{number}" for number in months)


@pytest.mark.parametrize(("narrowing", "number"), [
    ({"role": "SUPPORTS"}, 3), ({"department": "规划计划处", "role": "LEADS"}, 0), ({"standing": "overdue"}, 1), ({"year": "2026"}, 2),
    ({"text": "易涝点"}, 2), ({"body": "云泽市水务局"}, 5), ({"body": "别的局"}, 0), ({"meeting": first().meeting}, 3),
])
def test_a_list_can_be_narrowed(store: Store, narrowing: dict[str, str], number: int) -> None:
    filled(store)
    assert len(listed(store, Scope("2026-06-10", list="ledger", **narrowing))) == number


def test_a_list_can_be_narrowed_to_a_matter(store: Store) -> None:
    filled(store)
    [matter] = [row["id"] for row in store.read("MATCH (m:Matter) RETURN m.id AS id")]
    assert len(listed(store, Scope("2026-06-10", list="ledger", matter=matter))) == 2


def written_as(store: Store, name: str, scope: Scope = SCOPE) -> io.BytesIO:
    stream = io.BytesIO()
    BY_NAME[name].write(store, scope, stream)
    return stream


def test_json_names_its_columns(store: Store) -> None:
    filled(store)
    told = json.loads(written_as(store, "json", Scope("2026-06-10", list="due")).getvalue())
    assert told["title"] == "到期清单" and told["columns"]["quote"] == "任务要求（原文）"
    assert [(section["heading"], section["rows"][0]["due"]) for section in told["sections"]] == [
        ("已逾期", "2025-10-31"), ("2026年6月到期", "2026-06-30")]


def test_a_letter_is_laid_out_as_the_standard_asks(store: Store) -> None:
    filled(store)
    document = docx.Document(written_as(store, "docx", Scope("2026-06-10", list="due")))
    page = document.sections[0]
    assert [round(length.mm) for length in (page.page_width, page.page_height, page.top_margin, page.bottom_margin, page.left_margin,
                                            page.right_margin)] == [210, 297, 37, 35, 28, 26]
    grid = page._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "580")
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == [
        "到期清单", "截至 2026-06-10，共 2 项任务；逾期 1 项；30日内到期 1 项", "一、已逾期（1 项）", "二、2026年6月到期（1 项）"]
    fonts = [paragraph.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) for paragraph in document.paragraphs[:3]]
    assert fonts == ["方正小标宋简体", "仿宋_GB2312", "黑体"]
    head, row = ([cell.text for cell in row.cells] for row in document.tables[0].rows)
    assert head == ["序号", "任务要求（原文）", "责任单位", "完成时限", "预警", "来源"]
    assert row[2:5] == ["牵头：排水管理处\n配合：规划计划处", "2025-10-31\n（10月底前）", "红灯\n（逾期）"]
    assert row[5].split("\n")[1:3] == ["2025-03-06 一、", "2025/2025-03-06_办公会.txt"] and "directive-" in row[5]


def test_a_page_has_its_words_and_its_font_inside(store: Store) -> None:
    filled(store)
    data = written_as(store, "pdf").getvalue()
    pages = pypdfium2.PdfDocument(data)
    words = "".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "责任清单" in words and "红灯" in words and HOSTILE[:8] in words
    assert [round(size / 72 * 25.4) for size in pages[0].get_size()] == [297, 210]
    assert b"/FontFile3" in data and b"NotoSerifSC" in data


@pytest.mark.parametrize(("number", "expected"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (100, "100")])
def test_numerals_of_sections(number, expected):
    assert numeral(number) == expected


@pytest.mark.parametrize(("write", "most"), [(write_docx, "graph.exports.office.letter.MOST_ROWS"), (write_pdf, "graph.exports.office.page.MOST_ROWS"),
                                             (write_xlsx, "graph.exports.office.sheet.MOST_LINES")])
def test_a_list_that_is_too_long_says_so(store: Store, monkeypatch: pytest.MonkeyPatch, write, most: str) -> None:
    filled(store)
    monkeypatch.setattr(most, 3)
    with pytest.raises(QueryError, match="more than 3 "):
        write(office_list(store, SCOPE), io.BytesIO())
