"""Bodies by clipped names, which are such only in a frame that says so: 与发改、水利、规划…等有关部门, 市编办、人社."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from importers.annotations import Span
from importers.lexicon import alternation, lexicon

_HEADS = r"(?:单位|部门|部委办局|委办局|局办|职能局|机构)"
_QUALIFIERS = r"(?:相关|有关|职能|市直|区直|县直|省直|多个|多|各|责任|成员|行政主管|主管|业务|监管|执法|行政|\d+个|[一二三四五六七八九十]+个)*"


@cache
def _lists() -> re.Pattern[str]:
    """A list of clipped names that ends in 等…部门, or whose last member bears the head noun: 国土、规划、住建、消防部门."""
    name = rf"(?:[省市区县]?{alternation(lexicon('organizations').pairs('clipped'))})"
    return re.compile(rf"(?P<list>{name}(?:[、和及]{name}){{1,24}})(?:等{_QUALIFIERS}{_HEADS}|(?P<head>部门|局(?![面部])))|(?P<one>{name})等{_QUALIFIERS}{_HEADS}")


@cache
def _beside() -> re.Pattern[str]:
    """A clipped name beside a body by its short name: 市编办、人社; 市财政局、发改."""
    words = lexicon("organizations")
    name = alternation(words.pairs("clipped"))
    body = rf"[省市区县]{alternation(words.pairs('short'))}|[省市区县]{name}(?:局|委|办)"
    tail = r"(?=[的、，。；和及与]|等|沟通|协调|对接|衔接|汇报|配合|负责|牵头|$)"
    return re.compile(rf"(?:{body})(?:[、和与]{name}(?![局委办厅]){tail}){{1,12}}", re.M)


@cache
def _members() -> re.Pattern[str]:
    return re.compile(rf"[省市区县]?{alternation(lexicon('organizations').pairs('clipped'))}")


def clipped_names(text: str) -> Iterator[Span]:
    """The members of such lists, one by one."""
    for match in _lists().finditer(text):
        members = list(_split(text, match.start("list"), match.end("list"))) if match["list"] else [Span(match.start("one"), match.end("one"))]
        if match["head"]:
            members[-1] = Span(members[-1].start, match.end("head"))
        yield from members
    for match in _beside().finditer(text):
        for member in _split(text, match.start(), match.end()):
            if _members().fullmatch(text, member.start, member.end):
                yield member


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for mark in re.compile("[、和及与]").finditer(text, start, end):
        yield Span(begin, mark.start())
        begin = mark.end()
    yield Span(begin, end)
