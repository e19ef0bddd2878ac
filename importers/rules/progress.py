"""Sentences that report what became of an earlier demand: 截至11月10日，150公里改造任务已完成127公里."""

from __future__ import annotations

import re

from importers.annotations import Clause, Minutes, Progress, Span
from importers.rules.demands import free_words
from importers.rules.lines import is_record_line
from importers.rules.tails import without_tails
from importers.script import simplified
from importers.sentences import parts, sentences, trimmed

_REPORTS = re.compile(
    r"已(?!有|经?知)(?:经|于|按|全部|全面|基本|提前|如期|陆续|累计|[^，。；、]{0,10}(?:日|月底))?[^，。；、]{0,12}?(?:完成|建成|开工|完工|竣工|上线|到位|公示|印发|出台|成立|启动|整改|解决|拨付|签约|销号|通车|通水|投用|投入|停运|取消|拆除|调整|办结|落实|达到|实现|提交|报送|移交|签订|组建|制定|编制|通过)"
    r"|(?:实际|累计|目前|现|均|全部|提前)(?:已)?(?:完成|到位|建成|开工|达到|解决)|(?:完成|建成|开工|签约|到位)(?:了)?\d|(?:未能|尚未|未)(?:按期|如期|按时)?(?:完成|上线|到位|开工|签约|落实|解决|拨付)|尚有\d[^，。；]{0,10}未|任务(?:已)?[^，。]{0,6}完成|难以如期"
)
_MET = re.compile(r"^\s*(?:会议)?(?:传达|学习|听取|通报了|审议|研究)")


def find_progress(minutes: Minutes) -> None:
    """Adds the sentences that report how a task stands: done, partly done, or not done in time."""
    text = simplified(minutes.text)
    for clause in minutes.clauses():
        if clause.rule not in ("title", "row") and not is_record_line(text, clause.lead.start, clause.lead.end):
            for span in _reporting(text, clause):
                minutes.progress.append(Progress(span, clause, "report"))


def _reporting(text: str, clause: Clause) -> list[Span]:
    kept = without_tails(text, clause.lead)
    found = sentences(text, kept[0].start, kept[0].end) if kept else []
    return [_from_report(text, s) for s in found if _REPORTS.search(free_words(text[s.start:s.end])) and not _MET.match(text[s.start:s.end])]


def _from_report(text: str, sentence: Span) -> Span:
    """The sentence without 会议指出， at its start."""
    first = parts(text, sentence.start, sentence.end)[0]
    saying = re.match(r"\s*(?:会议|会上)[^，：]{0,6}(?:指出|认为|强调)$", first.of(text))
    return trimmed(text, Span(first.end + 1 if saying else sentence.start, sentence.end))
