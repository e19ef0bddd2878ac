"""Organizations: the list, and one with its duties and its responsibility list to take away."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request
from werkzeug import Response

from graph import Row
from webui.asking import ask, count, thing_or_404
from webui.connections import grouped
from webui.contexts import evidence_in_context
from webui.downloads import responsibility_file
from webui.duties import directives
from webui.languages import translated as _
from webui.paging import SIZE, page_of
from webui.wording import role_label

ROLES = ("LEADS", "RESPONSIBLE_FOR", "SUPPORTS", "SUPERVISES")
FINISHED = {"done", "adjusted", "dropped"}

blueprint = Blueprint("organizations", __name__, url_prefix="/organizations")


@blueprint.get("/")
def show_list() -> str:
    """All bodies, the busiest first."""
    paging = page_of(count("organizations_count"))
    return render_template("organizations.html", organizations=ask("organizations", skip=paging.skip, limit=SIZE), paging=paging)


@blueprint.get("/<id>")
def show(id: str) -> str:
    """One body and what it has to do."""
    organization = thing_or_404(id, "organization")
    duties = _duties(id)
    filters = _filters(duties)
    chosen = request.args.get("show", "all")
    if chosen not in filters:
        abort(400)
    kept = {row["id"] for row in filters[chosen][1]}
    shown = [(role, role_label(role), [row for row in duties[role] if row["id"] in kept]) for role in ROLES]
    return render_template(
        "organization.html",
        organization=organization | {"id": id},
        filters=[(name, wording, len(rows)) for name, (wording, rows) in filters.items()],
        show=chosen,
        duties=[group for group in shown if group[2]],
        groups=grouped(id, leave_out=ROLES),
        stretches=evidence_in_context(id),
    )


@blueprint.get("/<id>/responsibilities.<any(xlsx, csv):format>")
def responsibilities(id: str, format: str) -> Response:
    """The responsibility list of a body as a file."""
    organization = thing_or_404(id, "organization")
    return responsibility_file(id, organization["name"], format)


def _duties(id_: str) -> dict[str, list[Row]]:
    """The directives of a body by its role."""
    found = ask("organization_duties", id=id_)
    rows = {row["id"]: row for row in directives(list(dict.fromkeys(row["id"] for row in found)))}
    return {role: [rows[row["id"]] for row in found if row["role"] == role and row["id"] in rows] for role in ROLES}


def _filters(duties: dict[str, list[Row]]) -> dict[str, tuple[str, list[Row]]]:
    """The filters with their wording and the directives that each leaves, every directive once."""
    every = list({row["id"]: row for rows in duties.values() for row in rows}.values())
    return {
        "all": (_("全部"), every),
        "open": (_("未完成"), [row for row in every if row["standing"] not in FINISHED]),
        "overdue": (_("逾期"), [row for row in every if row["standing"] == "overdue"]),
        "soon": (_("30日内到期"), [row for row in every if row["standing"] == "soon"]),
        "undated": (_("未写明时限"), [row for row in every if row["standing"] == "undated"]),
    }
