"""Text as it flowed before it was copied: lines broken at a fixed width are joined, spaces that recognition put between words go."""

from __future__ import annotations

import re

NARROWEST, WIDEST = 16, 60
"""How many full characters a line holds that a program breaks."""

LEAST_BROKEN = 4
"""So many lines must end in the middle of a sentence at the full width."""

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
    """With the lines put together that a fixed width broke (…召开现⏎场办公会); headings, short lines and tables stay as they are."""
    width = max(map(_width, lines), default=0)
    full = [_is_full(line, width) for line in lines]
    broken = sum(is_full and not line.endswith(_STOPPED) for line, is_full in zip(lines, full, strict=True))
    if not NARROWEST <= width <= WIDEST or broken < LEAST_BROKEN or broken * 2 < sum(full):
        return lines
    found: list[list[str]] = []
    for index, line in enumerate(lines):
        if index and full[index - 1] and line and not _begins(lines[index - 1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return ["".join(pieces) for pieces in found]


def _begins(above: str, line: str) -> bool:
    return bool(_BEGINS.match(line)) or (above.endswith(_STOPPED) and bool(_LABEL.match(line)))


def _width(line: str) -> float:
    """The width in full characters: a Latin letter or figure takes half of one."""
    return sum(0.5 if character.isascii() else 1 for character in line)


def _is_full(line: str, width: float) -> bool:
    """Whether a line reaches the margin, give or take the mark or the word that did not fit."""
    return width - 2.5 <= _width(line) and "\t" not in line
