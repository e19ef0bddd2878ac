"""Names of meetings that the minutes refer to and do not record: 市委十二届九次全会, 全市防汛工作会议, 中共中央政治局第五次集体学习."""

from __future__ import annotations

import re
from functools import lru_cache

from importers.annotations import Minutes, Span
from importers.rules.name_start import clause_floor
from importers.rules.shields import heading_end

_END = re.compile(r"(?:(?<![健安])全会(?![商员计])|第?[一二三四五六七八九十\d]{1,3}次(?:全体|常务|常委会|工作|主任)?会议|全国两会|全体会议|集体学习|[㐀-鿿“”\d]{2,14}?(?:工作会议|电视电话会议|视频会议|推进会议?|现场会议?|动员会议?|座谈会|专题会议|现场观摩会?|分析会|联席会议|代表大会|总结会议?|部署会议?|调度会议?|常务会议|常委会会议|办公会议|例会(?!制)|大会|经济工作会议))")
_OWN = re.compile(r"(?:召开了?|召集|举行了?|主持|出席了?|参加了?)(?:[^，。；]{0,14})$")
_PLANNED = re.compile(r"(?:决定|拟|将|计划|准备|建议)[^，。；]{0,16}(?:召开|举行)[^，。；]{0,14}$")
"""决定今年10月召开|市委全体会议 is a meeting to come."""
_OPENER = re.compile(r"(?:讨论了?|向|确保|开好|办好|做好|今年|建立|抓好|靠前实施|实施|传达学习了?|学习贯彻|贯彻落实|传达|学习|贯彻|落实|根据|按照|听取|通过|在|把|将|和|与|对|以及|及|、|提交|提请|于|是|的|为|，|。|关于|深入|结合|召开了?|会议|同|全面|主持|出席)")
_ORDINAL = re.compile(r"第\d{1,3}$")
_TERM = re.compile(r"[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}[次中]")


@lru_cache(maxsize=2)
def meeting_spans(text: str) -> tuple[Span, ...]:
    """Every stretch that names a meeting, from the body or level that holds it to its last word."""
    return tuple(Span(_start(text, match.start(), match.end()), match.end()) for match in _END.finditer(text))


def _start(text: str, at: int, end: int) -> int:
    """Where the name begins: behind the last word that cannot stand in it."""
    floor = clause_floor(text, at, 30)
    numbered = _ORDINAL.search(text, max(0, floor - 4), floor)
    floor = clause_floor(text, numbered.start(), 24) if numbered else floor
    openers = [m.end() for m in _OPENER.finditer(text, floor, max(floor, end - 4, at))]
    start = openers[-1] if openers else floor
    return start - 2 if text[start - 2:start] == "党的" and _TERM.match(text, start) else start


def other_meetings(minutes: Minutes, text: str) -> list[Span]:
    """The meetings that this one is not: outside the printed head, and not the object of 召开 or 主持."""
    head = heading_end(minutes)
    return [span for span in meeting_spans(text) if span.start >= head and not _is_own(text, span)]


def _is_own(text: str, span: Span) -> bool:
    """Whether the minutes tell that this meeting was held."""
    return bool(_OWN.search(text, max(0, span.start - 20), span.start)) and not _PLANNED.search(text, max(0, span.start - 36), span.start)
