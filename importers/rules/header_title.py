"""The document's own title, its number (文号) and the number of the session."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import Minutes, Span
from importers.dates import NUMBER, number

LINES = 14
"""How many lines with text from the top may hold the title."""

LONGEST = 120
MINUTES_WORD = re.compile(r"(?:纪\s*要|記\s*錄|紀\s*錄|记\s*录|紀\s*要|纪\s*录)(?:[（(][^（）()]{1,14}[）)])?[ 　]*$")
NEWS = re.compile(r"会议|會議|[召举]开|舉行|召開|会$|會$|分解表")
NOT_TITLE = re.compile(r"[。；]|现.{0,10}纪要如下|^[ 　]*(?:附件|附|发布|时间|来源|信息来源|签发)")
DOCUMENT_NUMBER = re.compile(r"[㐀-鿿]{0,14}[ 　]*[〔\[（(【［]?[ 　]*(?:19|20)\d\d[ 　]*[〕\]）)】］][ 　]*第?[ 　]*\d{1,5}[ 　]*号|[㐀-鿿]{2,10}字第[ 　]*\d{6,12}[ 　]*號")
BODY_LINE = re.compile(
    r"^[ 　]*[㐀-鿿（）()“”]{1,40}(?:局|厅|委|委员会|政府|公司|集团|学院|大学|医院|中心|办公室|指挥部|领导小组|党组|党委|街道|办事处|处|院|所|站|会|公所|部|组|村|社区|学校|中学|小学|银行|联席会议)[ 　]*$")
SUBJECT = re.compile(r"^[ 　]*(?:关于|關於|研究)")
SESSION = (
    re.compile(rf"[第届屆][ 　]*({NUMBER})[ 　]*次(?!会议精神|全会精神)"),
    re.compile(rf"(?<![〕\]）)】］])第[ 　]*({NUMBER})[ 　]*[号號]"),
    re.compile(rf"第[ 　]*({NUMBER})[ 　]*期"),
)
"""The session's number, the most telling first: 第26次 before 第9期."""


def head_lines(minutes: Minutes) -> list[Span]:
    """The lines with text at the top, without the spaces around them."""
    lines: list[Span] = []
    for paragraph in minutes.source.paragraphs:
        words = minutes.text[paragraph.start:paragraph.end]
        if words.strip():
            start = paragraph.start + len(words) - len(words.lstrip())
            lines.append(Span(start, start + len(words.strip())))
        if len(lines) >= LINES:
            break
    return lines


def title_of(minutes: Minutes) -> Span | None:
    """The line with 纪要/记录 and the lines above it that make one title with it; else the headline of a report on a meeting."""
    lines = head_lines(minutes)
    candidates = [i for i, line in enumerate(lines) if _is_title(line.of(minutes.text))]
    if candidates:
        chosen = next((i for i in candidates if SUBJECT.search(lines[i].of(minutes.text))), candidates[0])
        return Span(lines[_first_line(minutes.text, lines, chosen)].start, lines[chosen].end)
    return next((line for line in lines[:3] if _is_headline(line.of(minutes.text))), None)


def _is_title(line: str) -> bool:
    """A short line that ends with 纪要, 记录, 紀錄 …: 局党组（扩大）会议纪要."""
    return len(line) <= LONGEST and not NOT_TITLE.search(line) and bool(MINUTES_WORD.search(line)) and "：" not in line


def _is_headline(line: str) -> bool:
    """A first line that names a meeting: 魏东主持召开国务院常务会议, 市防汛抗旱指挥部第2次全体会议议定事项任务分解表."""
    return 4 <= len(line) <= LONGEST and not NOT_TITLE.search(line) and "：" not in line and (bool(NEWS.search(line)) or "部署" in line)


def _first_line(text: str, lines: list[Span], last: int) -> int:
    """Where the title begins: a body's line above it (云州水务集团有限公司 / 专题会议纪要), or the first part of a broken title (关于…问题的 / 会议纪要)."""
    first = last
    while first > 0 and last - first < 3:
        above = lines[first - 1].of(text)
        broken = bool(SUBJECT.search(above)) and not SUBJECT.search(lines[last].of(text)) and len(above) <= LONGEST and not MINUTES_WORD.search(above)
        if not (broken or BODY_LINE.search(above)) or NOT_TITLE.search(above) or DOCUMENT_NUMBER.search(above):
            break
        first -= 1
    return first


def number_of(minutes: Minutes, lines: list[Span]) -> Span | None:
    """The document's own number in the lines at the top: 临交专纪〔2023〕21号, 〔2022〕18号, 府授民字第1120012345號."""
    for line in lines:
        if "《" not in line.of(minutes.text) and len(line) < 60:
            found = DOCUMENT_NUMBER.search(minutes.text, line.start, line.end)
            if found:
                return Span(found.start(), found.end())
    return None


def session_of(names: list[str]) -> int | None:
    """The number of the session printed in the meeting's names and the lines below the title: 第4次, 第十二次, 第14期; not 〔2023〕7号."""
    for pattern in SESSION:
        for name in names:
            found = pattern.search(name)
            if found:
                return number(found[1])
    return None


def short_lines(minutes: Minutes) -> Iterator[str]:
    """The lines around the title that may carry a number: （2023年第4次）, 第9期."""
    for line in head_lines(minutes)[:8]:
        words = line.of(minutes.text)
        if len(line) <= 40 and "：" not in words and "。" not in words:
            yield words
