"""What is a title and what is already a demand: 森林防火。 and 关于供水问题。 name a matter, 加快工程实施。 asks for it."""

from __future__ import annotations

import re
from functools import cache

from importers.annotations import Span
from importers.lexicon import lexicon
from importers.sentences import parts, sentences, trimmed

LONGEST_NOUN = 22
LONGEST_TITLE = 90
SHORTEST = 7
"""A line of so few characters is a title although a stop ends it: 其他事项。"""
_ABOUT = re.compile(r"(?:审议|研究|讨论|通报|听取)?[了]?关于[^。；：:]{1,80}?(?=[。；：:]|[，,]\s*(?:会议|经研究|经讨论|经审议|议定|决定|同意|原则|由|听取|与会)|$)")
_MATTER = re.compile(r"(?:问题|情况|事项|事宜|方面|议题|汇报|报告|方案|办法|意见|请示)$")
_WORK = re.compile(r"(?:工作|建设|管理|项目|工程|机制|经费|资金)$")
_WEAK_VERBS = re.compile(r"(?:规划|建设|服务|改革|监督|检查|学习|宣传|培训|考核|管理|安排|保障|防范|改造|研究|试点|采购|招标|评估|整治|治理|督查|督办|督导|调度|巡查|巡察|储备|演练|申报|值守|配套|设计|开发|奖励|表彰)")
_ITEM_VERB = re.compile(r"(?:传达|学习|集体学习|审议|审定|审查|研究|讨论|听取|通报|审核|汇报|报告|书面|解读|部署|集中学习|专题学习|安排部署|会前|选举|表决|通过|推荐|推选)")
_RESULT = re.compile(r"(?:审议|讨论|表决|研究|听取)?(?:并)?(?:一致|原则|原则上)?(?:通过|同意)")
"""审议通过《…》。 says what was settled and is no title."""
TOPICS = re.compile(r"\s*+(?:本次)?(?:会议|主要|研究)?(?:议题|议程)(?:如下)?\s{0,4}[：:]\s*+")
"""议题：1.听取…；2.研究…"""
_ASSIGNING = re.compile(r"负责|牵头|由.{2,20}(?:办理|承担|组织|落实)|(?:月底|年底|季度末|\d日|月份)前")


@cache
def _opening() -> re.Pattern[str]:
    orders = lexicon("orders")
    return re.compile(orders.pattern("verbs", "adverbs"))


@cache
def _modal() -> re.Pattern[str]:
    orders = lexicon("orders")
    return re.compile(orders.pattern("modals"))


def opens_a_demand(words: str) -> bool:
    """Whether words begin as orders do: 加强…, 进一步…, 要…, 应….

    监督检查工作, 落实情况, 建设资金问题 begin with the same characters and only name a matter.
    """
    words = words.strip("。；：: \t\n")
    if words[:1] in ("要", "应", "须", "需"):
        return not words.startswith(lexicon("orders").words("not_modal"))
    if not _opening().match(words):
        return False
    return not (_MATTER.search(words) or (_WORK.search(words) and _WEAK_VERBS.match(words)))


def heading_of(text: str, body: Span, *, leads: bool, below: bool) -> Span | None:
    """The title that a marker is followed by, up to and with the mark that ends it; None where the marker is followed by the demand.

    `leads`: the marker starts its paragraph. `below`: something that is no sibling follows in a paragraph of its own.
    一、审议《…方案》⏎   （一）关于青澜河保护工作，会议明确：   1．关于环湖绿道工程。会议认为…   二、秋粮收购。方守诚同志牵头…
    """
    first = sentences(text, body.start, body.end)[0]
    words = text[first.start:first.end].strip()
    if not words:
        return Span(body.start, body.start) if below else None
    whole = not text[first.end:body.end].strip()
    if whole and leads and _is_line_title(words, below):
        return Span(body.start, body.end)
    about = _ABOUT.match(text, first.start + _indent(text, first), first.end)
    if about:
        return Span(body.start, _past_mark(text, about.end(), body.end))
    alone = whole and not (below and (_MATTER.search(words.strip("。：: ")) or _WORK.search(words.strip("。：: ")) or len(words) <= SHORTEST))
    return _noun_heading(text, body, first, alone)


def _indent(text: str, span: Span) -> int:
    words = text[span.start:span.end]
    return len(words) - len(words.lstrip())


def _past_mark(text: str, at: int, end: int) -> int:
    return at + 1 if at < end and text[at] in "。；：:，," else at


def _is_line_title(words: str, below: bool) -> bool:
    """A line without a stop: a title if something stands below it or if it is not itself a demand."""
    if words[-1] in "。；;：:，,！" or len(words) > LONGEST_TITLE:
        return False
    if below:
        return not _ASSIGNING.search(words)
    return is_matter(words)


def is_matter(words: str) -> bool:
    """Whether words name a matter: 其他, 人事事项, 审议《…》, 秋粮收购; not a demand and not a sentence."""
    words = words.strip("。；：: ")
    if _ITEM_VERB.match(words) and not re.search(r"了|会议", words[:8]):
        return not _ASSIGNING.search(words)
    return not opens_a_demand(words) and not _modal().search(words) and not _ASSIGNING.search(words) and not re.search(r"[要应须已，]", words)


def _noun_heading(text: str, body: Span, first: Span, alone: bool) -> Span | None:
    """森林防火。今年雨水少…   “两客一危”。1260辆…   其他。同意…   防汛工作：由…"""
    if alone:
        return None
    end = first.end
    colon = re.compile(r"[：:]").search(text, first.start, min(first.end, first.start + LONGEST_NOUN + 1))
    if colon:
        end = colon.end()
    words = trimmed(text, Span(first.start, end)).of(text)
    item = bool(_ITEM_VERB.match(words)) and not re.search(r"了|会议", words) and len(words) <= LONGEST_TITLE
    if not words or _RESULT.match(words) or (len(words) > LONGEST_NOUN and not item) or (len(parts(text, first.start, end)) > 1 and not item):
        return None
    if re.match(r"会议|经", words) or not is_matter(words) or not re.search(r"[。：:]\s*$", text[first.start:end]):
        return None
    return Span(body.start, end)
