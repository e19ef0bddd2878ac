"""Names of specific bodies by their last words: 市水利建设工程质量监督站, 东港经济开发区管委会, 澜芯科技（青原）有限公司, 河道整治推进领导小组."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from importers.annotations import Span
from importers.lexicon import alternation, lexicon
from importers.rules.name_start import clause_floor, known_start, name_words, outer_start

TASK_FORCES = ("领导小组", "协调小组", "工作小组", "指挥部", "专班", "工作专班", "委员会", "领导小组办公室", "指挥部办公室", "委员会办公室", "联席会议办公室")
"""Bodies named for their task: 省推进…行动领导小组; verbs may stand inside the name."""

SET_UP_UNITS = ("攻坚组", "推进组", "督导组", "指导组", "服务队", "突击队")
"""Units that only what sets them up tells from common words: 成立|安全整治攻坚组."""

BARE_UNITS = ("董事会", "监事会", "理事会", "办公室", "设计院", "纪委", "工会", "团委", "妇联", "督查室")
"""Units that minutes call by their kind alone."""

COMPANIES = ("集团有限公司", "有限责任公司", "股份有限公司", "有限公司", "集团公司", "总公司", "公司", "集团")
_COINED = re.compile(r"(?:^|(?<![㐀-鿿])|由|请|经)((?!不|会|共)[㐀-鿿][能中上内家和同可名])$")
"""Companies begin with coined words, which may hold characters that end other names: 汇能|燃气集团, 盛和|建设公司."""

_SETTING_UP = re.compile(r"(?:成立|组建|设立)了?(?=[^，。；：、]{2,16}$)")
_TASK_OPENERS = re.compile(r"(?:成立了?|组建了?|设立了?|撤销|召开|由|听取了?|作为|报|向|会同|配合|增设|调整|充实|发挥|依托|参加|加入|建立健全|建立|的|在|是|为|与|对|经(?![济营贸信管发开办费])|报请|提请|提交|请(?!示)|日(?=[省市区县]))(?=[^，。；：、]{2,30}$)")
_BARE_BEHIND = re.compile(r"(?:成立|组建|设立|建立|抽调|组成|撤销|由|向|经|报|请|各|该|本|任)$")
"""建立|专班, 向|领导小组 name no body."""
_PLACE_LEVELS = "省市区县镇乡州旗"
_TERM = re.compile(r"第?[一二三四五六七八九十]{1,3}届(?=[㐀-鿿]{4,})")
_IN_TURN = re.compile(r"、[㐀-鿿]{2}一[㐀-鿿](?=[，。；]|$)")
"""成熟一部|、推进一部 counts and names no unit."""
_NOT_BEHIND = re.compile(r"(?:[一二三四五六七八九十\d]+楼|大楼|会议室|会场|门口|宿舍|食堂|附近|周边|院内|旧址|大院|部门|设在|设于)")


@cache
def _suffixes() -> re.Pattern[str]:
    pairs = lexicon("organizations").pairs("suffixes")
    ordered = sorted(pairs, key=lambda word: (-len(word), word))
    return re.compile("(?=(" + "|".join(re.escape(word) + (f"(?![{re.escape(pairs[word])}])" if pairs[word] else "") for word in ordered) + "))")


@cache
def _wholes() -> re.Pattern[str]:
    words = lexicon("organizations")
    return re.compile(alternation(set(words.words("whole")) - set(words.words("weak_whole"))))


@cache
def _not_bodies() -> frozenset[str]:
    return frozenset(lexicon("organizations").words("not_bodies"))


@cache
def _not_endings() -> tuple[str, ...]:
    return lexicon("organizations").words("not_endings")


def body_names(text: str) -> list[Span]:
    """The names of specific bodies in a text (in Simplified characters), outermost only, in order."""
    return outermost([*_whole_names(text), *_read_names(text)])


def outermost(spans: list[Span]) -> list[Span]:
    """Without the stretches that lie in another or overlap one that begins earlier."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _whole_names(text: str) -> Iterator[Span]:
    """国务院, 市委, 长江委, 中心组: names that the lexicon knows as they stand."""
    forbidden = lexicon("organizations").pairs("suffixes")
    for match in _wholes().finditer(text):
        behind = text[match.end():match.end() + 1]
        last = next((word for word in (match[0][-2:], match[0][-1:]) if word in forbidden), "")
        if not (behind and behind in forbidden.get(last, "")) and not _NOT_BEHIND.match(text, match.end()):
            yield Span(match.start(), match.end())


def _read_names(text: str) -> Iterator[Span]:
    for match in _suffixes().finditer(text):
        begin, end = match.start(1), match.end(1)
        if _NOT_BEHIND.match(text, end) or (text[begin - 1:begin] == "一" and _IN_TURN.match(text, end)):
            continue
        start = body_start(text, begin, match[1])
        if start is None:
            continue
        term = _TERM.match(text, start, end)
        start = term.end() if term else start
        if is_body(text[start:end]) and _is_seated(text[start:begin], match[1]):
            yield Span(start, end)


def _is_seated(before: str, suffix: str) -> bool:
    """A government belongs to a place: 河西区|政府, not 法治|政府 or 地方|党委."""
    if suffix in ("政府", "人民政府"):
        return before.endswith((*_PLACE_LEVELS, "开发区", "新区", "自治区", "特别行政区", "街道", "届"))
    return not (suffix in ("党委", "党组织") and before.endswith(("地方", "各级", "级")))


def is_body(name: str) -> bool:
    """Whether these words may name one body: not 全局, 工作组 or 城东污水处理厂."""
    return name not in _not_bodies() and not name.endswith(_not_endings()) and len(name) > 1


def body_start(text: str, at: int, suffix: str) -> int | None:
    """Where the name begins whose last word begins at `at`; None where it cannot be told or is no name."""
    floor = clause_floor(text, at)
    if suffix in TASK_FORCES:
        return _task_start(text, at, floor)
    if suffix in SET_UP_UNITS:
        setting = _SETTING_UP.search(text, floor, at)
        return setting.end() if setting and at - setting.end() >= 2 else None
    known = known_start(text, at, floor)
    outer = outer_start(text, known, floor)
    coined = _COINED.search(text, floor, known) if suffix in COMPANIES and outer == known else None
    if coined and text[coined.start(1):known] not in name_words().outside:
        return coined.start(1)
    gap = known - outer
    if known == at:
        return outer if len(suffix) > 1 and 2 <= gap <= 8 else (at if suffix in BARE_UNITS else None)
    if gap == 1 and text[known] == "州":
        return outer
    if text[known] in _PLACE_LEVELS and text[known:known + 2] not in name_words().core:
        return outer if 2 <= gap <= 5 else known
    return outer if 2 <= gap <= 6 else known


def _task_start(text: str, at: int, floor: int) -> int | None:
    """Behind the last word that sets the body up or calls on it: 成立|重点工程推进←领导小组, 召开|省推进…治理行动←领导小组."""
    if _BARE_BEHIND.search(text, max(floor, at - 2), at):
        return None
    openers = list(_TASK_OPENERS.finditer(text, floor, at))
    begin = openers[-1].end() if openers else floor
    return begin if at - begin >= 2 else None
