"""Which titles mean one document: 《X》（以下简称《Y》）, 《中华人民共和国水法》 and 水法, a title and the number behind it."""

from __future__ import annotations

import re

from importers.annotations import Mention, Minutes
from importers.lexicon import lexicon

_REPUBLIC = re.compile(r"^(?:中华人民共和国)(?=[㐀-鿿]{1,20}(?:法|法典|条例)$)")
_GIVES_ALIAS = re.compile(r"简称(?:为|作)?[：:]?《$")
_BRACKETS = str.maketrans("[［（(【]］）)】<>", "〔〔〔〔〔〕〕〕〕〕〈〉")


class TitleKeys:
    """Gives the key of every policy document that a document mentions.

    The short title where it is given (以下简称《Y》) is printed as a title of its own and has a key of its own, which `titles` leads to
    that of the full one; wherever else it stands, the full one is meant. `full` are the titles that the user gives, by their keys.
    """

    def __init__(self, minutes: Minutes) -> None:
        self.text = minutes.text
        self.titles: dict[str, str] = {}
        mentions = minutes.mentions_of("PolicyDocument")
        known = lexicon("policies").pairs("aliases")
        self.full = {_plain(title): title for title in known.values()}
        self.meant = {_plain(alias): _plain(title) for alias, title in known.items()}
        for mention in mentions:
            title = _plain(mention.name)
            self.meant |= {_plain(alias): title for alias in _texts(mention.attributes.get("aliases")) if _plain(alias) != title}
            number = mention.attributes.get("number")
            if isinstance(number, str) and mention.rule != "policy-number":
                self.meant[_plain(number)] = title

    def of(self, mention: Mention) -> str:
        """The plain title of the document; for an alias or a bare number that of the document which bears it."""
        key = _plain(mention.name)
        title = self.meant.get(key, key)
        if title != key and title not in self.full and _GIVES_ALIAS.search(self.text, max(0, mention.span.start - 8), mention.span.start):
            self.titles[f"{key}（{title}）"] = title
            return f"{key}（{title}）"
        return title


def _plain(title: str) -> str:
    """Without spaces, quotation marks and 中华人民共和国 before a law; brackets of one shape."""
    return _REPUBLIC.sub("", re.sub(r"[\s　“”\"]", "", title)).translate(_BRACKETS)


def _texts(value: object) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
