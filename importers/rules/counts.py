"""Announced counts: 提出四点要求, 三大任务, 五个方面; what follows must have as many members."""

from __future__ import annotations

import re

from importers.annotations import Clause, Doubt, Minutes, Span
from importers.rules.demands import free_words
from importers.rules.markers import ordinal
from importers.script import simplified

_NUMERAL = r"[一二两三四五六七八九十]{1,2}|\d{1,2}"
_ANNOUNCES = re.compile(rf"(?:提出了?|以下|如下|下列|下面|下述|[作做]好|强调了?|明确了?|议定了?|重点抓好)(?P<count>{_NUMERAL})(?:点|项|条|个方面|方面|件|个|大)[^。：:，]{{0,12}}[。：:，]?\s*$")
_TOTALS = re.compile(rf"(?P<open>等)?(?P<count>{_NUMERAL})(?:大|个|项|条)(?:方面|任务|重点|举措|目标|关键|要求|环节|工程|行动|问题|领域|体系|导向|原则|抓手|保障|类)")
LONGEST_LIST = 300


def check_counts(minutes: Minutes) -> None:
    """Notes how many members a clause announces, and raises a doubt where there are others."""
    text = simplified(minutes.text)
    for clause in minutes.clauses():
        words = free_words(text[clause.lead.start:min(clause.lead.end, clause.lead.start + 4000)])
        announced = _ANNOUNCES.search(words)
        if announced:
            _check(minutes, clause, _number(announced["count"]), len([c for c in clause.children if c.marker]), clause.lead)
        else:
            _check_list(minutes, clause, words)


def _check_list(minutes: Minutes, clause: Clause, words: str) -> None:
    """供水保障、排水防涝、节约用水三大任务: the members stand before their number. After 等 there may be fewer."""
    for total in _TOTALS.finditer(words):
        before = words[max(0, total.start() - LONGEST_LIST):total.start()]
        members = re.split(r"[，。；：\s]", before)[-1]
        there, announced = _count(members), _number(total["count"])
        if "、" in members and announced > 1:
            clause.announced = announced
            if there > announced or (there < announced and not total["open"]):
                place = Span(clause.lead.start + total.start() - len(members), clause.lead.start + total.end())
                minutes.doubts.append(Doubt(f"{announced} are announced, {there} follow", place))
            return


def _number(numeral: str) -> int:
    return 2 if numeral == "两" else ordinal(numeral)


def _count(members: str) -> int:
    """How many members a list has: A、B、C three, A、B和C three too."""
    last = members.rpartition("、")[2]
    return members.count("、") + 1 + (1 if re.search(r"[^总温]和(?!谐|平|解)|及", last) else 0)


def _check(minutes: Minutes, clause: Clause, announced: int, there: int, place: Span) -> None:
    clause.announced = announced
    if there != announced:
        minutes.doubts.append(Doubt(f"{announced} are announced, {there} follow", place))
