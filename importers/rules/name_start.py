"""Where a name begins in running text: read from its last word leftwards, over the words that names are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from importers.lexicon import lexicon

REACH = 36
"""No name is longer than this many characters."""

LEVELS = frozenset("省市区县镇乡")
"""Levels before which only a place stands."""

_TERM = re.compile(r"[一二三四五六七八九十]{1,3}届$")
_MARKER = re.compile(r"[（(][一二三四五六七八九十\d]{1,3}[）)]$")
"""（一） before a name is no part of it."""
_OPENING = {"）": "（", ")": "("}


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words by their endings: `inside` names, `core` of names, `levels` before them, `outside` names."""

    inside: frozenset[str]
    core: frozenset[str]
    levels: frozenset[str]
    outside: frozenset[str]
    longest_inside: int
    longest_outside: int


@cache
def name_words() -> NameWords:
    """The lexicon of bodies' names, ready for look-up."""
    words = lexicon("organizations")
    core, levels = frozenset(words.words("core")), frozenset(words.words("levels"))
    whole = frozenset(word for word in words.words("whole") if len(word) > 2)
    inside = core | levels | whole
    verbs = {verb for verb in lexicon("orders").words("verbs") if len(verb) > 1}
    outside = (frozenset(words.words("boundaries")) | verbs) - core
    return NameWords(inside, core, levels, outside, max(map(len, inside)), max(map(len, outside)))


def ending(text: str, at: int, floor: int, words: frozenset[str], longest: int) -> int:
    """The length of the longest of these words that ends at this place; 0 for none."""
    return next((n for n in range(min(longest, at - floor), 0, -1) if text[at - n:at] in words), 0)


def clause_floor(text: str, at: int, reach: int = REACH) -> int:
    """How far left a name that ends here could begin: behind the last mark or line break that no name holds."""
    floor = max(0, at - reach)
    depth = 0
    for place in range(at - 1, floor - 1, -1):
        mark = text[place]
        if mark in "）)" and _MARKER.search(text, max(0, place - 4), place + 1):
            return place + 1
        if mark in _OPENING:
            depth += 1
        elif mark in "（(":
            if not depth:
                return place + 1
            depth -= 1
        elif not ("㐀" <= mark <= "鿿" or (mark.isascii() and mark.isalpha())) and not (depth and mark in "、"):
            return place + 1
    return floor


def known_start(text: str, at: int, floor: int) -> int:
    """Reads known words leftwards: 市|交通|建设|工程|质量|监督←站, 国有资产|与|后勤|管理←处, 华芯|科技|（临江）←有限公司."""
    known = name_words()
    place = at
    opened = fixed = False
    while place > floor:
        step = ending(text, place, floor, known.inside, known.longest_inside)
        word = text[place - step:place]
        if step and fixed and word in known.core:
            return place
        if step:
            opened, fixed = word not in known.core, word in LEVELS
        else:
            step = _bracket(text, place, floor) or _term(text, place, floor)
        if not step and place < at and not opened:
            step = _joint(text, place, floor)
        if not step:
            return place
        place -= step
    return place


def _bracket(text: str, place: int, floor: int) -> int:
    """The length of a bracketed word inside a name: （青原）有限公司."""
    opening = _OPENING.get(text[place - 1])
    begin = text.rfind(opening, max(floor, place - 10), place - 1) if opening else -1
    return place - begin if begin > floor and "㐀" <= text[begin - 1] <= "鿿" and not re.search(r"[，。；：、]", text[begin:place]) else 0


def _term(text: str, place: int, floor: int) -> int:
    """The length of a term of office inside a name: 区|十七届|人民政府."""
    match = _TERM.search(text, max(floor, place - 5), place)
    return len(match[0]) if match and match.start() > floor and text[match.start() - 1] in "省市区县镇乡" else 0


def _joint(text: str, place: int, floor: int) -> int:
    """The length of a word that 和, 与 or 及 joins to the rest of a name, where the name clearly begins before it."""
    if text[place - 1] not in "和与及":
        return 0
    known = name_words()
    step = ending(text, place - 1, floor, known.core, known.longest_inside)
    before = place - 1 - step
    if not step:
        return 0
    opens = before <= floor or bool(ending(text, before, floor, known.inside, known.longest_inside))
    return step + 1 if opens or bool(ending(text, before, floor, known.outside, known.longest_outside)) else 0


def _is_body_word(word: str, known: NameWords) -> bool:
    """Whether a name ends with this word, so that another begins behind it: 省电力公司|清河供电分公司."""
    return word in known.levels and word not in known.core and len(word) > 1 and word.endswith(("公司", "集团", "政府", "委员会", "管委会"))


def outer_start(text: str, at: int, floor: int) -> int:
    """The end of the nearest word on the left that stands outside names: 由|…, 听取了|…, 成立|…; the floor if there is none."""
    known = name_words()
    place = at
    while place > floor:
        step = ending(text, place, floor, known.inside, known.longest_inside)
        if step and place < at and _is_body_word(text[place - step:place], known):
            return place
        if step:
            place -= step
            continue
        if not ("㐀" <= text[place - 1] <= "鿿" or text[place - 1].isalpha()) or ending(text, place, floor, known.outside, known.longest_outside):
            return place
        place -= 1
    return place
