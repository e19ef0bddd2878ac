"""The scorer: each row counts what its definition says, and agrees with the shared reference scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import msgspec
import pytest

from importers.annotations import Span
from importers.evaluation.gold_set import read_set
from importers.evaluation.header_scores import same_title
from importers.evaluation.matching import best_overlap, overlap, paired, place_of
from importers.evaluation.scoring import extracted, score
from importers.evaluation.tally import Tally, mean
from schema import Edge, Evidence, Node, encode
from tests.importers.test_gold_checks import GOLD, TEXT

Records = list[Node | Edge]
GOLD_FOLDERS = (Path(__file__).parents[1] / "gold", Path(__file__).parents[1] / "samples" / "gold")


def said(words: str) -> tuple[Evidence, ...]:
    """A stretch of the text as evidence."""
    start = TEXT.index(words)
    return (Evidence("d", start, start + len(words), words, "rule"),)


def right_stream() -> Records:
    """Records that say exactly what the gold says."""
    return [
        Node("Document", "d", {"name": "a.txt", "text": TEXT}),
        Node("Meeting", "m", {"title": "柳塘县水务局局长办公会议纪要", "meeting_kind": "办公会议", "date": "2024-03-01"}, said("会议")),
        Node("Person", "p", {"name": "段启明"}, said("段启明")), Node("Post", "post", {"title": "局长"}, said("局长")),
        Node("Organization", "o1", {"name": "柳塘县水务局"}, said("柳塘县水务局")), Node("Organization", "o2", {"name": "规划处"}, said("规划处")),
        Node("Directive", "dir", {"text": "规划处要在6月底前完成方案编制", "act": "要求", "due": "2024-06-30"}, said("规划处要在6月底前完成方案编制")),
        Node("Decision", "dec", {"text": "同意方案", "act": "同意"}, said("同意方案")),
        Edge("CHAIRED", "p", "m", {}, said("段启明")), Edge("ATTENDED", "p", "m", {"role": "report"}, said("段启明")),
        Edge("HOLDS", "p", "post", {}, said("局长段启明")), Edge("RESPONSIBLE_FOR", "o2", "dir", {"basis": "stated"}, said("规划处")),
    ]


@pytest.fixture
def gold_folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.gold.json").write_text(json.dumps(GOLD, ensure_ascii=False), encoding="utf-8")
    return tmp_path


def figures(tally: Tally) -> dict[str, tuple[float, int, int]]:
    """F1, gold and found of each row."""
    return {row.what: (row.f1, row.gold, row.found) for row in tally.rows()}


def test_a_stream_that_says_what_the_gold_says_has_no_mistakes(gold_folder: Path) -> None:
    tally = score(read_set(gold_folder), right_stream())
    assert tally.mistakes == [] and mean(tally.rows()) == 1.0
    assert all(gold == found for _, gold, found in figures(tally).values())


def without(id_: str) -> Callable[[Records], Records]:
    """Takes a node and its edges out."""
    return lambda records: [r for r in records if id_ not in ((r.id,) if isinstance(r, Node) else (r.source, r.target))]


def told(id_: str, **properties: Any) -> Callable[[Records], Records]:
    """Gives a node other properties."""
    return lambda records: [msgspec.structs.replace(r, properties=r.properties | properties) if isinstance(r, Node) and r.id == id_ else r for r in records]


def as_role(type_: str) -> Callable[[Records], Records]:
    """Gives the owner another role."""
    return lambda records: [msgspec.structs.replace(r, type=type_) if isinstance(r, Edge) and r.type == "RESPONSIBLE_FOR" else r for r in records]


@pytest.mark.parametrize(("change", "rows"), [
    (without("dir"), {"DIRECTIVE": (0.0, 1, 0), "RESPONSIBILITY": (0.0, 1, 0), "DUE": (0.0, 1, 0)}),
    (told("dir", due="2024-07-31"), {"DUE": (0.0, 1, 1), "invented dates": (0.0, 0, 1), "DIRECTIVE": (1.0, 1, 1)}),
    (told("dir", due=None), {"DUE": (0.0, 1, 0)}),
    (told("dir", path=["一"]), {"directive path": (0.0, 1, 1)}),
    (told("dir", act="强调"), {"directive act": (0.0, 1, 1)}),
    (as_role("LEADS"), {"RESPONSIBILITY": (0.0, 1, 1), "responsibility, any role": (1.0, 1, 1)}),
    (told("dec", act="通过"), {"decision act": (0.0, 1, 1), "DECISION": (1.0, 1, 1)}),
    (told("m", date="2024-03-02"), {"header date": (0.0, 1, 1), "HEADER": (round(2 * 6 / 14, 4), 7, 7)}),
    (told("o2", generic=True), {"ORGANIZATION": (round(2 / 3, 4), 2, 1), "organization class": (0.0, 0, 1)}),
    (without("p"), {"PERSON": (0.0, 1, 0), "POST": (0.0, 1, 0), "ATTENDANCE": (0.0, 1, 0), "header chair": (0.0, 1, 1)}),
])
def test_a_mistake_counts_in_its_rows(gold_folder: Path, change: Callable[[Records], Records], rows: dict[str, tuple[float, int, int]]) -> None:
    tally = score(read_set(gold_folder), change(right_stream()))
    found = figures(tally)
    assert {what: found[what] for what in rows} == rows
    assert tally.mistakes


def test_a_document_without_records_misses_all(gold_folder: Path) -> None:
    tally = score(read_set(gold_folder), [])
    assert all(row.f1 == 0 for row in tally.rows()) and tally.mistakes[0].what == "document"


def test_owners_are_no_false_bodies_when_the_gold_does_not_list_them(gold_folder: Path) -> None:
    gold = deepcopy(GOLD)
    gold["organizations"].remove("规划处")
    (gold_folder / "a.gold.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    assert figures(score(read_set(gold_folder), right_stream()))["ORGANIZATION"] == (1.0, 1, 1)


@pytest.mark.parametrize(("a", "b", "value"), [(Span(0, 4), Span(0, 4), 1.0), (Span(0, 4), Span(2, 6), 2 / 6), (Span(0, 2), Span(2, 4), 0.0), (Span(0, 0), Span(0, 0), 0.0)])
def test_overlap(a: Span, b: Span, value: float) -> None:
    assert overlap(a, b) == overlap(b, a) == value


def test_quotes_are_found_without_white_space_and_by_occurrence() -> None:
    assert place_of("要抓紧。要抓紧。", "要 抓\n紧", 2) == Span(4, 7)
    assert len(place_of("要抓紧。", "要抓紧", 2)) == 0
    assert best_overlap(Span(4, 7), [Span(0, 3), Span(4, 7)]) == 1.0


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    likeness = {("a", "x"): 0.5, ("a", "y"): 0.9, ("b", "y"): 0.8, ("b", "x"): 0.3}
    assert paired("ab", "xy", lambda g, f: likeness[g, f], 0.4) == {0: 1}
    assert paired("ab", "xy", lambda g, f: likeness[g, f], 0.3) == {0: 1, 1: 0}


@pytest.mark.parametrize(("found", "gold", "same"), [("水务局办公会纪要", "办公会纪要", True), ("纪要", "办公会纪要", False), ("", "", True), ("", "办公会纪要", False)])
def test_a_title_may_lack_the_line_of_its_body(found: str, gold: str, same: bool) -> None:
    assert same_title(found, gold) is same


def evolving(records: Records) -> Records:
    """The stream with made-up steps from each directive to the next but one, as a graph's export has them."""
    directives = [r.id for r in records if isinstance(r, Node) and r.type == "Directive"]
    pairs = zip(directives, directives[2:], strict=False)
    return records + [Edge("EVOLVES_TO", source, target, {"relation": "refines"}) for source, target in pairs]


@pytest.mark.parametrize("with_steps", [False, True])
@pytest.mark.parametrize("folder", ["dev", *GOLD_FOLDERS], ids=["dev", "gold", "samples"])
def test_figures_are_those_of_the_reference_scorer(shared: Path, tmp_path: Path, folder: str | Path, with_steps: bool) -> None:
    gold_set = read_set(shared / "corpus" / "dev" if folder == "dev" else Path(folder))
    records = [record for record in extracted(gold_set) if isinstance(record, (Node, Edge))]
    records = evolving(records) if with_steps else records
    (tmp_path / "records.jsonl").write_bytes(b"".join(map(encode, records)))
    done = subprocess.run([sys.executable, str(shared / "eval" / "score.py"), str(tmp_path / "records.jsonl"), str(gold_set.folder), "--json"],
                          capture_output=True, check=True)
    reference = json.loads(done.stdout)
    rows = score(gold_set, records, with_evolution=True).rows()
    assert {row.what: msgspec.to_builtins(row) for row in rows} == {row["what"]: row for row in reference["rows"]}
    assert mean(rows) == reference["mean"]
