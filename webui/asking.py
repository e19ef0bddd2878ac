"""The graph of the running application, asked as of the day of the request."""

from __future__ import annotations

from typing import Any

from flask import abort, current_app, g

from graph import Row, Store, page_rows, thing
from webui.languages import translated as _

EXTENSION = "gangmu.store"


def store() -> Store:
    """The graph that this application shows."""
    opened: Store = current_app.extensions[EXTENSION]
    return opened


def ask(name: str, **parameters: Any) -> list[Row]:
    """The rows of the question `graph/questions/pages/<name>.cypher`."""
    return page_rows(store(), name, as_of=g.as_of, **parameters)


def count(name: str) -> int:
    """The number that a counting question gives as `total`."""
    return int(ask(name)[0]["total"])


def thing_or_404(id_: str, kind: str = "") -> Row:
    """The properties of a thing. Ends with 404 when there is none of this id, it is of another type than `kind` (lower case), or later."""
    found = thing(store(), id_) if not kind or id_.startswith(f"{kind}-") else None
    if found is None:
        abort(404)
    if (found.get("date") or "") > g.as_of:
        abort(404, _("到 %(day)s 为止还没有它；请把日期改到 %(date)s 以后。", day=g.as_of, date=found["date"]))
    return found
