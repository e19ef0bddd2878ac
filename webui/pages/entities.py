"""Any thing that has no page of its own design: persons, posts, projects, policy documents, clauses, targets …"""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template
from werkzeug import Response

from webui.addresses import OWN_PAGES, thing_url
from webui.asking import thing_or_404
from webui.connections import grouped
from webui.contexts import evidence_in_context
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
    thing = thing_or_404(id)
    name = name_of(thing)
    return render_template(
        "entity.html",
        thing={"id": id, "name": name},
        kind=declared.name,
        facts=facts(declared.name, {key: value for key, value in thing.items() if value != name}),
        groups=grouped(id),
        stretches=evidence_in_context(id),
    )
