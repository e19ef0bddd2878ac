"""Proposals of a model: the list of those that wait or were decided on, and the decision itself."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from werkzeug import Response

from graph import VERDICTS, Judgement, judge, thing
from webui.addresses import thing_url
from webui.asking import ask, store, thing_or_404
from webui.languages import translated as _
from webui.paging import SIZE, page_of

blueprint = Blueprint("proposals", __name__, url_prefix="/proposals")


@blueprint.get("/")
def show_list() -> str:
    """The proposals in one state."""
    wordings = {"open": _("待确认"), "accept": _("已采纳"), "reject": _("已驳回")}
    chosen = request.args.get("show", "open")
    if chosen not in wordings:
        abort(400)
    counts = {row["state"]: row["total"] for row in ask("proposals_count")}
    paging = page_of(counts.get(chosen, 0))
    proposals = ask("proposals_listed", state=chosen, skip=paging.skip, limit=SIZE)
    return render_template("proposals.html", proposals=proposals, filters=list(wordings.items()), show=chosen, counts=counts, paging=paging)


@blueprint.post("/<id>/verdict")
def decide(id: str) -> Response:
    """Keeps whether a person takes a proposal, and goes back to the page of the meeting or directive, or to the list."""
    proposal = thing_or_404(id, "proposal")
    verdict, who = request.form.get("verdict", ""), request.form.get("who", "").strip()
    if verdict not in VERDICTS:
        abort(400, _("请选择采纳或不采纳。"))
    if not who or len(who) > 100:
        abort(400, _("请写明确认人（100 字以内）。"))
    judge(store(), Judgement(proposal["id"], verdict, who, "", datetime.now(UTC)))
    session.permanent = True
    session["who"] = who
    flash(_("已登记。"))
    return redirect(_back(request.form.get("back", "")), 303)


def _back(id_: str) -> str:
    """The page of that meeting or directive, if it is still there: a directive that was accepted goes when that is undone."""
    if id_.startswith(("meeting-", "directive-")) and thing(store(), id_) is not None:
        return thing_url(id_) + "#proposals"
    return url_for("proposals.show_list")
