"""Matters: the strands that links make of directives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.evolution.steps import Link, Step
from schema import node_id

TITLE_LENGTH = 40
_SENTENCE_END = re.compile("[。；\n]")


@dataclass(frozen=True, slots=True)
class Matter:
    """A strand; its id is that of its earliest directive, `former` those it would have if it began with a later one of `members`."""

    id: str
    title: str
    body: str
    former: tuple[str, ...]
    members: tuple[str, ...]


def matters(body: str, steps: Iterable[Step], found: Iterable[Link]) -> list[Matter]:
    """The strands of a body, by id."""
    by_id = {step.id: step for step in steps}
    members = ([by_id[id_] for id_ in strand if not by_id[id_].is_report] for strand in strands(found))
    return sorted((_matter(body, strand) for strand in members), key=lambda matter: matter.id)


def strands(found: Iterable[Link]) -> list[set[str]]:
    """The ids that links join, directly or over others."""
    strand_of: dict[str, set[str]] = {}
    for link in found:
        fewer, more = sorted((strand_of.get(id_, {id_}) for id_ in (link.source, link.target)), key=len)
        more |= fewer
        strand_of |= dict.fromkeys((*fewer, link.source, link.target), more)
    return list({id(strand): strand for strand in strand_of.values()}.values())


def _matter(body: str, strand: list[Step]) -> Matter:
    first, *later = sorted(strand, key=lambda step: (step.date, step.id))
    title = _SENTENCE_END.split(first.text, maxsplit=1)[0][:TITLE_LENGTH]
    former = tuple(node_id("Matter", step.id) for step in later)
    return Matter(node_id("Matter", first.id), title, body, former, tuple(sorted(step.id for step in strand)))
