"""Scans: what recognition reads from pictures of the samples and of drawn tables; what happens without the extra; hostile pictures."""

from __future__ import annotations

import io
import socket
import struct
import zlib
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from importers.document import Block, SourceText, assemble
from importers.files import select
from importers.formats import pdf_reader, recognition, registry, scan_reader
from importers.formats.recognition import Recognised, glyphs_of, skew_of
from importers.pipeline import records_of
from importers.reading import source_text
from importers.recognition_doubts import LEAST_SURE
from schema import InputError, Issue, Node
from tests.importers.test_pdf_reader import CELLS, ROWS, RULES, UPRIGHTS, printing, words

SAMPLE = sorted((Path(__file__).resolve().parents[2] / "samples").rglob("*.pdf"))[0]
MINUTES = "云泽市水务局局长办公会议纪要\n2024年3月1日，局长段启明主持召开局长办公会议。会议明确：由规划处牵头，6月底前完成方案编制。"


def pictures(data: bytes, turned: float = 0.0, sharpness: int = 200) -> list[Any]:
    """The pages of a PDF as pictures, turned by so many degrees."""
    pages = [page.render(scale=sharpness / 72).to_pil() for page in pypdfium2.PdfDocument(data)]
    return [page.rotate(turned, fillcolor="white") for page in pages] if turned else pages


def file_of(pages: list[Any], kind: str) -> bytes:
    stream = io.BytesIO()
    pages[0].save(stream, kind, save_all=True, append_images=pages[1:], resolution=200)
    return stream.getvalue()


@pytest.fixture(scope="module")
def scanned(scan_extra: None) -> bytes:
    """The first two pages of a sample, scanned a little askew."""
    return file_of(pictures(SAMPLE.read_bytes(), turned=0.8)[:2], "TIFF")


def test_a_scan_says_what_the_text_of_its_pages_says_and_how_sure_it_is(scanned: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("recognition asks the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    source = source_text("a.tif", scanned)
    found, with_text = source.text.split("\n"), [block.text for block in pdf_reader.read(SAMPLE.read_bytes()) if (block.page or 0) <= 2]
    assert found[:-1] == with_text[:-1]
    assert with_text[-1].startswith(found[-1]) and len(found[-1]) > 20, "the last paragraph goes on on a third page"
    assert all(paragraph.confidence is not None and paragraph.confidence > LEAST_SURE for paragraph in source.paragraphs)
    (document,) = [r for r in records_of(source) if isinstance(r, Node) and r.type == "Document"]
    assert document.properties["format"] == "scan" and 0.95 < float(str(document.properties["confidence"])) <= 1


def test_ruled_tables_of_scans_are_tables(scan_extra: None) -> None:
    drawn = printing(words("before", 50, 720) + "1.5 w " + RULES + UPRIGHTS + CELLS + words("after", 50, 600))
    assert [block.text for block in scan_reader.read(file_of(pictures(drawn), "PNG"))] == ROWS


def test_pages_of_a_pdf_that_are_pictures_are_recognised_beside_those_with_text(scan_extra: None) -> None:
    assert [block.text for block in pdf_reader.read(mixed())] == ["The first page has a text layer of its own, and quite a long one.", "The second page is a picture of words."]


def mixed() -> bytes:
    """A PDF of a page with text and one that is a picture."""
    text = printing(words("The first page has a text layer of its own, and quite a long one.", 50, 720))
    stream = io.BytesIO()
    with pypdfium2.PdfDocument(text) as target:
        target.import_pages(pypdfium2.PdfDocument(pictured()))
        target.save(stream)
    return stream.getvalue()


def pictured() -> bytes:
    """A PDF whose only page is the picture of a page with a few words."""
    with pypdfium2.PdfDocument(printing(words("The second page is a picture of words.", 50, 720).replace("/F 10", "/F 20"))) as document:
        bitmap = document[0].render(scale=2)
    target = pypdfium2.PdfDocument.new()
    page = target.new_page(595, 842)
    image = pypdfium2.PdfImage.new(target)
    image.set_bitmap(bitmap)
    image.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
    page.insert_obj(image)
    page.gen_content()
    stream = io.BytesIO()
    target.save(stream)
    return stream.getvalue()


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which the extra is not installed."""
    def missing(name: str) -> Any:
        raise InputError("is a picture without text", remedy=recognition.REMEDY)

    for module in (recognition, registry, pdf_reader):
        monkeypatch.setattr(module, "is_installed", lambda: False)
    monkeypatch.setattr(scan_reader, "library", missing)


@pytest.mark.parametrize(("name", "data"), [("a.png", b"\x89PNG\r\n\x1a\n"), ("a.pdf", pictured())])
def test_without_the_extra_the_refusal_says_how_to_get_it(without_extra: None, name: str, data: bytes) -> None:
    with pytest.raises(InputError) as refusal:
        source_text(name, data)
    assert "gangmu.py set-up --with scan" in str(refusal.value)


def test_without_the_extra_a_page_that_is_a_picture_is_told(without_extra: None) -> None:
    found = pdf_reader.read(mixed())
    assert [(block.page, block.text, block.confidence) for block in found][1:] == [(2, "", 0.0)]


def test_without_the_extra_pictures_in_folders_are_counted_and_those_named_are_tried(without_extra: None, tmp_path: Path) -> None:
    for name in ("a.png", "b.JPG", "c.txt"):
        (tmp_path / name).write_bytes(b"x")
    selection = select([tmp_path])
    assert ([found.path for found in selection.files], selection.pictures, selection.passed_over) == (["c.txt"], 2, 0)
    assert [found.path for found in select([tmp_path / "a.png"]).files] == ["a.png"]


def test_pictures_may_take_longer_only_where_they_are_recognised(without_extra: None, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = {known.name: known for known in registry.FORMATS}
    assert {known.patience for known in kinds.values()} == {1}
    monkeypatch.setattr(registry, "is_installed", lambda: True)
    assert kinds["scan"].patience == kinds["pdf"].patience == 10 and kinds["docx"].patience == 1


def told(*confidences: float | None) -> list[str]:
    """The doubts about minutes whose paragraphs were recognised so surely."""
    blocks = [Block(line, page=1, confidence=sure) for line, sure in zip([*MINUTES.splitlines(), ""], [*confidences, None, None], strict=False)]
    text, paragraphs = assemble(blocks)
    records = records_of(SourceText("a.png", "a.png", "scan", "", text, paragraphs))
    return [r.message for r in records if isinstance(r, Issue)]


def test_lines_of_which_recognition_is_not_sure_are_told() -> None:
    assert told(0.99, 0.95) == told(None, None) == []
    assert told(0.99, 0.62) == ["recognised with a confidence of 0.62 only: compare it with the picture"]
    assert told(0.99, 0.95, 0.0) == [f"page 1 is a picture and was not read: {recognition.REMEDY}"]


def line(words: str, left: float, top: float, right: float, bottom: float, turned: float = 0.0) -> Recognised:
    return Recognised(words, ((left, top), (right, top + turned), (right, bottom + turned), (left, bottom)), 0.9)


def test_characters_are_spread_over_the_box_with_empty_halves_of_marks_outside_it() -> None:
    plain = list(glyphs_of([line("会议a1", 0, 0, 60, 20)], 0.5, 0.0))
    assert [(g.character, g.left, g.right) for g in plain] == [("会", 0, 10), ("议", 10, 20), ("a", 20, 25), ("1", 25, 30)]
    marked = list(glyphs_of([line("（一）要。", 0, 0, 80, 20)], 1.0, 0.0))
    assert (marked[0].left, marked[1].left, marked[-1].right) == (-10, 10, 90)


def test_the_page_is_turned_as_its_long_lines_are() -> None:
    assert skew_of([line("一行很长的话", 0, 0, 600, 20, turned=6), line("短", 0, 50, 20, 70, turned=20)]) == pytest.approx(0.01, rel=0.01)
    assert skew_of([line("一行很长的话", 0, 0, 600, 20, turned=600)]) == skew_of([]) == 0.0


@pytest.mark.parametrize(("said", "plain"), [
    ("会议纪要(2024年第5期）", "会议纪要（2024年第5期）"), ("时间:9:00,地点", "时间：9:00，地点"), ("A(1),B", "A(1),B"), ("长6.4 公里， 宽", "长6.4公里，宽"), ("校长 欧阳牧之", "校长 欧阳牧之"),
])
def test_western_marks_and_small_distances_in_chinese_words(said: str, plain: str) -> None:
    assert recognition._plain(said) == plain


def png(width: int, height: int) -> bytes:
    """The head of a picture that claims this size."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("data", "reason"), [
    (b"\x89PNG\r\n\x1a\n", "no readable picture"),
    (b"\xff\xd8\xff\xe0" + bytes(200), "no readable picture"),
    (b"II*\x00" + b"\xff" * 200, "no readable picture"),
    (png(9_000, 9_000), "more than a page needs"),
    (png(60_000, 60_000), "no readable picture|more than a page needs"),
    (png(100, 100), "no readable picture"),
])
def test_hostile_and_broken_pictures_are_refused(scan_extra: None, data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        scan_reader.read(data)


def test_blank_pages_and_too_many_pages_are_refused(scan_extra: None) -> None:
    blank = pictures(printing(""), sharpness=20)
    with pytest.raises(InputError, match="shows no text"):
        scan_reader.read(file_of(blank, "PNG"))
    with pytest.raises(InputError, match="more than 50 pages"):
        scan_reader.read(file_of(blank * 51, "TIFF"))
