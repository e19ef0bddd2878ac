"""By when and how often each directive is due. No year, no date; vague limits (尽快, 近期, 节前, 按期), past dates and plan years are none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from importers.annotations import Due, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.limit_forms import PERIODIC, Form, forms
from importers.rules.limit_reckoning import Meeting, by_event
from importers.rules.limit_spans import working_of
from importers.rules.recurrences import frequencies
from importers.script import simplified, written_traditionally
from importers.working_calendar import working_calendar

HANGS = re.compile(
    r"凡|接到|收到|接诉|接报|发现|受理|申请|报告后|出现|发生|一旦|逾期|届满|签订|中标|通过后|到期|遇|之日起|起算|反映|投诉|来电|诉求|举报|交办|转办|反馈后|每一?[处个名人户起件宗份批项次]"
    r"|(?<![今此会])后的?[ ]?$|(?:对|如|若|遇|需|须)[^，。；尚未已现]{1,30}的，?$"
)
"""What a span hangs on that does not begin with the meeting: 发现线索3日内, 对违规占用的，10日内."""

RECURS = re.compile(r"每(?:个|一)?(?:年|月|周|星期|季度?|旬|半年|学期)(?:度)?(?:的|末|底)?(?:[上中下]旬)?$|每[^，。；]{1,16}[、和及与或至]$")
"""What makes a day one that comes again: 每年|3月底前, 每周三、|周五前."""

AGAIN = re.compile(r"(?:每(?:个|一)?|[按逐])(?:周|星期|旬|月|季|半月|半年|年|日|天)")
VALIDITY = re.compile(r"(?:有效期|任期|聘期|保修期|试用期|过渡期|执行|实施|延续|免征|减免|免收|享受|补贴|优惠)[^，。；]{0,6}[至到]$")
ALREADY = re.compile(r"[，]?(?:均|都|就)?(?:已|业已|曾)|(?:仍|尚|还)?(?:未|没有|没|不能|无法|达不到)[^，。；]{0,20}的")
"""What follows a day by which something was done, or was not by those it speaks of: 6月底前|已完成的, 6月底前|未整改的."""

CHANGED = re.compile(r"[^，。；]{0,12}?(?:推迟|提前|延后|顺延|调整|延长|延期|改|变更)(?:至|到|为|在)")
ONLY_ASSIGNS = re.compile(r"(?:仍|继续|统一)?由[^，。；]{2,40}(?:负责|牵头|落实|承担|实施|办理)(?:落实|实施|办理)?(?=[，。；]|$)")
"""A directive that only names who does what its sentence said before: 完工延至年底前，|仍由规划计划处负责."""

YEAR_SAID = re.compile(r"(20\d\d)年|明年")
TITLE = re.compile(r"《[^《》\n]{0,100}》")


@dataclass(frozen=True, slots=True)
class Limit:
    """A stated limit: its words, the last day allowed (None where it cannot be reckoned) and the form's name."""

    span: Span
    date: str | None
    rule: str
    by_calendar: bool = True
    """Whether a known year would give the day: 年底前, not 汛期前."""

    working: str | None = None
    """How working days were counted, in words."""


def limit_directives(minutes: Minutes) -> None:
    """Gives each directive the limit that its words state; a tail fills only what they leave open."""
    text = simplified(minutes.text)
    meeting = Meeting.on(minutes.header.date, working_calendar(), written_traditionally(minutes.text))
    taken = sorted(directive.span.end for directive in minutes.directives)
    for directive in minutes.directives:
        directive.due = due_of(text, directive.span, directive.tails, meeting)
        if not directive.due and ONLY_ASSIGNS.match(text, directive.span.start, directive.span.end):
            directive.due = due_of(text, _before_in_sentence(text, directive.span, taken), [], meeting)


def _before_in_sentence(text: str, span: Span, taken: list[int]) -> Span:
    """What the sentence says before a directive and after the one before it: 同意完成完工延至年底前，|仍由规划计划处负责."""
    floor = max(0, span.start - 80)
    index = bisect_right(taken, span.start) - 1
    start = max(floor, taken[index] if index >= 0 else 0, *(text.rfind(mark, floor, span.start) + 1 for mark in "。；：\n"))
    return Span(start, span.start) if text[start:span.start].rstrip().endswith("，") else Span(span.start, span.start)


def due_of(text: str, span: Span, tails: list[Span], meeting: Meeting) -> Due | None:
    """The limit of a stretch and its tails: a dated one first (of two the later), then a frequency, then one that hangs on an event."""
    own, added = limits(text, span, meeting), [limit for tail in tails for limit in limits(text, tail, meeting, alone=True)]
    dated = [limit for limit in own if limit.date] or [limit for limit in added if limit.date]
    if dated:
        latest = max(dated, key=lambda limit: limit.date or "")
        return Due(latest.span, latest.date, None, f"time limit: {latest.rule}", latest.working)
    unreckoned = next((limit for limit in own if limit.by_calendar and not meeting.year), None)
    if unreckoned:
        return Due(unreckoned.span, None, None, f"time limit: {unreckoned.rule}")
    for stretch in (span, *tails):
        for frequency in frequencies(text, stretch.start, stretch.end):
            return Due(frequency.span, None, frequency.period, f"frequency: {frequency.rule}")
    undated = next(iter([*own, *added]), None)
    return Due(undated.span, None, None, f"time limit: {undated.rule}") if undated else None


def limits(text: str, span: Span, meeting: Meeting, alone: bool = False) -> list[Limit]:
    """The limits stated in a stretch. `alone` lets a bare date count that nothing follows, as in the cell of a table."""
    taken = bytearray(len(span))
    for title in TITLE.finditer(text, span.start, span.end):
        _take(taken, title, span)
    found: list[Limit] = []
    letters = frozenset(text[span.start:span.end])
    for form in (form for form in forms() if not form.letters or not form.letters.isdisjoint(letters)):
        for match in form.pattern.finditer(text, span.start, span.end):
            if not any(taken[match.start() - span.start:match.end() - span.start]):
                _take(taken, match, span)
                found.extend(_accepted(text, span, form, match, meeting, alone))
    return sorted(found, key=lambda limit: limit.span.start)


def _take(taken: bytearray, match: re.Match[str], span: Span) -> None:
    """Marks the characters of a match, so that no later form reads them again."""
    taken[match.start() - span.start:match.end() - span.start] = b"\1" * (match.end() - match.start())


def _accepted(text: str, span: Span, form: Form, match: re.Match[str], meeting: Meeting, alone: bool) -> Iterator[Limit]:
    if _is_no_limit(text, span, form, match) or (form.bare and not _is_to_be_done(text, span, match, alone)):
        return
    hangs = form.name == "within so long" and HANGS.search(text, _sentence_start(text, span, match.start()), match.start())
    day = None if hangs else form.reckon(match, meeting)
    if day and meeting.after(day):
        day = form.reckon(match, _year_said_before(text, span, match.start(), meeting))
        if not day or meeting.after(day):
            return
    working = working_of(match, meeting) if day else None
    yield Limit(Span(match.start(), match.end()), day, form.name, not hangs and form.reckon is not by_event, working)


def _year_said_before(text: str, span: Span, at: int, meeting: Meeting) -> Meeting:
    """The year that the sentence named before: 于明年2月底前拨付50%，剩余部分|年中前拨付."""
    said = list(YEAR_SAID.finditer(text, _sentence_start(text, span, at), at))
    if not said or not meeting.year:
        return meeting
    return replace(meeting, year=int(said[-1][1]) if said[-1][1] else meeting.year + 1, month=None, day=None)


def _sentence_start(text: str, span: Span, at: int) -> int:
    return max(span.start, text.rfind("。", span.start, at), text.rfind("；", span.start, at))


def _is_no_limit(text: str, span: Span, form: Form, match: re.Match[str]) -> bool:
    """截至6月25日, 自3月1日起, 距离年底还有, 每月25日前, 由年底|提前至, 9月1日起施行."""
    before = text[max(span.start, match.start() - 6):match.start()]
    if before.endswith(_words("no_limit_before")) and not before.endswith(("力争从", "改由", "提前", "目前", "会前", *_words("limit_before"))):
        return True
    if RECURS.search(text, max(span.start, match.start() - 20), match.start()) or VALIDITY.search(text, max(span.start, match.start() - 16), match.start()):
        return True
    if form.name in PERIODIC and not re.match("[本这下]", match[0]) and AGAIN.search(text, _sentence_start(text, span, match.start()), match.start()):
        return True
    if ALREADY.match(text, match.end(), span.end):
        return True
    if re.search(r"[由从]$", before) and CHANGED.match(text, match.end(), span.end):
        return True
    firm = re.search(r"[前内內止]$", match[0])
    return not firm and text.startswith(_words("no_limit_after"), match.end()) and match.end() < span.end


@cache
def _words(section: str) -> tuple[str, ...]:
    return lexicon("times").words(section)


@cache
def _completing() -> re.Pattern[str]:
    return re.compile(rf"(?:[（(][^（）()]{{1,8}}[）)])?[，]?(?:[上下]午)?{alternation(_words('completing'))}")


def _is_to_be_done(text: str, span: Span, match: re.Match[str], alone: bool) -> bool:
    """Whether a bare date says when something is to be done: 8月8日|组织, 上半年|提出, 推迟至|4月20日, or it stands alone in a cell."""
    follows = text[match.end():min(span.end, match.end() + 1)]
    if _completing().match(text, match.end(), span.end):
        return True
    ends = not follows or follows in "，。；、）)\t "
    before = text[max(span.start, match.start() - 6):match.start()]
    return ends and (alone or before.endswith(_words("limit_before")))
