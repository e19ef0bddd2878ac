"""Who answers for a directive and in which role, read from its words, its tails and its table cells."""

from __future__ import annotations

import re

from importers.annotations import Directive, Mention, Minutes, Owner
from importers.rules.doers import DoerIndex
from importers.rules.owner_clauses import owners_of_words
from importers.rules.owner_tails import TailReader
from importers.sentences import trimmed

_COLON = re.compile(r"[：:]\s*$")


def assign_owners(minutes: Minutes) -> None:
    """Fills the owners of every directive; a doer that no other stage named becomes a mention."""
    index = DoerIndex(minutes)
    tails = TailReader(minutes, index)
    for directive in minutes.directives:
        stated = owners_of_words(index.text, directive, index)
        found = _unique([*stated, *tails.owners_of(directive, stated)])
        directive.owners = found or _of_heading(index, directive)
    minutes.mentions.extend(_new(minutes, index))


def _of_heading(index: DoerIndex, directive: Directive) -> list[Owner]:
    """Who stands alone above the list: 1、施工单位：（1）… （2）…"""
    above = directive.clause.parent
    while above is not None and above.parent is not None:
        if above.rule == "title" and _COLON.search(index.text, above.lead.start, above.lead.end):
            head = trimmed(index.text, above.lead)
            lists = index.lists_in(head)
            return [Owner(m, "responsible", "owner-heading") for m in lists[0].members] if len(lists) == 1 and lists[0].start == head.start and lists[0].end == head.end else []
        above = above.parent
    return []


def _unique(owners: list[Owner]) -> list[Owner]:
    """One owner for each name, the first role that it is given; a lead outranks a mere responsibility."""
    kept: dict[str, Owner] = {}
    for owner in owners:
        before = kept.get(owner.mention.name)
        if before is None:
            kept[owner.mention.name] = owner
        elif before.role == "responsible" and owner.role == "lead":
            before.role = "lead"
    return list(kept.values())


def _new(minutes: Minutes, index: DoerIndex) -> list[Mention]:
    """The groups that answer for some directive."""
    known = {id(mention) for mention in minutes.mentions}
    owning: list[Directive] = minutes.directives
    found = {id(o.mention): o.mention for directive in owning for o in directive.owners if id(o.mention) not in known}
    return sorted(found.values(), key=lambda mention: mention.span.start)
