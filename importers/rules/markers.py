"""What can number a clause: 一、 （一） 1. (1) ① 1.2 一要 一是 第一， 头一件， 【议题一】 案由一 壹、 and the first cell of a table row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from importers.annotations import Marker, Span
from importers.document import Paragraph
from importers.sentences import enclosed

CHINESE = "一二三四五六七八九十"
FORMAL = "壹贰叁肆伍陆柒捌玖拾"
FORMAL_VARIANTS = str.maketrans("参叄弍貳", "叁叁贰贰")
"""參、 is 叁、, and becomes 参 where its characters are simplified."""
STEMS = "甲乙丙丁戊己庚辛壬癸"


_SIGNS = (("①", "⑳"), ("⑴", "⒇"), ("⒈", "⒛"), ("㈠", "㈩"), ("❶", "❿"))


@dataclass(frozen=True, slots=True)
class Family:
    """One way of numbering. `spoken` ones (一要, 一是) also follow a comma; `alone` ones need no second item to be believed."""

    name: str
    pattern: str
    spoken: bool = False
    inline: bool = True


_N = rf"[{CHINESE}]{{1,3}}"
FAMILIES: tuple[Family, ...] = (
    Family("issue", rf"【[^【】\d{CHINESE}]{{0,4}}(?P<issue>{_N}|\d{{1,3}})[^【】]{{0,3}}】"),
    Family("case", rf"(?:第(?P<case_first>{_N}|\d{{1,2}})(?:项|个)?(?:议题|案由|提案|案)|(?:议题|案由|提案|议案|案|报告事项|讨论事项|事项|议程)(?P<case>{_N}|\d{{1,2}}))(?=\s*[：:、.．\s])[、.．]?", inline=False),
    Family("part", rf"第(?P<part>{_N})(?:部分|章|节)(?=[\s、：:])", inline=False),
    Family("formal", rf"(?P<formal>[{FORMAL}参叄弍貳]{{1,3}})[、.．]"),
    Family("chinese", rf"(?P<chinese>{_N})\s?(?:、(?!{_N}[、和级类线档层])|[.．](?!\d))"),
    Family("chinese bracket", rf"(?:[（(]\s?(?P<chinese_bracket>{_N})\s?[）)]|(?P<chinese_sign>[㈠-㈩]))、?"),
    Family("number", r"(?P<number>\d{1,3})\s?(?:、(?!\d{1,3}[、和号])|[.．](?!\d))"),
    Family("number in number", r"(?P<number_in_number>\d{1,2}(?:[.．]\d{1,2}){1,2}|\d{1,2}-\d{1,2})(?=[\s、]|(?![万亿千百个元米公吨倍年月日号至])[㐀-鿿])[、.．]?", inline=False),
    Family("number bracket", r"[（(]\s?(?P<number_bracket>\d{1,3})\s?[）)]、?"),
    Family("number half bracket", r"(?P<number_half_bracket>\d{1,2})[）)]"),
    Family("circle", r"(?P<circle>[①-⑳⑴-⒇❶-❿])[、.．]?"),
    Family("number sign", r"(?P<number_sign>[⒈-⒛])"),
    Family("stem", rf"(?P<stem>[{STEMS}])、"),
    Family("第件", rf"(?:第|头)(?P<第件>{_N})(?:件|桩|个|项|点)(?:事情?|工作|问题)?(?:[，、：:]|(?=是))"),
    Family("要", rf"(?P<要>{_N})要", spoken=True),
    Family("是", rf"(?P<是>{_N})是", spoken=True),
    Family("则", rf"(?P<则>{_N})则", spoken=True),
    Family("其", rf"其(?P<其>{_N})[，、：是要]?", spoken=True),
    Family("第", rf"第(?P<第>{_N})(?:[，、：]|(?=[是要]))", spoken=True),
)
_ANY = re.compile(r"\s*+(?:" + "|".join(f"(?P<F{i}>{family.pattern})" for i, family in enumerate(FAMILIES)) + ")")
_ROW = re.compile(r"\s*+(?P<cell>\|?\s*+(?P<row>\d{1,3})) *+[\t|]")
_TASK_ROW = re.compile(rf"\s*+(?P<cell>\|?\s*+(?P<row>\d{{1,3}}|{_N})) *+[\t|]")
_CELL = re.compile(r"\s*+\|?[^\t|]*+")
_BOUNDARY = re.compile(r"[。；：！？;:，,]|[）)】]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that looks like a marker, before its neighbours have confirmed it."""

    marker: Marker
    leads: bool
    """Whether it stands at the start of its paragraph."""
    weak: bool
    """Whether only a comma or a bracket stands before it."""


def candidates(text: str, paragraph: Paragraph) -> list[Candidate]:
    """What could be markers in a paragraph, in order; nothing inside quotation or book marks or brackets.

    `text` is in Simplified characters. 一河道一策 and 一点一策 are none: no marker ends after their 一.
    """
    row = _row(text, paragraph, _ROW)
    if row:
        return [row]
    return list(_scan(text, paragraph.start, paragraph.end))


def of_task_row(text: str, paragraph: Paragraph) -> list[Candidate]:
    """What numbers the row of a task table: 3, 三 or （三） in its first cell, 三、供水 that heads several rows; nothing in other cells."""
    row = _row(text, paragraph, _TASK_ROW)
    if row:
        return [row]
    cell = _CELL.match(text, paragraph.start, paragraph.end)
    found = _ANY.match(text, paragraph.start, cell.end() if cell else paragraph.end)
    candidate = _candidate(found, True, False) if found else None
    return [replace(candidate, marker=replace(candidate.marker, family="row"))] if candidate else []


def _scan(text: str, start: int, end: int) -> Iterator[Candidate]:
    mask = enclosed(text, start, end)
    leads = True
    at: int | None = start
    while at is not None:
        found = _ANY.match(text, at, end)
        place = found.end(0) if found else at
        if found and not _quoted(text, found, start, mask):
            weak = not leads and text[at - 1] in "，,）)】"
            candidate = _candidate(found, leads, weak)
            if candidate:
                yield candidate
                at = place if place > at else at + 1
                leads = False
                if _ANY.match(text, at, end):
                    continue
        leads = False
        boundary = _BOUNDARY.search(text, at, end)
        at = boundary.end() if boundary else None


def _quoted(text: str, found: re.Match[str], start: int, mask: bytearray) -> bool:
    """Whether the marker stands inside quotation marks or brackets other than its own."""
    first = found.start()
    while first < found.end() and text[first].isspace():
        first += 1
    inside = bool(mask[first - start])
    return inside and (text[first] not in "（(【" or (first > start and bool(mask[first - 1 - start]) and text[first - 1] not in "）)】"))


def _candidate(found: re.Match[str], leads: bool, weak: bool) -> Candidate | None:
    family = next(f for i, f in enumerate(FAMILIES) if found[f"F{i}"] is not None)
    if (weak and not family.spoken) or (not leads and not family.inline):
        return None
    group = next(name for name, value in found.groupdict().items() if value is not None and not re.fullmatch(r"F\d+", name))
    printed = found[0]
    lead = len(printed) - len(printed.lstrip())
    label = printed.strip().rstrip("、.．，：")
    span = Span(found.start() + lead, found.end())
    return Candidate(Marker(span, label, family.name, ordinal(found[group])), leads, weak)


def _row(text: str, paragraph: Paragraph, form: re.Pattern[str]) -> Candidate | None:
    """A table row numbered in its first cell: 3⇥对城市易涝点…⇥市住建局."""
    found = form.match(text, paragraph.start, paragraph.end)
    if not found:
        return None
    span = Span(found.start("cell"), found.end("cell"))
    return Candidate(Marker(span, found["row"], "row", ordinal(found["row"])), True, False)


def ordinal(numeral: str) -> int:
    """The value of 十二, 拾, 12, 2.3 (3 within 2), ③ or 丙."""
    last = re.split(r"[.．-]", numeral)[-1]
    if last.isdecimal():
        return int(last)
    for first, final in _SIGNS:
        if first <= numeral <= final:
            return ord(numeral) - ord(first) + 1
    if numeral in STEMS:
        return STEMS.index(numeral) + 1
    plain = numeral.translate(FORMAL_VARIANTS)
    return _chinese_number("".join(CHINESE[FORMAL.index(c)] if c in FORMAL else c for c in plain))


def _chinese_number(numeral: str) -> int:
    """一 … 九十九."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return CHINESE.index(numeral[-1]) + 1
    return (CHINESE.index(tens[-1]) + 1 if tens else 1) * 10 + (CHINESE.index(ones[0]) + 1 if ones else 0)
