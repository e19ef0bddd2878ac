"""Known wordings and what a user adds to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.lexicon import FOLDER, alternation, lexicon
from schema import SettingError


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_every_lexicon_loads(name: str) -> None:
    assert lexicon(name).sections


def test_the_longest_word_is_tried_first() -> None:
    assert alternation(["牵头", "总牵头", "牵头"]) == "(?:总牵头|牵头)"


def test_a_user_adds_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("orders: {verbs: [擘画]}\nacts: {labels: {拍板事项: 议定}}\n", encoding="utf-8")
    monkeypatch.setenv("GANGMU_LEXICONS", str(own))
    assert "擘画" in lexicon("orders").words("verbs")
    assert lexicon("acts").pairs("labels")["拍板事项"] == "议定"


@pytest.mark.parametrize(("content", "message"), [
    ("[]", "top level"), ("nowhere: {a: [b]}", "unknown lexicon nowhere"), ("orders: {nothing: [b]}", "unknown section nothing"), ("orders: {verbs: {a: b}}", "another shape"),
    ("orders: {verbs: [1]}", "must be a list of words"), ("orders: [", "cannot be read"),
])
def test_a_wrong_file_is_refused(content: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(content, encoding="utf-8")
    monkeypatch.setenv("GANGMU_LEXICONS", str(own))
    with pytest.raises(SettingError, match=message):
        lexicon("orders")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_LEXICONS", str(tmp_path / "none.yaml"))
    with pytest.raises(SettingError, match="cannot be read"):
        lexicon("orders")


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_every_lexicon_is_documented_and_every_section_used(name: str) -> None:
    root = FOLDER.parent.parent
    assert f"| `{name}` |" in (root / "docs" / "lexicons.md").read_text(encoding="utf-8")
    code = "".join(path.read_text(encoding="utf-8") for path in FOLDER.parent.rglob("*.py"))
    assert [section for section in lexicon(name).sections if f'"{section}"' not in code and f"'{section}'" not in code] == []
