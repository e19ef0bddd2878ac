"""The words of a search in the texts that it found."""

from __future__ import annotations

import re

from flask import request
from markupsafe import Markup, escape

from webui.shown import shortened, shown

BEFORE, LENGTH = 30, 130


def searched() -> re.Pattern[str] | None:
    """The words of the search in hand, or None."""
    words = sorted(set(request.args.get("q", "").split()), key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE) if words else None


def around(text: str) -> str:
    """A stretch of a long text from shortly before the first of the searched words."""
    pattern = searched()
    found = pattern.search(text) if pattern else None
    start = max(0, found.start() - BEFORE) if found else 0
    return ("…" if start else "") + shortened(text[start:], LENGTH)


def marked(text: str) -> Markup:
    """The text, escaped, with the searched words marked."""
    pattern = searched()
    visible = shown(text)
    if pattern is None:
        return escape(visible)
    pieces, last = [], 0
    for found in pattern.finditer(visible):
        pieces += [escape(visible[last : found.start()]), Markup("<mark>{}</mark>").format(found.group())]
        last = found.end()
    return Markup("<bdi>{}</bdi>").format(Markup("").join([*pieces, escape(visible[last:])]))
