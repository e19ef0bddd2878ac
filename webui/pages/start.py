"""The start page: search, figures, what is due, the latest meetings."""

from __future__ import annotations

from flask import Blueprint, render_template

from webui.asking import ask
from webui.duties import closed, directives, listed, soon

DUE = 12
LATEST = 6

blueprint = Blueprint("start", __name__)


@blueprint.get("/")
def show() -> str:
    """The start page."""
    figures = ask("figures", closed=closed(), soon=soon())[0]
    due = [id_ for show in ("overdue", "soon") for id_ in listed(show, 0, DUE)[1]]
    return render_template("start.html", figures=figures, due=directives(due[:DUE]), meetings=ask("meetings", skip=0, limit=LATEST))
