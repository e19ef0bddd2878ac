"""What keeps other sites out: the Host check, the headers of every answer, and the secret that signs the session."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

from schema import SettingError
from webui.address import is_loopback

CONTENT_SECURITY_POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
))

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def guard(app: Flask) -> None:
    """Lets the application answer to loopback names only, and puts the headers on each of its answers."""
    app.before_request(refuse_foreign_host)
    app.after_request(add_headers)


def refuse_foreign_host() -> None:
    """Ends with 400 what was asked under another name: a page elsewhere could point its own name at this machine."""
    try:
        host = urlsplit(f"//{request.headers.get('Host', '')}").hostname or ""
    except ValueError:
        host = ""
    if not is_loopback(host):
        abort(400)


def add_headers(response: Response) -> Response:
    """The security headers; pages are not kept by caches, since the graph changes under them."""
    response.headers.update(HEADERS)
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response


def session_secret(home: Path) -> str:
    """The secret of this data folder, made at its first use and readable by its owner only. Raises SettingError when it cannot be kept."""
    file = home / "session.secret"
    try:
        if not file.exists():
            home.mkdir(parents=True, exist_ok=True)
            _write_once(file, secrets.token_hex(32))
        return file.read_text(encoding="ascii")
    except OSError as error:
        remedy = "set GANGMU_HOME to a folder of your own"
        raise SettingError(f"cannot be written: {error.strerror}", where=str(file), remedy=remedy) from None


def _write_once(file: Path, text: str) -> None:
    """Whole or not at all, also when two processes start at the same moment: the first one's secret stays."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_text(text, encoding="ascii")
    if file.exists():
        fresh.unlink()
    else:
        fresh.replace(file)
