"""Canonical names of bodies within their issuing body: 发改, 市发改委 and 市发展和改革委员会 are one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from importers.annotations import Mention, Minutes
from importers.issuing_body import IssuingBody
from importers.lexicon import lexicon

_ALIAS = re.compile(r"[（(][^（()）]{0,8}?(?:以下|下)?(?:统)?简称(?:为)?[：:]?[“\"《]?(?P<alias>[^”\"》（()）]{2,20}?)[”\"》]?[）)]")
_PLACE_BEFORE_LEVEL = re.compile(r"^(?:中共)?[㐀-鿿]{2,6}?(?P<level>[省市区县镇乡])(?=[㐀-鿿]{2,})")
_LEVEL = re.compile(r"^(?P<level>[省市区县镇乡])")
_LEVELS = ("镇", "乡", "区", "县", "市", "省")
_PARTY_GROUP = re.compile(r"(?:局|厅|委|公司|集团|院|校)?(?P<organ>党组|党委|党工委)")


class BodyNames:
    """Gives the canonical name of every body that a document mentions."""

    def __init__(self, minutes: Minutes, body: IssuingBody) -> None:
        self.text = minutes.text
        self.body = body
        self.words = lexicon("organizations")
        mentions = [m for m in minutes.mentions_of("Organization") if not m.attributes.get("generic")]
        self.level = self._level_above(mentions)
        self.places = {m.name[:found.end("level")] for m in mentions if (found := _PLACE_BEFORE_LEVEL.match(m.name))}
        self.aliases = dict.fromkeys(body.aliases, body.key)
        self.aliases |= {alias: self.canonical(m.name) for m in mentions if (alias := self._alias(m))}

    def of(self, mention: Mention) -> str:
        """The canonical name of the body that a mention names; sets keep their words."""
        if mention.attributes.get("generic"):
            return mention.name
        return self.aliases.get(mention.name) or self.canonical(mention.name)

    def _alias(self, mention: Mention) -> str:
        """The short name given behind a full one: 市航道管理处（以下简称“航道处”）."""
        found = _ALIAS.match(self.text, mention.span.end)
        return found["alias"] if found else ""

    def _level_above(self, mentions: list[Mention]) -> str:
        """The level whose offices the minutes call by clipped names: the one most bodies bear; 市 where none does."""
        counts = Counter(found["level"] for m in mentions if (found := _LEVEL.match(m.name)) and found["level"] != "省")
        return max(counts, key=lambda level: (counts[level], level)) if counts else "市"

    def canonical(self, name: str) -> str:
        """The canonical name of the body with this name: 发改, 市发改委 → 市发展和改革委员会."""
        own = self._own(name)
        if own:
            return own
        if name in self.words.pairs("clipped"):
            return self.level + self.words.pairs("clipped")[name]
        level, core = self._split(name)
        short = self.words.pairs("short")
        if core in short:
            return level + short[core]
        if core in self.words.pairs("clipped"):
            return level + self.words.pairs("clipped")[core]
        if not level and re.fullmatch(r"[㐀-鿿]{2,8}厅", core) and core not in ("办公厅",):
            return f"省{core}"
        return level + core

    def _split(self, name: str) -> tuple[str, str]:
        """The level and the rest of a name: 临江市财政局 → 市, 财政局; a body of another place keeps its place."""
        found = _PLACE_BEFORE_LEVEL.match(name)
        if found and self.body.name.startswith(name[:found.end("level")].removeprefix("中共")):
            return found["level"], name[found.end("level"):]
        level = _LEVEL.match(name)
        if level and len(name) > 2:
            return level["level"], name[1:]
        ministry = next((m for m in ("水利部", "国家") if name.startswith(m) and name[len(m):] in self.words.pairs("short")), "")
        return "", name.removeprefix(ministry)

    def _own(self, name: str) -> str:
        """Units of the issuing body without its name: 云泽市水务局办公室, 局办公室 → 办公室; 中共云泽市水务局党组 → 局党组."""
        body = self.body.name
        if not body:
            return ""
        bare = name.removeprefix("中共")
        if bare in (body, self.body.key, f"市{self.body.key}", f"县{self.body.key}", f"区{self.body.key}"):
            return self.body.key
        if body and bare.startswith(body):
            bare = body[-1] + bare[len(body):] if len(bare) > len(body) else bare
        party = _PARTY_GROUP.fullmatch(bare)
        if party:
            return body[-1] + party["organ"] if bare == party["organ"] else bare
        return bare[1:] if bare[:1] == body[-1] and body[-1] in "局委厅" and len(bare) > 3 and bare != body else ""


@cache
def superior_bodies() -> frozenset[str]:
    """Bodies above every city and county."""
    return frozenset(lexicon("organizations").words("superior"))


def standing(name: str, body: IssuingBody) -> str:
    """own, superior, local or other, seen from the issuing body."""
    if name == body.key or (body.name and name.startswith(body.name)):
        return "own"
    level = _LEVEL.match(name)
    if name in superior_bodies() or name.startswith(("国家", "国务院", "中央", "中共中央", "全国", "水利部", "最高人民")):
        return "superior"
    if level:
        return _relative(level["level"], name, body)
    outside = re.search(r"(?:公司|集团|银行|学院|大学|学校|医院|协会|村|社区|街道|镇|乡|区政府|县政府|管委会)$", name)
    return "other" if outside else "own"


def _relative(level: str, name: str, body: IssuingBody) -> str:
    """Party committee and government of the level above are superior; offices beside it are local; a higher level is superior."""
    own = next((mark for mark in body.name if mark in _LEVELS), "市")
    if _LEVELS.index(level) > _LEVELS.index(own) or re.fullmatch(r"[省市区县](?:委|人民政府|人大|政协|委办公室)", name):
        return "own" if name == body.key else "superior"
    return "local"
