"""Any thing that has no page of its own design: persons, posts, projects, policy documents, clauses, targets …"""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template
from werkzeug import Response

from graph import Row, thing
from webui.addresses import OWN_PAGES, thing_url
from webui.asking import ask, store, thing_or_404
from webui.connections import grouped
from webui.contexts import evidence_in_context
from webui.duties import directives
from webui.facts import facts, name_of
from webui.wording import type_of

blueprint = Blueprint("entities", __name__, url_prefix="/entities")


@blueprint.get("/<id>")
def show(id: str) -> str | Response:
    """The facts about a thing, its connections and the words that state it; types with their own page are sent there."""
    declared = type_of(id)
    if declared is None:
        abort(404)
    if declared.name.lower() in OWN_PAGES:
        return redirect(thing_url(id))
    if moved := _moved(id):
        return redirect(thing_url(moved))
    properties = thing_or_404(id)
    name = name_of(properties)
    return render_template(
        "entity.html",
        thing={"id": id, "name": name},
        kind=declared.name,
        facts=facts(declared.name, {key: value for key, value in properties.items() if value != name}, leave_out={"former"}),
        groups=[_with_directives(group) for group in grouped(id)],
        stretches=evidence_in_context(id),
    )


def _moved(id_: str) -> str | None:
    """The id that a matter has now, where it began with another directive before."""
    if not id_.startswith("matter-") or thing(store(), id_) is not None:
        return None
    return next((row["id"] for row in ask("matter_now", id=id_)), None)


def _with_directives(group: Row) -> Row:
    """A group of directives gets its rows, so that it is shown as a list of duties, the earliest first."""
    if group["kind"] != "Directive":
        return group
    return group | {"directives": directives([row["id"] for row in reversed(group["things"])])}
