"""When the meeting was: its date as far as the text prints it, and the part of the day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importers.annotations import Minutes, Span
from importers.dates import PrintedDate, printed_dates, printed_years
from importers.rules.header_labels import Field
from importers.rules.header_lead import Lead
from importers.rules.header_title import head_lines

PART_OF_DAY = re.compile(r"上午|下午|晚上|中午|早上|傍晚|晚间|凌晨|夜间|全天|晚(?=[，在\d五六七八九十])|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[ 　]*[:：时時点點][ 　]*(?:\d{2}|半)?[ 　]*分?")
TRADITIONAL = re.compile(r"民國|紀錄|會議|時間|地點|紀要")
FOLLOWED_UP = re.compile(r"(?:根据|按照|针对|落实|截至|自|对|按|就)$")
ON_ITS_OWN = re.compile(r"[，,（( 　]|[上下]午|晚|中午|全天|在|由|主持|召开|组织|至|\d|$")
NUMBERED = re.compile(r"第.{1,6}[次号期號季]|[〔\[【（(［](?:19|20)\d\d[〕\]】）)］]")


@dataclass(frozen=True, slots=True)
class WhenHeld:
    """The date as an ISO prefix, where it is printed, and the part of the day as printed."""

    date: str | None = None
    span: Span | None = None
    part_of_day: str | None = None


def when_held(minutes: Minutes, fields: list[Field], lead: Lead | None, title: Span | None) -> WhenHeld:
    """The date of the lead sentence, or of the label 时间, or of a line under the title; the year may stand elsewhere in the head.

    No year, no date: a day without its year is nothing that can be ordered.
    """
    republic = bool(TRADITIONAL.search(minutes.text[:4_000]))
    label = next((f.value for f in fields if f.subject == "time"), None)
    for place in (lead and _up_to_meeting(lead), label, _dated_line(minutes, title)):
        dates = list(printed_dates(minutes.text, place.start, place.end, republic)) if place else []
        dates = [d for d in dates if d.day] or dates
        if place and dates:
            held = next((d for d in dates if _says_when(minutes.text, d)), dates[0])
            year = next((d.year for d in dates if d.year), None)
            return _when(minutes, held, place, label, year or _year_from_head(minutes, held, label, republic))
    part = _part_of_day(minutes.text, label) if label else None
    return WhenHeld(None, None, part)


def _says_when(text: str, printed: PrintedDate) -> bool:
    """Whether the date stands by itself and not in what the meeting follows up: 根据3月1日会议精神，|3月5日上午，."""
    before = text[max(0, printed.start - 3):printed.start]
    return not FOLLOWED_UP.search(before) and bool(ON_ITS_OWN.match(text, printed.end))


def _when(minutes: Minutes, printed: PrintedDate, place: Span, label: Span | None, known_year: int | None) -> WhenHeld:
    year = printed.year or known_year
    span = Span(printed.start, printed.end)
    after = Span(printed.end, min(place.end, printed.end + 24))
    part = _part_of_day(minutes.text, after) or (_part_of_day(minutes.text, label) if label else None)
    return WhenHeld(printed.iso(year), span, part)


def _up_to_meeting(lead: Lead) -> Span:
    """The part of the lead sentence that can hold the meeting's date."""
    return Span(lead.before.start, lead.before.end)


def _part_of_day(text: str, place: Span) -> str | None:
    found = PART_OF_DAY.search(text, place.start, place.end)
    return found[0].strip() if found else None


def _dated_line(minutes: Minutes, title: Span | None) -> Span | None:
    """A line under the title that is nothing but a date: （2023年3月9日）."""
    for line in head_lines(minutes)[:6]:
        words = line.of(minutes.text).strip("（）()【】[] 　")
        if "。" in words:
            break
        if title and line.start > title.start and re.fullmatch(r"[\d年月日〇零○一二三四五六七八九十.\-/ 　民國中華]{6,24}(?:[上下]午)?", words):
            return line
    return None


def _year_from_head(minutes: Minutes, printed: PrintedDate, label: Span | None, republic: bool) -> int | None:
    """The year from the time label, the session or number (2022年第17次, 〔2023〕21号), or a dateline at the top; a dateline of January may follow a meeting of December."""
    text = minutes.text
    for line in [*([label] if label else []), *(line for line in head_lines(minutes)[:10] if len(line) <= 60)]:
        words = line.of(text)
        if "《" in words or "。" in words:
            continue
        dated = next((d for d in printed_dates(text, line.start, line.end, republic) if d.year), None)
        if dated and dated.year:
            return dated.year - (printed.month > dated.month + 6)
        years = set(printed_years(text, line.start, line.end, republic)) if line is label or NUMBERED.search(words) else set()
        if len(years) == 1:
            return years.pop()
    return _year_of_session(minutes)


def _year_of_session(minutes: Minutes) -> int | None:
    """召开2022年第17次常务会议 in the first lines of running text."""
    found = re.search(r"(?<!\d)((?:19|20)\d\d)年(?:度)?第[^，。]{1,5}次", minutes.text[:1_500])
    return int(found[1]) if found else None
