"""Named works, programmes and campaigns: 青澜河西岸工程, 智慧交通平台一期, “清澈青澜”八大专项行动, 第三次全国水利普查; not 重点工程."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from importers.annotations import Mention, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.body_names import outermost
from importers.rules.name_start import clause_floor
from importers.rules.shields import Shield, book_titles

LEAST = 4
"""A name has at least this many characters: 南陂东闸."""

_QUOTED = re.compile(r"[㐀-鿿]{0,6}?“[^“”\n]{2,12}”[㐀-鿿]{0,4}?(?:专项行动|行动计划|行动|攻坚战|整治|创建|建设|工程|计划|活动)(?!方案|办法|领导小组)")
_CENSUS = re.compile(r"第[一二三四五六七八九十]{1,3}次全国[㐀-鿿]{2,8}?普查")
_SMART = re.compile(r"智慧[㐀-鿿]{2,6}?平台(?![一二三]期)")
"""智慧水务平台"""
_TWIN = re.compile(r"(?:隧道|大桥|桥梁|道路|泵站|水库|管网|船闸|枢纽|码头|河道|堤防)$")
"""隧道|及接线工程 is one work."""
_OPENING_NOISE = re.compile(r"(?:[一二三四五六七八九十\d]+[、.．]|[年月日号前后]|其中|以及|同时|年底|月底|全部|一批|一轮|项)")


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """The last words of works and campaigns, what stands before names, and the mere kinds."""
    words = lexicon("projects")
    last = re.compile(rf"(?:{alternation((*words.words('works'), *words.words('campaigns')))})(?!{alternation(words.words('not_before'))})")
    return last, re.compile(alternation(words.words("openers"))), frozenset(words.words("kinds"))


@cache
def _kind() -> re.Pattern[str]:
    """Fields of work and qualifiers with 工程 or 项目, and no name among them: 省重大产业项目, 水务系统工程项目."""
    rivers = ("太湖", "长江", "黄河", "淮河", "珠江", "海河")
    fields = [word for word in lexicon("organizations").words("core") if len(word) > 1 and word not in rivers]
    return re.compile(rf"(?:{alternation((*fields, *lexicon('projects').words('qualifiers')))})+?(?:工程|项目)+")


def find_projects(minutes: Minutes) -> None:
    """Adds a Project mention for every named work, programme or campaign outside 《》 and bodies' names."""
    text = minutes.text
    bodies = {m.span.end: m.span for m in minutes.mentions if m.type in ("Organization", "Person")}
    shield, inside = Shield(book_titles(text)), Shield(bodies.values())
    for span in outermost([*_quoted(text), *_named(text)]):
        if any(end in bodies and text[end - 1] != "馆" for end in range(span.start + 1, span.end)):
            continue
        if not shield.covers(span.start, span.end) and not inside.covers(span.end - 1, span.end):
            minutes.mentions.append(Mention("Project", span, "project-name", span.of(text)))


def _least_before(last: str) -> int:
    """How many characters must stand before the last word, so that it is a name and no kind: 外资|项目 is a kind."""
    return {"项目": 4, "工程": 3, "示范区": 4, "试验区": 6, "先行区": 6, "综合体": 4, "一期": 3, "二期": 3, "三期": 3, "南段": 3, "北段": 3, "东段": 3, "西段": 3}.get(last, 2)


def _quoted(text: str) -> Iterator[Span]:
    """“样板河湖”创建, 河湖“清四乱”, 第三次全国水利普查."""
    _, openers, _ = _words()
    for match in _QUOTED.finditer(text):
        begin = text.index("“", match.start())
        lead = list(openers.finditer(text, match.start(), begin))
        yield Span(lead[-1].end() if lead else match.start(), match.end())
    for match in _CENSUS.finditer(text):
        yield Span(match.start(), match.end())


def _named(text: str) -> Iterator[Span]:
    """Works and campaigns by their last words, read back to the word that introduces them."""
    last, openers, kinds = _words()
    for match in _SMART.finditer(text):
        yield Span(match.start(), match.end())
    for match in last.finditer(text):
        floor = clause_floor(text, match.start(), 24)
        found = [m.end() for m in openers.finditer(text, floor, match.start()) if not (m[0] in ("及", "和", "与") and _TWIN.search(text, max(floor, m.start() - 3), m.start()))]
        start = found[-1] if found else floor
        noise = list(_OPENING_NOISE.finditer(text, start, match.start()))
        start = noise[-1].end() if noise else start
        name = text[start:match.end()]
        if len(name) >= LEAST and match.start() - start >= _least_before(match[0]) and "等" not in name and name not in kinds and not _kind().fullmatch(name) and not name.endswith(f"的{match[0]}"):
            yield Span(start, match.end())
