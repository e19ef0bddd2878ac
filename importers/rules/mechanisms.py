"""Standing arrangements: 月度例会制度, 排口巡查通报机制, “周周清、月月评、季季考”“光荣榜”等机制."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import Mention, Minutes, Span
from importers.rules.rhythms import rhythm
from importers.rules.shields import Shield, book_titles

_KIND = r"(?:机制|制度|责任制|负责制|清单制|承诺制|销号制|会商制)"
_SET_UP = re.compile(
    rf"(?:建立健全|建立|健全|完善|实行|推行|执行|落实|启动|用好|坚持|优化|运用|探索|构建|按本纪要明确的)(?:了|并落实|并实行)?"
    rf"(?:的|好)?(?P<name>(?:“[^“”\n]{{2,24}}”|[省市县区镇]、(?:市（县）区|县（市、区）|[省市县区镇])|[^，。；、“”\n：]){{1,22}}?{_KIND})(?!改革|建设|创新|化)"
)
_QUOTED = re.compile(rf"(?P<list>(?:“[^“”\n]{{2,20}}”[、和]?){{1,6}})等?(?:工作)?{_KIND}")
_INNER = re.compile(r"“(?P<words>[^“”\n]{2,20})”")
_ITEM = re.compile(r"[^、，]+")
_KINDS = frozenset((
    "机制", "制度", "责任制", "长效机制", "体制机制", "工作机制", "各项制度", "规章制度", "工作制度", "相关制度", "有关制度", "管理制度", "内部制度",
    "各项机制", "相关机制", "协调机制", "保障机制", "管理机制", "运行机制", "各项规章制度", "监管机制", "常态化机制", "责任机制",
))


def find_mechanisms(minutes: Minutes) -> None:
    """Adds a Mechanism mention for every standing arrangement with a name, with its rhythm."""
    shield = Shield(book_titles(minutes.text))
    seen: set[Span] = set()
    for span in (*_quoted(minutes.text), *_set_up(minutes.text)):
        words = span.of(minutes.text)
        if span not in seen and words not in _KINDS and len(words) > (2 if "“" in minutes.text[max(0, span.start - 12):span.start] else 4) and not shield.covers(span.start, span.end):
            seen.add(span)
            recurrence = rhythm(words)
            minutes.mentions.append(Mention("Mechanism", span, "mechanism", words, {"recurrence": recurrence} if recurrence else {}))


def _set_up(text: str) -> Iterator[Span]:
    """建立|在建工程月度例会制度; a quoted list before 机制 is read by its members."""
    for match in _SET_UP.finditer(text):
        if not _QUOTED.fullmatch(match["name"]):
            yield Span(match.start("name"), match.end("name"))


def _quoted(text: str) -> Iterator[Span]:
    """“周周清、月月评、季季考”“光荣榜”等机制: each member of each quotation."""
    for match in _QUOTED.finditer(text):
        for inner in _INNER.finditer(text, match.start("list"), match.end("list")):
            for item in _ITEM.finditer(text, inner.start("words"), inner.end("words")):
                yield Span(item.start(), item.end())
