"""Which wordings mean one post: 局长, 水利局局长 and 云河市水利局局长; 局规划处处长 and 规划处处长; 党组书记 and 局党组书记."""

from __future__ import annotations

import re

from importers.annotations import Mention, Minutes
from importers.body_identity import BodyNames

_QUOTES = re.compile(r"[“”\"「」‘’\s　]")
_PARTY = re.compile(r"党组|党委|党工委")
_UNIT_POST = re.compile(r"[㐀-鿿]{2,}(?:处|科|室|部|站|所|中心|办公室)副?(?:处长|科长|主任|部长|站长|所长)")


class PostKeys:
    """Gives the key of every post that a document mentions."""

    def __init__(self, minutes: Minutes, names: BodyNames) -> None:
        self.names = names
        self.bodies = {id(holding.post): holding.body for holding in minutes.holdings if holding.body}

    def of(self, mention: Mention) -> str:
        """The post's words with the canonical name of the body in them; of a post of the issuing body its words alone."""
        title = _QUOTES.sub("", mention.name)
        body = self.bodies.get(id(mention))
        if body and title.startswith(body.name) and len(title) > len(body.name):
            name = self.names.of(body)
            return self._own("" if name == self.names.body.key else name, title[len(body.name):])
        return self._own("", title)

    def _own(self, body: str, rest: str) -> str:
        """党组书记 → 局党组书记, 局规划处处长 → 规划处处长."""
        last = self.names.body.name[-1:]
        if not body and last in ("局", "委", "厅"):
            if _PARTY.match(rest):
                return last + rest
            return rest[1:] if rest[0] == last and _UNIT_POST.fullmatch(rest[1:]) else rest
        return body + rest
