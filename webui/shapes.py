"""The shape of each type in a picture, so that colour is never needed to tell them apart."""

from __future__ import annotations

from markupsafe import Markup

CIRCLE = Markup('<circle r="7"/>')
SHAPES = {
    "directive": Markup('<rect x="-6" y="-6" width="12" height="12"/>'),
    "decision": Markup('<rect x="-6" y="-6" width="12" height="12" rx="4"/>'),
    "organization": Markup('<path d="M0-8 8 0 0 8-8 0Z"/>'),
    "post": Markup('<path d="M0-8 7.5 6h-15Z"/>'),
    "meeting": Markup('<path d="M0-8 7.6-2.5 4.7 6.5h-9.4L-7.6-2.5Z"/>'),
    "document": Markup('<path d="M-5.5-7.5h8l3.5 3.5v11.5h-11.5Z"/>'),
}


def shape(kind: str) -> Markup:
    """The outline of a dot of this type (lower case)."""
    return SHAPES.get(kind, CIRCLE)
