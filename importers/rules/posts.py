"""Who holds which post, as printed beside the name; bodies inside a post become organizations of their own."""

from __future__ import annotations

import re

from importers.annotations import Holding, Mention, Minutes, Span
from importers.lexicon import lexicon
from importers.rules.post_words import ALIAS, bare_title, body_in, held_by_several, post_words, posts_after, posts_before, title_before

TAKES_OFFICE = re.compile(r"(?:同志)?(?:不再)?(?:担任|兼任|出任|任命为|聘任为|任|为|擔任|兼)([^，。；：\n（）]{2,60})")
FURTHER_OFFICE = re.compile(r"[，,](?:同时|并)?(?:不再)?(?:担任|兼任|任)([^，。；：\n（）]{2,60})")
LEAVES_OFFICE = re.compile(r"(?:同志)?(?:辞去|的)([^，。；：\n（）]{2,60}?)(?:等)?(?:职务|一职)")
TAKEN = re.compile(r"(?:同志)?(?:担任|兼任|擔任|任)(?=[，。；、\n]|$)")
ENUMERATION = re.compile(r"(?:同志)?[、和][^，。；：\n]{0,30}")


def hold_posts(minutes: Minutes) -> None:
    """Gives every named person the posts that the text prints for them."""
    people = minutes.mentions_of("Person")
    posts: dict[int, Mention] = {}
    bodies = {m.span: m for m in reversed(minutes.mentions) if m.type == "Organization"}
    shared: list[Span] = []
    for index, person in enumerate(people):
        before = posts_before(minutes.text, person.span.start, spaced=True)
        if not before and index and _continues(minutes.text, people[index - 1], person):
            before = [post for post in shared if held_by_several(post.of(minutes.text))]
        shared = before
        for span in [*before, *_inside(minutes.text, person), *posts_after(minutes.text, person.span.end), *_taken_up(minutes.text, people, index)]:
            _hold(minutes, person, span, posts, bodies)
    _keep_fullest(minutes)


def _continues(text: str, previous: Mention, person: Mention) -> bool:
    """Whether the name follows the one before it in a list: 石磊、贺明慧."""
    return text[previous.span.end:person.span.start].strip() in ("、", "和", "及", "与")


def _inside(text: str, person: Mention) -> list[Span]:
    """The title between surname and given name: 王|區長|大明."""
    title = post_words().title.search(text, person.span.start, person.span.end) if person.name != person.span.of(text) else None
    return [Span(title.start(), title.end())] if title else []


def _taken_up(text: str, people: list[Mention], index: int) -> list[Span]:
    """由副院长戚国栋任组长, 卢静怡同志任项目首席联络专员; the names listed before it share the post (石岩、盖晓明任副指挥长)."""
    last = index
    while last + 1 < len(people) and last - index < 12 and ENUMERATION.fullmatch(text, people[last].span.end, people[last + 1].span.start):
        last += 1
    at = people[last].span.end
    office = TAKES_OFFICE.match(text, at) or LEAVES_OFFICE.match(text, at)
    found: list[Span] = _named_before(text, people, index) if TAKEN.match(text, at) else []
    while office and len(found) < 12:
        found += _offices(text, Span(office.start(1), office.end(1)))
        office = FURTHER_OFFICE.match(text, office.end())
    return found


def _named_before(text: str, people: list[Mention], index: int) -> list[Span]:
    """组长|由院长康宁担任, 副组长|由副院长黎晓月、封亮担任: the post stands before 由."""
    first = index
    while first > 0 and index - first < 12 and ENUMERATION.fullmatch(text, people[first - 1].span.end, people[first].span.start):
        first -= 1
    start = people[first].span.start
    clause = max(text.rfind(mark, max(0, start - 60), start) for mark in "，。；：\n")
    by = text.find("由", max(clause + 1, start - 40), start)
    return posts_before(text, by) if by > 0 else []


def _offices(text: str, span: Span) -> list[Span]:
    """The posts of 任|市水务局党组书记、局长 and 不再担任|办公室主任职务, up to what is no post."""
    found: list[Span] = []
    for piece in re.compile(r"[^、和]+(?:和[^、和]*(?=局|委|处|科|部|办|厅)[^、和]*)?").finditer(text, span.start, span.end):
        words = re.sub(r"(?:等)?(?:职务|一职|職務)$", "", piece[0])
        if not title_before(words, len(words)) or "任" in words.removesuffix("主任")[:-1].replace("主任", ""):
            break
        found.append(Span(piece.start(), piece.start() + len(words)))
    return found


def _hold(minutes: Minutes, person: Mention, span: Span, posts: dict[int, Mention], bodies: dict[Span, Mention]) -> None:
    """Records that the person holds the post of this stretch."""
    title = span.of(minutes.text)
    post = posts.get(span.start)
    if not post:
        post = posts[span.start] = Mention("Post", span, "post: beside a name", title)
        minutes.mentions.append(post)
    minutes.holdings.append(Holding(person, post, _body(minutes, span, title, bodies)))


def _body(minutes: Minutes, post: Span, title: str, bodies: dict[Span, Mention]) -> Mention | None:
    """The body inside a post (局党组书记 → 局党组), or the one before it whose alias parts them: 市航道管理处（以下简称“航道处”）处长."""
    length = body_in(title)
    span = Span(post.start, post.start + length) if length else _before_alias(minutes.text, post)
    if not span or title[:length] in lexicon("posts").words("bare_bodies"):
        return None
    if span not in bodies:
        bodies[span] = Mention("Organization", span, "organization: inside a post", span.of(minutes.text))
        minutes.mentions.append(bodies[span])
    return bodies[span]


def _before_alias(text: str, post: Span) -> Span | None:
    """The body's full name before （以下简称…） that stands directly before a bare title."""
    if text[post.start - 1:post.start] not in ("）", ")") or bare_title(post.of(text)) != post.of(text):
        return None
    opening = max(text.rfind("（", max(0, post.start - 60), post.start), text.rfind("(", max(0, post.start - 60), post.start))
    if opening < 0 or not ALIAS.match(text, opening + 1):
        return None
    body = re.search(r"(?:[^，。；：、\s（）]|（[^（）]{1,8}）)+$", text[max(0, opening - 40):opening])
    if not body:
        return None
    name = re.sub(r"^.*?(?:听取了?|由|受|经)", "", body[0])
    return Span(opening - len(name), opening) if name.endswith(lexicon("posts").words("body_ends")) else None


def _keep_fullest(minutes: Minutes) -> None:
    """Drops a shorter repeat of a post that the person was given before: 局长 after 市水利局局长."""
    held: dict[str, set[str]] = {}
    kept: list[Holding] = []
    for holding in sorted(minutes.holdings, key=lambda h: h.post.span.start):
        earlier = held.setdefault(holding.person.name, set())
        if not any(post != holding.post.name and post.endswith(holding.post.name) for post in earlier):
            kept.append(holding)
        earlier.add(holding.post.name)
    minutes.holdings = kept
    used = {id(h.post) for h in minutes.holdings}
    minutes.mentions = [m for m in minutes.mentions if m.type != "Post" or id(m) in used or m.rule != "post: beside a name"]
