"""The wording of one step beside the next: what stayed, what went, what came."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?%?|[A-Za-z]+|\s+|.", re.DOTALL)
LIMIT = 4000
"""Tokens of a text beyond which it is shown as replaced whole: comparing grows with the product of the lengths."""

KEPT = 2
"""Tokens that have to be the same in a row between two changes; a single character that both wordings have is chance."""

Change = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of wording and what became of it."""

    change: Change
    text: str


def word_diff(before: str, after: str) -> list[Stretch]:
    """The two wordings as one run of stretches. Numbers and Latin words are compared whole, Chinese by character."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    if max(len(old), len(new)) > LIMIT:
        return [Stretch("gone", before), Stretch("new", after)]
    stretches: list[Stretch] = []
    gone = came = ""
    for operation, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal" and (j - i >= KEPT or i == 0 or j == len(old)):
            stretches += [*_changed(gone, came), Stretch("same", "".join(old[i:j]))]
            gone = came = ""
        else:
            gone, came = gone + "".join(old[i:j]), came + "".join(new[k:m])
    return [*stretches, *_changed(gone, came)]


def _changed(gone: str, came: str) -> list[Stretch]:
    return [*([Stretch("gone", gone)] if gone else []), *([Stretch("new", came)] if came else [])]
