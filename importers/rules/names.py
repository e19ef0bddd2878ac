"""Names of persons: what may be one, and where one ends in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from importers.annotations import Span
from importers.lexicon import alternation, lexicon

LATIN = re.compile(r"[A-Z][a-z]+(?:[ ·-][A-Z][a-z]*\.?){1,4}(?![a-z])")
"""Foreign names in Latin letters: Lim Kok Seng."""

DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8}){1,3}")
"""Names of other peoples written in characters: 阿不都·热合曼."""

PADDING = re.compile(r"[\s　]+")
HAN = re.compile(r"[㐀-鿿]+")


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words by which names are judged, ready for look-up."""

    surnames: frozenset[str]
    compound: frozenset[str]
    never_last: frozenset[str]
    never_inside: frozenset[str]
    next_words: frozenset[str]
    grammatical: frozenset[str]
    not_names: frozenset[str]
    after: re.Pattern[str]
    long_after: re.Pattern[str]
    titles: re.Pattern[str]


@cache
def name_words() -> NameWords:
    """The lexicon of names, compiled once."""
    words = lexicon("people")
    short_titles = [t for t in lexicon("posts").words("titles") if len(t) > 1]
    return NameWords(
        frozenset(words.words("surnames")), frozenset(words.words("compound_surnames")), frozenset(words.words("never_last")),
        frozenset(words.words("never_inside")), frozenset(words.words("next_words")), frozenset(words.words("grammatical_surnames")),
        frozenset(words.words("not_names")),
        re.compile(rf"$|[^㐀-鿿A-Za-z·]|{alternation(words.words('after_name'))}"),
        re.compile(alternation(word for word in words.words("after_name") if len(word) > 1)), re.compile(alternation(short_titles)),
    )


def squeezed(words: str) -> str:
    """A name without the spaces that pad it (李　明 → 李明); a Latin name keeps its single spaces."""
    words = words.strip()
    return PADDING.sub("", words) if HAN.search(words) else PADDING.sub(" ", words)


def surname_length(words: str) -> int:
    """How many characters of the beginning are a surname: 2 for 欧阳, 1 for 张, 0 for none."""
    known = name_words()
    if words[:2] in known.compound:
        return 2
    return 1 if words[:1] in known.surnames else 0


@lru_cache(maxsize=4096)
def is_name(words: str) -> bool:
    """Whether these words as a whole are a name: 段启明, 李　明, 欧阳修远, Lim Kok Seng; not 张主任, 范工, 财务部, 全体."""
    words = squeezed(words)
    if LATIN.fullmatch(words) or DOTTED.fullmatch(words):
        return True
    surname = surname_length(words)
    if not surname or not HAN.fullmatch(words) or not surname + 1 <= len(words) <= (4 if surname == 2 else 3):
        return False
    return _sounds_like_name(words, words[surname:])


def _sounds_like_name(words: str, given: str) -> bool:
    """Rules out groups, ranks and common words that begin with a surname's character."""
    known = name_words()
    if words[-1] in known.never_last or any(c in known.never_inside for c in given):
        return False
    if words in known.not_names or (len(words) == 3 and (words[:2] in known.not_names or words[1:] in known.not_names)):
        return False
    return not known.titles.search(words)


def name_at(text: str, start: int, end: int, titled: bool = False) -> Span | None:
    """The name that begins here, judged by what follows it: 段启明|主持, 魏东|3月, 尚岩|等5名同志; None where nothing tells.

    `titled`: a title stands before it, so that even a surname that is a common word counts: 副秘书长|乐正平.
    """
    latin = LATIN.match(text, start, end)
    if latin:
        return Span(start, latin.end())
    dotted = DOTTED.match(text, start, min(end, start + 40))
    if dotted and "同志" not in dotted[0]:
        return Span(start, dotted.end())
    surname = surname_length(text[start:start + 2])
    if not surname or (not titled and surname < 2 and text[start] in name_words().grammatical and re.match(r"[㐀-鿿]", text[start - 1:start])):
        return None
    lengths = [n for n in (surname + 1, surname + 2) if start + n <= end and is_name(text[start:start + n]) and _ends(text, start + n, end)]
    if len(lengths) == 2 and _goes_on(text, start + lengths[0], start + lengths[1], end):
        lengths.pop()
    return Span(start, start + lengths[-1]) if lengths else None


def _goes_on(text: str, shorter: int, longer: int, end: int) -> bool:
    """Whether the last character of the longer reading is the next word: 尚岩|等5名, 康宁|担任; not 应有为，."""
    known = name_words()
    if known.long_after.match(text, shorter, end) or text[shorter] == "等":
        return True
    closes = longer >= end or not re.match(r"[㐀-鿿\dA-Za-z]", text[longer])
    return text[shorter] in known.next_words and not closes


def _ends(text: str, at: int, end: int) -> bool:
    """Whether a name may end before this place: punctuation, a figure, a title, or a word that follows names."""
    known = name_words()
    if at >= end:
        return True
    return bool(known.after.match(text, at, end) or known.titles.match(text, at, end))
