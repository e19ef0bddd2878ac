"""The sample minutes hold what docs/samples.md promises, read here by each format's own library."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

SAMPLES = Path(__file__).parents[2] / "samples"
GOLD = Path(__file__).parent / "gold"
FILES = {path.name[:10]: path for path in sorted(SAMPLES.glob("20*/*"))}
NUMBERED = "2024-03-12"
GB18030 = "2025-06-19"
PDFS = [day for day, path in FILES.items() if path.suffix == ".pdf"]


def squeeze(text: str) -> str:
    """The text without white space: line ends and spacing differ from format to format."""
    return re.sub(r"\s+", "", text)


def pages(path: Path) -> list[str]:
    """The text of each page of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def running_head(page: str) -> str:
    """The first line of a page."""
    return page.splitlines()[0]


def pdf_text(path: Path) -> str:
    """The text of a PDF without running heads and page numbers."""
    return "".join(re.sub(r"— \d+ —", "", page.removeprefix(running_head(page))) for page in pages(path))


def docx_text(path: Path) -> str:
    """The paragraphs and table cells of a Word file in their order; automatic numbers are not text."""
    return "".join(docx.Document(str(path)).element.body.itertext(qn("w:t")))


@cache
def text_of(day: str) -> str:
    """The squeezed text of the minutes of a day."""
    path = FILES[day]
    match path.suffix:
        case ".pdf":
            return squeeze(pdf_text(path))
        case ".docx":
            return squeeze(docx_text(path))
        case _:
            return squeeze(path.read_text(encoding="gb18030" if day == GB18030 else "utf-8"))


STORIES = {
    "the river works through eight meetings": [
        ("2024-03-12", "由河湖管理处牵头，规划计划处、建设管理处配合，5月底前完成一期工程初步设计报批"),
        ("2024-05-28", "一期工程整治河道由12.6公里调整为15.2公里"),
        ("2024-11-07", "工程已于10月18日开工建设"),
        ("2025-01-16", "青澜河综合整治工程上游段6.4公里护岸全部完成"),
        ("2025-04-10", "上游段6.4公里护岸完成时间由6月底前提前至6月10日前"),
        ("2025-06-19", "上游段6.4公里护岸已于6月8日全部完成"),
        ("2025-09-18", "同意将下游段主体工程完成时间由2025年12月底调整至2026年3月底"),
        ("2026-02-05", "建设管理处要对剩余1.7公里实行三班作业，3月底前全部完工"),
    ],
    "another head of the bureau": [
        ("2025-01-16", "段启明（局党组书记、局长）"),
        ("2025-04-10", "祝海峰任市水务局党组书记、局长，段启明不再担任市水务局党组书记、局长职务"),
        ("2025-09-18", "局党组书记、局长祝海峰"),
    ],
    "another head of a division": [
        ("2024-03-12", "建设管理处处长戚国栋"),
        ("2025-04-10", "尚志远任建设管理处处长；戚国栋任市水利工程建设服务中心主任"),
        ("2026-02-05", "建设管理处处长尚志远"),
    ],
    "changes of owner": [
        ("2024-11-07", "牵头单位由河湖管理处调整为建设管理处"),
        ("2025-04-10", "平台一期改由市智慧水务中心牵头"),
        ("2025-09-18", "病害修复工作由市城区排水中心调整为排水管理处牵头"),
    ],
    "divisions merged and renamed": [
        ("2025-04-10", "河湖管理处与水土保持处合并组建河湖与水土保持处，市水务信息中心更名为市智慧水务中心"),
    ],
    "a leading group with its subgroups, chaired anew": [
        ("2024-03-12", "决定成立青澜河综合整治工程领导小组，由段启明任组长"),
        ("2024-03-12", "下设综合协调组、工程建设组、征迁保障组"),
        ("2025-04-10", "调整青澜河综合整治工程领导小组，由祝海峰任组长，增设宣传引导组"),
    ],
    "recurring duties": [
        ("2024-03-12", "领导小组办公室每月召开一次工程例会，局党组每季度听取一次专题汇报"),
        ("2024-05-28", "建立重点工作周报制度"),
        ("2024-11-07", "征迁保障组每周到现场办公一次"),
        ("2025-06-19", "每日会商一次"),
    ],
    "completed": [
        ("2025-01-16", "公共供水管网漏损率降至8.8%，年度任务已完成"),
        ("2025-09-18", "石门坎水库除险加固工程已于8月22日通过竣工验收"),
        ("2026-02-05", "工程已于1月26日通水调试"),
    ],
    "postponed": [
        ("2024-11-07", "交地时间由9月底前顺延至12月底前"),
        ("2025-06-19", "完成时限由4月底推迟至7月底"),
        ("2025-09-18", "通水调试时间由10月底推迟至2026年1月底"),
    ],
    "escalated": [
        ("2025-04-10", "每半年一次提高到每季度一次"),
        ("2026-02-05", "提级由贺明慧同志牵头督办，每周调度一次"),
    ],
    "given up": [
        ("2024-08-22", "同意启动白鹭塘泵站迁建工程前期工作"),
        ("2025-04-10", "决定不再实施白鹭塘泵站迁建工程，改为原址改造"),
    ],
}


@pytest.mark.parametrize(("day", "words"), [step for steps in STORIES.values() for step in steps])
def test_a_story_is_told_in_the_words_of_its_minutes(day: str, words: str) -> None:
    assert words in text_of(day)


def test_an_overdue_item_is_never_taken_up_again() -> None:
    assert "由水资源管理处根据会议意见修改完善，7月底前报市司法局审查" in text_of("2024-05-28")
    assert not [day for day in FILES if day > "2024-05-28" and "节约用水管理办法" in text_of(day)]


def test_the_set_is_nine_minutes_over_two_years_in_three_formats() -> None:
    assert len(FILES) == 9
    assert {path.suffix for path in FILES.values()} == {".docx", ".pdf", ".txt"}
    assert (date.fromisoformat(max(FILES)) - date.fromisoformat(min(FILES))).days > 600
    assert all(day[:4] == path.parent.name for day, path in FILES.items())


def test_the_set_is_small_for_a_repository_and_long_for_a_reader() -> None:
    assert sum(path.stat().st_size for path in FILES.values()) < 1_000_000
    assert all(900 <= len(text_of(day)) <= 2000 for day in FILES)


@pytest.mark.parametrize("day", PDFS)
def test_every_pdf_page_has_a_running_head_and_its_number(day: str) -> None:
    leaves = pages(FILES[day])
    assert len(leaves) > 2
    assert len({running_head(leaf) for leaf in leaves}) == 1
    assert all(f"— {number} —" in leaf for number, leaf in enumerate(leaves, 1))


def test_one_word_file_is_numbered_by_word_alone() -> None:
    document = docx.Document(str(FILES[NUMBERED]))
    formats = [(level.find(qn("w:numFmt")).get(qn("w:val")), level.find(qn("w:lvlText")).get(qn("w:val"))) for level in document.part.numbering_part.element.iter(qn("w:lvl"))]
    assert formats == [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
    levels = [int(found[0].get(qn("w:val"))) for p in document.paragraphs if (found := p._p.xpath("./w:pPr/w:numPr/w:ilvl"))]
    assert [levels.count(level) for level in (0, 1, 2)] == [6, 10, 3]
    assert not [p.text for p in document.paragraphs if re.match(r"[一二三四五六]、|（[一二三]）|\d\.", p.text)]


def test_one_word_file_hands_out_its_tasks_in_a_table() -> None:
    table = docx.Document(str(FILES["2025-01-16"])).tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]
    assert len(table.rows) == 11


def test_one_text_is_in_gb18030() -> None:
    with pytest.raises(UnicodeDecodeError):
        FILES[GB18030].read_text(encoding="utf-8")
    assert "云泽市水务局防汛工作调度会议纪要" in text_of(GB18030)


@pytest.mark.parametrize("day", FILES)
def test_the_gold_text_is_what_the_file_says(day: str) -> None:
    gold = (GOLD / f"{FILES[day].stem}.txt").read_text(encoding="utf-8")
    marker = re.compile(r"[一二三四五六]、|（[一二三]）|\d\." if day == NUMBERED else "(?!)")
    lines = [squeeze(marker.sub("", line, count=1) if marker.match(line) else line) for line in gold.splitlines()]
    assert [line for line in lines if line not in text_of(day)] == []
    assert sum(map(len, lines)) == len(text_of(day))


def test_the_gold_obeys_the_guidelines(shared: Path) -> None:
    done = subprocess.run([sys.executable, str(shared / "eval" / "check_gold.py"), str(GOLD)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_gold_of_the_set_joins_every_minute() -> None:
    pairs = json.loads((GOLD / "yunze.evolution.json").read_text(encoding="utf-8"))
    joined = {pair[end]["document"] for pair in pairs for end in ("from", "to")}
    assert joined == {f"{path.stem}.txt" for path in FILES.values()}
    assert all(pair["from"]["document"] < pair["to"]["document"] for pair in pairs)
