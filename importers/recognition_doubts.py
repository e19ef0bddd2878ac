"""Doubts about recognised text: lines of which the recognition was not sure, and pages that are pictures and were not read."""

from __future__ import annotations

from importers.annotations import Doubt, Minutes, Span
from importers.formats.recognition import REMEDY

LEAST_SURE = 0.9
"""From this confidence on a line is taken as it is; print that can be read well has .97 and more."""


def doubt_recognition(minutes: Minutes) -> None:
    """Adds a doubt for each paragraph with a line below LEAST_SURE, and for each page that was left unread."""
    for paragraph in minutes.source.paragraphs:
        sure = paragraph.confidence
        if sure is not None and sure < LEAST_SURE:
            told = f"recognised with a confidence of {sure:.2f} only: compare it with the picture"
            unread = f"page {paragraph.page} is a picture and was not read: {REMEDY}"
            minutes.doubts.append(Doubt(told if sure else unread, Span(paragraph.start, paragraph.end)))
