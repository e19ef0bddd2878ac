"""Which body's minutes these are: named in the head, or told by the field of work where the minutes only say 局."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from importers.annotations import Doubt, Minutes, Span
from importers.given_body import GivenBody
from importers.lexicon import alternation, lexicon

NAMED, TITLED, CHAIRED, INFERRED, PLACEHOLDER = 1.0, 0.8, 0.7, 0.6, 0.2
"""How sure it is: named; the place in the title; the body of who chaired; told by the field of work; only the word 局."""

_PARTY = re.compile(r"(?:党组|党委会|党委|党工委|党政综合办|党政办|委员会会议|办公室|局长|中心组|理论学习中心组)$")
_BARE = re.compile(
    r"(?:中共)?(?:本|我)?(?:局|处|委|厅|院|校|公司|集团|中心|所|站|学院|学校|医院)?"
    r"(?:党组|党委|党委会|党工委|中心组|理论学习中心组|党总支|党支部|办公室)?"
)
_PLACE = r"(?:[㐀-鿿]{2,7}?(?:特别行政区|自治区|自治州|自治县|省|市|区|县|州|旗))"
_BUREAU = re.compile(
    rf"(?:{_PLACE}){{0,3}}(?:[省市区县州](?=[㐀-鿿]{{2,}}(?:局|厅|委|委员会)$))?"
    rf"(?P<kind>(?!委|人民政府|政府|级|人大|政协)[㐀-鿿]{{2,12}}(?:局|厅|(?<![党工管])委|(?<!管理)委员会))"
)
_SIGNATURE = re.compile(
    rf"(?P<body>{_PLACE}{{1,2}}[㐀-鿿]{{2,10}}?(?:局|厅|委员会|(?<![党工管])委))(?:办公室)?[\s　]*[0-9〇零一二三四五六七八九]{{4}}年"
)
SIGNATURE_LINES = 6
_TOWN = re.compile(r"(?P<town>[㐀-鿿]{2,6}?(?:镇|乡|街道|社区|村|区|县|市))(?:党|人民政府|政府|办事处|村民|居民|现场|专题|联席)?")
LEAST_CUES, LEAST_LEAD = 3, 1.5


@dataclass(frozen=True, slots=True)
class IssuingBody:
    """The body: its canonical name within its minutes (`key`), its name in full, how sure that is, and whether minutes or user name it.

    The key of a bureau leaves out place and level (青原市交通运输局 → 交通运输局); what its minutes name is scoped by the name in full, so
    that bureaus of one kind in two cities stay apart. `aliases` and `parent`, the body above it, are the user's.
    """

    key: str
    name: str
    confidence: float
    stated: bool
    aliases: tuple[str, ...] = ()
    parent: str = ""


def issuing_body(minutes: Minutes) -> IssuingBody:
    """The body that the user names, else the one that the minutes tell."""
    given = minutes.given
    return IssuingBody(body_key(given.name), given.name, NAMED, True, given.aliases, given.parent) if given else told_body(minutes)


def check_given_body(minutes: Minutes) -> None:
    """Adds a doubt where the minutes print another issuing body than the user names."""
    told = told_body(minutes) if minutes.given else None
    if told and minutes.given and told.stated and told.confidence > CHAIRED and not agrees(minutes.given, told.name):
        at = minutes.text.find(told.name)
        place = Span(at, at + len(told.name)) if at >= 0 else minutes.header.title or Span(0, 0)
        given = f"{minutes.given.name} is given, and counts"
        minutes.doubts.append(Doubt(f"the minutes name {told.name} as the issuing body; {given}", place))


def agrees(given: GivenBody, printed: str) -> bool:
    """Whether a printed name is the given body's, a shorter or longer one of it, or a unit's of it: 市水利局, 云河市水利局河长办."""
    place, kind = placed(given.name)
    other_place, other_kind = placed(printed)
    if place and kind == other_kind:
        return place.endswith(other_place) or other_place.endswith(place)
    return any(name.endswith(printed) or name.startswith(printed) or printed.startswith(name) or printed.endswith(name)
               for name in given.names)


def placed(name: str) -> tuple[str, str]:
    """The place and the kind of a bureau: 云河市|水利局; no place where it is none."""
    found = _BUREAU.fullmatch(name)
    return (name[:found.start("kind")], body_key(name)) if found else ("", name)


def told_body(minutes: Minutes) -> IssuingBody:
    """The body in the head, else in the signature, else what the field of work tells, else the body of who chaired, else a placeholder."""
    named = sorted((_root(m.name) for m in minutes.header.conveners if not _BARE.fullmatch(m.name)), key=len)
    if named:
        return IssuingBody(body_key(named[-1]), named[-1], NAMED, True)
    return _of_signature(minutes) or _of_bureau(minutes) or _of_title(minutes) or _of_chair(minutes) or IssuingBody("", "", 0.0, False)


def body_key(name: str) -> str:
    """青原市交通运输局 → 交通运输局; governments, schools, companies and hospitals keep their full names."""
    found = _BUREAU.fullmatch(name)
    kind = found["kind"] if found else name
    return lexicon("organizations").pairs("short").get(kind, kind)


def _root(name: str) -> str:
    """中共云泽市水务局党组 → 云泽市水务局."""
    words = name.removeprefix("中国共产党").removeprefix("中共")
    shorter = _PARTY.sub("", words)
    return shorter if len(shorter) > 3 else words


def _of_signature(minutes: Minutes) -> IssuingBody | None:
    """The bureau that signs or sends the minutes: 云泽市水务局办公室　2024年11月11日印发, on a line near the end."""
    lines = [line.strip() for line in minutes.text.splitlines() if line.strip()]
    signed = next((found for line in reversed(lines[-SIGNATURE_LINES:]) if (found := _SIGNATURE.match(line))), None)
    return IssuingBody(body_key(signed["body"]), signed["body"], NAMED, True) if signed else None


def _of_bureau(minutes: Minutes) -> IssuingBody | None:
    """A bureau that only calls itself 局: 局党组, 局长 in the chair."""
    chairs = {id(mention) for mention in minutes.header.chairs}
    posts = [h.post.name for h in minutes.holdings if id(h.person) in chairs or h.person.name in {m.name for m in minutes.header.chairs}]
    calls = [m.name for m in minutes.header.conveners] + posts
    if not any(word.startswith("局") or word in ("局长", "副局长") for word in calls):
        return None
    kind, share = field_of_work(minutes)
    if kind:
        return IssuingBody(kind, kind, round(INFERRED * share, 2), False)
    return IssuingBody("局", "局", PLACEHOLDER, False)


@cache
def _cues() -> re.Pattern[str]:
    """Words of a field, not in the name of another body (市财政局)."""
    return re.compile(rf"(?<![省市区县]){alternation(lexicon('organizations').pairs('fields'))}(?![㐀-鿿]{{0,4}}[局厅委]|部门)")


def field_of_work(minutes: Minutes) -> tuple[str, float]:
    """The bureau whose words the minutes use most, and their share; empty where no field stands out."""
    fields = lexicon("organizations").pairs("fields")
    counts = Counter(fields[match[0]] for match in _cues().finditer(minutes.text))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < LEAST_CUES or (len(ranked) > 1 and ranked[0][1] < LEAST_LEAD * ranked[1][1]):
        return "", 0.0
    return ranked[0][0], ranked[0][1] / sum(counts.values())


def _of_title(minutes: Minutes) -> IssuingBody | None:
    """The place whose meeting it is: 清溪镇|党政办公会议纪要."""
    title = minutes.header.title.of(minutes.text).strip() if minutes.header.title else ""
    found = _TOWN.match(title)
    if not found or "关于" in found["town"] or not re.search("纪要|记录|紀要|紀錄", title):
        return None
    return IssuingBody(found["town"], found["town"], TITLED, True)


def _of_chair(minutes: Minutes) -> IssuingBody | None:
    """The body of the post of who chaired or, where nobody chaired, of the first person with a post."""
    chairs = {mention.name for mention in minutes.header.chairs}
    held = sorted((h for h in minutes.holdings if h.body), key=lambda h: (h.person.name not in chairs, h.person.span.start))
    body = held[0].body if held else None
    return IssuingBody(body_key(_root(body.name)), _root(body.name), CHAIRED, True) if body else None
