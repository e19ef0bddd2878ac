"""Names of one document that belong together: short names of one longer name, and bodies with two plates."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from importers.annotations import Mention

_LEGAL = re.compile(r"(?:(?<=集团)(?:有限责任公司|股份有限公司|有限公司|公司)|有限责任公司|股份有限公司|有限公司)$")
_COMPANY = re.compile(r"(?:集团|公司|银行|商行)$")
_SQUAD = re.compile(r"[㐀-鿿]{2,}(?:支队|大队|总队|中队)$")
_TASK_FORCE = re.compile(r"[㐀-鿿]{4,}(?:指挥部|委员会|领导小组|联席会议|专班)(?:办公室)?$")
_HIGH_TECH, _ECONOMIC = re.compile("高新技术(?:产业)?开发区"), re.compile("经济(?:技术)?开发区")
_LEVELS = "省市区县镇乡"
LONGEST_OPENING = 6
"""Characters of place and brand by which a company's name may be longer: 云河市|水务集团."""


def longer_names(names: Collection[str], own_level: str) -> dict[str, str]:
    """For each short name the one longer name of the document that it stands for, none of two: 水务集团 → 云河水务集团有限公司.

    Of an office of a level above there is one, so there it is the longer name that gives way: 江南省水利厅 → 省水利厅.
    """
    found: dict[str, str] = {}
    for name in sorted(names):
        longer = [other for other in sorted(names) if other != name and _stands_for(name, other, own_level)]
        whole = max(longer, key=len, default="")
        if whole and all(other == whole or _stands_for(other, whole, own_level) for other in longer):
            found |= {whole: name} if name[0] in _above(own_level) else {name: whole}
    return found


def _above(level: str) -> str:
    """The levels above one of 省市县区镇乡."""
    return {"市": "省", "县": "省市", "区": "省市", "镇": "省市县区", "乡": "省市县区"}.get(level, "")


def _stands_for(short: str, whole: str, own_level: str) -> bool:
    if _COMPANY.search(short):
        return _is_company(short, whole, own_level)
    if short.endswith("管委会"):
        return _is_zone(short, whole)
    if _SQUAD.search(short):
        return _is_squad(short.lstrip(_LEVELS), whole)
    if _TASK_FORCE.search(short) and short[0] not in _LEVELS:
        return len(whole) == len(short) + 1 and whole.endswith(short) and whole[0] in _LEVELS
    return _is_of_named_place(short, whole, own_level)


def _is_company(short: str, whole: str, own_level: str) -> bool:
    """水务集团, 市水务集团, 云河水务集团 for 云河水务集团有限公司; not 水务公司 for 水务集团."""
    brand = _LEGAL.sub("", short.removeprefix(own_level))
    core = _LEGAL.sub("", whole)
    opening = core.removesuffix(brand)
    fits = len(brand) >= 4 and core.endswith(brand) and len(opening) <= LONGEST_OPENING and not re.search(r"(?:集团|公司)", opening)
    return fits and (len(whole), whole) > (len(short), short)


def _is_zone(short: str, whole: str) -> bool:
    """经开区管委会, 开发区管委会 for 云河经济技术开发区管委会."""
    names = [_HIGH_TECH.sub("高新区", _ECONOMIC.sub("经开区", name)) for name in (short, whole)]
    opening = names[1].removesuffix(names[0])
    clipped = names[1].endswith(names[0]) and len(names[0]) > 3 and len(opening) <= LONGEST_OPENING
    return whole != short and len(whole) > len(short) and (clipped or (short == "开发区管委会" and whole.endswith(short)))


def _is_squad(core: str, whole: str) -> bool:
    """交警支队, 市交警支队 for 市公安局交警支队."""
    opening = whole.removesuffix(core)
    return whole.endswith(core) and len(core) >= 4 and bool(re.fullmatch(rf"[{_LEVELS}]?[㐀-鿿]{{2,8}}(?:局|委员会)", opening))


def _is_of_named_place(short: str, whole: str, own_level: str) -> bool:
    """区财政局 for 青渚区财政局, the only district's office that is named; not for the level of the issuing body itself."""
    if short[:1] not in _LEVELS or short[0] == own_level or not short.endswith(("局", "厅", "政府", "委员会", "办公室")):
        return False
    opening = whole.removesuffix(short)
    return whole.endswith(short) and 2 <= len(opening) <= 6 and not set(opening) & set(_LEVELS)


def second_plates(text: str, mentions: list[Mention]) -> Iterator[tuple[str, str]]:
    """A body and its second name in brackets, both of one rank: 人事处（老干部处）; not where the two stand beside each other in a list."""
    for one, other in pairwise(mentions):
        bracketed = text[one.span.end:other.span.start] in ("（", "(") and text[other.span.end:other.span.end + 1] in ("）", ")")
        if bracketed and one.name[-1] == other.name[-1] and one.name[-1] in "局处科室部厅" and not _are_listed(text, one.name, other.name):
            yield one.name, other.name


def _are_listed(text: str, one: str, other: str) -> bool:
    return any(f"{first}{mark}{second}" in text for first, second in ((one, other), (other, one)) for mark in "、和与及")
