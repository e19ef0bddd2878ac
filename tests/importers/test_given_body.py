"""The issuing body that the user names, by option or by `gangmu.yaml`, and what becomes of minutes that print another."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from importers.files import select
from importers.given_body import FILE, FILE_BYTES, FolderBodies, GivenBody, named_body
from importers.issuing_body import agrees
from importers.reading import read_records
from schema import Issue, Node, Record, SettingError
from schema import read_records as records_in
from tests.importers.naming import resolved

ROOT = Path(__file__).resolve().parents[2]
GIVEN = GivenBody("云河市水利局", ("市局", "水利口"), "云河市人民政府")
UNNAMED = "局党组会议纪要\n2024年3月5日，局党组书记、局长陈明主持召开局党组会议。会议要求，由规划处牵头抓好防汛和水利工程，水利口要落实河长制。\n"
OTHER = "青山市财政局局长办公会议纪要\n2024年3月5日，局长陈明主持召开局长办公会议。会议要求，由规划处牵头落实。\n"


def written(folder: Path, content: str | bytes, name: str = FILE) -> Path:
    """A file with this content."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def body_of(records: list[Record]) -> str:
    """The issuing body that a document's records tell."""
    return next(str(r.properties.get("body")) for r in records if isinstance(r, Node) and r.type == "Document")


def ids(records: list[Record], type_: str) -> dict[str, str]:
    """The ids of a type's nodes by name."""
    return {str(r.properties["name"]): r.id for r in records if isinstance(r, Node) and r.type == type_}


def test_unnamed_bureaus_of_two_cities_do_not_meet(tmp_path: Path) -> None:
    for city in ("云河", "青山"):
        written(tmp_path / city, f"body: {city}市水利局\n")
        written(tmp_path / city, UNNAMED, "a.txt")
    here, there = (read_records(found) for found in select([tmp_path]).files)
    assert (body_of(here), body_of(there)) == ("云河市水利局", "青山市水利局")
    assert ids(here, "Organization")["规划处"] != ids(there, "Organization")["规划处"]
    assert ids(here, "Person")["陈明"] != ids(there, "Person")["陈明"]
    assert "confidence" not in next(r.properties for r in here if isinstance(r, Node) and r.properties.get("name") == "云河市水利局")


def test_the_nearest_file_of_settings_speaks_for_a_folder_and_the_option_for_all(tmp_path: Path) -> None:
    written(tmp_path, "body: 云河市水利局\n")
    written(tmp_path / "2024", "body: 云河市河道管理处\n")
    for folder in (tmp_path, tmp_path / "2023", tmp_path / "2024", tmp_path / "2024" / "一季度"):
        written(folder, UNNAMED, f"{folder.name}.txt")
    bodies = {f.file.parent.name: f.body.name for f in select([tmp_path]).files if f.body}
    assert bodies == {tmp_path.name: "云河市水利局", "2023": "云河市水利局", "2024": "云河市河道管理处", "一季度": "云河市河道管理处"}
    assert {f.body for f in select([tmp_path], named_body("青山市水利局")).files} == {GivenBody("青山市水利局")}


def test_a_file_or_a_folder_below_is_told_by_the_folders_above_it(tmp_path: Path) -> None:
    written(tmp_path, "body: 云河市水利局\n")
    file = written(tmp_path / "2024", UNNAMED, "a.txt")
    assert [f.body for f in select([file]).files] == [f.body for f in select([file.parent]).files] == [GivenBody("云河市水利局")]


def test_no_settings_no_body(tmp_path: Path) -> None:
    assert [f.body for f in select([written(tmp_path, UNNAMED, "a.txt")]).files] == [None]
    assert FolderBodies().of(tmp_path) is None


def test_the_file_of_settings_is_no_file_of_another_kind(tmp_path: Path) -> None:
    written(tmp_path, "body: 云河市水利局\naliases: [市水利局]\nparent: 云河市人民政府\n")
    written(tmp_path, UNNAMED, "a.txt")
    selection = select([tmp_path])
    assert (len(selection.files), selection.passed_over, selection.refused) == (1, 0, [])
    assert selection.files[0].body == GivenBody("云河市水利局", ("市水利局",), "云河市人民政府")


@pytest.mark.parametrize(("content", "message"), [
    ("", "must say `body: NAME`"), ("云河市水利局", "must say `body: NAME`"), ("aliases: [市局]", "the key body is missing"),
    ("body: 云河市水利局\nkind: 局", "unknown key kind"), ("body: 2024", "body must be the name of a body"), ("body: [云河市水利局]", "body must be"),
    ("body: 局", "of 2 to 60 characters"), (f"body: {'水' * 61}", "of 2 to 60 characters"), ('body: "云河市\\n水利局"', "in one line"),
    ("body: 云河市水利局\naliases: 市局", "aliases must be a list"), ("body: 云河市水利局\naliases: [1]", "aliases must be the name"),
    ("body: 云河市水利局\nparent: {a: b}", "parent must be"), ("body: [", "is no YAML"), ("body: 云河\n  x: y\n", "is no YAML at line 2"),
    ("body: 2024-13-45", "is no YAML|body must be"), ("[" * 5000, "is no YAML"), (b"body: \xd4\xc6\xba\xd3", "is not in UTF-8"),
    ("#" * (FILE_BYTES + 1), "is larger than 64 KB"),
])
def test_wrong_settings_are_refused_with_place_and_remedy(tmp_path: Path, content: str | bytes, message: str) -> None:
    file = written(tmp_path, content)
    with pytest.raises(SettingError, match=message) as caught:
        FolderBodies().of(tmp_path)
    assert caught.value.where == str(file) and caught.value.remedy


def test_wrong_settings_refuse_the_files_below_them_and_no_others(tmp_path: Path) -> None:
    written(tmp_path / "good", UNNAMED, "a.txt")
    written(tmp_path / "bad", "bodies: x")
    for name in ("b.txt", "c.txt"):
        written(tmp_path / "bad", UNNAMED, name)
    selection = select([tmp_path])
    assert [f.path for f in selection.files] == ["good/a.txt"]
    assert [str(e) for e in selection.refused] == [f"{tmp_path / 'bad' / FILE}: unknown key bodies; 2 files below it are not read "
                                                   "(known are body, aliases, parent)"]


def test_the_given_body_scopes_the_names_and_stands_below_the_one_above_it() -> None:
    resolution = resolved(UNNAMED, GIVEN)
    body = resolution.named("Organization", "水利局")
    assert body and body.name == "云河市水利局" and "水利口" in [m.name for m in body.mentions]
    assert [(p.part, p.whole) for p in resolution.parts if p.rule == "part-given"] == [("水利局", "市人民政府")]
    assert resolution.named("Organization", "市人民政府")


@pytest.mark.parametrize(("printed", "agree"), [
    ("云河市水利局", True), ("市水利局", True), ("水利局", True), ("江南省云河市水利局", True), ("云河市水利局河长办", True), ("水利口", True),
    ("青山市水利局", False), ("云河市财政局", False), ("青渚区水利局", False), ("云河市防汛抗旱指挥部", False), ("清溪镇", False),
])
def test_what_is_printed_agrees_or_not(printed: str, agree: bool) -> None:
    assert agrees(GIVEN, printed) is agree


@pytest.mark.parametrize(("given", "printed", "agree"), [
    ("清溪镇人民政府", "清溪镇", True), ("云州水务集团", "云州水务集团有限公司", True), ("云河市发展和改革委员会", "市发改委", True),
    ("云河市发展和改革委员会", "青山市发改委", False), ("清溪镇人民政府", "石桥镇", False),
])
def test_other_kinds_of_bodies(given: str, printed: str, agree: bool) -> None:
    assert agrees(GivenBody(given), printed) is agree


def test_another_printed_body_is_an_issue_at_its_place(tmp_path: Path) -> None:
    written(tmp_path, "body: 云河市水利局\n")
    written(tmp_path, OTHER, "a.txt")
    records = read_records(select([tmp_path]).files[0])
    issues = [r for r in records if isinstance(r, Issue) and "is given" in r.message]
    assert [issue.evidence[0].text for issue in issues] == ["青山市财政局"]
    assert body_of(records) == "云河市水利局"


def test_who_chaired_contradicts_nobody(tmp_path: Path) -> None:
    written(tmp_path, "body: 云河市水利局\n")
    written(tmp_path, "专题会议纪要\n2024年3月5日，副市长陈明主持召开专题会议。会议要求，由规划处牵头落实。\n", "a.txt")
    assert not [r for r in read_records(select([tmp_path]).files[0]) if isinstance(r, Issue) and "is given" in r.message]


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "importers", "--jobs", "1", *arguments], capture_output=True, cwd=ROOT, timeout=120, check=False)


def test_the_option_on_the_command_line(tmp_path: Path) -> None:
    file = written(tmp_path, UNNAMED, "a.txt")
    done = run("--body", "云河市水利局", str(file))
    assert done.returncode == 0
    assert body_of(list(records_in(io.BytesIO(done.stdout)))) == "云河市水利局"
    refused = run("--body", "局", str(file))
    assert refused.returncode == 2 and refused.stdout == b"" and b"--body: body must be the name of a body" in refused.stderr
