"""Figures to be reached or covered: 38座乡镇水厂, 危桥18座, 由37家扩大到52家, 秸秆综合利用率达到96%以上, 仍有214个小区没有充电设施."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from importers.annotations import Mention, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.shields import Shield, book_titles
from importers.rules.target_nouns import REACH, Spoken, behind, counted, topic_of
from importers.script import simplified
from importers.sentences import parts

_FROM = re.compile(r"由|从")
_CAPPED = ("不超过", "不得超过", "不能超过", "不超", "力争超过", "力争超", "新增超过", "完成超过")
_PER_HEAD = re.compile(r"每(?:户|人|吨|亩|次|天|度|方|个月|餐|顿|月|平方米|公里|斤|床|台|辆|例|件|标段|名|位|间|张|盏|套|盒|瓶|升|米)")
_RATE = ("/", "的罚款", "罚款", "一次", "每秒", "每小时", "每吨", "每亩", "每户", "每人", "每月", "每次", "每天", "每平方米")
_DEMAND = re.compile(r"要|须|应当|务必|确保|力争|争取|必须|负责|牵头|抓紧|尽快|加快|推进")
_TASK = re.compile(r"(?:以上|以内)?的?(?:任务|目标)(?!分解|责任)")
_DONE = re.compile(r"(?<![未能没有])完成(?![ ]?\d)")
_UNDONE = re.compile(r"未|没有|待|不")
_LEFT = re.compile(r"剩余|其余|尚|仍|余下")
_STATES = re.compile(r"(?:达|达到|有|共有|现有|为|是|共|已有|拥有)[ ]*$")


@cache
def _figure() -> re.Pattern[str]:
    words = lexicon("targets")
    return re.compile(
        rf"(?<![\d.〔\-—+KkG第])(?P<value>\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+(?:\.\d+)?)[ ]?(?:多|余|几)?"
        rf"(?P<unit>(?:万亿|千万|百万|亿|万|千|百)?{words.pattern('units')})(?!{words.pattern('not_before')}|[年月日])"
    )


@cache
def _ends_with(section: str) -> re.Pattern[str]:
    return re.compile(alternation(lexicon("targets").words(section)) + "$")


def find_targets(minutes: Minutes) -> None:
    """Adds a Target mention for every figure of a directive or decision that is to be reached, and for every stock that is still to be dealt with."""
    shield = Shield(book_titles(minutes.text))
    text = simplified(minutes.text)
    seen: set[Span] = set()
    spans = {d.span for d in minutes.directives} | {d.span for d in minutes.decisions}
    for act in sorted(spans, key=lambda s: (s.start, s.end)):
        for figure, noun in _targets_of(text, act):
            _add(minutes, figure, noun, shield, seen)
    for figure, noun in _granted(minutes, text):
        _add(minutes, figure, noun, shield, seen)
    known = {(f["value"], f["unit"]) for span in seen for f in _figure().finditer(text, span.start, span.end)}
    for figure, noun in _told_as_open(text, sorted(spans, key=lambda s: s.start), known):
        _add(minutes, figure, noun, shield, seen)


def _granted(minutes: Minutes, text: str) -> Iterator[tuple[re.Match[str], Span | None]]:
    """Money that a sentence names before the meeting grants it: 费用预计增加35万元，|会议同意由预备费列支."""
    for decision in minutes.decisions:
        start = max(text.rfind(mark, 0, decision.span.start) + 1 for mark in "。；：\n")
        if decision.act.endswith("同意") and text[start:decision.span.start].rstrip("会议经 ").endswith("，"):
            yield from (found for found in _targets_of(text, Span(start, decision.span.start)) if found[0]["unit"].endswith("元"))


def _told_as_open(text: str, acts: list[Span], known: set[tuple[str, str]]) -> Iterator[tuple[re.Match[str], Span | None]]:
    """What a report says is left or has to be reached and no demand repeats: 仍有214个小区没有充电设施, 150公里改造任务已完成127公里."""
    taken = bytearray(len(text))
    for act in acts:
        taken[act.start:act.end] = b"\1" * len(act)
    for part in parts(text, 0, len(text), "，；。\n"):
        if 1 not in taken[part.start:part.end]:
            for figure in _figure().finditer(text, part.start, part.end):
                if (figure["value"], figure["unit"]) not in known and _is_open(text, part, figure) and _is_target(text, part, figure, None):
                    yield figure, counted(text, part, figure, None, Spoken())


def _is_open(text: str, part: Span, figure: re.Match[str]) -> bool:
    """Whether the clause says that the figure is left, or that it is the whole task or goal, and not that it is done."""
    if _DONE.search(text, figure.end(), part.end):
        return False
    if _stock("stock").search(text, part.start, figure.start()):
        return True
    if _stock("weak_stock").search(text, part.start, figure.start()):
        return bool(_UNDONE.search(text, figure.end(), part.end))
    noun = behind(text, figure, part.end)
    stated = noun.of(text).endswith(("任务", "目标")) if noun else False
    return stated or bool(_TASK.match(text, noun.end if noun else figure.end(), part.end))


@cache
def _stock(section: str) -> re.Pattern[str]:
    return re.compile(rf"{lexicon('targets').pattern(section)}[㐀-鿿]{{0,8}}$")


def _add(minutes: Minutes, figure: re.Match[str], noun: Span | None, shield: Shield, seen: set[Span]) -> None:
    """Keeps the figure with its noun where they stand together, as printed."""
    near = noun if noun and figure.start() - REACH <= noun.start and noun.end <= figure.end() + REACH else None
    span = Span(min(figure.start(), near.start if near else figure.start()), max(figure.end(), near.end if near else figure.end()))
    if span in seen or shield.covers(span.start, span.end):
        return
    seen.add(span)
    words, unit = span.of(minutes.text), minutes.text[figure.start("unit"):figure.end("unit")].replace("％", "%")
    value = float(figure["value"].replace(",", ""))
    indicator = noun.of(minutes.text) if noun else ""
    minutes.mentions.append(Mention("Target", span, "target-figure", words, {"text": words, "indicator": indicator, "value": value, "unit": unit}))


def _targets_of(text: str, act: Span) -> Iterator[tuple[re.Match[str], Span | None]]:
    """Each figure to be reached and what it counts."""
    spoken = Spoken()
    clauses = list(parts(text, act.start, act.end, "，；。"))
    for place, part in enumerate(clauses):
        figures = list(_figure().finditer(text, part.start, part.end))
        later = text[part.end:clauses[-1].end] if place + 1 < len(clauses) else ""
        for number, figure in enumerate(figures):
            following = figures[number + 1] if number + 1 < len(figures) else None
            before = figures[number - 1] if number else None
            if _is_target(text, part, figure, following) and not _is_background(text, part, figure, later):
                noun = counted(text, part, figure, before, spoken)
                spoken.by_unit[figure["unit"]] = spoken.latest = noun
                if noun or not re.search(r"(?:^|[另，；。：])[ ]*$", text[act.start:figure.start()]):
                    yield figure, noun
            elif noun := behind(text, figure, part.end):
                spoken.by_unit[figure["unit"]] = noun
        spoken.topic = None if figures else topic_of(text, part)


def _is_background(text: str, part: Span, figure: re.Match[str], later: str) -> bool:
    """A figure that states how things are before the sentence begins to demand: 我市中小企业达3万户，…，要强化保障."""
    stated = _STATES.search(text, max(part.start, figure.start() - 4), figure.start())
    return bool(stated) and not _DEMAND.search(text, part.start, part.end) and bool(re.search(r"[，；](?:要|应|须)", "，" + later))


def _is_target(text: str, part: Span, figure: re.Match[str], following: re.Match[str] | None) -> bool:
    """Not what is done, where something starts from (由A到B), a threshold, an ordinal, a frequency or a price."""
    before = text[max(part.start, figure.start() - REACH):figure.start()].rstrip(" ")
    if _ends_with("not_behind").search(before) and not before.endswith(("每年", *_CAPPED)):
        return False
    if re.search(lexicon("targets").pattern("earlier"), before) and not _LEFT.search(before):
        return False
    if figure["unit"].endswith("元") and _PER_HEAD.search(before):
        return False
    if figure["unit"].endswith("次") and ("每" in before or not re.search(r"不少于|至少|不低于|完成|组织|开展", before)):
        return False
    if following and following["unit"] == figure["unit"] and _FROM.search(before[-3:]) and re.search(r"[到至为成]", text[figure.end():following.start()]):
        return False
    if following and text[figure.end():following.start()] == "中的":
        return False
    if text.startswith({"部": ("门", "分", "委"), "位": ("一体", "数")}.get(figure["unit"], ()), figure.end()):
        return False
    return not text.startswith(_RATE, figure.end()) and not (before.endswith("等") and figure["unit"] == "名")
