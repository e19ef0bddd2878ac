"""Tails that say who and by when outside the sentence: （责任单位：…；完成时限：…）, 责任部门：… in a line of its own."""

from __future__ import annotations

import re

from importers.annotations import Span
from importers.rules.lines import TAIL_LINE

_BRACKET = re.compile(
    r"[（(【\[]\s*(?:(?:责任|牵头|主办|承办|主责|落实|配合|协办|协同|督办|督查|分管|实施|负责)(?:责任)?(?:单位|部门|处室|科室|领导|人|人员|同志)?|(?:完成|办理|办结|整改)?(?:时限|期限|时间|节点))\s*[：:][^（()）】\]]*(?:[（(][^（()）]*[）)][^（()）】\]]*)*[）)】\]]"
    r"|[（(]由[^（()）。]{2,60}(?:负责|牵头|配合|落实|办理)[^（()）。]{0,30}[）)]|[（(][^（()）。：]{2,40}(?:负责|牵头|落实)(?:，[^（()）。]{2,60}(?:配合|参与))?[）)]"
)
_LABEL = re.compile(r"^\s*(?:议定事项|议定内容|工作任务|主要任务|重点任务|任务内容|任务|事项|工作内容|工作事项|内容|决定事项|决议事项|决议|议决|裁示|审议结果|审议意见|研究意见|会议决议|会后(?:事项|工作|任务|要求)|其[他它]事项|后续(?:工作|事项))\s*[：:]")


def tails_in(text: str, span: Span) -> list[Span]:
    """The tails of a clause's lead, in order: bracketed ones and lines that begin with a label."""
    found = [Span(m.start(), m.end()) for m in _BRACKET.finditer(text, span.start, span.end)]
    line = text.find("\n", span.start, span.end)
    while line >= 0:
        end = text.find("\n", line + 1, span.end)
        end = span.end if end < 0 else end
        if TAIL_LINE.match(text, line + 1, end):
            found.append(Span(line + 1, end))
        line = end if end < span.end else -1
    return sorted(found, key=lambda tail: tail.start)


def without_tails(text: str, span: Span) -> list[Span]:
    """What is left of a clause's lead between its label (议定事项：) and its tails, in order."""
    label = _LABEL.match(text[span.start:span.start + 12])
    start = span.start + label.end() if label else span.start
    kept: list[Span] = []
    for tail in tails_in(text, span):
        kept.append(Span(start, max(start, tail.start)))
        start = max(start, tail.end)
    kept.append(Span(start, span.end))
    return [part for part in kept if text[part.start:part.end].strip(" \t\n　。；，、;,")]
