"""Meetings: the list, and one with its text, its outline and what it handed out."""

from __future__ import annotations

from flask import Blueprint, render_template

from graph import Row
from webui.asking import ask, count, thing_or_404
from webui.duties import directives
from webui.paging import SIZE, page_of
from webui.reading_text import outline, paragraphs
from webui.wording import attendance_label, edge_label

blueprint = Blueprint("meetings", __name__, url_prefix="/meetings")


@blueprint.get("/")
def show_list() -> str:
    """All meetings up to the day, the latest first."""
    paging = page_of(count("meetings_count"))
    return render_template("meetings.html", meetings=ask("meetings", skip=paging.skip, limit=SIZE), paging=paging)


@blueprint.get("/<id>")
def show(id: str) -> str:
    """One meeting. It is shown from its own document; the facts of one that several documents record are in each of them."""
    meeting = thing_or_404(id, "meeting")
    documents = ask("meeting_documents", id=id)
    first = documents[0] if documents else {"id": "", "text": ""}
    return render_template(
        "meeting.html",
        id=id,
        meeting=meeting,
        documents=documents,
        attendance=_attendance(id),
        agenda=ask("meeting_agenda", id=id),
        clauses=outline(first["id"], first["text"]),
        paragraphs=paragraphs(first["id"], first["text"]),
        tasks=directives([row["id"] for row in ask("document_directives", id=first["id"])]),
        decisions=ask("document_decisions", id=first["id"]),
        proposals=ask("proposals_of_document", id=first["id"]),
    )


def _attendance(id_: str) -> list[tuple[str, list[Row]]]:
    """Who was there, by how: the chair first."""
    groups: dict[str, list[Row]] = {}
    for person in ask("meeting_people", id=id_):
        role = edge_label("CHAIRED") if person["edge"] == "CHAIRED" else attendance_label(person["role"] or "attend")
        groups.setdefault(role, []).append(person)
    chair = edge_label("CHAIRED")
    return sorted(groups.items(), key=lambda group: group[0] != chair)
