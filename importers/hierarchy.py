"""Which body is part of which: 前期组 ⊂ 河道整治推进领导小组, a department ⊂ its bureau, X办公室 ⊂ X."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.annotations import Mention, Minutes, Span

_BELOW = re.compile(
    r"(?:[（(][^（()）]{0,40}[）)])?[，,]?(?:领导小组|指挥部|专班)?"
    r"(?:下设|内设|下辖|设立?有?)(?:了)?(?:[一二三四五六七八九十\d]+个)?[“]?"
)
_LIST = re.compile(r"[”]?[、和与及][“]?")


@dataclass(frozen=True, slots=True)
class Part:
    """A body and the larger one, by canonical name; `span` states it, None where it is inferred from the names."""

    part: str
    whole: str
    span: Span | None
    rule: str


def parts_of(minutes: Minutes, name_of: Callable[[Mention], str], standings: dict[str, str], body: str,
             given: Sequence[Part] = ()) -> list[Part]:
    """The hierarchy that the user gives, the document states or its names tell; of a body's larger ones the first of these counts."""
    mentions = [m for m in minutes.mentions_of("Organization") if not m.attributes.get("generic") and len(m.span)]
    found: dict[str, Part] = {}
    stated = (*_stated(minutes.text, mentions, name_of), *_seated(minutes.text, mentions, name_of))
    for part in (*given, *stated, *_by_name(list(standings)), *_own(standings, body)):
        if part.part != part.whole:
            found.setdefault(part.part, part)
    return list(found.values())


def _stated(text: str, mentions: list[Mention], name_of: Callable[[Mention], str]) -> Iterator[Part]:
    """河道整治推进领导小组，下设|综合组、征迁组、监督组."""
    whole: Mention | None = None
    for before, mention in pairwise(mentions):
        if _BELOW.fullmatch(text, before.span.end, mention.span.start):
            whole = before
        elif whole is None or not _LIST.fullmatch(text, before.span.end, mention.span.start):
            whole = None
        if whole:
            yield Part(name_of(mention), name_of(whole), Span(whole.span.start, mention.span.end), "part-stated")


def _seated(text: str, mentions: list[Mention], name_of: Callable[[Mention], str]) -> Iterator[Part]:
    """水利局（河长办）: the office in brackets has its seat in the bureau or department before them."""
    for body, office in pairwise(mentions):
        brackets = text[body.span.end:office.span.start] + text[office.span.end:office.span.end + 1]
        if brackets in ("（）", "()") and body.name[-1] in "局委处科" and office.name.endswith(("办", "办公室")):
            yield Part(name_of(office), name_of(body), Span(body.span.start, office.span.end + 1), "part-seated")


def _by_name(names: list[str]) -> Iterator[Part]:
    """市防汛抗旱指挥部办公室 ⊂ 市防汛抗旱指挥部, where both are named."""
    known = set(names)
    for name in names:
        whole = next((name[:n] for n in range(len(name) - 1, 2, -1) if name[:n] in known), None)
        if whole:
            yield Part(name, whole, None, "part-by-name")


def _own(standings: dict[str, str], body: str) -> Iterator[Part]:
    """The departments of the issuing body."""
    for name, standing in standings.items():
        if body and standing == "own" and name != body:
            yield Part(name, body, None, "part-of-issuing-body")
