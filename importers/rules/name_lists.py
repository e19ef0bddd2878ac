"""Lists of persons after a label: 秦越  陆文渊, 鲁秀云（教务处）、盛林（财务处）, 工程技术部 李准, 王區長大明."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from importers.annotations import Span
from importers.lexicon import lexicon
from importers.rules.names import LATIN, is_name, squeezed, surname_length
from importers.rules.post_words import post_words, title_before

TOKEN = re.compile(rf"(?P<latin>{LATIN.pattern})|(?P<bracket>[（(][^（()）\n]*[）)])|(?P<gap>[\s　]+)|(?P<mark>[、，,；;/。.：:|]+)|(?P<words>(?:(?!{LATIN.pattern})[^\s　、，,；;/。.：:|（()）])+|[（()）])")
JOINT = re.compile(r"以及|[和及与暨與]")
BODY_LAST = tuple("局处科室部委办院校所站队组厅署会司镇乡村心团库厂中")
ENDING = re.compile(r"(?:同志)?(?:等(?:同志|人|领导|\d+[人名位](?:同志)?)?)?$")


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name in a list. `name` differs from the words of the span where a title stands inside (王區長大明 → 王大明)."""

    span: Span
    name: str


def names_listed(text: str, span: Span) -> list[ListedName]:
    """The names in a list of persons and bodies, in the order of the text; bodies, ranks and groups of people are passed over."""
    items = [part for item in _joined(text, _items(text, span)) for part in _parted(text, item)]
    found = [name for item in items for name in [_name_in(text, item)] if name]
    found += [ListedName(b, squeezed(b.of(text))) for b in _bracketed(text, span) if not any(n.span.end <= b.start <= n.span.end + 3 for n in found)]
    found.sort(key=lambda name: name.span.start)
    return list({name.span.start: name for name in found}.values())


def _items(text: str, span: Span) -> Iterator[Span]:
    """The stretches between separators; brackets separate too, for what they hold is a body, a post or a reason."""
    for token in TOKEN.finditer(text, span.start, span.end):
        if token.lastgroup in ("words", "latin"):
            yield Span(token.start(), token.end())


def _bracketed(text: str, span: Span) -> Iterator[Span]:
    """A name in brackets behind its body: 水库管理所（于海）."""
    for bracket in re.compile(r"[（(]\s*([^（()）\n]{2,6}?)\s*[）)]").finditer(text, span.start, span.end):
        if is_name(bracket[1]) and text[bracket.start() - 1:bracket.start()] in BODY_LAST:
            yield Span(bracket.start(1), bracket.end(1))


def _parted(text: str, item: Span) -> Iterator[Span]:
    """Divides 常平以及|施工方负责人段磊, 石磊和|王建国 behind a name; not 规划和自然资源局."""
    start = item.start
    for joint in JOINT.finditer(text, item.start, item.end):
        if joint.start() > start and joint.end() < item.end and _name_in(text, Span(start, joint.start())):
            yield Span(start, joint.start())
            start = joint.end()
    yield Span(start, item.end)


def _joined(text: str, items: Iterator[Span]) -> Iterator[Span]:
    """Puts 李　明 together again, which is padded to the width of three characters."""
    waiting: Span | None = None
    for item in items:
        single = len(item) == 1
        if waiting and single and not text[waiting.end:item.start].strip(" 　") and is_name(waiting.of(text) + item.of(text)):
            yield Span(waiting.start, item.end)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = item if single and surname_length(item.of(text)) else None
        if not waiting:
            yield item
    if waiting:
        yield waiting


def _name_in(text: str, item: Span) -> ListedName | None:
    """The name that one item of a list gives."""
    ending = ENDING.search(text, item.start, item.end)
    item = Span(item.start, ending.start()) if ending else item
    words = item.of(text)
    if is_name(words):
        return ListedName(item, squeezed(words))
    return _with_title_inside(item, words) or _before_its_title(item, words) or _after_post_or_body(text, item)


def _with_title_inside(item: Span, words: str) -> ListedName | None:
    """王區長大明: surname, title, given name."""
    length = surname_length(words)
    title = post_words().title.match(words, length) if length else None
    given = words[title.end():] if title else ""
    name = words[:length] + given
    return ListedName(item, name) if 1 <= len(given) <= 2 and title and is_name(name) and title.start() == length else None


def _before_its_title(item: Span, words: str) -> ListedName | None:
    """齐鸣远处长; not 张主任."""
    for length in (3, 4, 2):
        title = post_words().title.match(words, length)
        if title and title.end() == len(words) and is_name(words[:length]) and (length > 2 or len(title[0]) > 2):
            return ListedName(Span(item.start, item.start + length), words[:length])
    return None


def _after_post_or_body(text: str, item: Span) -> ListedName | None:
    """局长段启明, 市水利局王建国; nothing where the whole is a post: 总会|计师."""
    if title_before(text, item.end, item.start):
        return None
    for length in (4, 3, 2):
        start = item.end - length
        if start <= item.start or not is_name(text[start:item.end]) or (length == 4 and surname_length(text[start:item.end]) < 2):
            continue
        title = title_before(text, start, item.start)
        if title and len(title_before(text, start + 1, item.start)) > len(title) and is_name(text[start + 1:item.end]):
            continue
        if title or text[item.start:start].endswith(lexicon("posts").words("body_ends")):
            return ListedName(Span(start, item.end), text[start:item.end])
    return None
