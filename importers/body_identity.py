"""Canonical names of bodies within their issuing body: 发改, 市发改委 and 市发展和改革委员会 are one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from importers.annotations import Mention, Minutes
from importers.issuing_body import IssuingBody, placed
from importers.lexicon import lexicon
from importers.name_families import longer_names, second_plates
from importers.own_names import RELATIVE_UNITS, OwnNames

_ALIAS = re.compile(r"[（(][^（()）]{0,8}?(?:以下|下)?(?:统)?简称(?:为)?[：:]?[“\"《]?(?P<alias>[^”\"》（()）]{2,20}?)[”\"》]?[）)]")
_PLACE_BEFORE_LEVEL = re.compile(r"^(?:中共)?[㐀-鿿]{2,6}?(?P<level>[省市区县镇乡])(?=[㐀-鿿]{2,})")
_LEVEL = re.compile(r"^(?P<level>[省市区县镇乡])")
_PROVINCIAL = re.compile(r"(?!办公)[㐀-鿿]{2,8}厅")
_OFFICE = re.compile(r"(?!委|人民政府|政府)[㐀-鿿]{2,}(?:局|委员会|指挥部|委员会办公室|指挥部办公室|支队)|[河林]长制办公室")


class BodyNames:
    """Gives the canonical name of every body that a document mentions."""

    def __init__(self, minutes: Minutes, body: IssuingBody) -> None:
        self.text = minutes.text
        self.body = body
        self.words = lexicon("organizations")
        mentions = [m for m in minutes.mentions_of("Organization") if not m.attributes.get("generic") and len(m.span)]
        place = placed(body.name)[0][-1:]
        self.level = place if place and place in "省市县区" else self._level_above(mentions)
        self.own = OwnNames(body, place or self.level)
        self.aliases = {**self.words.pairs("aliases"), **dict.fromkeys(body.aliases, body.name)}
        self.aliases |= {alias: m.name for m in mentions if (alias := self._alias(m))}
        self.meant = longer_names({self.canonical(m.name) for m in mentions}, self.own.level)
        self.meant |= {self.canonical(other): self.canonical(one) for one, other in second_plates(self.text, mentions)}

    def of(self, mention: Mention) -> str:
        """The canonical name of the body that a mention names; sets keep their words."""
        if mention.attributes.get("generic"):
            return mention.name
        name = self.canonical(mention.name)
        return self.meant.get(name, name)

    def canonical(self, name: str) -> str:
        """The canonical name of the body with this name, as far as the name alone tells: 发改, 市发改委 → 市发展和改革委员会."""
        name = self.aliases.get(name, name)
        own = self.own.canonical(name)
        if own or name in RELATIVE_UNITS:
            return own or name
        level, core = self._split(name)
        full = self._full(core, name)
        if full == self.body.key and level in ("", self.own.level):
            return self.body.key
        if not level and (name in self.words.pairs("clipped") or full in _offices()):
            return self.level + full
        if not level and _PROVINCIAL.fullmatch(core) and not _PLACE_BEFORE_LEVEL.match(core):
            return f"省{core}"
        return level + full

    def _full(self, core: str, name: str) -> str:
        """Short and clipped names in full: 住建局 → 住房和城乡建设局."""
        short, clipped = self.words.pairs("short"), self.words.pairs("clipped")
        return clipped[name] if name in clipped else short.get(core) or clipped.get(core) or core

    def _alias(self, mention: Mention) -> str:
        """The short name given behind a full one: 市航道管理处（以下简称“航道处”）."""
        found = _ALIAS.match(self.text, mention.span.end)
        return found["alias"] if found else ""

    def _level_above(self, mentions: list[Mention]) -> str:
        """The level whose offices minutes of a body without a place mean: the one that most bodies bear; 市 where none does."""
        counts = Counter(found["level"] for m in mentions if (found := _LEVEL.match(m.name)) and found["level"] != "省")
        return max(counts, key=lambda level: (counts[level], level)) if counts else "市"

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


@cache
def _offices() -> frozenset[str]:
    """What a city or county has one of, so that the bare name means that of the level: 住房和城乡建设局, 河长制办公室."""
    words = lexicon("organizations")
    short = {full for name, full in words.pairs("short").items() if name not in (*RELATIVE_UNITS, *words.words("superior"))}
    return frozenset(name for name in {*words.pairs("clipped").values(), *short} if _OFFICE.fullmatch(name))
