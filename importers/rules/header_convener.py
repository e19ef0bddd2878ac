"""Whose meeting it is: the subject of 召开, or the body in the meeting's name."""

from __future__ import annotations

import re
from functools import cache

from importers.annotations import Mention, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.header_lead import Lead

BESIDE = re.compile(r"^(?:[\s　]|[（(][^（）()]*[）)]|\d{4}年度?|暨[^，。]{0,20})+")
TERM_BODY = re.compile(r"[^，。；]{0,40}?(?:第[一二三四五六七八九十\d]{1,3}届(?:董事会|理事会|监事会|委员会|村民委员会|党委)|[㐀-鿿]{2}联席会议(?=\s*(?:第|\d{4}年|[（(]|全体|会议|纪要)))(?!办公室)")
"""集团第三届董事会|第九次会议, …工作联席会议|2025年第1次会议"""
PEOPLE_OF = re.compile(r"[^，。；\s]{1,16}?(?:村|社区|小区|嘎查)(?=(?:第[^，。；]{1,6}[届次])*(?:村民|居民|业主|党员|户)(?:代表|议事|全体){0,2}(?:大会|会议|会))")
"""柳湾村|村民代表会议, 枫桥社区|居民议事会: those who live there meet."""
SUBJECT = re.compile(r"[^，。；]{2,40}(?:会|會)")
NO_BODY = re.compile(r"^(?:关于|關於|研究|加快|推进|部署|落实|为|本次|这次|此次|会议|全面|贯彻|学习|安排|协调|第|[一二三四]?季度|月|年|全市|全县|全区|全省)")
TIME_HEAD = re.compile(r"^(?:新一届|\d{4}年\d{1,2}月\d{1,2}日|\d{4}年度?|[一二三四]季度|\d{1,2}月份?|第[^，。]{1,6}[次届期]|[（(]|[ 　])+")
HELD = re.compile(r"(?:主持)?(?:召开|召開|举行|舉行)|主持")


@cache
def organized() -> re.Pattern[str]:
    """The last words of bodies that meet."""
    return re.compile(lexicon("meetings").pattern("bodies") + "(?![公法理门署分队织有技置托势面员事士])")


@cache
def kind_of_meeting() -> re.Pattern[str]:
    """What stands behind the body in the name of its meeting: 局党组|专题会议, 董事会|第九次."""
    return re.compile(rf"{alternation(lexicon('meetings').words('meeting_words'))}|[0-9〇零一二三四五六七八九十百]+[次届]|会议|会|會議|會|$")


def conveners_of(minutes: Minutes, title: Span | None, named: Span | None, lead: Lead | None) -> list[Mention]:
    """The bodies that met; the same body printed shorter in the lead sentence is one mention more under its fullest name."""
    text = minutes.text
    bodies = [b for b in (_in_title(text, title), _in_name(text, named), _in_name(text, lead.name if lead else None), _as_subject(text, lead)) if b]
    if not bodies:
        return []
    fullest = bodies[0]
    for body in bodies[1:]:
        longer = len(_printed(text, body)) > len(_printed(text, fullest))
        if longer and _printed(text, body).endswith(_printed(text, fullest).removeprefix("局").removeprefix("中共")):
            fullest = body
    return [_mention(minutes, fullest), *_joined(minutes, lead)]


def _printed(text: str, span: Span) -> str:
    return re.sub(r"[\s　]", "", span.of(text))


def _in_title(text: str, title: Span | None) -> Span | None:
    """云州水务集团有限公司 | 专题会议纪要; in a headline what stands between 召开 and 会议, or before 召开."""
    if not title:
        return None
    held = HELD.search(text, title.start, title.end)
    if not held:
        return _in_name(text, title)
    after = _in_name(text, Span(held.end(), title.end)) if held.end() < title.end else None
    return after or _whole_body(text, Span(title.start, held.start()))


def _in_name(text: str, name: Span | None) -> Span | None:
    """The body at the beginning of a meeting's name: 中共云泽市水务局党组|会议, 国务院|常务会议; none for 二季度重点项目调度会议."""
    if not name:
        return None
    words = name.of(text)
    skipped = TIME_HEAD.match(words)
    start = skipped.end() if skipped else 0
    if NO_BODY.match(words[start:]):
        return None
    length = _body_length(words[start:])
    return Span(name.start + start, name.start + start + length) if length else None


def _body_length(words: str) -> int:
    """How much of a meeting's name is the body: up to the first body word that the words of the meeting's kind follow, or the last one that its subject follows."""
    ends = [end.end() for end in organized().finditer(words) if end.end() > 1]
    term = TERM_BODY.match(words) or PEOPLE_OF.match(words)
    if term:
        return term.end()
    for end in ends:
        if kind_of_meeting().match(BESIDE.sub("", words[end:])):
            return end
    return next((end for end in reversed(ends) if SUBJECT.match(BESIDE.sub("", words[end:]))), 0)


def _as_subject(text: str, lead: Lead | None) -> Span | None:
    """云泽市行政服务中心|召开; 云泽市河长办|召开."""
    return _whole_body(text, lead.body) if lead and lead.body else None


def _whole_body(text: str, span: Span) -> Span | None:
    """The stretch, if as a whole it names a body."""
    words = span.of(text)
    ends = list(organized().finditer(words))
    return span if ends and ends[-1].end() == len(words) and not NO_BODY.match(words) and not re.search(r"[，。；：]", words) else None


def _mention(minutes: Minutes, body: Span) -> Mention:
    known = next((m for m in minutes.mentions if m.type == "Organization" and m.span == body), None)
    if not known:
        known = Mention("Organization", body, "header: convener", _printed(minutes.text, body))
        minutes.mentions.append(known)
    return known


def _joined(minutes: Minutes, lead: Lead | None) -> list[Mention]:
    """The second body of 局党组暨中心组（扩大）会议."""
    if not lead or not lead.name:
        return []
    second = re.compile(r"暨((?:党委|党组)?(?:理论学习)?中心组)").search(minutes.text, lead.name.start, lead.name.end)
    return [_mention(minutes, Span(second.start(1), second.end(1)))] if second else []
