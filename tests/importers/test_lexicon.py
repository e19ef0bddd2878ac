"""Known wordings and what a user adds to them."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from importers.lexicon import FOLDER, alternation, check_lexicons, lexicon
from schema import Node, SettingError, read_records


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

EXAMPLE = FOLDER.parent.parent / "docs" / "examples" / "lexicons"


def folder_of(tmp_path: Path, **files: str) -> Path:
    for name, content in files.items():
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
    return tmp_path


def test_a_folder_adds_the_words_of_all_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path, a="orders: {verbs: [擘画]}\n", b="orders: {verbs: [盘点]}\nacts: {labels: {拍板事项: 议定}}\n")
    (folder / ".hidden.yaml").write_text("[", encoding="utf-8")
    (folder / "readme.txt").write_text("[", encoding="utf-8")
    monkeypatch.setenv("GANGMU_LEXICONS", str(folder))
    assert {"擘画", "盘点"} <= set(lexicon("orders").words("verbs"))
    assert lexicon("acts").pairs("labels")["拍板事项"] == "议定"


@pytest.mark.parametrize(("files", "message", "place"), [
    ({"a": "nowhere: {a: [b]}"}, "unknown lexicon nowhere", "a.yaml"), ({"a": "orders: {nothing: [b]}"}, "unknown section nothing", "a.yaml, orders"),
    ({"a": "orders: {verbs: [擘画]}", "b": "orders: {verbs: {a: b}}"}, "another shape", "b.yaml, orders"),
    ({"a": "orders: {verbs: ['']}"}, "is no word", "a.yaml, orders, verbs"), ({"a": f"orders: {{verbs: [{'长' * 101}]}}"}, "is no word", "a.yaml, orders, verbs"),
    ({"a": 'orders: {verbs: ["擘\\n画"]}'}, "in one line", "a.yaml, orders, verbs"), ({"a": "orders:\n  verbs: ["}, "at line 2", "a.yaml"),
    ({"a": "organizations: {aliases: {水发: 甲公司}}", "b": "organizations: {aliases: {水发: 乙公司}}"}, "水发 stands for 乙公司 here and for 甲公司", "b.yaml, organizations, aliases"),
    ({}, "holds no YAML file", ""), ({"a": ""}, "top level", "a.yaml"), ({"a": "[" * 3000}, "cannot be read", "a.yaml"),
])
def test_a_wrong_folder_is_refused_with_file_place_and_remedy(files: dict[str, str], message: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_LEXICONS", str(folder_of(tmp_path, **files)))
    with pytest.raises(SettingError, match=message) as caught:
        check_lexicons()
    assert place in caught.value.where and caught.value.remedy


def imported(text: str, lexicons: Path, tmp_path: Path) -> subprocess.CompletedProcess[bytes]:
    """A run of its own, since words are read once a process."""
    file = tmp_path / "minutes.txt"
    file.write_text(text, encoding="utf-8")
    environment = {**os.environ, "GANGMU_LEXICONS": str(lexicons)}
    return subprocess.run([sys.executable, "-m", "importers", "--jobs", "1", str(file)], capture_output=True, env=environment, cwd=FOLDER.parent.parent, check=False)


def test_wrong_lexicons_are_one_line_and_nothing_is_done(tmp_path: Path) -> None:
    done = imported("会议纪要", folder_of(tmp_path, a="orders: ["), tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, b"", 1)


MINUTES = (
    "云河市水利局局长办公会议纪要\n2024年3月5日，局长陈明主持召开局长办公会议，欧阳慕云参加。河湖督察长林岚汇报。会议要求，由河湖长学院牵头，水发配合，推进水系连通、云河之眼建设，"
    "宣传河道办法，开展清单革命，落实四抢要求。规划处科长张伟汇报，水务集团董事长张伟参加。与数据、财政等部门加强沟通。\n")


def test_the_example_folder_does_what_it_says(tmp_path: Path) -> None:
    done = imported(MINUTES, EXAMPLE, tmp_path)
    assert done.returncode == 0, done.stderr
    nodes = [r for r in read_records(io.BytesIO(done.stdout)) if isinstance(r, Node)]
    found = {(n.type, e.text): str(n.properties.get("name") or n.properties.get("title")) for n in nodes for e in n.evidence}
    assert found["Organization", "河湖长学院"] == "河湖长学院"
    assert found["Organization", "水发"] == "云河水务发展集团有限公司"
    assert found["Organization", "数据"] == "市大数据管理局"
    assert found["Post", "河湖督察长"] == "河湖督察长"
    assert found["Person", "欧阳慕云"] == "欧阳慕云"
    assert found["Project", "水系连通"] == "太湖新城水系连通工程"
    assert found["Project", "云河之眼"] == "云河之眼"
    assert found["PolicyDocument", "河道办法"] == "云河市河道管理办法"
    assert found["Term", "清单革命"] == "清单革命"
    assert next(n.properties["members"] for n in nodes if n.properties.get("name") == "四抢") == ["抢前期", "抢开工", "抢进度", "抢收尾"]
    assert len([n for n in nodes if n.properties.get("name") == "张伟"]) == 2


def test_the_example_folder_is_documented() -> None:
    page = (EXAMPLE.parent.parent / "lexicons.md").read_text(encoding="utf-8")
    for file in EXAMPLE.glob("*.yaml"):
        for name, sections in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            assert [section for section in sections if f"{name}: {{" not in page or section not in page] == []
