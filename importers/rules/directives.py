"""Demands: one for each marked item that asks for something, one for each unnumbered sentence that does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import Clause, Directive, Minutes, Span
from importers.lexicon import lexicon
from importers.rules.decisions import CARRIED_OUT, CONVENES, LOOK_BACK, divided, settlings
from importers.rules.demands import (
    asks,
    assigns,
    doer,
    has_deadline,
    has_modal,
    is_finding,
    is_report,
    is_told_to_act,
    opens_with_order,
)
from importers.rules.lines import EXPLAINS, FORMULA, is_record_line
from importers.rules.setting_up import sets_up
from importers.rules.speech_acts import SpeechAct, speech_acts
from importers.rules.tails import tails_in, without_tails
from importers.script import simplified
from importers.sentences import sentences, trimmed

_ORDERING = re.compile(r"(?:仍|并|改)?由|以[^，。]{2,20}名义|按程序|并?报[^，。]{2,20}(?:审|批|备)|修改(?:完善)?后|提请|提交|责成|委托|授权")
_LEADING = re.compile(r"[，；：:、,;]?\s*(?:并且|并|同时|而且|此外|另外)?[，：:、]?")
_APPOINTS = re.compile(r"由[^，。；]{2,30}任")
_WORKS = re.compile(r"要|负责|牵头|每|前|应|须|抓|落实|推进")
"""成立领导小组，由甲任组长，乙任副组长 appoints and asks for nothing more."""
_MEETING = re.compile(r"\s*(?:会议|全会|大会|党组|党委|常委会)")
_ALSO = re.compile(r"部署|通报|讨论|总结|分析|回顾|交流")
"""会议研究了当前形势，|部署下半年工作 goes on telling what the meeting did."""
_NARRATED = re.compile(r"(?:[对就][^，。；]{2,30}?)?(?:逐一|逐项|分别|进行)?(?:部署|总结|分析|通报|讨论|安排|回顾|查看|察看|交流|推进|表决|投票|协调)")
"""What the lead sentence tells of the meeting: …召开会议，部署抓好秋粮收获"""
_HEARD = re.compile(r"(?:会议|会上|与会[^，。；]{0,6}|(?:董事|理事|监事)会)(?:认真|逐项)?(?:听取|审议|传达|学习)了")
"""与会董事听取了报告，对议案逐一表决"""


def find_directives(minutes: Minutes) -> None:
    """Adds the directives of every clause but titles, records, formulas and table rows, in the order of the text."""
    text = simplified(minutes.text)
    for clause in minutes.clauses():
        if _speaks(text, clause):
            minutes.directives.extend(_Reading(text, clause).directives())
    _share_tails(minutes, text)
    minutes.directives.sort(key=lambda directive: directive.span.start)


def _speaks(text: str, clause: Clause) -> bool:
    """Whether a clause may ask for something."""
    if clause.rule in ("title", "row") or clause.class_ == "background" or (clause.marker and clause.marker.family == "row"):
        return False
    lead = clause.lead
    return not (is_record_line(text, lead.start, lead.end) or FORMULA.match(text[lead.start:lead.end].strip()))


class _Reading:
    """What one clause asks for."""

    def __init__(self, text: str, clause: Clause) -> None:
        self.text = text
        self.clause = clause
        self.tails = tails_in(text, clause.lead)
        self.measures: set[Span] = set()

    def directives(self) -> Iterator[Directive]:
        kept = without_tails(self.text, self.clause.lead)
        if not kept:
            return
        if self.clause.marker and self.clause.rule == "marker":
            yield from self._of_item(kept[0])
        else:
            yield from self._of_sentence(kept[0])

    def _of_item(self, body: Span) -> Iterator[Directive]:
        """An item whose marker is followed by the demand: one directive, divided only between doers."""
        words = self.text[body.start:body.end]
        found = speech_acts(self.text, body)
        if found and (found[0].start <= body.start + 2 or self.clause.children):
            yield from self._of_sentence(body)
            return
        if settlings(self.text, _first(self.text, body), listed=True):
            for sentence in sentences(self.text, body.start, body.end):
                yield from self._of_sentence(sentence)
            return
        rule = self._item_asks(words, body)
        if rule and not (self.clause.act in ("议定", "决定") and sets_up(self.text, body)):
            for span in divided(self.text, body):
                yield self._directive(span, self.clause.act, rule)

    def _item_asks(self, words: str, body: Span) -> str | None:
        """The rule by which an item asks for something; one that only assesses (总结成绩。…比较顺利) asks for nothing."""
        assert self.clause.marker is not None
        first = _first(self.text, body)
        if EXPLAINS.match(words) or not words.strip("。：:；，、 \n\t") or is_report(words):
            return None
        if opens_with_order(self.text[first.start:first.end]):
            return "listed order"
        if has_modal(words) or assigns(words) or has_deadline(words):
            return "listed demand"
        if is_finding(words) or self.clause.act == "认为":
            return None
        if is_told_to_act(words):
            return "listed doer"
        if self.clause.marker.family == "要" or self.clause.act in lexicon("acts").words("demanding"):
            return "listed under a demand"
        return None if self.clause.children or len(words) < 6 or self.clause.act else "listed"

    def _of_sentence(self, body: Span) -> Iterator[Directive]:
        """A sentence: what is left of it beside what it settles and the verbs by which the meeting speaks."""
        line = self.clause.marker is None and self.text[self.clause.lead.end - 1] not in "。；！？）)”;!?：:，"
        for stretch, act, ordered in self._stretches(body):
            span = trimmed(self.text, stretch)
            skip = _LEADING.match(self.text, span.start, span.end)
            span = trimmed(self.text, Span(skip.end() if skip else span.start, span.end))
            words = self.text[span.start:span.end]
            rule = asks(words, act)
            if rule is None and ordered and (_ORDERING.match(words) or CARRIED_OUT.match(words)):
                rule = "ordering part"
            told = max(body.start, span.start - LOOK_BACK), span.start
            if rule is None and stretch in self.measures:
                rule = "measure"
            if (act is None or _NARRATED.match(words)) and (CONVENES.search(self.text, *told) or (_NARRATED.match(words) and _HEARD.search(self.text, *told))):
                continue
            if ordered and _ALSO.match(words) and _MEETING.match(self.text, body.start, body.end):
                continue
            if ordered and _APPOINTS.match(words) and not _WORKS.search(words):
                continue
            if rule is None or (line and rule in ("order", "demanding act")) or len(words) < 4:
                continue
            for part in divided(self.text, span):
                yield self._directive(part, None if _merely_bidden(self.text, part) else act, rule)

    def _stretches(self, body: Span) -> Iterator[tuple[Span, str | None, bool]]:
        """The free stretches of a sentence with the act that governs each, and whether something was settled before it.

        What stands before the meeting's own verb is why it speaks: it has no act.
        """
        settled = settlings(self.text, body, listed=self.clause.marker is not None)
        self.measures = {s.span for s in settled if s.orders}
        acts = [a for a in speech_acts(self.text, body) if not any(s.span.start < a.start < s.span.end for s in settled)]
        cuts: list[tuple[int, int, str | None, bool]] = [(a.start, a.end, a.act or None, False) for a in _unjoined(self.text, acts)]
        cuts += [(s.span.start, s.span.end, _act_of(s.act), True) for s in settled]
        ordering = {s.span.start for s in settled if s.orders}
        at, act, ordered = body.start, None if cuts else self.clause.act, False
        for start, end, verb, settles in sorted(cuts, key=lambda cut: (cut[0], cut[1])):
            if start > at:
                yield Span(at, start), act, ordered
            if start in ordering:
                yield Span(start, end), "决定", True
            at = max(at, end)
            act = (verb or self.clause.inherited or self._labelled(body)) if settles else verb
            ordered = ordered or settles
        if body.end > at:
            yield Span(at, body.end), act, ordered

    def _labelled(self, body: Span) -> str | None:
        """The act that a label before the sentence gives it: 决议：原则通过该办法，由…修改."""
        return self.clause.act if self.text[self.clause.lead.start:body.start].strip() else None

    def _directive(self, span: Span, act: str | None, rule: str) -> Directive:
        return Directive(span, self.clause, self.clause.path, act or None, rule, list(self.tails))


def _merely_bidden(text: str, span: Span) -> bool:
    """…任务如下，请各有关单位抓好落实: bidden beside what the meeting laid down, under no act."""
    return bool(re.match(r"请|望|希望|建议", text[span.start:span.end])) and text[max(0, span.start - 3):span.start - 1].endswith("如下")


def _first(text: str, body: Span) -> Span:
    return sentences(text, body.start, body.end)[0]


def _act_of(decision: str) -> str | None:
    """The act under which an order stands that a decision is followed by: 原则同意该方案，由…修改."""
    return {"同意": "同意", "原则同意": "同意", "不同意": "同意", "决定": "决定", "暂缓": "决定", "撤销": "决定"}.get(decision)


def _unjoined(text: str, acts: list[SpeechAct]) -> list[SpeechAct]:
    """The acts without those that only go on a demand: 明确实行…，并要求依法诚信经营."""
    return [a for i, a in enumerate(acts) if not (i and acts[i - 1].act and text[a.start:a.start + 1] == "并" and a.end - a.start <= 4)]


def _share_tails(minutes: Minutes, text: str) -> None:
    """A tail at the end of an item's sentences also serves those of them before it that name nobody and have none of their own."""
    before: list[Directive] = []
    for directive in minutes.directives:
        if before and not _go_together(text, before[-1], directive):
            before = []
        if directive.tails:
            for earlier in before:
                if earlier.clause is not directive.clause and not doer(earlier.span.of(text)):
                    earlier.tails.extend(directive.tails)
            before = []
        else:
            before.append(directive)


def _go_together(text: str, earlier: Directive, later: Directive) -> bool:
    """Whether a tail of the later one may serve both: sentences of one paragraph, or lines below one heading that lines with labels close."""
    if earlier.clause.parent is not later.clause.parent:
        return False
    between = text[earlier.span.end:later.span.start]
    if "\n" not in between:
        return True
    lines = bool(later.tails) and text[later.tails[0].start - 1:later.tails[0].start] == "\n"
    alone = earlier.clause.marker is None or between.lstrip("”）)").startswith(("；", ";"))
    return alone and (lines or not later.tails)
