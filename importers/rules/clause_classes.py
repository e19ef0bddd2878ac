"""What each clause is: directive, decision, heading, record, formula, finding, background, slogan, or not understood."""

from __future__ import annotations

import re

from importers.annotations import Clause, ClauseClass, Doubt, Minutes
from importers.rules.demands import free_words, is_finding, opens_with_order
from importers.rules.lines import ATTACHMENT, COPY, DASHES, EXPLAINS, FORMULA, NOTE, RESIDUE, is_record_line
from importers.rules.speech_acts import introduces_a_list, speech_acts
from importers.rules.task_tables import is_row
from importers.script import simplified

_MET = re.compile(r"主持召开|召开|应到|实到|由[^，。]{2,20}主持|主持(?:了)?会议|参加(?:了)?(?:会议)?|出席(?:了)?|列席(?:了)?|率队|实地(?:查看|察看|踏勘|调研)|现(?:将|就|纪要)|纪要如下|纪要$|记录$|会议(?:时间|地点)|第[\d一二三四五六七八九十]+[期号次]|消息|来源|发布|记者|^\S{0,30}〔\d{4}〕\d+号|年\d{1,2}月\d{1,2}日")
_BACKGROUND = re.compile(r"^(?:今年|当前|目前|近期|近年|截至|去年|上半年|开年|\d{4}年|一段时间|为(?:了|加快|进一步|推进|贯彻)|随着|按照|根据|受|由于|鉴于|因|自|从|原)|的(?:要求|部署|安排)$")
_SLOGAN = re.compile(r"^[^，。；]{2,16}[，、][^，。；]{2,16}[。！]?$")


def classify(minutes: Minutes) -> None:
    """Gives every clause its class; what nothing recognises stays `unclear` and becomes a doubt with its place."""
    text = simplified(minutes.text)
    directed = {id(d.clause) for d in minutes.directives}
    decided = {id(d.clause) for d in minutes.decisions}
    reported = {id(p.clause) for p in minutes.progress}
    for clause in minutes.clauses():
        if id(clause) in directed:
            clause.class_ = "directive"
        elif id(clause) in decided:
            clause.class_ = "decision"
        elif id(clause) in reported:
            clause.class_ = "finding"
        elif clause.class_ == "unclear":
            clause.class_ = _class(text, clause)
            if clause.class_ == "unclear":
                minutes.doubts.append(Doubt("not understood", clause.lead))


def _class(text: str, clause: Clause) -> ClauseClass:
    words = RESIDUE.sub("", text[clause.lead.start:clause.lead.end]).strip()
    bare = words.strip("。；：:，")
    if not bare or clause.rule == "title":
        return "heading"
    if is_record_line(text, clause.lead.start, clause.lead.end) or any(p.match(words) for p in (COPY, DASHES, NOTE, ATTACHMENT)):
        return "record"
    if FORMULA.search(bare):
        return "formula"
    if introduces_a_list(text, clause.lead):
        return "heading"
    return _told(text, clause, words)


def _told(text: str, clause: Clause, words: str) -> ClauseClass:
    """What a clause tells that neither asks nor settles anything."""
    if clause.children:
        return "heading"
    if speech_acts(text, clause.lead) and not re.search(r"召开", words[:60]):
        return "finding"
    if is_row(text, clause) or _MET.search(words) or (not re.search(r"[。！？；]$", words) and len(words) < 50):
        return "record"
    if is_finding(words) or clause.act in ("指出", "认为") or re.search(r"了", words):
        return "finding"
    if EXPLAINS.match(words) or _BACKGROUND.search(free_words(words)):
        return "background"
    if _SLOGAN.match(words) and opens_with_order(words):
        return "slogan"
    return "unclear"
