"""Documents that the minutes name: 《…》, laws, named plans (“十四五”水利规划) and untitled ones with a number (省总河长令3、4号)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from importers.annotations import Mention, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.shields import Shield, book_titles
from importers.script import simplified

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
    for span, rule in _untitled(simplified(minutes.text)):
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
    words = lexicon("policies")
    no_law = "(?![院律制人治官子令宝盲规庭定学])"
    return re.compile(
        rf"(?:中华人民共和国)?{alternation(words.words('laws'))}(?![㐀-鿿]{{0,2}}庭|人)|中华人民共和国[㐀-鿿]{{1,16}}?法(?![院律制人])"
        rf"|{alternation(words.words('invoked'))}(?P<law>[㐀-鿿]{{0,8}}?{alternation(words.words('law_matters'))}法){no_law}"
        rf"|(?:依据?|根据|按照?|违反|适用|符合|参照)(?P<article>(?!本|该|此|上述|有关|相关)[㐀-鿿]{{2,24}}?(?:条例|办法|规定|规则|细则|要点|准则|法))(?=第[\d一二三四五六七八九十百]+条)"
    )


@cache
def _plans() -> re.Pattern[str]:
    """“十四五”水利规划, 高铁新城规划, 河道清淤实施方案|已公示, 县政府印发的|全县防汛应急预案, 国民经济和社会发展第十四个五年规划."""
    words = lexicon("policies")
    kinds = alternation(words.words("kinds"))
    period = rf"[“\"]十[一二三四五六七八九]五[”\"][㐀-鿿]{{0,14}}?{kinds}(?!期|建设期|时期)"
    named = rf"[㐀-鿿]{{2,6}}?{alternation(words.words('planned'))}规划(?!区|局|处|院|部门)"
    known = rf"(?:^|[，。；、）\s])(?P<known>[㐀-鿿“”]{{4,24}}?(?:方案|办法|规划|意见|细则|条例))(?={alternation(words.words('known_by'))})"
    level = r"(?:国务院|国家|全国|中央|自治区|全?[省市区县]|[㐀-鿿]{2,3}[省市区县])"
    issued = rf"(?:批准|印发|出台|公布|发布|下发|颁布|批复)的(?P<issued>{level}[㐀-鿿“”]{{2,24}}?(?:方案|行动计划|规划|纲要|办法|条例|规定|细则|预案))"
    national = r"国民经济和社会发展第[一二三四五六七八九十]{1,3}个五年规划(?:纲要)?|“[㐀-鿿]{1,4}”规划纲要"
    return re.compile(rf"{period}|{national}|{alternation(words.words('standing'))}(?!精神学习教育)|{issued}|(?:纳入|落实|衔接|编制|实施|对接|修编|符合|结合|按照|报批|调整|完善|和|与|、)(?P<named>{named})|{known}", re.M)


def _untitled(text: str) -> Iterator[tuple[Span, str]]:
    for pattern, rule in ((_laws(), "policy-law"), (_plans(), "policy-plan")):
        for match in pattern.finditer(text):
            group = match.lastgroup or 0
            yield Span(match.start(group), match.end(group)), rule
    for match in _ORDER.finditer(text):
        yield Span(match.start(), match.end()), "policy-number"
    for match in _NUMBER.finditer(text):
        if text[max(0, match.start() - 2):match.start()] not in ("》（", "》("):
            yield _without_verbs(text, match), "policy-number"


def _without_verbs(text: str, match: re.Match[str]) -> Span:
    """A number without the words before it that are no part of it: 根据|省政办发〔2022〕3号."""
    opener = re.match(r".*(?:根据|按照|落实|执行|依据|贯彻|印发|参照|以及|和|与|及|的|以|经|文件|下发)(?=[㐀-鿿])", match[0])
    return Span(match.start() + (opener.end() if opener else 0), match.end())
