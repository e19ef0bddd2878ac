"""Who answers for a directive and in which role, read from its words, its tails and its table cells."""

from __future__ import annotations

from importers.annotations import Directive, Mention, Minutes, Owner
from importers.rules.doers import DoerIndex
from importers.rules.owner_clauses import owners_of_words
from importers.rules.owner_tails import TailReader


def assign_owners(minutes: Minutes) -> None:
    """Fills the owners of every directive; a doer that no other stage named becomes a mention."""
    index = DoerIndex(minutes)
    tails = TailReader(minutes, index)
    for directive in minutes.directives:
        stated = owners_of_words(index.text, directive, index)
        directive.owners = _unique([*stated, *tails.owners_of(directive, stated)])
    minutes.mentions.extend(_new(minutes, index))


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
