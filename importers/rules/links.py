"""What directives and decisions have to do with documents, targets, projects, speeches and bodies that do not answer for them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from importers.annotations import Clause, Decision, Directive, Link, Mention, Minutes, Span
from importers.rules.doers import DoerIndex

Act = Directive | Decision

_DRAFTED = re.compile(r"(?:制定|制订|起草|编制|修订|出台|拟定|拟订|草拟|编写|修改|修编|印发|完善|优化|调整|形成|提出|研究制定|制定出台)(?:完善|出台|印发|实施|好)?(?:了)?[《“]?[^，。；]{0,6}$")
_CARRIED_OUT = re.compile(r"(?:按照|对照|落实|执行|贯彻|依据|遵守|遵照|根据|实施|依照|符合|用好|宣传贯彻|按|以)[^，。；]{0,8}$")
_SET_UP = re.compile(r"(?:成立|组建|设立|新设立的?|下设|增设|建立健全|建立|推行|启动|创建|探索)(?:了|由[^，。；]{0,16})?[“]?[^，。；“”]{0,2}$")
_LISTED = re.compile(r"[、和与及，]?(?:下设)?$")
_CONSULTED = re.compile(
    r"(?:加强与|做好与|强化与|保持与|与|向|同|报送|报请|上报|报|争取|积极争取|对接|协调|提请|提交|抄送|商|征求|请示|会商|需|涉及需|函告|衔接|请求)(?:[^，。；、]{0,4})$"
)
_INVOKED = re.compile(r"(?:按照|根据|落实|贯彻落实|贯彻|遵照|依照)(?:好|了)?$")
_AUTHORITY = re.compile(r"(?:关于[^，。；]{0,20})?的?(?:重大|各项)?(?:决策|工作)?(?:部署|要求|安排|精神|决定|意见)")
ABOUT = ("Project", "Speech", "Event", "Mechanism", "Term", "Indicator")


def link_acts(minutes: Minutes) -> None:
    """Adds the links of every directive, decision and clause."""
    places = _Places(minutes)
    index = DoerIndex(minutes)
    titles = _full_titles(minutes)
    linked: set[int] = set()
    acts: list[Act] = [*minutes.directives, *minutes.decisions]
    for act in acts:
        for mention in places.within(act.span):
            linked.add(id(mention))
            minutes.links.extend(_links(minutes.text, act, mention, titles))
        if isinstance(act, Directive):
            minutes.links.extend(_consulted(minutes.text, act, index))
        minutes.links.extend(_created(minutes.text, act, places))
    minutes.links.extend(_of_clauses(minutes, places, index, linked))


class _Places:
    """The mentions of a document by place."""

    def __init__(self, minutes: Minutes) -> None:
        self.mentions = sorted((m for m in minutes.mentions if len(m.span)), key=lambda m: m.span.start)
        self.starts = [m.span.start for m in self.mentions]

    def within(self, span: Span) -> list[Mention]:
        """The mentions that lie within a stretch, in order."""
        found = self.mentions[bisect_left(self.starts, span.start):bisect_left(self.starts, span.end)]
        return [m for m in found if m.span.end <= span.end]


def _links(text: str, act: Act, mention: Mention, titles: dict[str, Mention]) -> Iterator[Link]:
    """CITES, DRAFTS or IMPLEMENTS a document, SETS a target, is ABOUT a project or speech; an alias stands for its document."""
    if mention.type == "PolicyDocument":
        kind = _document_link(text, act, mention)
        yield Link(kind, act, mention, f"link-{kind.lower()}")
        if titles.get(mention.name, mention) is not mention:
            yield Link(kind, act, titles[mention.name], f"link-{kind.lower()}")
    elif mention.type == "Target":
        yield Link("SETS", act, mention, "link-sets")
    elif mention.type in ABOUT:
        created = mention.type == "Mechanism" and _SET_UP.search(text, max(act.span.start, mention.span.start - 24), mention.span.start)
        kind = "CREATES" if created else "ABOUT"
        yield Link(kind, act, mention, f"link-{kind.lower()}")


def _document_link(text: str, act: Act, mention: Mention) -> str:
    before = text[max(act.span.start, mention.span.start - 14):mention.span.start]
    if _DRAFTED.search(before):
        return "DRAFTS"
    return "IMPLEMENTS" if _CARRIED_OUT.search(before) else "CITES"


def _full_titles(minutes: Minutes) -> dict[str, Mention]:
    """The documents by the short titles that the minutes give them."""
    found: dict[str, Mention] = {}
    for mention in minutes.mentions_of("PolicyDocument"):
        aliases = mention.attributes.get("aliases")
        for alias in aliases if isinstance(aliases, list) else ():
            found.setdefault(alias, mention)
    return found


def _created(text: str, act: Act, places: _Places) -> Iterator[Link]:
    """成立|河道整治推进领导小组，下设|综合组、征迁组、监督组: the bodies set up, each of the list."""
    last_end = -1
    for mention in places.within(act.span):
        if mention.type != "Organization" or mention.attributes.get("generic"):
            continue
        continues = last_end >= 0 and _LISTED.fullmatch(text, last_end, mention.span.start)
        if continues or _SET_UP.search(text, max(act.span.start, mention.span.start - 8), mention.span.start):
            yield Link("CREATES", act, mention, "link-creates")
            last_end = mention.span.end


def _consulted(text: str, directive: Directive, index: DoerIndex) -> Iterator[Link]:
    """加强与|发改、水利…的沟通, 报|航道处备案, 向|区政府专题报告: bodies that do not answer."""
    answering = {id(owner.mention) for owner in directive.owners}
    for doers in index.lists_in(directive.span):
        if _CONSULTED.search(text, max(directive.span.start, doers.start - 10), doers.start):
            for mention in doers.members:
                if mention.type == "Organization" and mention.rule != "owner-group" and id(mention) not in answering:
                    yield Link("CONSULTS", directive, mention, "link-consults")


def _of_clauses(minutes: Minutes, places: _Places, index: DoerIndex, linked: set[int]) -> Iterator[Link]:
    """Documents that no act names, and the bodies on whose authority a clause rests: 按照|市委、市政府|的决策部署."""
    holders = _Holders(minutes)
    for mention in places.mentions:
        clause = holders.clause_at(mention.span) if mention.type == "PolicyDocument" and id(mention) not in linked else None
        if clause:
            yield Link("CITES", clause, mention, "link-cites")
    for clause in minutes.clauses():
        for doers in index.lists_in(clause.lead) if _AUTHORITY.search(minutes.text, clause.lead.start, clause.lead.end) else ():
            invoked = _INVOKED.search(minutes.text, max(clause.lead.start, doers.start - 6), doers.start)
            if invoked and _AUTHORITY.match(minutes.text, doers.end, clause.lead.end):
                yield from (Link("INVOKES", clause, m, "link-invokes") for m in doers.members if m.type == "Organization")


class _Holders:
    """The clause that holds a place, found among clauses in the order of the text."""

    def __init__(self, minutes: Minutes) -> None:
        self.root = minutes.root
        self.clauses = minutes.clauses()
        self.starts = [clause.span.start for clause in self.clauses]

    def clause_at(self, span: Span) -> Clause | None:
        """The innermost clause that holds the stretch."""
        index = bisect_right(self.starts, span.start) - 1
        clause: Clause | None = self.clauses[index] if index >= 0 else None
        while clause and not clause.span.holds(span):
            clause = clause.parent
        return clause if clause is not self.root else None
