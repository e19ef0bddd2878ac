"""Both languages: every wording has its English, and the visitor's choice comes before the setting, the browser and the default."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

import webui
from schema import SettingError
from webui.languages import CATALOGUES, language_setting

FOLDER = Path(webui.__file__).parent
HOLE = re.compile(r"%\(\w+\)[sd]")


def wordings() -> set[str]:
    """Every wording that stands in the source."""
    found = extract_from_dir(FOLDER, [("**.py", "python"), ("templates/**.html", "jinja2")], keywords={"_": None, "ngettext": (1, 2)})
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def test_every_wording_is_translated_and_nothing_else() -> None:
    with (CATALOGUES / "en.po").open("rb") as stream:
        catalogue = {(m.id if isinstance(m.id, str) else m.id[0]): m for m in read_po(stream, locale="en") if m.id}
    assert wordings() == set(catalogue)
    for wording, message in catalogue.items():
        for text in [message.string] if isinstance(message.string, str) else message.string:
            assert text and set(HOLE.findall(text)) == set(HOLE.findall(wording)), wording


def test_no_chinese_is_left_in_the_source_outside_a_wording() -> None:
    for file in (FOLDER / "templates").rglob("*.html"):
        text = re.sub(r"\{#.*?#\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        text = re.sub(r"(_|ngettext)\((\"[^\"]*\"|'[^']*')(, \"[^\"]*\")?", "", text)
        left = re.sub(r'lang="zh-CN">[^<]*<|"、"', "", text)
        assert not re.search(r"[一-鿿]", left), file


@pytest.mark.parametrize(("asked", "answered"), [("zh-CN,zh;q=0.9", "zh-CN"), ("en-GB,en;q=0.8", "en"), ("de,en;q=0.5", "en"), ("de", "zh-CN"), ("", "zh-CN")])
def test_the_browsers_language_decides(client: FlaskClient, asked: str, answered: str) -> None:
    assert f'<html lang="{answered}"' in client.get("/", headers={"Accept-Language": asked}).text


def test_the_setting_comes_before_the_browser_and_the_choice_before_both(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_LANGUAGE", "en")
    assert '<html lang="en"' in client.get("/").text
    client.set_cookie("language", "zh")
    assert '<html lang="zh-CN"' in client.get("/").text


def test_an_unknown_language_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_LANGUAGE", "fr")
    with pytest.raises(SettingError, match="GANGMU_LANGUAGE"):
        language_setting()
