"""Where sentences and their parts end; what stands in quotation marks, book marks or brackets is never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from importers.annotations import Span

PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "[": "]"}
CLOSERS = frozenset(PAIRS.values())
STOPS = "。！？!?"
_GOES_ON = tuple("的、，；：等和及与之为是")
"""What goes on with a sentence after a closing mark: 发扬“马上办。”的精神."""
_ENCLOSING = re.compile("[" + re.escape("".join([*PAIRS, *CLOSERS])) + "]")
_MAY_STOP = re.compile("[" + re.escape("".join([STOPS, ".", *CLOSERS])) + "]")
_CHINESE = re.compile(r"[一-鿿]")
"""Between Chinese characters a Western full stop ends a sentence too."""
_TAIL_START = re.compile(
    r"[（(【\[]\s{0,4}(?:责任|牵头|主办|承办|配合|协办|完成|办理|时限|督办|落实|负责)[^（()）]{0,8}[：:]"
    r"|[（(](?:由)?[^（()）。]{2,40}(?:负责|牵头|配合)[^（()）。]{0,30}[）)]"
)


def enclosed(text: str, start: int, end: int) -> bytearray:
    """For each character of text[start:end] whether it stands inside a closed pair of marks (the marks included)."""
    mask = bytearray(end - start)
    if _ENCLOSING.search(text, start, end):
        for span in _outer_pairs(text, start, end):
            mask[span.start - start:span.end - start] = b"\1" * len(span)
    return mask


def blanked(text: str, start: int, end: int) -> str:
    """The words of a stretch with □ for each character that stands inside a closed pair of marks (the marks included)."""
    if not _ENCLOSING.search(text, start, end):
        return text[start:end]
    pieces: list[str] = []
    at = start
    for span in _outer_pairs(text, start, end):
        pieces += (text[at:span.start], "□" * len(span))
        at = span.end
    return "".join([*pieces, text[at:end]])


def _outer_pairs(text: str, start: int, end: int) -> Iterator[Span]:
    """Closed pairs that no other holds; a mark without its partner encloses nothing."""
    found: list[Span] = []
    waiting: list[tuple[str, int]] = []
    unclosed: dict[str, int] = {}
    for match in _ENCLOSING.finditer(text, start, end):
        mark = match[0]
        if mark in PAIRS:
            waiting.append((PAIRS[mark], match.start()))
            unclosed[PAIRS[mark]] = unclosed.get(PAIRS[mark], 0) + 1
        elif unclosed.get(mark):
            begin = _close(waiting, unclosed, mark)
            while found and found[-1].start > begin:
                found.pop()
            found.append(Span(begin, match.end()))
    yield from found


def _close(waiting: list[tuple[str, int]], unclosed: dict[str, int], mark: str) -> int:
    """Takes the pair that this mark closes, and what was opened inside it and never closed, from those waiting."""
    while True:
        closer, begin = waiting.pop()
        unclosed[closer] -= 1
        if closer == mark:
            return begin


def sentences(text: str, start: int, end: int, mask: bytearray | None = None) -> list[Span]:
    """The sentences of a stretch of one paragraph; a bracketed tail （责任单位：…） after the stop belongs to its sentence.

    `mask` is `enclosed(text, start, end)`, if it is already known.
    """
    mask = enclosed(text, start, end) if mask is None else mask
    found: list[Span] = []
    begin = at = start
    while mark := _MAY_STOP.search(text, at, end):
        at = mark.start()
        if _stops(text, at, start, mask):
            at = _after_tail(text, at + 1, start, end, mask)
            found.append(Span(begin, at))
            begin = at
        else:
            at += 1
    if text[begin:end].strip() or not found:
        found.append(Span(begin, end))
    elif begin < end:
        found[-1] = Span(found[-1].start, end)
    return found


def _stops(text: str, at: int, start: int, mask: bytearray) -> bool:
    """Whether a sentence ends with this character: a free stop, or the mark that closes over one (…去做。”)."""
    if text[at] in STOPS or (text[at] == "." and _between_chinese(text, at, start, start + len(mask))):
        return not mask[at - start]
    last = at + 1 - start
    closes = text[at] in CLOSERS and at > start and text[at - 1] in STOPS and (last >= len(mask) or not mask[last])
    return closes and text[at + 1:at + 2] not in _GOES_ON


def _between_chinese(text: str, at: int, start: int, end: int) -> bool:
    return at > start and bool(_CHINESE.match(text, at - 1)) and (at + 1 == end or bool(_CHINESE.match(text, at + 1)))


def _after_tail(text: str, at: int, start: int, end: int, mask: bytearray) -> int:
    """Past the stops and bracketed tails that follow a sentence directly."""
    while at < end:
        if text[at] in STOPS or (text[at] in CLOSERS and not mask[at - start]):
            at += 1
        elif _TAIL_START.match(text, at, end) and mask[at - start]:
            at = _leave(at, start, end, mask)
        else:
            return at
    return at


def _leave(at: int, start: int, end: int, mask: bytearray) -> int:
    """The first offset behind the enclosure that holds `at`."""
    free = mask.find(b"\0", at - start)
    return end if free < 0 else start + free


def parts(text: str, start: int, end: int, marks: str = "，；,;") -> list[Span]:
    """The stretches of a sentence between its free commas and semicolons, each without the mark that ends it."""
    mask = enclosed(text, start, end)
    found: list[Span] = []
    begin = start
    for mark in _any_of(marks).finditer(text, start, end):
        at = mark.start()
        if not mask[at - start] and not _within_number(text, at):
            found.append(Span(begin, at))
            begin = at + 1
    found.append(Span(begin, end))
    return [span for span in found if text[span.start:span.end].strip()]


@cache
def _any_of(marks: str) -> re.Pattern[str]:
    return re.compile("[" + re.escape(marks) + "]")


def _within_number(text: str, at: int) -> bool:
    """Whether a Western comma groups digits: 1,195."""
    return text[at] == "," and text[at - 1:at].isdigit() and text[at + 1:at + 2].isdigit()


def trimmed(text: str, span: Span, marks: str = "。；，、;,:：！!.") -> Span:
    """The stretch without white space around it and marks at its end."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return Span(start, end)
