"""Issuing bodies whose minutes make one series: 交通运输局 is 临江市交通运输局 where no other city's bureau could be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set


def families(bodies: Set[str]) -> list[list[str]]:
    """The bodies that are taken for one, the fullest name first; a name that may stand for several stays by itself."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for body in sorted(bodies, key=lambda body: (-len(body), body)):
        members[_fullest(body, bodies)].append(body)
    return list(members.values())


def related(body: str, bodies: Iterable[str]) -> set[str]:
    """The body and all whose family a change of its documents may change: those that end with each other, directly or over others."""
    found, fresh = {body}, {body}
    while fresh:
        fresh = {other for other in bodies if other not in found and any(_ends_alike(other, known) for known in found)}
        found |= fresh
    return found


def _fullest(body: str, bodies: Set[str]) -> str:
    longer = [other for other in bodies if other != body and _ends_alike(other, body) and len(other) > len(body)]
    fullest = [other for other in longer if not any(more != other and more.endswith(other) for more in longer)]
    return fullest[0] if len(fullest) == 1 else body


def _ends_alike(one: str, other: str) -> bool:
    return bool(one and other) and (one.endswith(other) or other.endswith(one))
