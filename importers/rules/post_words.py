"""Posts as printed beside a name: 局党组书记、局长|段启明, 齐鸣远|处长, 陆文渊|（局党组副书记、副局长）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from importers.annotations import Span
from importers.lexicon import alternation, lexicon
from importers.rules.names import is_name

LONGEST = 40
"""How far a post reaches to the left of its last character."""

STOPS = frozenset("，。．.；：、！？《》“”\"'’‘,;:!?【】[]|\n\t（(")
SPACES = " 　\t\xa0"
_QUOTED_WORD = re.compile(r"(?<=[㐀-鿿])“[㐀-鿿]{1,4}”$")
"""村“两委”|成员"""
ALIAS = re.compile(r"(?:以下)?(?:统称|简称|统稱|簡稱|下称|下稱|又称)")


@dataclass(frozen=True, slots=True)
class PostWords:
    """The words by which posts are cut out of a sentence, ready for look-up."""

    titles: frozenset[str]
    longest_title: int
    title: re.Pattern[str]
    plural: frozenset[str]
    weak: frozenset[str]
    ranks: tuple[str, ...]
    before: re.Pattern[str]
    heads: frozenset[str]
    head_exceptions: tuple[str, ...]


@cache
def post_words() -> PostWords:
    """The lexicon of posts, compiled once."""
    words = lexicon("posts")
    titles = words.words("titles")
    return PostWords(
        frozenset(titles), max(map(len, titles)), re.compile(alternation(titles)), frozenset(words.words("plural")),
        frozenset(words.words("weak")), tuple(sorted(words.words("ranks"), key=len, reverse=True)),
        re.compile(rf"(?<=[\d一二三四五六七八九十])[日号]|{alternation(words.words('before_post'))}"), frozenset(words.words("clause_heads")), words.words("clause_head_exceptions"),
    )


def title_before(text: str, end: int, start: int = 0) -> str:
    """The longest title that ends here, or nothing."""
    known = post_words()
    for length in range(min(known.longest_title, end - start), 1, -1):
        if text[end - length:end] in known.titles:
            return text[end - length:end]
    return ""


def posts_before(text: str, end: int, spaced: bool = False) -> list[Span]:
    """The posts that stand directly before a name, in the order of the text.

    `局党组书记、局长|段启明` gives two, `副市长兼经开区党工委书记|陆长河` gives two, `市发改委副主任汪涛、市住建局副局长|贺川` gives one.
    `spaced` lets spaces stand between post and name.
    """
    found: list[Span] = []
    if spaced:
        while end > 0 and text[end - 1] in SPACES:
            end -= 1
    while title_before(text, end):
        segment = _segment(text, end)
        found[:0] = _split_jointly_held(text, segment)
        if segment.start == 0 or text[segment.start - 1] not in "、":
            break
        end = segment.start - 1
    return found


def posts_after(text: str, start: int) -> list[Span]:
    """The posts that stand directly after a name: a title (齐鸣远|处长), or titles in brackets （局党组副书记、副局长）."""
    known = post_words()
    bracket = re.compile(r"[ 　]*[（(]([^（()）\n]{2,60})[）)]").match(text, start)
    if bracket:
        return posts_listed(text, Span(bracket.start(1), bracket.end(1)))
    title = known.title.match(text, start)
    if not title or title[0] in known.weak or title[0] == "总工":
        return []
    return [Span(start, title.end())]


def posts_listed(text: str, span: Span) -> list[Span]:
    """The posts of a list of nothing but posts and bodies: 副局长, 局党组副书记、副局长, 市水利局，副局长."""
    pieces = re.compile(r"[^、，,；;/\s]+").finditer(text, span.start, span.end)
    posts = [Span(p.start(), p.end()) for p in pieces if title_before(text, p.end(), p.start())]
    return [part for post in posts for part in _split_jointly_held(text, post)]


def _segment(text: str, end: int) -> Span:
    """The post that ends here, cut at the beginning of its clause and after 听取了, 由, 受, 经 …"""
    start, floor = end, max(0, end - LONGEST)
    while start > floor and text[start - 1] not in SPACES:
        quoted = _QUOTED_WORD.search(text, floor, start) if text[start - 1] == "”" and start < end else None
        if text[start - 1] in STOPS and not quoted:
            break
        if quoted:
            start = quoted.start()
            continue
        opening = _opening(text, start - 1, floor) if text[start - 1] in "）)" else start - 1
        if opening is None:
            break
        start = opening
    return _trimmed(text, start, end)


def _opening(text: str, close: int, floor: int) -> int | None:
    """Where a bracket inside a body's name opens; None for an alias (以下简称…), which ends the body's name, and for a marker （一）."""
    at = close
    while at > floor and text[at] not in "（(":
        at -= 1
    numbers = at == 0 or not re.match(r"[㐀-鿿]", text[at - 1])
    return None if at <= floor or numbers or ALIAS.search(text, at, close) else at


def _trimmed(text: str, start: int, end: int) -> Span:
    """Cuts off what belongs to the sentence and not to the post."""
    known = post_words()
    limit = end - len(title_before(text, end))
    for word in known.before.finditer(text, start, limit):
        start = word.end()
    for joint in re.compile(r"[和与及與由的]").finditer(text, start, limit):
        if joint[0] == "的" or _ends_person(text, start, joint.start()) or title_before(text, joint.start(), start):
            start = joint.end()
    if start < limit and text[start] in known.heads and not text.startswith(known.head_exceptions, start):
        start += 1
    return Span(start, end)


def _ends_person(text: str, start: int, end: int) -> bool:
    """Whether what ends before 和 is a person, so that the post begins after it: 镇长祝海燕和|副镇长."""
    words = text[start:end]
    return is_name(words) or any(is_name(words[-n:]) and title_before(words, len(words) - n) for n in (3, 2) if len(words) > n)


def _split_jointly_held(text: str, span: Span) -> list[Span]:
    """Divides 副市长兼经开区党工委书记 at 兼."""
    parts: list[Span] = []
    start = span.start
    for joint in re.finditer("兼", span.of(text)):
        at = span.start + joint.start()
        if title_before(text, at, start):
            parts.append(Span(start, at))
            start = at + 1
    return [*parts, Span(start, span.end)]


def bare_title(post: str) -> str:
    """A post without its body: 市住建局副局长 → 副局长."""
    return title_before(post, len(post))


def held_by_several(post: str) -> bool:
    """Whether several persons may hold this post at a time, so that a list of names can share it: 镇党委委员, 副局长."""
    title = bare_title(post)
    return title in post_words().plural or title.startswith("副")


def body_in(post: str) -> int:
    """How many characters of the post name the body that it belongs to: 局党组|书记 → 3, 区长 → 0."""
    words = lexicon("posts")
    length = len(post) - len(bare_title(post))
    for rank in post_words().ranks:
        if post[:length].endswith(rank):
            length -= len(rank)
            break
    body = post[:length]
    if body and bare_title(post)[0] in "课課科处處股" and not body.endswith(bare_title(post)[0]):
        return 0
    known = body.endswith(words.words("body_ends")) and body not in words.words("bare_bodies")
    return length if known else 0
