"""What each clause gave: its directives, decisions and reports with all that hangs on them, and the things that it names."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from importers.annotations import AgendaItem, Clause, Decision, Directive, Link, Mention, Minutes, Progress, Span


@dataclass(slots=True)
class Account:
    """A clause, how deep it stands in the outline (0 at the top), and what came out of it."""

    clause: Clause
    depth: int
    items: list[AgendaItem] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def accounts(minutes: Minutes) -> list[Account]:
    """The account of every clause, in the order of the text. Each act, mention and item is in one account at most."""
    found = [Account(clause, depth) for clause, depth in _with_depth(minutes)]
    by_clause = {id(account.clause): account for account in found}
    for directive in minutes.directives:
        by_clause[id(directive.clause)].directives.append(directive)
    for decision in minutes.decisions:
        by_clause[id(decision.clause)].decisions.append(decision)
    for progress in minutes.progress:
        by_clause[id(progress.clause)].progress.append(progress)
    for item in minutes.agenda:
        if item.clause:
            by_clause[id(item.clause)].items.append(item)
    for link in minutes.links:
        if isinstance(link.source, Clause):
            by_clause[id(link.source)].links.append(link)
    _place_mentions(found, minutes)
    return found


def links_of(minutes: Minutes) -> dict[int, list[Link]]:
    """The relations of each directive and decision, by its identity."""
    found: dict[int, list[Link]] = defaultdict(list)
    for link in minutes.links:
        found[id(link.source)].append(link)
    return found


def _with_depth(minutes: Minutes) -> Iterator[tuple[Clause, int]]:
    depths = {id(minutes.root): -1}
    for clause in minutes.clauses():
        depths[id(clause)] = depths[id(clause.parent)] + 1
        yield clause, depths[id(clause)]


def _place_mentions(found: list[Account], minutes: Minutes) -> None:
    """Gives every mention to the clause in whose own words it begins; the same stretch under the same name once."""
    ordered = sorted(found, key=lambda account: account.clause.lead.start)
    starts = [account.clause.lead.start for account in ordered]
    seen: set[tuple[str, Span]] = set()
    for mention in sorted(minutes.mentions, key=lambda mention: (mention.span.start, mention.span.end)):
        place = bisect_right(starts, mention.span.start) - 1
        if place >= 0 and len(mention.span) and (mention.type, mention.span) not in seen:
            seen.add((mention.type, mention.span))
            ordered[place].mentions.append(mention)
