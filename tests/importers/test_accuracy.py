"""`gangmu.py evaluate`: what it prints and writes; and the card that ships is what the rules do now."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from importers.evaluation.card import CARD_NAME, SHIPPED, Card, current_card, read_card, rules_version
from importers.evaluation.gold_set import read_set
from importers.evaluation.scoring import extracted, score
from schema import InputError, SettingError, encode
from tests.importers.test_gold_checks import GOLD, TEXT

ROOT = Path(__file__).resolve().parents[2]
AGAIN = "make the card again: python3 gangmu.py evaluate tests/gold tests/samples/gold --output importers/evaluation/accuracy.json"


def evaluate(*arguments: str | Path, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)} | ({"GANGMU_HOME": str(home)} if home else {})
    return subprocess.run([sys.executable, "-m", "importers.evaluation", *map(str, arguments)], capture_output=True, text=True, encoding="utf-8",
                          env=environment, timeout=120, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.gold.json").write_text(json.dumps(GOLD, ensure_ascii=False), encoding="utf-8")
    return folder


def test_the_card_that_ships_is_what_the_rules_do_now() -> None:
    card = read_card(SHIPPED)
    assert [one.folder for one in card.sets] == ["tests/gold", "tests/samples/gold"], AGAIN
    for one in card.sets:
        gold_set = read_set(ROOT / one.folder)
        assert (gold_set.problems, len(gold_set.documents)) == ([], one.documents), AGAIN
        assert score(gold_set, extracted(gold_set)).rows() == one.rows, AGAIN


def test_the_sets_that_ship_say_that_they_are_in_sample() -> None:
    assert [one.in_sample for one in read_card(SHIPPED).sets] == [True, True]


def test_a_run_prints_the_table_and_keeps_the_card(folder: Path, tmp_path: Path) -> None:
    done = evaluate(folder, home=tmp_path / "home")
    assert done.returncode == 0, done.stderr
    assert f"{folder}: 1 documents, {len(TEXT)} characters; the set does not say whether" in done.stdout
    assert "HEADER" in done.stdout and "mean of the capitals" in done.stdout
    card = read_card(tmp_path / "home" / "accuracy.json")
    assert (card.rules, card.sets[0].documents, card.sets[0].in_sample) == (rules_version(), 1, None)


def test_output_goes_elsewhere_and_json_is_the_card(folder: Path, tmp_path: Path) -> None:
    (folder / "about.yaml").write_text("zh: 一篇\nen: One\nin_sample: false\n", encoding="utf-8")
    done = evaluate(folder, "--json", "--output", tmp_path / "card.json", home=tmp_path / "home")
    assert Card.__struct_fields__ == tuple(json.loads(done.stdout))
    assert read_card(tmp_path / "card.json").sets[0].zh == "一篇"
    assert not (tmp_path / "home").exists()


def test_errors_are_listed_one_a_line(folder: Path, tmp_path: Path) -> None:
    (folder / "a.gold.json").write_text(json.dumps(GOLD | {"projects": ["方案编制"]}, ensure_ascii=False), encoding="utf-8")
    assert "a.txt\tPROJECT\tmissed\t方案编制" in evaluate(folder, "--errors", home=tmp_path).stdout.splitlines()


def test_a_stream_is_scored_in_place_of_the_texts(folder: Path, tmp_path: Path) -> None:
    stream = tmp_path / "records.jsonl"
    stream.write_bytes(b"".join(map(encode, extracted(read_set(folder)))))
    plain, given = (json.loads(evaluate(folder, "--json", *more, home=tmp_path).stdout) for more in ((), ("--records", stream)))
    assert plain == given


def test_gold_with_faults_is_named_and_left_out(folder: Path, tmp_path: Path) -> None:
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.gold.json").write_text(json.dumps(GOLD | {"document": "b.txt", "agenda": ["没有的议题"]}, ensure_ascii=False), encoding="utf-8")
    done = evaluate(folder, home=tmp_path)
    assert done.returncode == 1 and "b.gold.json: agenda: not in the text: '没有的议题'" in done.stderr
    assert "1 documents" in done.stdout


def test_check_scores_nothing(folder: Path, tmp_path: Path) -> None:
    done = evaluate(folder, "--check", home=tmp_path / "home")
    assert (done.returncode, done.stdout) == (0, "1 documents may be scored\n")
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(("about", "told"), [
    ("in_sample: perhaps", "does not say what the set is: Expected `bool | null`, got `str` - at `$.in_sample`"),
    ("unseen: true", "does not say what the set is: Object contains unknown field `unseen`"),
])
def test_a_wrong_about_is_told(folder: Path, about: str, told: str) -> None:
    (folder / "about.yaml").write_text(about, encoding="utf-8")
    with pytest.raises(SettingError, match="does not say") as error:
        read_set(folder)
    assert told in str(error.value)


def test_nothing_to_score_is_told_in_one_line(tmp_path: Path) -> None:
    done = evaluate(tmp_path, home=tmp_path)
    assert done.returncode == 2 and "holds no gold" in done.stderr and len(done.stderr.splitlines()) == 1


def test_a_card_of_this_installation_goes_before_the_one_that_ships(tmp_path: Path) -> None:
    assert current_card(tmp_path) == (read_card(SHIPPED), False)
    (tmp_path / CARD_NAME).write_text('{"made": "2026-01-01", "rules": "x", "sets": []}', encoding="utf-8")
    assert current_card(tmp_path) == (Card("2026-01-01", "x", []), True)


def test_a_file_that_is_no_card_is_told(tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text("[]", encoding="utf-8")
    with pytest.raises(InputError, match="is no accuracy card"):
        read_card(tmp_path / "card.json")
