"""Good files of every format to make mutants of: those of the samples and tests, and some that are made here."""

from __future__ import annotations

import email.message
import email.policy
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import xlsxwriter

from importers.formats.recognition import is_installed
from importers.formats.registry import format_of
from tests.importers.ofd_writer import document as ofd_document

ROOT = Path(__file__).resolve().parents[1]
PLACES = ("samples", "tests/importers", "tests/gold")
LARGEST, MOST = 200_000, 6
"""Bytes of a seed, and seeds of a format: the smallest are taken."""

LINES = (
    "云泽市水务局局长办公会议纪要",
    "2025年3月5日，局长段启明主持召开局长办公会议。会议议定：",
    "一、由建设管理处牵头，各处室配合，6月底前完成护岸加固。",
    "二、规划处每月通报一次进度。",
)
TABLE = (
    ("序号", "议定事项", "责任单位", "完成时限"),
    ("1", "完成护岸加固", "建设管理处", "2025年6月30日"),
    ("2", "制定管理办法", "规划处", "9月底前"),
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A good file: where it comes from, the ending of its name, and its bytes."""

    name: str
    ending: str
    data: bytes


def seeds(formats: tuple[str, ...]) -> dict[str, list[Seed]]:
    """The seeds of each of these formats, by its name. Raises ValueError for a format that has none."""
    found: dict[str, list[Seed]] = {name: [] for name in formats}
    for seed in [*made(), *lying_in_the_repository()]:
        known = format_of(f"a{seed.ending}")
        if known and known.name in found and len(found[known.name]) < MOST:
            found[known.name].append(seed)
    missing = [name for name, files in found.items() if not files and not (name == "scan" and not is_installed())]
    if missing:
        raise ValueError(f"no file to mutate for {', '.join(missing)}: add one to the tests or to benchmarks/seeds.py")
    return {name: files for name, files in found.items() if files}


def lying_in_the_repository() -> list[Seed]:
    """Files of known formats in the samples and tests, small ones first."""
    files = [path for place in PLACES for path in (ROOT / place).rglob("*") if path.is_file() and format_of(path.name)]
    small = sorted((path for path in files if path.stat().st_size <= LARGEST), key=lambda path: (path.stat().st_size, path))
    return [Seed(str(path.relative_to(ROOT)), path.suffix, path.read_bytes()) for path in small]


MAKERS: tuple[tuple[str, Callable[[], bytes]], ...] = (
    (".ofd", lambda: ofd_document([*LINES, TABLE, *LINES], "会议文件")),
    (".ofd", lambda: ofd_document([*LINES * 12])),
    (".xlsx", lambda: workbook()),
    (".eml", lambda: mail()),
    (".html", lambda: page().encode()),
)


def made() -> list[Seed]:
    """The files that are made here; a picture of a few lines where what reads scans is installed."""
    found = [Seed(f"made {ending}", ending, make()) for ending, make in MAKERS]
    return [*found, Seed("made .png", ".png", picture())] if is_installed() else found


def workbook() -> bytes:
    """A task table with a merged heading and cells of several kinds."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("议定事项")
        sheet.merge_range("A1:D1", "云泽市水务局2025年第3次局长办公会议议定事项分解表")
        for number, row in enumerate(TABLE, 1):
            sheet.write_row(number, 0, row)
        sheet.write_number("D3", 45838, book.add_format({"num_format": 'yyyy"年"m"月"d"日"'}))
        sheet.write_formula("A5", "=A4+1", None, 3)
        sheet.set_row(6, None, None, {"hidden": True})
    return stream.getvalue()


def mail() -> bytes:
    """A mail with minutes in its body and a workbook attached."""
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["Subject"], message["From"], message["To"] = "会议纪要", "a@example.org", "b@example.org"
    message.set_content("\n".join(LINES))
    message.add_attachment(workbook(), maintype="application", subtype="octet-stream", filename="分解表.xlsx")
    return message.as_bytes()


def page() -> str:
    """Minutes as a page of the web."""
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in TABLE)
    return f"<!DOCTYPE html><html><body>{''.join(f'<p>{line}</p>' for line in LINES)}<table>{rows}</table></body></html>"


def picture() -> bytes:
    """The title of a sample as a small picture, so that recognition takes little time."""
    sample = next(path for path in sorted((ROOT / "samples").rglob("*.pdf")))
    with pypdfium2.PdfDocument(sample) as document:
        image = document[0].render(scale=1).to_pil()
    stream = io.BytesIO()
    image.crop((0, 90, image.width, 230)).save(stream, "PNG")
    return stream.getvalue()
