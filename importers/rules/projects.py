"""Named works, programmes and campaigns: 青澜河西岸工程, 智慧交通平台一期, “清澈青澜”八大专项行动, 第三次全国水利普查; not 重点工程."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from importers.annotations import Mention, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.body_names import outermost
from importers.rules.name_start import clause_floor
from importers.rules.shields import Shield, book_titles
from importers.script import simplified

LEAST = 4
"""A name has at least this many characters: 南陂东闸."""

_QUOTED = re.compile(r"[㐀-鿿]{0,6}?“[^“”\n]{2,12}”[㐀-鿿]{0,4}?(?:专项行动|行动计划|行动|攻坚战|整治|创建|建设|工程|计划|活动|改革)(?!方案|办法|领导小组)")
_WITHIN = re.compile(r"“(?P<name>[^“”\n]{2,8}(?:工程|行动|计划))”(?!方案|办法)")
"""“千万工程”, not “一号工程” or “形象工程”"""
_EDUCATION = re.compile(r"(?P<name>(?:深入贯彻[㐀-鿿]{2,20}?精神|树立和践行[㐀-鿿]{2,8}|“[^“”\n]{2,12}”)学习教育)(?!基地|阵地|工作)")
"""深入贯彻中央八项规定精神学习教育, “两学一做”学习教育: campaigns that are named by what is learnt."""
_HOUSES = ("中心", "学校", "小学", "中学", "学院", "大学", "医院", "卫生院", "幼儿园", "馆", "站", "所", "社区", "村")
"""Bodies whose house a work may be named after: 东里活动中心|防水修缮工程."""
_VISITED = ("到", "在", "赴", "至", "前往", "位于")
_PLACES = ("产业园", "工业园", "科技园", "示范区", "试验区", "先行区", "实训基地", "文化广场", "综合体", "大桥", "特大桥", "门诊楼", "住院楼", "教学楼", "变电站")
"""到云河产业园 is where one goes, not what is built."""
_CENSUS = re.compile(r"第[一二三四五六七八九十]{1,3}次全国[㐀-鿿]{2,8}?普查")
_SMART = re.compile(r"智慧[㐀-鿿]{2,6}?平台(?![一二三]期)")
"""智慧水务平台"""
_TWIN = re.compile(r"(?:隧道|大桥|桥梁|道路|泵站|水库|管网|船闸|枢纽|码头|河道|堤防)$")
"""隧道|及接线工程 is one work."""
_WORK_VERBS = ("修缮", "拆除", "提升", "优化", "保障", "完善")
_OPENING_NOISE = re.compile(r"(?:[一二三四五六七八九十\d]+[、.．]|[年月日号前后]|其中|以及|同时|年底|月底|全部|一批|一轮|项)")


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """The last words of works and campaigns, what stands before names, and the mere kinds."""
    words = lexicon("projects")
    last = re.compile(rf"(?:{alternation((*words.words('works'), *words.words('campaigns')))})(?!{alternation(words.words('not_before'))})")
    return last, re.compile(alternation(words.words("openers"))), frozenset(words.words("kinds"))


@cache
def _kind() -> re.Pattern[str]:
    """Fields of work and qualifiers with 工程 or 项目, and no name among them: 省重大产业项目, 水务系统工程项目."""
    rivers = ("太湖", "长江", "黄河", "淮河", "珠江", "海河")
    fields = [word for word in lexicon("organizations").words("core") if len(word) > 1 and word not in rivers]
    return re.compile(rf"(?:{alternation((*fields, *lexicon('projects').words('qualifiers')))})+?(?:工程|项目)+")


def find_projects(minutes: Minutes) -> None:
    """Adds a Project mention for every named work, programme or campaign outside 《》 and bodies' names."""
    text = simplified(minutes.text)
    bodies = {m.span.end: m.span for m in minutes.mentions if m.type in ("Organization", "Person")}
    shield, inside = Shield(book_titles(text)), Shield(bodies.values())
    for span in outermost([*_quoted(text), *_named(text)]):
        inner = [bodies[end] for end in range(span.start + 1, span.end) if end in bodies]
        if any(not (text[body.end - 1] == "馆" or (body.start == span.start and text[body.start:body.end].endswith(_HOUSES))) for body in inner):
            continue
        if not shield.covers(span.start, span.end) and not inside.covers(span.end - 1, span.end):
            held = [m for m in minutes.mentions if m.type == "Organization" and span.holds(m.span)]
            if any(not m.rule.startswith("organization-") for m in held):
                continue  # who meets, or whose post it is, stays a body
            minutes.mentions = [m for m in minutes.mentions if m not in held]
            minutes.mentions.append(Mention("Project", span, "project-name", span.of(minutes.text)))


def _goes_on(text: str, floor: int, opener: re.Match[str], last: int) -> bool:
    """Whether an opener is only part of the name: 隧道|及|接线工程, 防水|修缮|工程."""
    if opener[0] in ("及", "和", "与"):
        return bool(_TWIN.search(text, max(floor, opener.start() - 3), opener.start()))
    return opener.end() == last and opener[0] in _WORK_VERBS


def _least_before(last: str) -> int:
    """How many characters must stand before the last word, so that it is a name and no kind: 外资|项目 is a kind."""
    return {"项目": 4, "工程": 3, "示范区": 4, "试验区": 6, "先行区": 6, "综合体": 4, "一期": 3, "二期": 3, "三期": 3, "南段": 3, "北段": 3, "东段": 3, "西段": 3}.get(last, 2)


def _quoted(text: str) -> Iterator[Span]:
    """“样板河湖”创建, 河湖“清四乱”, 第三次全国水利普查."""
    _, openers, _ = _words()
    for match in _QUOTED.finditer(text):
        begin = text.index("“", match.start())
        if match[0].endswith(("工程", "改革")) and text.startswith(lexicon("projects").words("figures"), begin + 1):
            continue
        lead = list(openers.finditer(text, match.start(), begin))
        yield Span(lead[-1].end() if lead else match.start(), match.end())
    for match in _CENSUS.finditer(text):
        yield Span(match.start(), match.end())
    for match in (*_WITHIN.finditer(text), *_EDUCATION.finditer(text)):
        if not match["name"].startswith(lexicon("projects").words("figures")):
            yield Span(match.start("name"), match.end("name"))


def _named(text: str) -> Iterator[Span]:
    """Works and campaigns by their last words, read back to the word that introduces them."""
    last, openers, kinds = _words()
    for match in _SMART.finditer(text):
        yield Span(match.start(), match.end())
    for match in last.finditer(text):
        floor = clause_floor(text, match.start(), 24)
        found = [m for m in openers.finditer(text, floor, match.start()) if not _goes_on(text, floor, m, match.start())]
        start = found[-1].end() if found else floor
        if found and found[-1][0] in _VISITED and match[0] in _PLACES:
            continue
        noise = list(_OPENING_NOISE.finditer(text, start, match.start()))
        start = noise[-1].end() if noise else start
        name = text[start:match.end()]
        if len(name) >= LEAST and match.start() - start >= _least_before(match[0]) and "等" not in name and name not in kinds and not _kind().fullmatch(name) and not name.endswith(f"的{match[0]}"):
            yield Span(start, match.end())
