"""The address of everything that has an id: types with a page of their own, all others on the page of entities."""

from __future__ import annotations

from flask import url_for

from graph import Row

OWN_PAGES = {
    "meeting": "meetings.show", "directive": "directives.show", "organization": "organizations.show", "document": "documents.show",
}


def thing_url(id_: str) -> str:
    """Where a thing is shown."""
    return url_for(OWN_PAGES.get(id_.rpartition("-")[0], "entities.show"), id=id_)


def evidence_url(stretch: Row) -> str:
    """Where a stretch of a document is shown in its place: needs `document`, `start`, `end`."""
    return url_for("documents.show", id=stretch["document"], start=stretch["start"], end=stretch["end"], _anchor="sought")
