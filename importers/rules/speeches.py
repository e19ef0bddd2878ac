"""Speeches that are studied and meetings that are referred to: who spoke, where and about what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import Mention, Minutes, Span
from importers.rules.body_names import outermost
from importers.rules.meeting_names import other_meetings
from importers.rules.shields import Shield, book_titles
from importers.script import simplified

_TITLE = r"(?:总书记|国家主席|主席|总理|同志|书记|省长|市长|部长)?"
_KIND = r"(?:系列)?(?:重要)?(?:讲话|指示|批示|论述|回信|贺信|致辞|报告)(?:和?(?:重要)?(?:讲话|指示|批示))?(?:精神)?"
_SPOKEN = re.compile(
    rf"{_TITLE}(?:(?:对|就)(?P<matter>[^，。；、\n]{{2,24}}?)(?:作出|做出|所作|提出))?"
    rf"(?:在(?P<occasion>[^，。；、\n]{{2,30}}?)(?:上|时|期间|中))?(?P<visit>(?:视察|考察|调研)[^，。；、\n的]{{2,12}}?)?"
    rf"(?:所?作出?|发表|作)?的?(?:(?:关于|对)(?P<subject>[^，。；\n]{{2,30}}?)的?|给(?P<addressee>[^，。；\n]{{2,24}}?)的)?的?{_KIND}"
)
_BARE_MEETINGS = ("全会", "党组会议", "常务会议", "办公会议", "专题会议", "工作会议", "例会", "大会", "座谈会", "电视电话会议", "联席会议", "全体会议")
_FORUM = re.compile(r"(?:会议名称[：:]|提交|提请|报|报请|经|列入)$")


def find_speeches(minutes: Minutes) -> None:
    """Adds a Speech mention for every speech or instruction of a named person, and an Event mention for every other meeting."""
    text = simplified(minutes.text)
    shield = Shield(book_titles(text))
    minutes.mentions.extend(_speeches(minutes, text))
    for span in outermost(other_meetings(minutes, text)):
        if not shield.covers(span.start, span.end) and _is_event(text, span):
            minutes.mentions.append(Mention("Event", span, "event-name", span.of(minutes.text)))


def _speeches(minutes: Minutes, text: str) -> Iterator[Mention]:
    """习近平总书记|在中共中央政治局第五次集体学习时|关于治水兴水的|重要讲话精神; 市委书记贺钧|在…全会上|所作的|重要讲话."""
    for person in minutes.mentions_of("Person"):
        found = _SPOKEN.match(text, person.span.end, person.span.end + 120)
        if found and found.end() - person.span.end > 2:
            span = Span(person.span.start, found.end())
            yield Mention("Speech", span, "speech", span.of(minutes.text), {"speaker": person.name, **_circumstances(found)})


def _circumstances(found: re.Match[str]) -> dict[str, str]:
    """The occasion and the subject, as far as the words give them."""
    stated = {"occasion": found["occasion"] or found["visit"], "subject": found["subject"] or found["matter"]}
    return {name: words for name, words in stated.items() if words}


def _is_event(text: str, span: Span) -> bool:
    """A meeting with a name of its own, not the forum to which something is submitted (提交院长办公会议审议)."""
    words = span.of(text)
    return words not in _BARE_MEETINGS and len(words) > 4 and not words.startswith(("次", "第")) and not _FORUM.search(text, max(0, span.start - 5), span.start)
