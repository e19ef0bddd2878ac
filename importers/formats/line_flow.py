"""Text as it flowed before it was copied: lines broken at a fixed width are joined, spaces that recognition put between words go."""

from __future__ import annotations

import re

NARROWEST, WIDEST = 16, 60
"""How many full characters a line holds that a program breaks."""

LEAST_BROKEN = 4
"""So many lines must end in the middle of a sentence at the full width."""

NEAR = 0.8
"""What share of the width a line reaches that keeps its last word or figure whole."""

PAGE_NUMBER = re.compile(r"\s*(?:[-—－–_]{1,3}\s*\d{1,3}\s*[-—－–_]{1,3}|第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d{1,3}\s*页)?)\s*")
"""— 1 —, 第 2 页 共 5 页, alone in a line"""

_PROSE = re.compile(r"[，,。；]|[.](?=[㐀-鿿])")
_STOPPED = tuple("。；：！？;:!?")
_BEGINS = re.compile(
    r"[ 　]|[（(]?[一二三四五六七八九十百\d]{1,3}(?:[）)、]|[.．](?!\d))|[①-⑳]|第[一二三四五六七八九十]{1,3}[条章节项]|[【\[《]?(?:附件|议题|案由|抄送|主送|分送|报送|发送)")
"""What begins a paragraph of its own: an indent or a marker; behind a stop also a label."""
_LABEL = re.compile(r"[㐀-鿿 　]{2,8}[：:]")

_SPACED_MARK = re.compile(r"(?<=[㐀-鿿\d]) (?=[，。；、：])")
_SPACE = re.compile(r"(?<=[^\x00-\x7f\s]) (?=[^\s])|(?<=[^\s]) (?=[^\x00-\x7f\s])")
LEAST_SPACED = 5


def flowing(lines: list[str]) -> list[str]:
    """The lines as paragraphs: hard breaks and stray spaces undone where the text shows that it has them."""
    return joined(unspaced(lines))


def unspaced(lines: list[str]) -> list[str]:
    """Without single spaces inside sentences, where many stand before commas and stops (未按 要求 封闭 ， 至今 …)."""
    marks = sum(len(_SPACED_MARK.findall(line)) for line in lines)
    return [_SPACE.sub("", line) for line in lines] if marks >= LEAST_SPACED else lines


def joined(lines: list[str]) -> list[str]:
    """With the lines put together that a fixed width broke (…召开现⏎场办公会) or a page; headings, short lines and tables stay as they are."""
    broken = _broken(lines)
    found: list[list[str]] = []
    turning = False
    for index, line in enumerate(lines):
        if PAGE_NUMBER.fullmatch(line) and found and _runs_over(found[-1][-1], lines[index + 1:index + 4]):
            found[-1].append(line.strip())
            turning = True
        elif turning and not line:
            continue
        elif turning or (index and broken[index - 1] and line and not _begins(lines[index - 1], line)):
            found[-1].append(line)
            turning = False
        else:
            found.append([line])
    return ["".join(pieces) for pieces in found]


def _broken(lines: list[str]) -> list[bool]:
    """For each line whether a fixed width broke it: to the character, or, where words were kept whole, in prose near the margin."""
    width = max((_width(line) for line in lines if not PAGE_NUMBER.fullmatch(line)), default=0)
    if NARROWEST <= width <= WIDEST:
        for full in ([_is_full(line, width) for line in lines], [_is_ragged(line, width) for line in lines]):
            broken = sum(is_full and not line.endswith(_STOPPED) for line, is_full in zip(lines, full, strict=True))
            if broken >= LEAST_BROKEN and broken * 2 >= sum(full):
                return full
    return [False] * len(lines)


def _runs_over(above: str, below: list[str]) -> bool:
    """Whether a sentence goes on behind a page number: …物流分公司参⏎— 1 —⏎加联合验收."""
    following = next((line for line in below if line), "")
    told = _PROSE.search(above) is not None and not above.endswith((*_STOPPED, ".")) and "\t" not in above
    return told and bool(following) and not _begins(above, following)


def _begins(above: str, line: str) -> bool:
    return bool(_BEGINS.match(line)) or (above.endswith(_STOPPED) and bool(_LABEL.match(line)))


def _width(line: str) -> float:
    """The width in full characters: a Latin letter or figure takes half of one."""
    return sum(0.5 if character.isascii() else 1 for character in line)


def _is_ragged(line: str, width: float) -> bool:
    """Whether a line of prose comes near the margin."""
    return _width(line) >= NEAR * width and "\t" not in line and "|" not in line and bool(_PROSE.search(line))


def _is_full(line: str, width: float) -> bool:
    """Whether a line reaches the margin, give or take the mark or the word that did not fit."""
    return width - 2.5 <= _width(line) and "\t" not in line
