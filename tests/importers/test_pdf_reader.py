"""PDF files: the samples come out as text in order; broken, encrypted and pictured ones are refused."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest

from importers.formats.pdf_reader import read
from schema import InputError

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").rglob("*.pdf"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_samples_read_in_order_without_page_numbers_and_heads(path):
    blocks = read(path.read_bytes())
    texts = [block.text.strip() for block in blocks]
    assert any(text.endswith("会议纪要") for text in texts[:3])
    assert not any(text.strip("-— ").isdigit() for text in texts)
    assert [block.page for block in blocks] == sorted(block.page or 0 for block in blocks)
    assert max(block.page or 0 for block in blocks) > 1


def empty_pdf() -> bytes:
    stream = io.BytesIO()
    with pypdfium2.PdfDocument.new() as document:
        document.new_page(595, 842)
        document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("data", "reason"), [
    (b"%PDF-1.7\nnonsense", "no readable PDF"),
    (SAMPLES[0].read_bytes()[:3000] if SAMPLES else b"", "no readable PDF"),
    ("会议纪要".encode(), "no readable PDF"),
    (empty_pdf(), "no text layer"),
])
def test_what_cannot_be_read_is_refused(data, reason):
    with pytest.raises(InputError, match=reason):
        read(data)
