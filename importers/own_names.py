"""How minutes call their issuing body and its units: 市水务局, 我局, 市局; 市水务局办公室, 局办公室 → 办公室; 校教务处 → 教务处."""

from __future__ import annotations

import re
from functools import cache

from importers.issuing_body import IssuingBody, placed
from importers.lexicon import alternation, lexicon

RELATIVE_UNITS = ("办公室", "纪委", "工会", "团委", "妇联", "督查室", "机关党委", "机关工会", "综合办")
"""Units that every body has: their shown name says whose they are."""

LEVELS = ("镇", "乡", "区", "县", "市", "省")
"""Levels of administration, the lowest first."""

_PARTY_GROUP = re.compile(r"(?:局|厅|委|公司|集团|院|校)?(?P<organ>党组|党委|党工委)")
_INSPECTORS = re.compile(r"(?:[省市区县]?(?:纪委|监委|纪委监委))?(?:派驻|派出|驻)(?P<where>[㐀-鿿]{0,20}?)(?:纪检监察组|纪检组)")
_SELF = re.compile(r"(?:我|本|该)?(?P<kind>局|厅|委|院|校|学校|学院|大学|医院|集团|集团公司|公司|中心|镇|乡|街道|村|社区)")
_GROUP = "集团(?:有限公司|有限责任公司|股份有限公司|公司)?"
_SELF_ENDS = {
    "学校": "大学|学院|学校|中学|小学|幼儿园", "校": "大学|学院|学校|中学|小学", "医院": "医院|卫生院|保健院",
    "院": "医院|学院|研究院|设计院|法院|检察院", "集团": _GROUP, "集团公司": _GROUP, "委": "委|委员会",
    "镇": "镇(?:人民政府|政府|党委)?", "乡": "乡(?:人民政府|政府|党委)?", "街道": "街道(?:办事处|党工委)?",
    "村": "村(?:村?民?委员?会)?", "社区": "社区(?:居?民?委员?会)?",
}
"""With what the name of a body ends that calls itself so; where nothing stands here, with the word itself."""

_HOUSES = (
    (re.compile(r"(?:大学|学院|学校|中学|小学)$"), ("学校", "校")), (re.compile(r"学院$"), ("学院", "院")),
    (re.compile(r"(?:医院|卫生院|保健院)$"), ("医院", "院")), (re.compile(r"(?:集团|公司)$"), ("集团公司", "集团", "公司")),
)
"""How minutes of a house call it in front of a unit's name."""

_TOWNSHIP = re.compile(r"(?P<level>镇|乡|街道)(?:人民政府|政府|党委|办事处|党工委)?$")
_TOWN_ORGANS = re.compile(r"党委|党工委|人民政府|政府|人大|纪委|政协|街道")


class OwnNames:
    """The names of an issuing body and its units; `level` is its level of administration, one of 省市区县镇乡."""

    def __init__(self, body: IssuingBody, level: str) -> None:
        self.body = body
        self.level = level
        self.names = self._names()

    def canonical(self, name: str) -> str:
        """The key of the body, or the canonical name of its unit; empty for what is neither by its name."""
        body = self.body.name
        if not body:
            return ""
        bare = name.removeprefix("中共")
        if bare in self.names or self._calls_itself(bare):
            return self.body.key
        return self._inspectors(bare) or self._unit(bare)

    def _names(self) -> tuple[str, ...]:
        """The body's own, the longest first: 云泽市水务局, 市水务局, 水务局; a body that is no bureau has only its full name."""
        body = self.body
        names = {body.name, *body.aliases} if body.name else set()
        if names and placed(body.name)[1] == body.key and len(body.key) > 2:
            shorts = [short for short, full in lexicon("organizations").pairs("short").items() if full == body.key]
            names |= {prefix + key for key in (body.key, *shorts) for prefix in ("", self.level)}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))

    def _calls_itself(self, name: str) -> bool:
        """我局, 本院, 学校, 镇, 市局: the body by its kind."""
        found = _SELF.fullmatch(name)
        if found:
            return bool(re.search(f"(?:{_SELF_ENDS.get(found['kind'], found['kind'])})$", self.body.name))
        return bool(self.level) and name == self.level + self.body.name[-1] and name[-1] in "局委"

    def _inspectors(self, name: str) -> str:
        """市纪委监委驻市水利局纪检监察组, 派驻纪检监察组 → 驻局纪检监察组."""
        found = _INSPECTORS.fullmatch(name)
        last = self.body.name[-1]
        return f"驻{last}纪检监察组" if found and found["where"] in ("", last, *self.names) else ""

    def _unit(self, name: str) -> str:
        last = self.body.name[-1]
        whole = next((own for own in self.names if name.startswith(own) and len(name) > len(own) + 1), "")
        bare = last + name[len(whole):] if whole else name
        party = _PARTY_GROUP.fullmatch(bare)
        if party:
            return last + party["organ"] if bare == party["organ"] else bare
        if whole or (bare[0] == last and last in "局委厅" and len(bare) > 3 and not bare.startswith("委员会")):
            return bare[1:]
        return self._of_township(bare) or self._of_house(bare) or self._above(bare)

    def _above(self, name: str) -> str:
        """市局, 省厅 in the minutes of a county's bureau: the bureau of its kind one level up → 市水利局, 省水利厅."""
        if len(name) != 2 or self.body.key[-1:] != "局" or name[1] not in "局厅" or name[0] not in LEVELS[2:]:
            return ""
        return name[0] + self.body.key[:-1] + name[1]

    def _of_house(self, name: str) -> str:
        """学校办公室, 校教务处, 集团财务部, 院医务科 → the unit without the kind of its house; not 校友办, 院感科, 集团党委."""
        kinds = [kind for house, words in _HOUSES if house.search(self.body.name) for kind in words if name.startswith(kind)]
        unit = name[len(kinds[0]):] if kinds else ""
        known = unit in RELATIVE_UNITS or (_first_words().match(unit) and re.search(r"(?:处|部|科|室|办|中心)$", unit))
        return unit if known else ""

    def _of_township(self, name: str) -> str:
        """镇农业办, 清溪镇农业办 → 农业办 in the minutes of 清溪镇; its committee and government keep their names."""
        own = _TOWNSHIP.search(self.body.name)
        if not own:
            return ""
        place = self.body.name[:own.end("level")]
        unit = name.removeprefix(place) if name.startswith(place) else name.removeprefix(own["level"])
        return unit if unit != name and len(unit) > 2 and not _TOWN_ORGANS.match(unit) else ""


@cache
def _first_words() -> re.Pattern[str]:
    """The words with which names of units begin: 教务|处, 财务|部."""
    return re.compile(alternation(word for word in lexicon("organizations").words("core") if len(word) > 1))
