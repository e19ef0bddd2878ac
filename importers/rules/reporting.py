"""Who reported to the meeting: 会议听取了教务处处长鲁秀云关于…的汇报, 田守业汇报了工程进展, 江雨晴作了汇报."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.rules.names import squeezed
from importers.rules.person_rules import named_again, people_between
from importers.rules.taking_part import Found

HEARD = re.compile(r"听取了?|聽取了?")
REPORT = re.compile(r"(?:同志)?(?:代表[^，。；]{2,20})?(?:[关就对][^，。；]{0,60}|所作|作了?|做了?|[^，。；、]{0,2})?的?[^，。；、]{0,30}?(?:汇报|匯報|报告|報告)")
BRIEFED = re.compile(r"(?:同志)?(?:代表[^，。；]{2,20})?(?:首先|分别|[就对向][^，。；]{2,40})?(?:汇报|匯報|报告)了?|(?:同志)?(?:代表[^，。；]{2,20})?(?:[就对关][^，。；]{2,40})?[作做]了?[^，。；]{0,24}(?:汇报|报告)|(?:同志)?(?:汇报|報告|报告)[：:]")


def reporting(text: str, known: set[str]) -> Iterator[Found]:
    """会议听取了教务处处长鲁秀云关于…的汇报, 田守业汇报了工程进展, 江雨晴作了汇报; not 每月听取一次."""
    people = {p.start: p for p in (*named_again(text, known), *people_between(text, 0, len(text)))}
    for person in (people[at] for at in sorted(people)):
        floor = max(0, person.start - 60)
        clause = max(floor - 1, *(text.rfind(mark, floor, person.start) for mark in "，。；：\n"))
        heard = HEARD.search(text, clause + 1, person.start)
        told = REPORT.match(text, person.end) if heard else BRIEFED.match(text, person.end)
        if told and not re.search(r"要|须|应|负责|每[周月季年旬]|定期", text[clause + 1:person.start] + told[0]):
            yield person, squeezed(person.of(text)), "report", "header: reported"
