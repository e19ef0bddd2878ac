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
    (empty_pdf(), "has no text"),
])
def test_what_cannot_be_read_is_refused(data, reason):
    with pytest.raises(InputError, match=reason):
        read(data)


def printing(content: str, form: str = "") -> bytes:
    """A PDF of one page that draws this, with a form /X to call upon."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Length {len(form)}>>stream\n{form}\nendstream",
    ]
    body, places = "%PDF-1.7\n", ["0000000000 65535 f \n"]
    for number, held in enumerate(objects, 1):
        places.append(f"{len(body):010} 00000 n \n")
        body += f"{number} 0 obj\n{held}\nendobj\n"
    return f"{body}xref\n0 {len(places)}\n{''.join(places)}trailer<</Size {len(places)}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF".encode()


def words(text: str, x: int, y: int) -> str:
    return f"BT /F 10 Tf {x} {y} Td ({text}) Tj ET "


RULES = "50 700 m 350 700 l S 50 680 m 350 680 l S 50 660 m 200 660 l S 50 640 m 350 640 l S 50 700 m 50 640 l S 350 700 m 350 640 l S "
UPRIGHTS = "100 700 m 100 640 l S 200 680 m 200 640 l S "
CELLS = words("No", 52, 688) + words("Task", 102, 688) + words("1", 52, 668) + words("dredge", 102, 668) + words("2", 52, 648) + words("mend", 102, 648) + words("Works", 202, 662)
ROWS = ["before", "No\tTask", "1\tdredge\tWorks", "2\tmend\tWorks", "after"]


@pytest.mark.parametrize("data", [
    printing(words("before", 50, 720) + RULES + UPRIGHTS + CELLS + words("after", 50, 600)),
    printing(words("before", 50, 720) + "/X Do " + CELLS + words("after", 50, 600), RULES + UPRIGHTS),
    printing(words("before", 50, 720) + "q 0.5 0 0 0.5 0 0 cm /X Do Q " + CELLS + words("after", 50, 600), "q 2 0 0 2 0 0 cm " + RULES + UPRIGHTS + "Q"),
    printing(words("before", 50, 720) + RULES.replace("50 700 m 350 700 l S", "50 699.6 300 0.8 re f") + UPRIGHTS + CELLS + words("after", 50, 600)),
    printing(words("before", 50, 720) + RULES + UPRIGHTS.replace("100 700 m 100 640 l S", "100 640 m 100 671 l S 100 669 m 100 700 l S") + CELLS + words("after", 50, 600)),
], ids=["lines", "in a form", "in a scaled form", "a thin box", "lines in pieces"])
def test_ruled_tables_stay_in_place_and_merged_cells_say_what_they_say_above(data):
    assert [block.text for block in read(data)] == ROWS


@pytest.mark.parametrize("drawing", ["50 600 300 100 re S ", RULES, "50 700 m 100 750 150 650 200 700 c S " * 9, (RULES + UPRIGHTS).replace(" S", " n")])
def test_frames_curves_and_lines_that_are_not_drawn_make_no_table(drawing):
    assert [block.text for block in read(printing(drawing + words("dredge", 102, 668)))] == ["dredge"]
