"""Items of the agenda that are set apart: 一、关于二次供水改造工作   【议题三】研究…   关于供水问题。…   议题：1.…"""

from __future__ import annotations

import re

from importers.annotations import AgendaItem, Clause, Minutes, Span
from importers.rules.headings import TOPICS
from importers.rules.lines import is_record_line, leaves_the_outline
from importers.script import simplified
from importers.sentences import parts, trimmed

_PART = re.compile(
    r"^(?:会议)?(?:基本)?(?:概况|背景|议程|内容|时间|地点|纪要|情况|要求|精神|小结|总结|结论|目的|主题|过程|成果|发言|讨论|情况通报)$"
    r"|^(?:会议|本次会议|领导|主要领导|与会|主持人|各单位|各部门)[^，。]{0,12}(?:内容|事项|情况|讲话|发言|意见|要求|明确|精神|汇报|总结|部署|安排|致辞|致词|议程|背景|概况|决议|决定)$"
    r"|^(?:议定|决议|决定|明确|未决|待决|遗留|待办|落实|讨论|报告|商定|研究|审议|宣布|表决|临时)(?:的)?(?:有关|主要|如下|以下)?(?:事项|动议|意见|内容|决议)$"
    r"|^(?:有关|相关|工作|几点|下一步|下步|下阶段|今后|贯彻|具体|主要|近期|重点)(?:的)?(?:工作)?(?:要求|意见|安排|部署|打算|计划|措施|任务|建议|思路|事项|内容|情况|精神)(?:和要求|及要求)?$"
    r"|^(?:主席|主任|主持人)(?:致词|致辞|报告|裁示|讲话)$|^(?:散会|会议结束|出席|列席|宣布开会|确认上次会议.{0,8}|上次会议.{0,20}情[形况])$|^(?:工作)?(?:汇报|发言|讨论|致辞|致词)(?:情况|环节)?$|^存在(?:的)?(?:主要)?问题(?:和.{0,8})?$|^[一-鿿]{1,8}(?:讲话|致辞|发言)$"
    r"|^(?:试运行|运行|执行|进展|推进|完成|工作|现场|总体|目前)(?:情况|进展)(?:通报)?$"
    r"|^(?:上次|上周|上期|上月|前次|本周|本月|本次|本期|下周|下月)[^，。]{0,16}(?:情况|进展|落实|计划|要求|安排|进度|事项)$|^(?:讨论提案|提案讨论|(?:主席|主任)?指示(?:事项)?)$"
)
"""Headings that name a part of the document: 会议背景, 议定事项, 有关要求, 领导讲话, 未决事项"""

_OTHERS = ("其他", "其它", "其他事项", "其它事项")
_UNIT = re.compile(r"^[一-鿿]{1,10}(?:单位|部门|机构|课|科|处|局|室|部|队|所|中心|办|委|会|公司)$")
"""民政课：… heads what a unit reports, not an item."""
_CASE = re.compile(r"\s*+(?:案由|议题|提案|主旨|案名)\s*[：:]\s*")
_ABOUT = re.compile(r"\s*+(?P<title>关于[^。；：，]{2,60}(?:问题|工作|事项|事宜|项目|情况|建设|方面|工程|议题))(?=[。：])")


def find_agenda(minutes: Minutes) -> None:
    """Adds the items of the agenda, in the order of the text; a title met again (first in a list of 议题, then above its text) counts once."""
    text = simplified(minutes.text)
    seen: dict[str, AgendaItem] = {}
    named = _parted(text, minutes)
    for clause in minutes.clauses():
        for title in _titles(text, clause, named):
            clause.rule = "title"
            words = _bare(title.of(text))
            if words in seen:
                seen[words].clause = clause
            elif words:
                seen[words] = AgendaItem(title, clause)
                minutes.agenda.append(seen[words])


def _bare(words: str) -> str:
    return re.sub(r"\s|^(?:审议|研究|讨论|关于|听取)+", "", words)


def _titles(text: str, clause: Clause, named: set[tuple[int, str]]) -> list[Span]:
    """The titles that a clause is, without marker and label; none for a part of the document and for anything else."""
    if clause.marker is None:
        topics = TOPICS.match(text, clause.lead.start, clause.lead.end)
        if topics:
            return [trimmed(text, p) for p in parts(text, topics.end(), clause.lead.end, "；;") if len(trimmed(text, p))]
        title = _untitled(text, clause)
    else:
        title = _titled(text, clause, named) if clause.rule == "title" else None
    return [title] if title else []


def _titled(text: str, clause: Clause, named: set[tuple[int, str]]) -> Span | None:
    span = trimmed(text, clause.lead)
    case = _CASE.match(text, span.start, span.end)
    span = span if case else Span(span.start + len(re.match(r"[\s：:]*", span.of(text))[0]), span.end)  # type: ignore[index]
    span = trimmed(text, Span(case.end() if case else span.start, span.end))
    if not len(span) or _names_a_part(text, clause, named) or (text[span.end:span.end + 1] in "：:" and _UNIT.search(span.of(text))):
        return None
    return span


def _parted(text: str, minutes: Minutes) -> set[tuple[int, str]]:
    """The numberings (clause above, family) of which half the items name a part of the document: 一、试运行情况 二、会议明确事项."""
    titled: dict[tuple[int, str], list[bool]] = {}
    for clause in minutes.clauses():
        if clause.rule == "title" and clause.marker:
            titled.setdefault(_numbering(clause), []).append(bool(_PART.match(_heading(text, clause))))
    return {numbering for numbering, parts_ in titled.items() if 2 * sum(parts_) >= len(parts_)}


def _titled_beside(text: str, clause: Clause) -> list[Clause]:
    """The other items of a numbering, 其他 left out."""
    beside = clause.parent.children if clause.parent else []
    return [c for c in beside if c.marker and _numbering(c) == _numbering(clause) and _heading(text, c) not in _OTHERS]


def _numbering(clause: Clause) -> tuple[int, str]:
    return id(clause.parent), clause.marker.family if clause.marker else ""


def _names_a_part(text: str, clause: Clause, named: set[tuple[int, str]]) -> bool:
    """Whether a heading, or one of those beside it, names a part of the document."""
    if _PART.match(_heading(text, clause)):
        return True
    return (_heading(text, clause) not in _OTHERS or all(_PART.match(_heading(text, c)) for c in _titled_beside(text, clause))) and _numbering(clause) in named


def _heading(text: str, clause: Clause) -> str:
    return trimmed(text, clause.lead).of(text)


def _untitled(text: str, clause: Clause) -> Span | None:
    """An unnumbered title: 关于供水问题。由供水公司负责…   案由：…"""
    if is_record_line(text, clause.lead.start, clause.lead.end) or leaves_the_outline(text, clause.lead.start, clause.lead.end):
        return None
    case = _CASE.match(text, clause.lead.start, clause.lead.end)
    if case:
        span = trimmed(text, Span(case.end(), clause.lead.end))
        return span if len(span) else None
    about = _ABOUT.match(text, clause.lead.start, clause.lead.end)
    if about and not text[about.end():clause.lead.end].strip("。： "):
        return Span(about.start("title"), about.end("title"))
    return None
