"""Nobody but the visitor of this machine's own pages gets in."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph import Store
from schema import EngineError, SettingError
from tests.webui.conftest import token_in
from webui.address import Address, read_address
from webui.pages.preferences import local_address
from webui.security import session_secret


def test_every_answer_carries_the_headers(client: FlaskClient) -> None:
    for address in ("/", "/nowhere", "/static/icon.svg"):
        headers = client.get(address).headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe" not in policy and "default-src 'none'" in policy and "http" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(("host", "status"), [
    ("127.0.0.1:8000", 200), ("localhost", 200), ("[::1]:8000", 200), ("evil.example", 400), ("127.0.0.1.evil.example", 400), ("", 400),
    ("[", 400), ("192.0.2.1", 400),
])
def test_other_names_of_this_machine_are_refused(client: FlaskClient, host: str, status: int) -> None:
    assert client.get("/meetings/", headers={"Host": host}).status_code == status


def test_a_post_without_the_token_is_refused(client: FlaskClient, ids: dict[str, str]) -> None:
    answer = client.post(f"/directives/{ids['directive']}/status", data={"status": "done", "who": "某人"})
    assert answer.status_code == 400 and "表单已失效" in answer.text
    assert client.post("/preferences/language", data={"choice": "en"}).status_code == 400


def test_cookies_stay_on_this_site(client: FlaskClient) -> None:
    token = token_in(client.get("/").text)
    answer = client.post("/preferences/language", data={"choice": "en", "back": "/meetings/?as_of=2026-01-01", "csrf_token": token})
    assert answer.status_code == 303 and answer.location == "/meetings/?as_of=2026-01-01"
    assert "SameSite=Lax" in answer.headers["Set-Cookie"] and "HttpOnly" in answer.headers["Set-Cookie"]
    assert '<html lang="en"' in client.get("/").text


@pytest.mark.parametrize("elsewhere", ["//evil.example/", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", "/a\nb", "//["])
def test_forms_lead_back_to_this_site_only(elsewhere: str) -> None:
    assert local_address(elsewhere) == "/"


def test_the_secret_is_kept_and_read_by_its_owner_only(tmp_path: Path) -> None:
    secret = session_secret(tmp_path / "new")
    assert len(secret) == 64 and session_secret(tmp_path / "new") == secret
    assert (tmp_path / "new" / "session.secret").stat().st_mode & 0o077 == 0


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingError, match="GANGMU_HOME"):
        session_secret(tmp_path / "file" / "home")


@pytest.mark.parametrize(("raw", "expected"), [
    ("", Address("127.0.0.1", 8000)), ("localhost:80", Address("localhost", 80)), ("[::1]:9000", Address("::1", 9000)), ("127.9.9.9:0", Address("127.9.9.9", 0)),
])
def test_loopback_addresses_are_taken(monkeypatch: pytest.MonkeyPatch, raw: str, expected: Address) -> None:
    monkeypatch.setenv("GANGMU_ADDRESS", raw)
    assert read_address() == expected


@pytest.mark.parametrize("raw", ["0.0.0.0:8000", "192.168.1.5:8000", "[::]:8000", "example.org:80", "localhost", "localhost:x", ":80", "localhost:99999"])
def test_other_addresses_are_refused(monkeypatch: pytest.MonkeyPatch, raw: str) -> None:
    monkeypatch.setenv("GANGMU_ADDRESS", raw)
    with pytest.raises(SettingError, match="GANGMU_ADDRESS"):
        read_address()


def test_behind_a_proxy_every_address_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_ADDRESS", "0.0.0.0:8000")
    monkeypatch.setenv("GANGMU_BEHIND_PROXY", "1")
    assert read_address() == Address("0.0.0.0", 8000)


def test_a_lost_engine_is_told_on_a_page(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(self: Store, query: str, **parameters: object) -> list[object]:
        raise EngineError("the graph cannot be reached")

    monkeypatch.setattr(Store, "read", gone)
    answer = client.get("/meetings/")
    assert answer.status_code == 503 and "图数据库没有应答" in answer.text and "Traceback" not in answer.text


def test_a_failure_of_the_program_is_told_without_its_inside(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Store, query: str, **parameters: object) -> list[object]:
        raise RuntimeError("secret inside")

    monkeypatch.setattr(Store, "read", broken)
    answer = client.get("/meetings/")
    assert answer.status_code == 500 and "程序出错了" in answer.text and "secret inside" not in answer.text
