"""Documents that the minutes name: 《…》, laws, named plans (“十四五”水利规划) and untitled ones with a number (省总河长令3、4号)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from importers.annotations import Mention, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.shields import Shield, book_titles

NUMBER = r"[㐀-鿿]{1,12}[〔\[［(（【]\d{4}[〕\]］)）】]\s*(?:第)?\d{1,5}号"
_NUMBER = re.compile(NUMBER)
_NUMBER_BEHIND = re.compile(rf"[（(](?P<number>{NUMBER})")
_ORDER = re.compile(r"(?:省|市|区|县|国务院|[㐀-鿿]{2,8}?部)?(?:总河长|总林长|政府|主席)?令(?:第)?\d+(?:、\d+)*号")
_ALIAS = re.compile(r"(?:[（(]\s*[^（()）。]{0,24}?)?[（(，,；;]?\s*(?:以下|下)?(?:统)?简称(?:为)?[《“\"](?P<alias>[^》”\"]{1,30})[》”\"]")
_NO_DOCUMENT = re.compile(r"(?:杂志|期刊|栏目|节目|电影|电视剧|歌曲|一书|一文)")
_PERIOD = re.compile(r"十([一二三四五六七八九])五")
_DIGITS = "一二三四五六七八九"


def find_policies(minutes: Minutes) -> None:
    """Adds a PolicyDocument mention for every document that the text names; its own title and number are none."""
    titles = book_titles(minutes.text)
    own = Shield(span for span in (minutes.header.title, minutes.header.number) if span)
    shield = Shield(titles)
    for span in titles:
        if not own.covers(span.start, span.end) and not _NO_DOCUMENT.match(minutes.text, span.end):
            minutes.mentions.append(_titled(minutes.text, span))
    for span, rule in _untitled(minutes.text):
        if not shield.covers(span.start, span.end) and not own.covers(span.start, span.end):
            minutes.mentions.append(_mention(minutes.text, span, rule))


def _titled(text: str, marks: Span) -> Mention:
    """A document in 《》 with the number and the aliases that follow it."""
    mention = _mention(text, Span(marks.start + 1, marks.end - 1), "policy-title")
    number = _NUMBER_BEHIND.match(text, marks.end)
    alias = _ALIAS.match(text, marks.end)
    if number:
        mention.attributes["number"] = number["number"]
    if alias:
        mention.attributes["aliases"] = [alias["alias"]]
    return mention


def _mention(text: str, span: Span, rule: str) -> Mention:
    words = span.of(text)
    mention = Mention("PolicyDocument", span, rule, words)
    if rule == "policy-number":
        mention.attributes["number"] = words
    period = _PERIOD.search(words)
    if period and rule != "policy-number":
        first = 2021 + 5 * (_DIGITS.index(period[1]) + 1 - 4)
        mention.attributes |= {"from": str(first), "to": str(first + 4)}
    return mention


@cache
def _laws() -> re.Pattern[str]:
    return re.compile(rf"(?:中华人民共和国)?{alternation(lexicon('policies').words('laws'))}(?![㐀-鿿]{{0,2}}庭)|中华人民共和国[㐀-鿿]{{1,16}}?法(?![院律制人])")


@cache
def _plans() -> re.Pattern[str]:
    """“十四五”水利规划, 高铁新城规划, 河道清淤实施方案|已公示."""
    words = lexicon("policies")
    kinds = alternation(words.words("kinds"))
    period = rf"[“\"]十[一二三四五六七八九]五[”\"][㐀-鿿]{{0,14}}?{kinds}(?!期|建设期|时期)"
    named = rf"[㐀-鿿]{{2,6}}?{alternation(words.words('planned'))}规划(?!区|局|处|院|部门)"
    known = rf"(?:^|[，。；、）\s])(?P<known>[㐀-鿿“”]{{4,24}}?(?:方案|办法|规划|意见|细则|条例))(?={alternation(words.words('known_by'))})"
    return re.compile(rf"{period}|(?:纳入|落实|衔接|编制|实施|对接|修编|符合|结合|按照|报批|调整|完善|和|与|、)(?P<named>{named})|{known}", re.M)


def _untitled(text: str) -> Iterator[tuple[Span, str]]:
    for match in _laws().finditer(text):
        yield Span(match.start(), match.end()), "policy-law"
    for match in _plans().finditer(text):
        group = next((name for name in ("named", "known") if match[name]), None)
        yield (Span(match.start(group), match.end(group)) if group else Span(match.start(), match.end())), "policy-plan"
    for match in _ORDER.finditer(text):
        yield Span(match.start(), match.end()), "policy-number"
    for match in _NUMBER.finditer(text):
        if text[max(0, match.start() - 2):match.start()] not in ("》（", "》("):
            yield _without_verbs(text, match), "policy-number"


def _without_verbs(text: str, match: re.Match[str]) -> Span:
    """A number without the words before it that are no part of it: 根据|省政办发〔2022〕3号."""
    opener = re.match(r".*(?:根据|按照|落实|执行|依据|贯彻|印发|参照|以及|和|与|及|的|以|经|文件|下发)(?=[㐀-鿿])", match[0])
    return Span(match.start() + (opener.end() if opener else 0), match.end())
