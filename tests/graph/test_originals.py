"""Originals kept by their hash: files as they lie, and attachments out of the mail that their path leads through."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage
from pathlib import Path

import pytest

from graph.loading.originals import keep_original, original
from graph.settings import Settings, read_settings


def mail(name: str, data: bytes) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "会议纪要"
    message.set_content("见附件。")
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("GANGMU_HOME", str(tmp_path / "home"))
    return read_settings()


@pytest.mark.parametrize("depth", [0, 1, 2])
@pytest.mark.parametrize("named", [True, False])
def test_an_attachment_is_kept_out_of_its_mail(settings: Settings, tmp_path: Path, depth: int, named: bool) -> None:
    data, message, path = b"minutes\x00\xff", mail("纪要.docx", b"minutes\x00\xff"), "纪要.docx"
    for _ in range(depth):
        outer = mail("logo.gif", b"GIF")
        outer.add_attachment(message)
        message, path = outer, f"会议纪要.eml/{path}"
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "来信.eml"
    file.write_bytes(message.as_bytes())
    sha256 = hashlib.sha256(data).hexdigest()
    assert keep_original(settings, [file if named else file.parent], f"来信.eml/{path}", sha256)
    kept = original(settings, sha256)
    assert kept is not None and kept.read_bytes() == data


def test_what_is_in_no_file_and_no_mail_is_not_kept(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"other")
    (tmp_path / "b.eml").write_bytes(mail("x.docx", b"other").as_bytes())
    sha256 = hashlib.sha256(b"minutes").hexdigest()
    assert not any(keep_original(settings, [tmp_path], path, sha256) for path in ("a.txt", "a.txt/b.docx", "b.eml/x.docx", "c/d.docx"))
    assert original(settings, sha256) is None
