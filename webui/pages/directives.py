"""Directives: the list with its filters, one with its source and steps, and the change of its status."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from werkzeug import Response

from graph import STATUSES, Judgement, Row, judge
from webui.asking import ask, store, thing_or_404
from webui.connections import grouped
from webui.contexts import evidence_in_context
from webui.duties import directives, listed
from webui.languages import translated as _
from webui.paging import SIZE, page_number, page_of
from webui.word_diff import word_diff

AROUND = 80
"""Characters shown before and after the words of a directive."""

blueprint = Blueprint("directives", __name__, url_prefix="/directives")


@blueprint.get("/")
def show_list() -> str:
    """The directives that a filter leaves."""
    wordings = {
        "all": _("全部"), "open": _("未完成"), "overdue": _("逾期"), "soon": _("30日内到期"),
        "ownerless": _("未写明责任单位"), "undated": _("未写明时限"),
    }
    chosen = request.args.get("show", "all")
    if chosen not in wordings:
        abort(400)
    first = (page_number() - 1) * SIZE
    total, ids = listed(chosen, first, first + SIZE)
    paging = page_of(total)
    rows = directives(ids)
    return render_template("directives.html", list=rows, filters=list(wordings.items()), show=chosen, paging=paging)


@blueprint.get("/<id>")
def show(id: str) -> str:
    """One directive."""
    properties = thing_or_404(id, "directive")
    found = directives([id])
    if not found:
        abort(404)
    directive = found[0]
    return render_template(
        "directive.html",
        directive=directive,
        sources=evidence_in_context(id, AROUND),
        history=ask("directive_history", id=id),
        proposals=ask("proposals_of_directive", id=id, proposal=properties.get("proposal") or ""),
        earlier=[_compared(step, step["text"], directive["text"]) for step in reversed(ask("directive_earlier", id=id))],
        later=[_compared(step, directive["text"], step["text"]) for step in ask("directive_later", id=id)],
        groups=grouped(id, leave_out={"LEADS", "RESPONSIBLE_FOR", "SUPPORTS", "SUPERVISES", "EVOLVES_TO"}),
    )


@blueprint.post("/<id>/status")
def change_status(id: str) -> Response:
    """Keeps what a person decided about a directive; the name is remembered for the next time."""
    directive = thing_or_404(id, "directive")
    status, who = request.form.get("status", ""), request.form.get("who", "").strip()
    proof = request.form.get("proof", "").strip()
    if status not in STATUSES:
        abort(400, _("请选择办理结果。"))
    if not who or len(who) > 100 or len(proof) > 1000:
        abort(400, _("请写明登记人（100 字以内）；凭据请在 1000 字以内。"))
    judge(store(), Judgement(directive["id"], status, who, proof, datetime.now(UTC)))
    session.permanent = True
    session["who"] = who
    flash(_("已登记。"))
    return redirect(url_for("directives.show", id=id, _anchor="status"), 303)


def _compared(step: Row, before: str, after: str) -> Row:
    return step | {"diff": word_diff(before, after)}
