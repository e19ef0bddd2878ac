"""Marks of secrecy as they are printed: 机密★10年, 秘密, 密级：绝密★长期, 内部资料　注意保存, 会议纪要（秘密）.

Source: GB/T 9704-2012, 7.2.2 (密级和保密期限 stand in the upper left corner), and the habits of offices beyond it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from importers.lexicon import lexicon
from schema import INTERNAL, SECRECY_GRADES

LONGEST, LONGEST_LABELLED = 48, 200
"""Characters of a line that bears a mark, and of one that bears it behind a label, as the row of a table may."""

_STAR = r"[ 　]*[★☆*＊✱✮][ 　]*"
_TERM = r"(?:\d{1,3}[ 　]*(?:年|个月|月|天|日)|[一二三四五六七八九十]{1,3}(?:年|个月)|长期|永久|(?:解密|启封|公布|公开|发布|开标)前)"
_NUMBER = r"(?:(?:№|No\.?|编号|份号|第)?[：:]?[ 　]*\d{1,8}(?:号|份)?|共\d{1,5}份)"
_QUOTING = re.compile(r"[“”\"《》「」。；]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of secrecy: the grade it counts as, for how long it holds as printed (empty where nothing is), and its place in its line."""

    grade: str
    term: str
    start: int
    end: int


def mark_in(line: str, *, bare: bool = True) -> Mark | None:
    """The mark that a line bears; without `bare`, the word of a grade alone on its line is none, as in the midst of a document."""
    patterns = _patterns()
    found = patterns.labelled.search(line) if len(line.strip()) <= LONGEST_LABELLED else None
    if not found and len(line.strip()) <= LONGEST and not _QUOTING.search(line):
        alone = patterns.alone.fullmatch(line)
        found = alone if alone and (bare or alone["star"]) else None
        found = found or patterns.in_title.search(line) or patterns.starred.search(line) or patterns.cautioned.search(line)
    return _mark(found) if found else None


def label_alone(line: str) -> bool:
    """Whether the line is only the label of a grade, whose value then stands on the next: 密　级："""
    return bool(_patterns().label_line.fullmatch(line))


def _mark(found: re.Match[str]) -> Mark:
    group = "grade" if found["grade"] else "internal"
    grade = lexicon("secrecy").pairs("grades")[re.sub(r"\s", "", found["grade"])] if found["grade"] else INTERNAL
    term = re.sub(r"\s", "", found["term"] or "")
    return Mark(grade, term, found.start(group), found.end("term") if term else found.end(group))


def higher(one: Mark | None, other: Mark | None) -> Mark | None:
    """The mark of the higher grade; of two alike the first."""
    marks = [mark for mark in (one, other) if mark]
    return min(marks, key=lambda mark: SECRECY_GRADES.index(mark.grade), default=None)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Each has the groups `grade`, `internal`, `star` and `term`."""

    labelled: re.Pattern[str]
    alone: re.Pattern[str]
    in_title: re.Pattern[str]
    starred: re.Pattern[str]
    cautioned: re.Pattern[str]
    label_line: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = lexicon("secrecy")
    grade = f"(?P<grade>{_spaced(words.words('grades'))})"
    period = rf"(?:(?P<star>{_STAR})(?P<term>{_TERM})?)?"
    cautions = rf"(?:[ 　，,、；;·—-]*{_spaced(words.words('cautions'))})*"
    internal = f"(?P<internal>{_spaced(words.words('internal'))})"
    either = f"(?:{grade}{period}|{internal}{cautions})"
    none = "(?P<grade>(?!))?(?P<star>(?!))?(?P<term>(?!))?"
    label = _spaced(words.words("labels"))
    beside = rf"(?:[ 　\t]+(?:{_spaced(words.words('urgency'))}|{_NUMBER}))*"
    before = rf"(?:(?:{_spaced(words.words('urgency'))}|{_NUMBER})[ 　\t]+)*"
    value = rf"(?:{grade}{period}|(?P<internal>内[ 　]*部|{_spaced(words.words('internal'))}))(?:级|文件|资料)?(?![㐀-鿿、/])"
    return _Patterns(
        re.compile(rf"(?:^|[\s　，,；;|｜（(]){label}[ 　\t]*[：:|｜\t ]*[ 　\t]*{value}"),
        re.compile(rf"[\s　]*{before}[（(【\[]?{either}[）)】\]]?{beside}[\s　]*"),
        re.compile(rf"(?:纪要|记录|通报|材料|简报|紀錄)[ 　]*[（(【\[]{either}[）)】\]][\s　]*$"),
        re.compile(rf"(?:^|[\s　（(【\[]){grade}(?P<star>{_STAR})(?P<term>{_TERM})(?P<internal>(?!))?(?![㐀-鿿])"),
        re.compile(rf"(?:^|[\s　（(【\[★]){none}{internal}{cautions.removesuffix('*')}+[）)】\]]?[\s　]*$"),
        re.compile(rf"[\s　]*{label}[ 　]*[：:]?[\s　]*"),
    )


def _spaced(words: tuple[str, ...]) -> str:
    """Any of the words, also with spaces between its characters: 机　密."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join("[ 　]*".join(map(re.escape, word)) for word in ordered) + ")"
