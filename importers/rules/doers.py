"""Who may answer within a directive: lists of named bodies, sets, persons and groups, each list as one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from importers.annotations import Mention, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.acting_groups import acting_groups
from importers.script import simplified

_ALIAS = r"(?:[（(][^（()）]{0,40}[）)])?"
_ALIAS_OPENS = re.compile(r"简称(?:为)?[“\"《：:]?$")
_COMRADE = r"(?:等?同志|先生|女士)?"
_JOINT = re.compile(rf"{_ALIAS}{_COMRADE}(?:[、和与及]|以及|及其|等|、\s*)?")
_LINKS = ("和", "与", "及", "、")
_WITH = ("与", "和", "及")
_COUNTERPART = re.compile(r"[^，。；、]{0,3}(?:做好|加强|进行|抓好|保持|积极|主动|及时)?(?:对接|沟通|衔接|协商|洽谈|交涉|签订|签署|会商|磋商|商定|联系|协调好)")
"""由水务公司与|铁路部门|对接: one acts, the other is spoken with."""
_BEHIND = re.compile(rf"{_ALIAS}{_COMRADE}(?:等(?:\d+个|[一二三四五六七八九十]+个|相关|有关|多)?(?:部门|单位|处室|科室|职能部门|委办局|机构|公司|企业)?)?{_COMRADE}(?:要?分别|都|均|也|则)?")
_PERSONS = ("干部", "领导", "职工", "员工", "人员", "党员", "师生", "成员", "同志", "主任", "长", "经理", "负责人", "委员", "教职工", "员", "师", "家", "家属", "秘书", "书记", "代表", "专家", "同仁", "学生", "户", "居民", "村民", "业主", "志愿者", "责任人", "承办人", "经办人", "会计", "护士", "医生")
_RANK = re.compile(r"(?:副?[省市区县镇乡校院局处科部所站队组厅司]长|主任|副主任|书记|副书记|总经理|副总经理|董事长|组长|副组长|主席|副主席|主委|常务副?[省市区县镇乡校院局]长|总工程师|秘书长|委员)$")


@dataclass(frozen=True, slots=True)
class Doers:
    """A list of doers: its members, where it begins (a post before a person included) and where its words end (同志, 等部门 included)."""

    members: tuple[Mention, ...]
    start: int
    end: int


class DoerIndex:
    """The mentions of a document that may answer, for look-up by place."""

    def __init__(self, minutes: Minutes) -> None:
        self.text = simplified(minutes.text)
        self.original = minutes.text
        self.posts = {m.span.end: m.span for m in minutes.mentions_of("Post")}
        within = sorted((m.span for m in minutes.mentions_of("Post")), key=lambda s: s.start)
        inside = _inside(within, minutes)
        self.found = [m for m in minutes.mentions_of("Organization", "Person") if len(m.span) and id(m) not in inside and not self._is_alias(m)]
        self.groups: dict[Span, Mention] = {}
        self._lists: dict[Span, tuple[Doers, ...]] = {}
        self.starts = [m.span.start for m in self.found]

    def _is_alias(self, mention: Mention) -> bool:
        """Whether the mention only gives a short name: （以下简称“质监站”）."""
        return bool(_ALIAS_OPENS.search(self.text, max(0, mention.span.start - 6), mention.span.start))

    def lists_in(self, span: Span) -> tuple[Doers, ...]:
        """The lists of doers in a stretch."""
        if span not in self._lists:
            self._lists[span] = tuple(self._doers(members, span) for members in self._members(span))
        return self._lists[span]

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions of a stretch with the groups that it names, in order."""
        named = self.found[bisect_left(self.starts, span.start):bisect_left(self.starts, span.end)]
        named = [m for m in named if m.span.end <= span.end]
        acting = list(self._acting(span, named))
        named = [m for m in named if not any(group.span.holds(m.span) for group in acting)]
        return sorted([*named, *acting, *self._groups_in(span, [*named, *acting])], key=lambda m: m.span.start)

    def _acting(self, span: Span, named: list[Mention]) -> Iterator[Mention]:
        """Groups told to act; one holds the sets that it ends with (沿江|各级党委和政府) and the bodies whose members it means (党支部|的同志)."""
        joints = [m.span.end + 1 for m in named if self.text[m.span.end:m.span.end + 1] in _LINKS]
        for place in dict.fromkeys(acting_groups(self.text, span, joints)):
            group = _group(place, place.of(self.original))
            inside = [m for m in named if m.span.start < place.end and place.start < m.span.end]
            if all(_belongs(m, group) for m in inside) and (len(inside) < 2 or inside[-1].span.end < place.end):
                yield self.groups.setdefault(place, group)

    def _groups_in(self, span: Span, named: list[Mention]) -> Iterator[Mention]:
        """分管领导, 机关干部, 项目法人: seats and groups without names."""
        for match in _groups().finditer(self.text, span.start, span.end):
            place = Span(match.start(), match.end())
            if not any(m.span.start < place.end and place.start < m.span.end for m in named):
                yield self.groups.setdefault(place, _group(place, match[0]))

    def _members(self, span: Span) -> list[list[Mention]]:
        """The mentions of a stretch, those together that one list names."""
        lists: list[list[Mention]] = []
        for mention in self.mentions_in(span):
            joint = _JOINT.fullmatch(self.text, lists[-1][-1].span.end, self._start(mention)) if lists else None
            if joint and not (joint[0][-1:] in _WITH and _COUNTERPART.match(self.text, mention.span.end, span.end)):
                lists[-1].append(mention)
            else:
                lists.append([mention])
        return lists

    def _doers(self, members: list[Mention], span: Span) -> Doers:
        behind = _BEHIND.match(self.text, members[-1].span.end, span.end)
        return Doers(tuple(members), self._start(members[0]), behind.end() if behind else members[-1].span.end)

    def _start(self, mention: Mention) -> int:
        """Where the words of a doer begin: 校长|尚志远."""
        start = mention.span.start
        if mention.type == "Person":
            if start in self.posts:
                return self.posts[start].start
            rank = _RANK.search(self.text, max(0, start - 6), start)
            start = rank.start() if rank else start
        return start


def _inside(posts: list[Span], minutes: Minutes) -> set[int]:
    """The organizations that are only part of a post: 局党组 in 局党组书记."""
    starts = [post.start for post in posts]
    found = set()
    for mention in minutes.mentions_of("Organization"):
        place = bisect_left(starts, mention.span.start + 1) - 1
        if place >= 0 and posts[place].holds(mention.span):
            found.add(id(mention))
    return found


def _belongs(inside: Mention, group: Mention) -> bool:
    """Whether a body or set is only part of a group's words: 工作|牵头部门, 县公安局|民警."""
    within = inside.type == "Organization" and group.span.holds(inside.span) and inside.span != group.span
    return within and (bool(inside.attributes.get("generic")) or group.type == "Post")


def _group(span: Span, words: str) -> Mention:
    seat = simplified(words).endswith(_PERSONS) or words.startswith("分管")
    return Mention("Post" if seat else "Organization", span, "owner-group", words, {"generic": True})


@cache
def _groups() -> re.Pattern[str]:
    return re.compile(alternation(lexicon("owners").words("groups")) + r"(?!办公室|制|会议|责任制)|[省市区县镇]属(?:国企|国有企业|企业|学校|医院)|(?<![㐀-鿿])(?:集团|公司|学校|学院|医院)(?=要|应|须)")
