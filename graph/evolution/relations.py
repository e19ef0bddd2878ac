"""In what way a later step takes up an earlier one. The rules stand in the order of the guidelines: the first that fits decides."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.evolution.steps import Step

RECURRENCES = ("day", "week", "ten-days", "half-month", "month", "quarter", "half-year", "year")
"""From the tightest to the loosest."""

MORE_WORDS, FEW_CHARACTERS = 1.2, 6
"""A step says how when it has a fifth more words than the one before, and not just a few characters more."""

_ENDINGS = "完成|到位|建成|通车|上线|印发|解决|关闭|清零|验收|投用|销号|竣工|办结|公示|公布|签约|开工|交付|通水|投运"
_REVOKED = re.compile(r"不再(?:实施|执行|开展|推进|保留|要求)|撤销|取消|终止|停止实施|废止|暂停实施|予以撤回")
_DONE = re.compile(rf"已[^，。；]{{0,24}}(?:{_ENDINGS})|(?:全部|均已|提前|超额)(?:完成|到位|解决|建成|通水)")
_STILL_OPEN = re.compile(r"尚未|未完成|(?:剩余|仍有|还有|其余)(?![^，。；]{0,20}已[^，。；]{0,12}(?:完成|到位|建成|解决))")
_HANDED_OVER = re.compile(
    r"改由|改为由|(?:工作|职责|任务|单位|部门)调整由|调整为由|转由|移交|不再由|改为[^，。；]{0,12}(?:牵头|负责|分管)|接替|交由|提级由"
)
_LATER = re.compile(r"推迟|延后|延期|顺延|延至|延长至|后延|调整至|放宽至")
_LESS = re.compile(r"压减|缩减|减少(?:到|至|为)|减为|降(?:低)?(?:到|至|为)|缩小|调减|精简为|核减")
_MORE = re.compile(r"扩大|扩展|延伸|增加(?:到|至|为)|增至|调增|提高(?:到|至)|新增|拓展|再(?:改造|新增|增加)|全覆盖|覆盖到|推广|一并纳入")
_ROUND = re.compile(r"由每[^，。；]{1,8}(?:改为|调整为|增加到|增至)每")
_TIGHTER = re.compile(r"提前|加密|必须|坚决|一律|不得|督办|问责|约谈|通报|军令状|倒排|三班|挂牌|从严|提级")


def relation(before: Step, after: Step) -> tuple[str, str]:
    """The relation's name and what speaks for it."""
    for name, rule in RULES:
        because = rule(before, after)
        if because:
            return name, because
    return "restates", "no change of owner, time or extent is stated"


def _revokes(before: Step, after: Step) -> str:
    """不再实施, 撤销, 取消, 终止, 废止."""
    return _quoted(_REVOKED, after.text)


def _completes(before: Step, after: Step) -> str:
    """已…完成, 已建成通车, 全部到位; a report of something still open (尚未, 剩余3座, not 剩余3座已建成) completes nothing."""
    return _quoted(_DONE, after.text) if after.is_report and not _STILL_OPEN.search(after.text) else ""


def _reassigns(before: Step, after: Step) -> str:
    """改由X牵头, 调整由X承担, 一并移交."""
    return _quoted(_HANDED_OVER, after.text)


def _postpones(before: Step, after: Step) -> str:
    """推迟至, 顺延至, 延至; or a later day for the same year's demand."""
    stated = _quoted(_LATER, after.text)
    if stated:
        return stated
    if before.due and after.due and after.due > before.due and before.due < after.date:
        return f"due {before.due} → {after.due}"
    return ""


def _narrows(before: Step, after: Step) -> str:
    """由12条压减为8条, 缩减至."""
    return _quoted(_LESS, after.text)


def _expands(before: Step, after: Step) -> str:
    """由37家扩大到52家, 延伸到村道, 新增; a rhythm that is tightened (由每月2次增加到每周1次) is no wider extent."""
    return "" if _ROUND.search(after.text) else _quoted(_MORE, after.text)


def _escalates(before: Step, after: Step) -> str:
    """提前至, 由每季度改为每月, 挂牌督办, 一律; or an earlier day, a shorter round, somebody to watch over it."""
    if before.due and after.due and after.due < before.due:
        return f"due {before.due} → {after.due}"
    if before.recurrence and after.recurrence and RECURRENCES.index(after.recurrence) < RECURRENCES.index(before.recurrence):
        return f"every {before.recurrence} → every {after.recurrence}"
    if after.supervisors - before.supervisors:
        return "somebody watches over it now"
    if _ROUND.search(after.text):
        return _quoted(_ROUND, after.text)
    return _quoted(_TIGHTER, after.text) if not _TIGHTER.search(before.text) else ""


def _refines(before: Step, after: Step) -> str:
    """New owners, a first date, or many more words."""
    if after.owners - before.owners:
        return "names who does it"
    if after.due and not before.due:
        return "sets a date"
    return "says how" if len(after.text) > MORE_WORDS * len(before.text) + FEW_CHARACTERS else ""


def _quoted(wording: re.Pattern[str], text: str) -> str:
    found = wording.search(text)
    return f"“{found.group()}”" if found else ""


RULES: tuple[tuple[str, Callable[[Step, Step], str]], ...] = (
    ("revokes", _revokes),
    ("completes", _completes),
    ("reassigns", _reassigns),
    ("postpones", _postpones),
    ("narrows", _narrows),
    ("expands", _expands),
    ("escalates", _escalates),
    ("refines", _refines),
)
