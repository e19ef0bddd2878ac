"""The kind of a meeting, from the last words of its printed name."""

from __future__ import annotations

import re
from functools import cache

from importers.lexicon import lexicon

MINUTES_WORD = re.compile(
    r"(?:议定事项|議決事項|主要)?(?:任务)?(?:分解|精神|纪要|紀錄|記錄|记录|紀要|纪录)$"
    r"|(?:议定|议决|决定|決定|议题|交办|督办|落实|重点|主要|任务|事项|事項|工作|责任|分工|目标|情况)*(?:分解表|分工表|任务表|责任表|督办表|督办单|汇总表|明细表|推进表|落实表|情况表|一览表|台账|清单)$")
"""局长办公会议纪要, and tables of what a meeting handed out: 局长办公会议议定事项任务分解表, 局长办公会议督办台账"""
NOTE = re.compile(r"[（(【\[〔][^（）()【】\[\]〔〕]*[）)】\]〕]")
ENLARGED = re.compile(r"扩大|擴大")
MEETING_WORD = re.compile(r"(?:会议|會議|会|會|會報|会报)+$")
HELD = re.compile(r"(?:在[^，。]{1,20}|于[^，。]{1,20}|圆满|胜利|顺利)?(?:召开|举行|召開|舉行|闭幕|开幕)$")
SESSION = re.compile(r"第?[ 　]*[0-9０-９〇零一二三四五六七八九十百]+[ 　]*(?:次|届|屆|期|号|號|季度|轮)|[0-9]{3,4}年度?")
BESIDE = re.compile(r"暨(?:党委|党组)?(?:理论学习)?中心组(?:集体|专题)?(?:学习)?$")
"""局党组暨理论学习中心组 meets as the party group."""
GENERIC = re.compile(r"(?:的|问题|事项|事宜|有关|本次|此次|工作|召开|主持)$")
OTHER = "其他"


def is_enlarged(name: str) -> bool:
    """Whether the meeting's name has （扩大）."""
    return bool(ENLARGED.search(name))


def kind_of(name: str) -> str | None:
    """The kind that a meeting's printed name ends with: 局党组（扩大）会议纪要 → 党组会议; 其他 for another meeting, None where no meeting is named."""
    words = _core(name)
    if words is None:
        return None
    kinds = lexicon("meetings").pairs("kinds")
    words = BESIDE.sub("", words)
    if words.startswith("中共") and words.endswith(("委员", "常委")) and "政治局" not in words:
        return "党委会议"
    words = words.removesuffix("会议") if words.endswith("联席会议") else words
    for ending in _endings():
        if words.endswith(ending):
            return kinds[ending]
    return OTHER


def tells_kind(name: str) -> bool:
    """Whether the name says what meeting it is: 联络员会议 does, 关于供水问题的会议纪要 and 会议纪要 leave it open."""
    return bool(_core(name)) and not GENERIC.search(_core(name) or "")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(lexicon("meetings").pairs("kinds"), key=lambda ending: -len(ending)))


def _core(name: str) -> str | None:
    """The name without 纪要, 第N次, （扩大） and its final 会议: 局党组（扩大）会议纪要 → 局党组."""
    words = NOTE.sub("", re.sub(r"[\s　]", "", name))
    words = HELD.sub("", MINUTES_WORD.sub("", words))
    words = NOTE.sub("", words)
    words, before = SESSION.sub("", ENLARGED.sub("", words)), words
    if not MEETING_WORD.search(before):
        return None
    return MEETING_WORD.sub("", words)
