"""The neighbourhood of a thing: a picture that one can read, and the same as a list."""

from __future__ import annotations

from collections import Counter

from flask import Blueprint, abort, render_template, request

from graph import Row
from webui.asking import thing_or_404
from webui.connections import grouped
from webui.facts import name_of
from webui.picture import Neighbour, draw

AT_FIRST = 80
MOST = 300
"""Nodes of a picture, the centre included."""

blueprint = Blueprint("neighbourhood", __name__, url_prefix="/neighbourhood")


@blueprint.get("/<id>")
def show(id: str) -> str:
    """A thing and what it is joined to directly; `limit` is how many are drawn, 300 at most."""
    centre = Neighbour(id, id.rpartition("-")[0], name_of(thing_or_404(id)))
    groups = grouped(id)
    neighbours, hidden = choose(groups, _limit() - 1)
    listed = _listed(groups, {neighbour.id for neighbour in neighbours})
    return render_template("neighbourhood.html", centre=centre, picture=draw(centre, neighbours), hidden=hidden, groups=listed)


def _listed(groups: list[Row], drawn: set[str]) -> list[Row]:
    """The groups with the things that are drawn."""
    cut = [group | {"things": [thing for thing in group["things"] if thing["id"] in drawn]} for group in groups]
    return [group for group in cut if group["things"]]


def _limit() -> int:
    raw = request.args.get("limit", str(AT_FIRST))
    if not raw.isascii() or not raw.isdigit() or len(raw) > 6:
        abort(400)
    return max(2, min(int(raw), MOST))


def choose(groups: list[Row], limit: int) -> tuple[list[Neighbour], list[tuple[str, int]]]:
    """At most `limit` neighbours, in turn from each group so that every relation is seen, and how many of each type are left out."""
    chosen: dict[str, Neighbour] = {}
    longest = max((len(group["things"]) for group in groups), default=0)
    for place in range(longest):
        for group in groups:
            things = group["things"]
            if place < len(things) and (len(chosen) < limit):
                thing = things[place]
                chosen.setdefault(thing["id"], Neighbour(thing["id"], group["kind"].lower(), thing["name"] or "", thing["inferred"]))
    drawn = {neighbour.id for neighbour in chosen.values()}
    left = Counter[str]()
    for group in groups:
        left[group["kind"]] += group["count"] - sum(thing["id"] in drawn for thing in group["things"])
    return list(chosen.values()), sorted((kind, number) for kind, number in left.items() if number > 0)
