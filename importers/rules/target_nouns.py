"""What a figure counts: 38座|乡镇水厂, 危桥|18座, 执行率|于6月底前须达50%, 重点货运源头企业|由37家扩大到52家, 施划泊位，力争年内新增480个."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from importers.annotations import Span
from importers.lexicon import lexicon
from importers.rules.limit_forms import forms

REACH = 60
"""How far before a figure its words are looked for."""

LONGEST = 14
"""No noun before a figure is taken for longer."""

_KINDS = r"[一二三四五六七八九十甲乙丙丁][、，和至到][一二三四五六七八九十甲乙丙丁](?=[类级型期号])"
"""A list inside a noun: 四、五类桥梁."""

_NOUN = re.compile(rf"(?:{_KINDS}|[㐀-鿿“”A-Za-z]){{1,16}}")
_NOUN_END = re.compile(
    r"(?:中的|的|及|和|与|以及|将|要|应(?!急)|需|须|由|于|在(?![建册校岗职])|从(?!业|教)|共|合计|统一|实际|进行|开展|实行|实施|逐|抓紧|予以|顺延|参加|到[㐀-鿿]|并|全部|基本|已|均|受|(?<!^)未|尚未|没有|改由|按|因|落地|如期|以上|以内|以下|左右|任务$)"
)
_QUALITIES = re.compile(r"[㐀-鿿]{2,6}[广高大多好强快低少长重](?:、[㐀-鿿]{2,8}[广高大多好强快低少长重])*的(?=[㐀-鿿])")
_PART_OF = re.compile(r"(?P<noun>[㐀-鿿“”]{0,14})中的$")
_REST = re.compile(r"(?:其余|剩余|余下的?|尚未到位的|其中|另|单个|每个)$")
_ELLIPTIC = re.compile(r"(?:新增|增加|单个|每个|不超过|不少于|不低于|控制在|达到|至少|举办|总计|共)[ ]*$|^其中")
_UNDONE = re.compile(r"未|尚未|没有|待")
_FUND = re.compile(r"从(?P<noun>[㐀-鿿“”]{2,14}?)(?:资金)?(?:里|中|内)?(?:再)?(?:出|列支|安排|拿出|支出|提取|调剂|划拨|拨付|解决)$")
_ALONE = re.compile(r"(?:多|余)?(?=[，。；、：）)\s]|以上|以内|以下|左右|$)")
_ORIGIN = re.compile(r"(.+?)[由从]\d")


@dataclass(slots=True)
class Spoken:
    """What the figures so far counted: by unit, the latest, and what the clause before spoke of without a figure."""

    by_unit: dict[str, Span | None] = field(default_factory=dict)
    latest: Span | None = None
    topic: Span | None = None


def behind(text: str, figure: re.Match[str], limit: int) -> Span | None:
    """What is counted, where it follows the figure: 38座|乡镇水厂, 22项覆盖面广的|通办事项."""
    if _ALONE.match(text, figure.end()):
        return None
    start = figure.end() + text.startswith("的", figure.end())
    qualities = _QUALITIES.match(text, start)
    noun = _NOUN.match(text, qualities.end() if qualities else start, limit + 16 * bool(qualities))
    if not noun:
        return None
    end = _NOUN_END.search(noun[0])
    length = end.start() if end and (end.start() or end[0] != "的") else len(noun[0])
    return Span(noun.start(), noun.start() + length) if length else None


def counted(text: str, part: Span, figure: re.Match[str], before: re.Match[str] | None, spoken: Spoken) -> Span | None:
    """What is counted: behind the figure, before it, as of the figure that it is a part of or of the same unit, or what the clause before spoke of."""
    floor = max(part.start, before.end() if before else part.start)
    here, known = text[floor:figure.start()], spoken.by_unit.get(figure["unit"])
    partial = _PART_OF.search(here)
    if partial and before:
        return Span(floor + partial.start(), floor + partial.end("noun")) if partial["noun"] else known
    if before and not here.strip("共约计合、 ") and spoken.latest and not behind(text, figure, part.end):
        return spoken.latest
    return _near(text, part, figure, floor, spoken) or known or (spoken.topic if _ELLIPTIC.search(here) else None)


def _near(text: str, part: Span, figure: re.Match[str], floor: int, spoken: Spoken) -> Span | None:
    """What is counted by the words behind the figure or before it; None where they only say that it is what is left of what was counted."""
    noun, lead = behind(text, figure, part.end), _noun_before(text, part, figure, floor)
    here, known = text[floor:figure.start()], spoken.by_unit.get(figure["unit"])
    if _FUND.search(_without_lead(here)) or (lead and text.startswith("的", figure.end()) and not figure["unit"].endswith("元")):
        return lead
    if here.startswith("其中") and (known or spoken.topic) and not noun and not figure["unit"].endswith("元"):
        return known or spoken.topic
    if noun and lead and noun.end == part.end and _UNDONE.match(noun.of(text)):
        return lead
    if noun and not (_REST.search(here) and known and not lead):
        return lead if len(noun) == 1 and lead else noun
    return lead


def _noun_before(text: str, part: Span, figure: re.Match[str], floor: int) -> Span | None:
    """What is counted, where it stands before the figure; it ends before words of reaching, modal words and time limits."""
    floor, opening = max(floor, figure.start() - REACH), max(part.start, figure.start() - REACH)
    spoken = re.sub(_KINDS, lambda kinds: "＃" * len(kinds[0]), text[floor:figure.start()])
    begin = max((m.end() for m in re.finditer("[、：]", spoken)), default=0) + floor
    words = text[begin:figure.start()]
    origin = _ORIGIN.search(text[opening:figure.start()])
    if origin:
        begin, words = opening, origin[1].rstrip("要应须需将")
    fund = _FUND.search(_without_lead(words))
    if fund:
        return Span(begin + fund.start("noun"), begin + fund.end("noun"))
    noun = _last_noun(_stripped(words), begin)
    return noun if noun and not _REST.search(noun.of(text)) else None


def _last_noun(words: str, begin: int) -> Span | None:
    """The noun at the end of words that begin there, or the verb where nothing follows it: 改造|农村公路, 争取|培训."""
    clause = _clause_words().match(words)
    if clause and clause.end() == len(words) and clause["verb"]:
        return Span(begin + clause.start("verb"), begin + len(words))
    start = max(clause.end() if clause else 0, len(words) - LONGEST, 2 * words.startswith("其中"))
    return Span(begin + start, begin + len(words)) if len(words) - start > 1 else None


def topic_of(text: str, part: Span) -> Span | None:
    """What a clause without a figure speaks of at its end: 重新施划|泊位, 给予|一次性奖补."""
    start = max(part.start, part.end - REACH)
    found = re.search(r"[㐀-鿿“”]{2,}$", text[start:part.end].rstrip("，；。"))
    return _last_noun(found[0], start + found.start()) if found else None


def _stripped(words: str) -> str:
    """The words without what stands between a noun and its figure: 执行率|于6月底前须达, 泊位|年内新增."""
    while True:
        shorter = _without_time(_without_lead(words))
        if shorter == words:
            return words
        words = shorter


def _without_lead(words: str) -> str:
    return re.sub(rf"(?:{lexicon('targets').pattern('between')})+[ ]*$", "", words.rstrip(" "))


def _without_time(words: str) -> str:
    """The words without a time limit at their end."""
    for form in forms():
        for limit in form.pattern.finditer(words):
            if limit.end() == len(words):
                return words[:limit.start()]
    return words


@cache
def _clause_words() -> re.Pattern[str]:
    """The last word of a clause that is no part of a noun: verbs of building and arranging (not 签约率, 安置房), prepositions."""
    inside = r"(?![率数量额面度站点房区费款线网]|任务|工作|资金|项目|工程|单位|企业|人员|对象|计划|方案|总额)"
    return re.compile(rf".*(?:(?P<verb>(?:{lexicon('targets').pattern('deeds')}|培训(?!合格|覆盖))){inside}|(?:{lexicon('targets').pattern('verbs')}|覆盖){inside}|(?:对|将|把|要|在|由|的)(?![立接口外策求]))")
