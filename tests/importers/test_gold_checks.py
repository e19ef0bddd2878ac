"""The checker of gold names every fault with its place, and lets sound gold pass."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from importers.evaluation.gold_checks import checked_files, problems_of

TEXT = "柳塘县水务局局长办公会议纪要\n2024年3月1日，局长段启明主持召开会议。会议要求，规划处要在6月底前完成方案编制。会议同意方案。\n"
GOLD: dict[str, Any] = {
    "document": "a.txt",
    "meeting": {"title": "柳塘县水务局局长办公会议纪要", "kind": "办公会议", "date": "2024-03-01", "session": None, "place": None,
                "chair": ["段启明"], "convener": None, "attendees": [{"name": "段启明", "role": "report"}]},
    "agenda": [],
    "directives": [{"quote": "规划处要在6月底前完成方案编制", "path": [], "act": "要求", "responsible": [{"org": "规划处", "role": "responsible"}],
                    "due": {"text": "6月底前", "date": "2024-06-30", "recurrence": None}}],
    "decisions": [{"quote": "同意方案", "act": "同意"}],
    "organizations": ["柳塘县水务局", "规划处"],
    "organization_classes": [],
    "people": [{"name": "段启明", "posts": ["局长"]}],
    "policies": [],
    "projects": [],
    "targets": [],
}


def checked(folder: Path, gold: object) -> list[str]:
    """The faults of a gold file beside the text above."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "a.gold.json"
    path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return problems_of(path)


def test_sound_gold_has_no_problems(tmp_path: Path) -> None:
    assert checked(tmp_path, GOLD) == []


@pytest.mark.parametrize(("spoil", "told"), [
    (lambda g: g["directives"][0].update(quote="规划处要在7月底前完成"), "directive 1: not in the text: '规划处要在7月底前完成'; after '规划处要在' the text goes on '6月底前完成', not '7月底前完成'"),
    (lambda g: g["directives"][0].update(quote=""), "directive 1: the quote is empty"),
    (lambda g: g["directives"][0].update(quote="会议"), "directive 1: '会议' stands in the text more than once and is too short to be found; quote more of it"),
    (lambda g: g["directives"][0].update(occurrence=3), "directive 1: '规划处要在6月底前完成方案编制' stands in the text 1 times, so that there is no occurrence 3"),
    (lambda g: g["directives"][0]["responsible"][0].update(role="boss"), "directive 1, role of 规划处: 'boss' is unknown; known are lead support responsible supervise"),
    (lambda g: g["directives"][0].update(act="号召"), "directive 1, act: '号召' is unknown; known are 明确 强调 要求 指出 认为 决定 同意 提出 部署 研究 听取 议定"),
    (lambda g: g["directives"][0]["due"].update(date="June"), "directive 1, due date: 'June' is no ISO prefix such as 2018-10-25, 2018-10 or 2018"),
    (lambda g: g["directives"][0]["due"].update(recurrence="often"), "directive 1, recurrence: 'often' is unknown; known are day week half-month ten-days month quarter half-year year"),
    (lambda g: g["decisions"][0].update(act="部署"), "decision 1, act: '部署' is unknown; known are 通过 原则通过 审议通过 同意 原则同意 不同意 决定 暂缓 确定 撤销 听取 传达学习 审议 研究"),
    (lambda g: g["meeting"].update(place="六楼"), "meeting place: not in the text: '六楼'"),
    (lambda g: g["meeting"]["attendees"][0].update(role="guest"), "attendee 段启明, role: 'guest' is unknown; known are attend observe absent record report"),
    (lambda g: g["organizations"].append("规划处"), "organizations: '规划处' is listed twice"),
    (lambda g: g["people"][0]["posts"].append("处长"), "post of 段启明: not in the text: '处长'"),
    (lambda g: g.update(document="b.txt"), "the text b.txt cannot be read (FileNotFoundError) (keep the text beside its gold, in UTF-8)"),
    (lambda g: g.pop("targets"), "is no gold: Object missing required field `targets` (docs/extraction.md shows the format)"),
    (lambda g: g["directives"][0].update(path="一"), "is no gold: Expected `array`, got `str` - at `$.directives[0].path` (docs/extraction.md shows the format)"),
])
def test_a_fault_is_named_with_its_place(tmp_path: Path, spoil: Callable[[dict[str, Any]], object], told: str) -> None:
    gold = deepcopy(GOLD)
    spoil(gold)
    assert checked(tmp_path, gold) == [f"a.gold.json: {told}"]


def test_every_fault_is_named(tmp_path: Path) -> None:
    gold = deepcopy(GOLD)
    gold["meeting"]["kind"] = "茶话会"
    gold["meeting"]["title"] = "别的纪要"
    assert [problem.partition(": ")[2].partition(":")[0] for problem in checked(tmp_path, gold)] == ["meeting kind", "meeting title"]


@pytest.mark.parametrize(("name", "line", "told"), [
    ("s.evolution.json", '[{"from": %s, "to": %s, "relation": "repeats"}]', "pair 1, relation: 'repeats' is unknown"),
    ("s.unrelated.jsonl", '{"from": %s, "to": %s, "relation": "restates"}', "pair 1, relation: 'restates' is unknown; known are unrelated"),
])
def test_pairs_of_a_series_are_checked_too(tmp_path: Path, name: str, line: str, told: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    end = '{"document": "a.txt", "quote": "%s"}'
    (tmp_path / name).write_text(line % (end % "同意方案", end % "没有的话"), encoding="utf-8")
    problems = problems_of(tmp_path / name)
    assert told in problems[0] and "pair 1, to: not in the text" in problems[1]


def test_gold_that_ships_is_sound() -> None:
    tests = Path(__file__).parents[1]
    assert [problem for folder in ("gold", "samples/gold") for path in checked_files(tests / folder) for problem in problems_of(path)] == []
