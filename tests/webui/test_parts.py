"""Small parts: file names, shown text, the picture, dates of relations."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from webui.connections import merged
from webui.downloads import file_name
from webui.pages.neighbourhood import choose
from webui.picture import ROOM, Neighbour, draw
from webui.shown import shortened, shown


@pytest.mark.parametrize(("title", "name"), [
    ("排水管理处", "排水管理处.csv"), ("../../etc/passwd", "etc_passwd.csv"), ("a\x00b\u202ec", "a_b_c.csv"), ("", "gangmu.csv"), ("长" * 500, "长" * 80 + ".csv"), ('a"\r\nX: y', "a_X_y.csv"),
])
def test_file_names_are_safe_everywhere(title: str, name: str) -> None:
    assert file_name(title, "csv") == name


def test_shown_text_is_seen_and_keeps_its_length() -> None:
    assert shown("a\x00\x1b\u202eb\n") == "a␀␛�b\n"
    assert shown(None) == "" and shown(3) == 3 and isinstance(shown(Markup("<b>")), Markup)


@given(st.text(), st.integers(2, 50))
def test_shortened_text_is_one_line_of_bounded_length(text: str, length: int) -> None:
    assert len(shortened(text, length)) <= length and "\n" not in shortened(text, length)


@given(st.integers(0, 300))
def test_dots_do_not_touch(count: int) -> None:
    picture = draw(Neighbour("organization-0", "organization", "中"), [Neighbour(f"person-{n}", "person", "人") for n in range(count)])
    assert len(picture.dots) == count + 1 and len(picture.lines) == count
    assert all(abs(dot.x) < picture.half_width and abs(dot.y) < picture.half_height for dot in picture.dots)
    by_ring: dict[int, list[float]] = {}
    for dot in picture.dots[1:]:
        by_ring.setdefault(round(math.hypot(dot.x, dot.y)), []).append(math.atan2(dot.y, dot.x))
    for radius, angles in by_ring.items():
        ordered = sorted(angles)
        gaps = [b - a for a, b in pairwise(ordered)]
        assert all(gap * radius > ROOM / 2 for gap in gaps)


def test_every_relation_is_seen_before_any_fills_the_picture() -> None:
    def group(edge: str, count: int) -> dict[str, object]:
        things = [{"id": f"{edge}-{n}", "name": "", "inferred": False} for n in range(count)]
        return {"edge": edge, "kind": "Directive", "outgoing": True, "count": count + 5, "things": things}

    neighbours, hidden = choose([group("a", 10), group("b", 2)], 5)
    assert [n.id for n in neighbours] == ["a-0", "b-0", "a-1", "b-1", "a-2"]
    assert hidden == [("Directive", 17)]


def test_a_post_held_at_several_meetings_is_listed_once() -> None:
    def held(day: str) -> dict[str, object]:
        return {"edge": "HOLDS", "kind": "Post", "outgoing": True, "id": "post-1", "detail": None, "from": day, "to": day}

    assert [(row["from"], row["to"]) for row in merged([held("2025-01-16"), held("2024-03-12")])] == [("2024-03-12", "2025-01-16")]
