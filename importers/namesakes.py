"""Persons of one name who are kept apart: 规划处科长张伟 and 水务集团董事长张伟 in one document; names that several bear."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from importers.annotations import Holding, Mention, Minutes
from importers.issuing_body import IssuingBody
from importers.lexicon import lexicon
from importers.standings import standing

_COMPANY_POST = re.compile(r"(?:董事长|总经理|总裁|董事|监事|监事长)$")
_COMPANY = re.compile(r"(?:公司|集团|银行)$")
_UNIT_POST = re.compile(r"(?P<title>副?(?:处长|科长|股长|站长|所长|队长|主任|部长|室主任|校长|院长))$")
_APPOINTED = re.compile(r"(?:任命|聘任|免去|不再|辞去|调任|改任|转任|接替|提名|推荐|拟任|任)")
REACH = 14
"""Characters around a name in which a word of appointment tells that posts change hands."""


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a mention's post is: `house` is another organization than the issuing body, `unit` one of its own; empty for none."""

    house: str
    unit: str
    title: str


def person_keys(minutes: Minutes, body: IssuingBody, name_of: Callable[[Mention], str]) -> dict[int, str]:
    """The key of every mention of a person by its identity: the name, with the house or unit behind it where several bear it."""
    seats = _seats(minutes, body, name_of)
    several = set(lexicon("people").words("namesakes"))
    people = minutes.mentions_of("Person")
    keys: dict[int, str] = {}
    for name in dict.fromkeys(mention.name for mention in people):
        mentions = [mention for mention in people if mention.name == name]
        seated = {id(m): seats[id(m)] for m in mentions if id(m) in seats}
        told = [seats[id(m)] for m in mentions if id(m) in seats and not _is_appointed(minutes, m)]
        by_unit = name in several or _same_rank_in_two_units(told)
        if by_unit or len({seat.house for seat in told}) > 1:
            keys |= _told_apart(mentions, seated, by_unit)
        else:
            keys |= {id(mention): name for mention in mentions}
    return keys


def _seats(minutes: Minutes, body: IssuingBody, name_of: Callable[[Mention], str]) -> dict[int, _Seat]:
    """The seat of every mention that a post stands beside; of several posts the first with a house or unit."""
    found: dict[int, _Seat] = {}
    for holding in minutes.holdings:
        seat = _seat(holding, body, name_of)
        before = found.get(id(holding.person))
        if before is None or not (before.house or before.unit):
            found[id(holding.person)] = seat
    return found


def _seat(holding: Holding, body: IssuingBody, name_of: Callable[[Mention], str]) -> _Seat:
    post = _UNIT_POST.search(holding.post.name)
    title = post["title"] if post else ""
    if not holding.body:
        foreign = _COMPANY_POST.search(holding.post.name) and not _COMPANY.search(body.name)
        return _Seat("企业" if foreign else "", "", title)
    name = name_of(holding.body)
    if standing(name, body) == "other":
        return _Seat(name, "", title)
    return _Seat("", "" if name == body.key else name, title)


def _is_appointed(minutes: Minutes, mention: Mention) -> bool:
    """Whether posts change hands there, so that another post tells of no other person: 任命张伟为财务处处长."""
    return bool(_APPOINTED.search(minutes.text, max(0, mention.span.start - REACH), mention.span.end + REACH))


def _same_rank_in_two_units(seats: list[_Seat]) -> bool:
    """规划处处长张伟 and 财务处处长张伟; one person may be 副局长 and 领导小组组长."""
    ranks = [(seat.unit, seat.title) for seat in seats if seat.unit and seat.title and not seat.house]
    return any(one != other and one[1] == other[1] for one in ranks for other in ranks)


def _told_apart(mentions: list[Mention], seats: dict[int, _Seat], by_unit: bool) -> dict[int, str]:
    """The keys; a mention without a post is of whom the name last stood for, or stands for next."""
    keys: dict[int, str] = {}
    last = next((seats[id(m)] for m in mentions if id(m) in seats), _Seat("", "", ""))
    for mention in mentions:
        last = seats.get(id(mention), last)
        place = last.house or (last.unit if by_unit else "")
        keys[id(mention)] = f"{mention.name}（{place}）" if place else mention.name
    return keys
