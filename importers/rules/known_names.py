"""Works, short titles and set phrases that the user's lexicons name: 水系连通 for 太湖新城水系连通工程, 河道办法, “四抢”."""

from __future__ import annotations

import re

from importers.annotations import Mention, MentionType, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.shields import Shield, book_titles


def find_known_names(minutes: Minutes) -> None:
    """Adds a mention wherever such a name stands outside a longer one of its type, and the members to terms that have none."""
    projects, members = lexicon("projects"), lexicon("terms").pairs("members")
    _add(minutes, "Project", {*projects.words("names"), *projects.pairs("aliases"), *projects.pairs("aliases").values()})
    _add(minutes, "PolicyDocument", set(lexicon("policies").pairs("aliases")))
    _add(minutes, "Term", {*lexicon("terms").words("phrases"), *members})
    for term in minutes.mentions_of("Term"):
        if term.name in members:
            term.attributes.setdefault("members", [part for part in re.split("[、，,；;]", members[term.name]) if part])


def _add(minutes: Minutes, type_: MentionType, names: set[str]) -> None:
    if not names:
        return
    titles = [] if type_ == "PolicyDocument" else book_titles(minutes.text)
    shield = Shield([*titles, *(m.span for m in minutes.mentions if m.type == type_)])
    for match in re.finditer(alternation(names), minutes.text):
        if not shield.covers(match.start(), match.end()):
            minutes.mentions.append(Mention(type_, Span(*match.span()), "known-name", match[0]))
