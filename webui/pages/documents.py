"""Documents: the text as it was read, with its evidence, and the original file."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, abort, render_template, request
from werkzeug import Response

from graph import Row
from graph import original as kept_original
from webui.asking import ask, store, thing_or_404
from webui.downloads import attachment, file_name
from webui.facts import facts
from webui.reading_text import outline, paragraphs

blueprint = Blueprint("documents", __name__, url_prefix="/documents")


@blueprint.get("/<id>")
def show(id: str) -> str:
    """The text; `start` and `end` name the stretch that the visitor came for."""
    document = thing_or_404(id, "document")
    text = document.get("text") or ""
    return render_template(
        "document.html",
        document=document,
        facts=facts("Document", document, leave_out={"name", "text"}),
        original=_kept(document) is not None,
        meetings=ask("document_meetings", id=id),
        clauses=outline(id, text),
        paragraphs=paragraphs(id, text, _sought()),
    )


@blueprint.get("/<id>/original")
def original(id: str) -> Response:
    """The file as it was imported."""
    document = thing_or_404(id, "document")
    kept = _kept(document)
    if kept is None:
        abort(404)
    name, _, extension = (document.get("name") or id).rpartition("/")[2].rpartition(".")
    return attachment(kept.read_bytes(), file_name(name or extension, extension if name else "bin"), "application/octet-stream")


def _kept(document: Row) -> Path | None:
    """The original of a document, if it is there."""
    return kept_original(store().settings, document.get("sha256") or "")


def _sought() -> tuple[int, int] | None:
    start, end = request.args.get("start", ""), request.args.get("end", "")
    if not start and not end:
        return None
    if not all(part.isascii() and part.isdigit() and len(part) < 12 for part in (start, end)):
        abort(400)
    return int(start), int(end)
