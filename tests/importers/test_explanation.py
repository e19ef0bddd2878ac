"""How a document was read: each clause with what it gave and by which rule, and the share not understood."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.annotations import Clause, ClauseClass, Minutes, Span
from importers.completeness import check_completeness
from importers.explanation.accounts import accounts
from importers.explanation.coverage import coverage
from importers.explanation.printing import explanation
from importers.pipeline import STAGES
from tests.importers.reading import minutes_of

ROOT = Path(__file__).resolve().parents[2]
TEXT = """云泽市水务局局长办公会议纪要
2024年3月1日，局长段启明主持召开局长办公会议。
会议同意《云泽市节水办法》。蓝色的大门旁边有一棵树。
会议明确：
一、由规划处牵头，建管处配合，年内完成26条河道整治。
二、要定期会商。（责任单位：办公室；完成时限：2024年5月10日）
"""
ODD = st.text(alphabet="会议要求由处牵头，。；：、（）“”《》一二三1234.\t\n　 是有年月底前关于同意abc！？", max_size=160)


def read(text: str) -> Minutes:
    """The text after every stage but the one that refuses what is no minutes."""
    minutes = minutes_of(text)
    for stage in STAGES:
        if stage.run is not check_completeness:
            stage.run(minutes)
    return minutes


@pytest.fixture(scope="module")
def told() -> list[str]:
    return explanation(read(TEXT)).splitlines()


@pytest.mark.parametrize("lines", [
    ["   title     云泽市水务局局长办公会议纪要", "   kind      办公会议", "   date      2024-03-01", "   session   –"],
    ["   chair     段启明 [header: presides]"],
    ["HEADING · 明确  [sentence]", "    会议明确：", "", "    一  DIRECTIVE · 明确  [marker]", "        由规划处牵头，建管处配合，年内完成26条河道整治。"],
    ["          lead        规划处 [owner-lead]", "          support     建管处 [owner-support]",
     "          due         年内 → 2024-12-31, reckoned from the meeting of 2024-03-01 [time limit: within the year]"],
    ["        → directive under 明确 “要定期会商” ["],
    ["          responsible 办公室 [owner-tail-responsible]",
     "          due         2024年5月10日 → 2024-05-10 [time limit: a day]", "          tail        （责任单位：办公室；完成时限：2024年5月10日）"],
    ["    → decision 同意 “同意《云泽市节水办法》” [settling]", "      cites       云泽市节水办法 [link-cites]", "    · PolicyDocument: 云泽市节水办法 [policy-title]"],
    ["UNCLEAR · 同意  [sentence]", "    蓝色的大门旁边有一棵树。"],
    ["── 1 doubts", "   warning: not understood: 蓝色的大门旁边有一棵树。"],
    ["── 7 sentences, 14.3% not understood", "   directive      2   28.6%"],
])
def test_the_account_says(told: list[str], lines: list[str]) -> None:
    assert "\n".join(lines) in "\n".join(told)


def test_what_acts_on_a_terminal_is_shown() -> None:
    assert "\x1b" not in explanation(read(TEXT.replace("定期", "定\x1b[31m期")))


def test_every_act_and_item_is_in_one_account() -> None:
    minutes = read(TEXT)
    told = accounts(minutes)
    assert [d for a in told for d in a.directives] == minutes.directives
    assert [d for a in told for d in a.decisions] == minutes.decisions
    assert [i for a in told for i in a.items] == [i for i in minutes.agenda if i.clause]


@settings(max_examples=150)
@given(ODD)
def test_every_sentence_belongs_to_one_clause_of_a_stated_class(text: str) -> None:
    minutes = read(text)
    clauses = minutes.clauses()
    owned = sorted(span for clause in clauses for span in _own(clause))
    covered = "".join(minutes.text[start:end] for start, end in owned)
    assert "".join(covered.split()) == "".join(minutes.text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(owned))
    assert {clause.class_ for clause in clauses} <= set(get_args(ClauseClass))
    found = coverage(minutes)
    assert found.total == sum(found.sentences.values()) and 0 <= found.not_understood <= 1
    assert bool(found.total) == bool("".join(clause.lead.of(minutes.text) for clause in clauses).strip())


def _own(clause: Clause) -> list[tuple[int, int]]:
    """The stretches that are a clause's own: its marker and its lead."""
    spans: list[Span] = [clause.lead, *([clause.marker.span] if clause.marker else [])]
    return [(span.start, span.end) for span in spans if len(span)]


@given(ODD)
def test_any_text_can_be_explained(text: str) -> None:
    minutes = read(text)
    assert f"── {coverage(minutes).total} sentences, " in explanation(minutes)


def test_the_command_explains_a_file_and_refuses_what_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("只是一封信。", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "importers", "--explain", "--jobs", "1", str(tmp_path)], capture_output=True, cwd=ROOT, timeout=120,
                          check=False, encoding="utf-8", env={"PATH": "/usr/bin", "PYTHONUTF8": "1"})
    assert done.returncode == 1 and "refused: b.txt" in done.stderr
    assert done.stdout == explanation_of("a.txt")


def explanation_of(path: str) -> str:
    """What is told of the text above under this path."""
    return explanation(read(TEXT)).replace("══ a.txt", f"══ {path}") + "\n"
