"""Spreadsheets: cells as they are shown, merged and hidden ones, sheets by name; hostile packages."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime

import docx
import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from importers.formats.number_formats import shown
from importers.formats.xlsx_reader import read
from schema import InputError
from tests.importers.sameness import said


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data)]


def sheet(fill: Callable[[Worksheet], None], name: str = "Sheet1") -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = name
    fill(book.active)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows(*lines: tuple, **options) -> bytes:
    def fill(page: Worksheet) -> None:
        for line in lines:
            page.append(line)

    return sheet(fill, **options)


def test_rows_are_rows_and_one_cell_is_a_paragraph():
    found = read(rows(("任务分解表",), ("序号", "任务", "单位"), (1, "清淤", "甲局"), (None, None, None), (2, "补植", None)))
    assert [(block.text, block.kind) for block in found] == [
        ("任务分解表", "paragraph"), ("序号\t任务\t单位", "row"), ("1\t清淤\t甲局", "row"), ("2\t补植", "row")]


def test_merged_cells_say_in_each_row_what_they_say_in_the_first():
    def fill(page: Worksheet) -> None:
        for line in (("分解表",), (), ("序号", "任务", "责任分工", None, "时限"), (None, None, "牵头", "配合", None), (1, "甲事", "甲局", "乙局", "年底前"), (2, "乙事"), ("二、其他",), (3, "丙事", "丁局")):
            page.append(line or (None,))
        for place in ("A1:E2", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "C5:C6", "D5:D6", "E5:E6", "A7:E7"):
            page.merge_cells(place)

    assert texts(sheet(fill)) == ["分解表", "序号\t任务\t责任分工\t\t时限", "序号\t任务\t牵头\t配合\t时限", "1\t甲事\t甲局\t乙局\t年底前", "2\t乙事\t甲局\t乙局\t年底前", "二、其他", "3\t丙事\t丁局"]


def test_what_merged_cells_cover_is_not_read():
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet()
        page.merge_range("A1:A2", "甲局")
        page.write("A2", "从前的话")
        page.write("B1", "甲事")
        page.write("B2", "乙事")
    assert texts(stream.getvalue()) == ["甲局\t甲事", "甲局\t乙事"]


def test_columns_without_words_take_no_place():
    def fill(page: Worksheet) -> None:
        page["C3"], page["F3"], page["C4"], page["F4"] = "任务", "单位", "清淤", "甲局"
        page["XFD1048576"] = " "

    assert texts(sheet(fill)) == ["任务\t单位", "清淤\t甲局"]


def test_what_is_hidden_is_left_out_but_for_rows_that_a_filter_hides():
    def fill(page: Worksheet) -> None:
        for line in (("任务", "草稿", "单位"), ("甲事", "不要", "甲局"), ("乙事", "不要", "乙局")):
            page.append(line)
        page.column_dimensions["B"].hidden = True
        page.row_dimensions[3].hidden = True

    def filtered(page: Worksheet) -> None:
        fill(page)
        page.auto_filter.ref = "A1:C3"
        page.auto_filter.add_filter_column(2, ["甲局"])

    assert texts(sheet(fill)) == ["任务\t单位", "甲事\t甲局"]
    assert texts(sheet(filtered)) == ["任务\t单位", "甲事\t甲局", "乙事\t乙局"]


def test_sheets_follow_each_other_under_their_names_and_hidden_ones_are_left_out():
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(("会议纪要",))
    for name, words, state in (("任务分解", "清淤", "visible"), ("草稿", "不要", "hidden"), ("名单", "名单如下", "visible"), ("空表", None, "visible")):
        page = book.create_sheet(name)
        page.append((words,))
        page.sheet_state = state
    book.create_chartsheet("图")
    assert texts(saved(book)) == ["会议纪要", "任务分解", "清淤", "名单如下"]


@pytest.mark.parametrize(("value", "code", "expected"), [
    (3, "General", "3"), (0.1 + 0.2, "General", "0.3"), (1234567, "#,##0", "1,234,567"), (0.125, "0%", "12%"), (0.125, "0.0%", "12.5%"), (5, "000", "005"),
    (2.5, "0.00", "2.50"), (2.5, "0.##", "2.5"), (3, "0.##", "3"), (-7, '0;"负"0', "负7"), (96, '0"万元"', "96万元"), (96, r"\约0万元", "约96万元"), (0, '0;-0;"—"', "—"),
    (12345, "#,##0,", "12"), (3, "[红色]0.0_ ", "3.0"), (-3.5, "#,##0.00", "-3.50"), (12300, "0.00E+00", "1.23E+04"), (7, "@", "7"), (5, '"第"0"项"', "第5项"),
    (45473, "yyyy/m/d", "2024/6/30"), (45473, "yyyy-mm-dd", "2024-06-30"), (45473, 'yyyy"年"m"月"d"日"', "2024年6月30日"), (45473, "[$-804]yyyy年m月d日;@", "2024年6月30日"),
    (45473, 'm"月"d"日"', "6月30日"), (45473, "yy.mm.dd", "24.06.30"), (45473, "[$-804]aaaa", "星期日"), (45473, "[$-F800]dddd", "星期日"), (45473, "mmm-yy", "六月-24"),
    (45473.604166667, "yyyy/m/d h:mm", "2024/6/30 14:30"), (45473.604166667, "h:mm AM/PM", "2:30 PM"), (45473.604166667, '上午/下午h"时"mm"分"', "下午2时30分"),
    (0.604166667, "hh:mm:ss", "14:30:00"), (1.5, "[h]:mm", "36:00"), (0.5, "mm:ss", "00:00"), (1, "yyyy/m/d", "1900/1/1"), (61, "yyyy/m/d", "1900/3/1"),
    (-1, "yyyy/m/d", "-1"), (9e9, "yyyy/m/d", "9000000000"), (45473, "e年m月", "2024年6月"), (1, "0" * 400, "0" * 29 + "1"), (3, '"', ""),
])
def test_numbers_and_dates_as_they_are_shown(value, code, expected):
    assert shown(value, code) == expected


def test_days_may_be_counted_from_1904():
    assert shown(44011, "yyyy-mm-dd", from_1904=True) == "2024-06-30"


def test_cells_of_every_kind():
    def fill(page: Worksheet) -> None:
        page.append((1, 2.5, True, date(2024, 6, 30), datetime(2024, 6, 30, 14, 30), "两\n行", "=A1+1", "#N/A", "甲\t乙"))
        page["D1"].number_format = 'yyyy"年"m"月"d"日"'
        page["E1"].number_format = "yyyy/m/d h:mm"

    assert texts(sheet(fill)) == ["1\t2.5\tTRUE\t2024年6月30日\t2024/6/30 14:30\t两 行\t#N/A\t甲 乙"]
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet()
        page.write_rich_string("A1", "由", book.add_format({"bold": True}), "甲局", "牵头")
        page.write_formula("B1", "=1+1", None, 2)
        page.write_formula("C1", '="乙"&"局"', None, "乙局")
        page.write_datetime("D1", datetime(2024, 6, 30), book.add_format({"num_format": 14}))
    assert texts(stream.getvalue()) == ["由甲局牵头\t2\t乙局\t2024/6/30"]


def good() -> bytes:
    """A workbook whose strings are shared."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ("序号", "任务"))
        page.write_row(1, 0, (1, "清淤"))
    return stream.getvalue()


def changed(member: str, old: str, new: str, data: bytes = good()) -> bytes:
    """A workbook with something in a part put in another's place."""
    source, target = io.BytesIO(data), io.BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        assert old in before.read(member).decode()
        for item in before.infolist():
            words = before.read(item).decode()
            after.writestr(item.filename, words.replace(old, new, 1) if item.filename == member else words)
    return target.getvalue()


SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
LONG = "任" * 30_000


@pytest.mark.parametrize(("data", "reason"), [
    (b"PK\x03\x04nonsense", "damaged"),
    (rows(("序号",))[:2000], "damaged"),
    (changed("xl/workbook.xml", "</sheets>", "</sheet>"), "no readable .xlsx"),
    (changed(SHEET, "<sheetData>", "<sheetData><row>"), "no readable .xlsx"),
    (changed(STRINGS, "<si>", "<si/>" * 1_000_001 + "<si>"), "unpacks to far more|more words"),
    (changed(SHEET, '</sheetData>', f'<row><c t="inlineStr"><is><t>{LONG}</t></is></c></row>' * 80 + "</sheetData>"), "unpacks to far more|more words"),
])
def test_hostile_and_broken_packages_are_refused(data, reason):
    with pytest.raises(InputError, match=reason):
        read(data)


def test_one_long_string_in_many_cells_is_refused():
    long = changed(STRINGS, "<t>序号</t>", f"<t>{LONG}</t>")
    with pytest.raises(InputError, match="more words"):
        read(changed(SHEET, "</sheetData>", '<row><c t="s"><v>0</v></c></row>' * 100 + "</sheetData>", long))


@pytest.mark.parametrize(("old", "new"), [
    ("</sheetData>", "".join(f'<row r="{n}"/>' for n in range(5, 60_000)) + "</sheetData>"),
    ("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="nonsense"/><mergeCell ref="B9:A1"/></mergeCells>'),
    ('r="A1"', 'r="ZZZ99999999"'),
    ('<v>1</v>', "<v>99999999999999999999</v>"),
    ('<c r="A2">', '<c r="A2" s="99999999999">'),
    ('<c r="A1" t="s"><v>0</v>', '<c r="A1" t="s"><v>99</v>'),
    ("<sheetData>", '<cols><col min="1" max="99999999" hidden="0"/></cols><sheetData>'),
])
def test_odd_sheets_are_read_as_far_as_they_go(old, new):
    assert all(len(text) < 100 for text in texts(changed(SHEET, old, new)))


def test_entities_stay_unread():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><sst xmlns'
    named = changed(STRINGS, "<sst xmlns", bomb)
    assert texts(named) == ["序号\t任务", "1\t清淤"]
    assert texts(changed(STRINGS, "<t>清淤", "<t>清&b;淤", named)) == ["序号\t任务", "1\t清"]


LEDGER: tuple[tuple[str | date | None, ...], ...] = (
    ("序号", "议定事项", "责任分工", None, "完成时限"), (None, None, "牵头单位", "配合单位", None),
    ("1", "完成青石桥上游段护岸加固", "建设管理处", "水务集团", date(2025, 6, 30)), ("2", "制定取用水监督管理办法", None, "各处室", "9月底前"),
    ("二、长期工作", None, None, None, None), ("3", "每月通报一次在建工程进度", "规划处", None, "每月"),
)
"""A table of tasks; the first two rows are one heading, and the bodies of 1 and 2 stand in one cell."""

MERGED = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4), (2, 2, 3, 2), (4, 0, 4, 4))
HEAD = ("云泽市水务局2025年第3次局长办公会议议定事项分解表", "会议时间：2025年3月5日")


def ledger_in_word() -> bytes:
    document = docx.Document()
    for line in HEAD:
        document.add_paragraph(line)
    table = document.add_table(len(LEDGER), 5)
    for top, left, bottom, right in MERGED:
        table.cell(top, left).merge(table.cell(bottom, right))
    for row, line in enumerate(LEDGER):
        for column, value in enumerate(line):
            if value is not None:
                table.cell(row, column).text = value if isinstance(value, str) else f"{value.year}年{value.month}月{value.day}日"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def ledger_in_excel() -> bytes:
    def fill(page: Worksheet) -> None:
        for line in (*((line,) for line in HEAD), *LEDGER):
            page.append([int(value) if isinstance(value, str) and value.isdecimal() else value for value in line])
        for top, left, bottom, right in ((-2, 0, -2, 4), (-1, 0, -1, 4), *MERGED):
            page.merge_cells(start_row=top + 3, start_column=left + 1, end_row=bottom + 3, end_column=right + 1)
        page["E5"].number_format = 'yyyy"年"m"月"d"日"'

    return sheet(fill)


def test_the_same_task_table_says_the_same_in_word_and_in_excel():
    in_excel = said("a.xlsx", ledger_in_excel())
    assert in_excel == said("a.docx", ledger_in_word())
    roles = Counter(kind for what, kind, *_ in in_excel if what == "edge" and kind in ("LEADS", "SUPPORTS"))
    directives = [dict(item[2]) for item in in_excel if item[:2] == ("node", "Directive")]
    assert roles == {"LEADS": 3, "SUPPORTS": 2}
    assert [(d["text"], d.get("due"), d.get("recurrence")) for d in directives] == [
        ("'完成青石桥上游段护岸加固'", "'2025-06-30'", None), ("'制定取用水监督管理办法'", "'2025-09-30'", None), ("'每月通报一次在建工程进度'", None, "'month'")]
