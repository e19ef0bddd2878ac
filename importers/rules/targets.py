"""Figures to be reached or covered: 38座乡镇水厂, 危桥18座, 由37家扩大到52家, 秸秆综合利用率达到96%以上."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from importers.annotations import Mention, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.shields import Shield, book_titles
from importers.sentences import parts

REACH = 60
"""How far before a figure its words are looked for."""

_NOUN = re.compile(r"[㐀-鿿“”A-Za-z]{1,16}")
_NOUN_END = re.compile(r"(?:中的|的|及|和|与|以及|将|要|应|需|须|由|于|在(?![建册校岗职])|进行|开展|实行|实施|逐|抓紧|予以|顺延|参加|到[㐀-鿿]|并|全部|基本|已|均|受|(?<!^)未|改由|按|因|落地|如期|以上|以内|以下|左右|任务$)")
_LEAD_WORDS = re.compile(r"(?:上半年|下半年|年底前|年内|月底前|要|日均|平均|总计|达到|达|不低于|不少于|不超过|不高于|不得少于|不得超过|不得低于|至少|最多|提高到|提升到|提升至|提高至|扩大到|增加到|增加至|增至|调增至|压减为|压减到|控制在|保持在|降至|降到|降为|减少到|约|共|各|突破|各举办|举办|为|至|到|在|以|上|再|有|的|中|其中|安排|拨付|落实|新增|其余|剩余|尚有|余下|尚未|全部|规模|多|人均|力争|实现|约为|总额|合计|实际|月)+$")
_CLAUSE_WORDS = re.compile(r".*(?:储备|组建|补充|改造|新建|建设|更新|完成|建成|配备|购置|采购|发放|种植|整治|清理|排查|招聘需|需招聘|招聘|培训(?!覆盖|率|合格)|选派|培养|覆盖(?!率|面)|争取|涉及|统筹安排|安排|落实|组织|开展|确保|先行启动|启动|对|将|把|全市|全区|全县|今年|明年|年内|年底前|月底前|要|在|由|的|力争)")
_FROM = re.compile(r"由|从")
_PART_OF = re.compile(r"(?P<noun>[㐀-鿿“”]{0,14})中的$")
_REST = re.compile(r"(?:其余|剩余|余下的?|尚未到位的|其中)$")
_CAPPED = ("不超过", "不得超过", "不能超过", "不超", "力争超过", "力争超")
_ALONE = re.compile(r"(?:多|余)?(?=[，。；、：）)\s]|以上|以内|以下|左右|$)")


@cache
def _figure() -> re.Pattern[str]:
    words = lexicon("targets")
    units = alternation(words.words("units"))
    return re.compile(
        rf"(?<![\d.〔\-—+KkG第])(?P<value>\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+(?:\.\d+)?)(?:多|余|几)?(?P<unit>(?:万亿|千万|百万|亿|万|千|百)?{units})(?!{alternation(words.words('not_before'))}|[年月日])"
    )


@cache
def _not_behind() -> re.Pattern[str]:
    return re.compile(alternation(lexicon("targets").words("not_behind")) + "$")


def find_targets(minutes: Minutes) -> None:
    """Adds a Target mention for every figure of a directive or decision that is to be reached."""
    shield = Shield(book_titles(minutes.text))
    seen: set[Span] = set()
    spans = {d.span for d in minutes.directives} | {d.span for d in minutes.decisions}
    for act in sorted(spans, key=lambda s: (s.start, s.end)):
        last: dict[str, str] = {}
        for mention in _targets_of(minutes.text, act, last):
            if mention.span not in seen and not shield.covers(mention.span.start, mention.span.end):
                seen.add(mention.span)
                minutes.mentions.append(mention)


def _targets_of(text: str, act: Span, last: dict[str, str]) -> Iterator[Mention]:
    for part in parts(text, act.start, act.end, "，；。"):
        figures = list(_figure().finditer(text, part.start, part.end))
        for number, figure in enumerate(figures):
            following = figures[number + 1] if number + 1 < len(figures) else None
            if _is_target(text, part, figure, following):
                before = figures[number - 1] if number else None
                indicator, start = _indicator(text, part, figure, before, last)
                last[figure["unit"]] = indicator
                yield _mention(text, figure, indicator, start)
            elif _noun_behind(text, figure, part.end):
                last[figure["unit"]] = _noun_behind(text, figure, part.end)


def _mention(text: str, figure: re.Match[str], indicator: str, start: int) -> Mention:
    noun = _noun_behind(text, figure, figure.end() + 16)
    end = figure.end() + (len(noun) if noun == indicator else 0)
    span = Span(min(start, figure.start()), end)
    value = float(figure["value"].replace(",", ""))
    return Mention("Target", span, "target-figure", span.of(text), {"text": span.of(text), "indicator": indicator, "value": value, "unit": figure["unit"].replace("％", "%")})


def _is_target(text: str, part: Span, figure: re.Match[str], following: re.Match[str] | None) -> bool:
    """Not what is done, where something starts from (由A到B), a threshold, an ordinal, a frequency or a price."""
    behind = text[max(part.start, figure.start() - REACH):figure.start()]
    if _not_behind().search(behind) and not behind.endswith(("每年", *_CAPPED)):
        return False
    if figure["unit"].endswith("元") and re.search(r"每(?:户|人|吨|亩|次|天|度|方|个月|餐|顿|月|平方米|公里|斤|床|台|辆|例|件)", behind):
        return False
    if figure["unit"].endswith("次") and ("每" in behind or not re.search(r"不少于|至少|不低于|完成|组织|开展", behind)):
        return False
    if following and following["unit"] == figure["unit"] and _FROM.search(behind[-3:]) and re.search(r"[到至为成]", text[figure.end():following.start()]):
        return False
    between = text[figure.end():following.start()] if following else ""
    if between == "中的":
        return False
    if text.startswith({"部": ("门", "分", "委"), "位": ("一体", "数")}.get(figure["unit"], ()), figure.end()):
        return False
    return not text.startswith(("/", "的罚款", "罚款", "一次"), figure.end()) and not (behind.endswith("等") and figure["unit"] == "名")


def _noun_behind(text: str, figure: re.Match[str], limit: int) -> str:
    """What is counted, where it follows the figure: 38座|乡镇水厂."""
    if _ALONE.match(text, figure.end()):
        return ""
    noun = _NOUN.match(text, figure.end() + text.startswith("的", figure.end()), limit)
    words = noun[0] if noun else ""
    end = _NOUN_END.search(words)
    return words[:end.start()] if end and (end.start() or end[0] != "的") else words


def _indicator(text: str, part: Span, figure: re.Match[str], before: re.Match[str] | None, last: dict[str, str]) -> tuple[str, int]:
    """What is counted and where its words begin: behind the figure, before it, or as of the figure that it is a part of."""
    floor = max(part.start, before.end() if before else part.start)
    partial = _PART_OF.search(text[floor:figure.start()])
    if partial and before:
        return partial["noun"] or last.get(figure["unit"], ""), before.start()
    noun = _noun_behind(text, figure, part.end)
    lead = _noun_before(text, part, figure, floor)
    if lead[0] and text.startswith("的", figure.end()) and not figure["unit"].endswith("元"):
        return lead
    if not noun and not lead[0]:
        return last.get(figure["unit"], ""), figure.start()
    if noun and not (_REST.search(text[floor:figure.start()]) and figure["unit"] in last and not lead[0]):
        return (noun, figure.start()) if len(noun) > 1 else lead if lead[0] else (noun, figure.start())
    return lead if lead[0] else (last.get(figure["unit"], noun), figure.start())


def _noun_before(text: str, part: Span, figure: re.Match[str], floor: int) -> tuple[str, int]:
    """What is counted, where it stands before the figure: 危桥|18座, 重点货运源头企业|由37家扩大到52家."""
    floor, opening = max(floor, figure.start() - REACH), max(part.start, figure.start() - REACH)
    begin = max((m.end() for m in re.finditer("[、：]", text[floor:figure.start()])), default=0) + floor
    words = text[begin:figure.start()]
    origin = re.search(r"(.+?)[由从]\d", text[opening:figure.start()])
    if origin:
        begin, words = opening, origin[1].rstrip("要应须需将")
    trimmed = _LEAD_WORDS.sub("", words)
    clause = _CLAUSE_WORDS.match(trimmed)
    start = max(clause.end() if clause else 0, len(trimmed) - 14)
    return (trimmed[start:], begin + start) if len(trimmed) - start > 1 else ("", figure.start())
