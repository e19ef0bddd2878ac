"""Set phrases with a number in them, which are terms and no quantities: “四抢”, “两个确保”, “三位一体”, “一河道一策”."""

from __future__ import annotations

import re

from importers.annotations import Mention, Minutes, Span
from importers.rules.shields import Shield, book_titles

_TERM = re.compile(r"“(?P<words>[㐀-鿿]{2,8})”")
_NUMERAL = re.compile(r"[一二三四五六七八九十两双零百]")
_PLAN = re.compile(r"十[一二三四五六七八九]五")
_FIRST = re.compile(r"[两二三四五六七八九十]")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_QUOTED_LIST = re.compile(r"“(?P<list>[^“”\n]{3,60})”的?$")
_PLAIN_LIST = re.compile(r"(?P<list>(?:[㐀-鿿]{2,8}、){1,9}[㐀-鿿]{2,8})$")
_VERB = re.compile(r"^(?:要|应|须)?(?:紧扣|围绕|按照|坚持|聚焦|落实|推进|实现|做到|以|把|将)")


def find_terms(minutes: Minutes) -> None:
    """Adds a Term mention for every quoted phrase with a number in it, with its members where they stand before it."""
    text = minutes.text
    shield = Shield([*book_titles(text), *(m.span for m in minutes.mentions if m.type == "PolicyDocument")])
    for match in _TERM.finditer(text):
        words = match["words"]
        span = Span(match.start("words"), match.end("words"))
        if _NUMERAL.search(words) and not _PLAN.fullmatch(words) and not shield.covers(span.start, span.end):
            members = members_before(text, match.start(), words)
            minutes.mentions.append(Mention("Term", span, "term", words, {"members": [*members]} if members else {}))


def members_before(text: str, at: int, words: str) -> list[str]:
    """As many members as the term counts: “抢赶进度、…、抢交工程”的|“四抢”, 安全生产、队伍建设、作风建设|“三位一体”."""
    first = _FIRST.match(words)
    before = text[max(0, at - 70):at]
    found = (_QUOTED_LIST.search(before) or _PLAIN_LIST.search(before)) if first else None
    if not first or not found:
        return []
    members = [_VERB.sub("", member) for member in found["list"].split("、")]
    return members[-_COUNTS[first[0]]:] if len(members) >= _COUNTS[first[0]] else []
