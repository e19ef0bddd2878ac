"""Whether gold obeys the rules of annotation: every quote stands in the text, every role, act and kind is one that there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from importers.annotations import AttendanceRole, Role
from importers.evaluation.evolution_scores import APART
from importers.evaluation.evolution_scores import ENDING as EVOLUTION
from importers.evaluation.gold import ENDING, Gold, GoldDirective, Pair, read_evolution, read_gold, read_unrelated, text_beside
from importers.evaluation.matching import squeezed
from schema import InputError

KINDS = tuple("""党组会议 党委会议 常务会议 全体会议 办公会议 专题会议 联席会议 领导小组会议 委员会会议 现场办公会 协调会议 调度会议
              理论学习中心组会议 理事会会议 董事会会议 代表大会 例会 座谈会 其他""".split())
ACTS = tuple("明确 强调 要求 指出 认为 决定 同意 提出 部署 研究 听取 议定".split())
DECISIONS = tuple("通过 原则通过 审议通过 同意 原则同意 不同意 决定 暂缓 确定 撤销 听取 传达学习 审议 研究".split())
RECURRENCES = ("day", "week", "half-month", "ten-days", "month", "quarter", "half-year", "year")
RELATIONS = ("restates", "refines", "expands", "narrows", "escalates", "postpones", "reassigns", "completes", "revokes")
SHORTEST_QUOTE = 8
"""Characters by which a directive that stands in the text more than once is still found."""
SHORTEST_START = 4
"""Characters of a quote that the text must share for it to be told where the two part."""

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def problems_of(path: Path) -> list[str]:
    """What is wrong with one file of gold, a line each; nothing for one that may be scored."""
    check = _series_problems if path.name.endswith((EVOLUTION, APART)) else _document_problems
    try:
        return [f"{path.name}: {problem}" for problem in check(path)]
    except InputError as error:
        return [str(error)]


def checked_files(folder: Path) -> list[Path]:
    """Every file of gold below a folder, in order."""
    return sorted(path for ending in (ENDING, EVOLUTION, APART) for path in folder.rglob(f"*{ending}"))


def _document_problems(path: Path) -> Iterator[str]:
    gold = read_gold(path)
    text = squeezed(text_beside(path, gold.document))
    yield from _meeting_problems(gold, text)
    for number, directive in enumerate(gold.directives, 1):
        yield from _directive_problems(f"directive {number}", directive, text)
    for number, decision in enumerate(gold.decisions, 1):
        yield from _quoted(text, f"decision {number}", decision.quote, decision.occurrence)
        yield from _known(f"decision {number}, act", decision.act, DECISIONS)
    for what, words in _named(gold):
        yield from _quoted(text, what, words)
    lists = {"organizations": gold.organizations, "organization_classes": gold.organization_classes, "projects": gold.projects}
    for what, names in lists.items():
        yield from (f"{what}: {name!r} is listed twice" for name in sorted({name for name in names if names.count(name) > 1}))


def _meeting_problems(gold: Gold, text: str) -> Iterator[str]:
    meeting = gold.meeting
    yield from _known("meeting kind", meeting.kind, KINDS)
    yield from _dated("meeting date", meeting.date)
    for person in meeting.attendees:
        yield from _known(f"attendee {person.name}, role", person.role, get_args(AttendanceRole))
    named = [("meeting title", meeting.title), ("meeting place", meeting.place), ("meeting convener", meeting.convener)]
    lists = [("chair", name) for name in meeting.chair] + [("attendee", person.name) for person in meeting.attendees]
    for what, words in [*named, *lists]:
        yield from _quoted(text, what, words) if words else ()


def _directive_problems(what: str, directive: GoldDirective, text: str) -> Iterator[str]:
    yield from _quoted(text, what, directive.quote, directive.occurrence)
    if 0 < len(squeezed(directive.quote)) < SHORTEST_QUOTE and text.count(squeezed(directive.quote)) > 1:
        yield f"{what}: {directive.quote!r} stands in the text more than once and is too short to be found; quote more of it"
    for marker in directive.path:
        yield from _quoted(text, f"{what}, path", marker)
    if directive.act is not None:
        yield from _known(f"{what}, act", directive.act, ACTS)
    for owner in directive.responsible:
        yield from _quoted(text, f"{what}, org", owner.org)
        yield from _known(f"{what}, role of {owner.org}", owner.role, get_args(Role))
    if directive.due:
        yield from _quoted(text, f"{what}, due", directive.due.text)
        yield from _dated(f"{what}, due date", directive.due.date)
        if directive.due.recurrence is not None:
            yield from _known(f"{what}, recurrence", directive.due.recurrence, RECURRENCES)


def _named(gold: Gold) -> Iterator[tuple[str, str]]:
    """Everything else that is quoted, with what it is."""
    yield from (("agenda", item) for item in gold.agenda)
    yield from (("organizations", name) for name in gold.organizations)
    yield from (("organization_classes", name) for name in gold.organization_classes)
    yield from (("projects", name) for name in gold.projects)
    for person in gold.people:
        yield "people", person.name
        yield from ((f"post of {person.name}", post) for post in person.posts)
    for policy in gold.policies:
        yield from (("policies", words) for words in (policy.title, policy.number) if words)
    yield from (("targets", target.quote) for target in gold.targets)


def _series_problems(path: Path) -> Iterator[str]:
    apart = path.name.endswith(APART)
    pairs: list[Pair] = read_unrelated(path) if apart else read_evolution(path)
    for number, pair in enumerate(pairs, 1):
        yield from _known(f"pair {number}, relation", pair.relation, ("unrelated",) if apart else RELATIONS)
        for name, end in (("from", pair.source), ("to", pair.target)):
            yield from _quoted(squeezed(text_beside(path, end.document)), f"pair {number}, {name}", end.quote)


def _known(what: str, value: str, known: Iterable[str]) -> Iterator[str]:
    if value not in known:
        yield f"{what}: {value!r} is unknown; known are {' '.join(known)}"


def _dated(what: str, date: str | None) -> Iterator[str]:
    if date is not None and not _DATE.fullmatch(date):
        yield f"{what}: {date!r} is no ISO prefix such as 2018-10-25, 2018-10 or 2018"


def _quoted(text: str, what: str, quote: str, occurrence: int = 1) -> Iterator[str]:
    words = squeezed(quote)
    if not words:
        yield f"{what}: the quote is empty"
    elif words not in text:
        yield f"{what}: not in the text: {quote!r}{_departure(text, words)}"
    elif text.count(words) < occurrence:
        yield f"{what}: {quote!r} stands in the text {text.count(words)} times, so that there is no occurrence {occurrence}"


def _departure(text: str, words: str) -> str:
    """Where the text goes on otherwise than the quote."""
    agreed = max(length for length in range(len(words)) if words[:length] in text)
    if agreed < SHORTEST_START:
        return ""
    there = text.index(words[:agreed]) + agreed
    return f"; after {words[max(0, agreed - 6):agreed]!r} the text goes on {text[there:there + 6]!r}, not {words[agreed:agreed + 6]!r}"
