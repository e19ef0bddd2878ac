"""The day that every page answers for: `?as_of=`, kept in the address of every link, today when there is none."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Flask, abort, g, request, url_for

from webui.languages import translated as _

UNDATED = ("preferences.", "static")
"""Endpoints whose addresses never carry a day."""


def keep_as_of(app: Flask) -> None:
    """Reads the day before each request and hands it on to each address that is built during it."""
    app.before_request(read_as_of)
    app.url_defaults(carry_as_of)
    app.jinja_env.globals.update(today=today, address_as_of=address_as_of)


def read_as_of() -> None:
    """Puts the day into `g.as_of`, and as it was given into `g.as_of_given`. Ends with 400 for what is no day."""
    g.as_of_given = given = request.args.get("as_of", "").strip()
    try:
        g.as_of = date.fromisoformat(given).isoformat() if given else today()
    except ValueError:
        g.as_of_given, g.as_of = "", today()
        abort(400, _("“%(given)s”不是日期。日期写作 2025-06-30 这样的格式。", given=given[:40]))


def today() -> str:
    """Today in this machine's time zone, as an ISO date."""
    return date.today().isoformat()


def carry_as_of(endpoint: str, values: dict[str, Any]) -> None:
    """Adds the day to an address, unless the address names one or has no use for it."""
    given = g.get("as_of_given")
    if given and not endpoint.startswith(UNDATED) and not endpoint.endswith("static"):
        values.setdefault("as_of", given)


def address_as_of(day: str | None) -> str:
    """The address of this very page as of another day; None for today."""
    if request.endpoint is None:
        return url_for("start.show", as_of=day)
    arguments: dict[str, Any] = {**request.args.to_dict(flat=False), **(request.view_args or {}), "as_of": day}
    return url_for(request.endpoint, **arguments)
