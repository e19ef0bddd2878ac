"""The visitor's own choices, kept in cookies: language, theme."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, redirect, request

from webui import languages

THEMES = ("auto", "light", "dark")
THEME_COOKIE = "theme"
YEAR = 365 * 24 * 3600

blueprint = Blueprint("preferences", __name__, url_prefix="/preferences")


@blueprint.post("/language")
def language() -> Response:
    """Takes the language for a year and goes back to where the visitor was."""
    return _keep(languages.COOKIE, tuple(languages.LANGUAGES))


@blueprint.post("/theme")
def theme() -> Response:
    """Takes the theme for a year and goes back to where the visitor was."""
    return _keep(THEME_COOKIE, THEMES)


def _keep(cookie: str, choices: tuple[str, ...]) -> Response:
    choice = request.form.get("choice", "")
    if choice not in choices:
        abort(400)
    response = redirect(local_address(request.form.get("back", "")), 303)
    response.set_cookie(cookie, choice, max_age=YEAR, samesite="Lax", httponly=True)
    return response  # type: ignore[return-value]


def local_address(address: str) -> str:
    """The address if it is one of this site, else the start page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    local = address.startswith("/") and not address.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return address if local and address.isprintable() else "/"


def chosen_theme() -> str:
    """The theme of this visitor; `auto` follows the system."""
    theme = request.cookies.get(THEME_COOKIE, "auto")
    return theme if theme in THEMES else "auto"
