"""The pieces of a text join to the text again, and each piece knows what is stated in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webui.highlighting import Span, highlight

TEXT = "一、由水资源处牵头，年底前完成。\n\n二、会议通过了方案。"


def test_statement_holds_the_mention_in_it() -> None:
    spans = [Span(2, 16, "directive-1", "directive"), Span(3, 7, "organization-1", "organization")]
    first = highlight(TEXT, spans)[0].pieces
    assert [(p.text, p.mention and p.mention.id, len(p.statements)) for p in first] == [
        ("一、", None, 0), ("由", None, 1), ("水资源处", "organization-1", 1), ("牵头，年底前完成。", None, 1),
    ]
    assert [p.anchors for p in first] == [(), ("directive-1",), (), ()]


def test_sought_stretch_over_two_lines_is_marked_in_both() -> None:
    marked = [p.text for line in highlight(TEXT, [], (8, 22)) for p in line.pieces if p.sought]
    assert "".join(marked) == TEXT[8:22].replace("\n", "")


def test_spans_outside_the_text_are_left_out() -> None:
    assert [p.text for p in highlight("短", [Span(0, 9, "x", "person"), Span(-1, 1, "y", "person")], (5, 9))[0].pieces] == ["短"]


spans_in_text = st.builds(
    Span, st.integers(0, 20), st.integers(0, 20), st.sampled_from("ab"), st.sampled_from(["directive", "person", "clause"]),
)


@given(st.text(alphabet="水处\n，。", max_size=20), st.lists(spans_in_text, max_size=8), st.tuples(st.integers(0, 20), st.integers(0, 20)))
def test_pieces_join_to_the_text(text: str, spans: list[Span], sought: tuple[int, int]) -> None:
    lines = highlight(text, spans, sought)
    assert ["".join(p.text for p in line.pieces) for line in lines] == [line for line in text.split("\n") if line]
    assert all(text[line.start] == line.pieces[0].text[0] for line in lines)
