"""Which names mean one project: 太湖新城水系连通工程, 水系连通工程 and 太湖新城水系连通项目, where only one longer name fits."""

from __future__ import annotations

import re

from importers.annotations import Mention, Minutes
from importers.lexicon import lexicon

_WORK = re.compile(r"(?<=[㐀-鿿]{4})(?:工程|项目)$")
_QUOTES = re.compile(r"[“”\"「」‘’\s　]")
_ALIAS = re.compile(r"[（(](?:以下|下)?(?:统)?简称(?:为)?[“\"]?(?P<alias>[㐀-鿿]{2,16}?)[”\"]?[）)]")
LEAST, LEAST_OPENING = 4, 2
"""Characters of a short name, and of what a longer name has before it."""


class ProjectKeys:
    """Gives the key of every project that a document mentions; `full` are the names that the user gives, by their keys."""

    def __init__(self, minutes: Minutes) -> None:
        mentions = minutes.mentions_of("Project")
        self.text = minutes.text
        known = lexicon("projects").pairs("aliases")
        self.full = {_plain(name): name for name in known.values()}
        self.aliases = {_plain(alias): _plain(name) for alias, name in known.items()}
        for mention in mentions:
            found = _ALIAS.match(self.text, mention.span.end)
            if found:
                self.aliases[_plain(found["alias"])] = _plain(mention.name)
        self.longer = _longer({self._full(mention) for mention in mentions})

    def of(self, mention: Mention) -> str:
        """The plain name; for a short one the only longer name that ends with it, unless words before it say whose it is (西港的…)."""
        key = self._full(mention)
        bound = self.text[mention.span.start - 1:mention.span.start] == "的"
        return key if bound else self.longer.get(key, key)

    def _full(self, mention: Mention) -> str:
        key = _plain(mention.name)
        return self.aliases.get(key, key)


def _plain(name: str) -> str:
    """Without quotation marks and spaces, and without 工程 or 项目 at its end: 河湖“四乱”整治, 环湖绿道工程."""
    return _WORK.sub("", _QUOTES.sub("", name))


def _longer(names: set[str]) -> dict[str, str]:
    """For each name the longest that ends with it, where all that do are nested in each other."""
    found: dict[str, str] = {}
    for name in names:
        longer = sorted((other for other in names if _ends_with(other, name)), key=len)
        if longer and all(longer[-1] == other or _ends_with(longer[-1], other) for other in longer):
            found[name] = longer[-1]
    return found


def _ends_with(longer: str, name: str) -> bool:
    """Whether the longer name only adds where or whose: 太湖新城|水系连通; 第|二水厂扩建 adds the mark of the number."""
    opening = longer.removesuffix(name)
    return len(name) >= LEAST and opening != longer and (len(opening) >= LEAST_OPENING or opening == "第")
