"""Search: things by their name, statements by their words."""

from __future__ import annotations

from flask import Blueprint, g, render_template, request

from graph import search_names, search_words
from webui.asking import store

NAMES = 20
HITS = 50
LONGEST = 200

blueprint = Blueprint("search", __name__, url_prefix="/search")


@blueprint.get("/")
def show() -> str:
    """What fits the words in `q`."""
    query = " ".join(request.args.get("q", "").split())[:LONGEST]
    things = search_names(store(), query, g.as_of, NAMES) if query else []
    hits = search_words(store(), query, g.as_of, HITS + 1) if query else []
    named = {thing["id"] for thing in things}
    listed = [hit for hit in hits if hit["id"] not in named]
    return render_template("search.html", query=query, things=things, hits=listed[:HITS], more=len(hits) > HITS)
