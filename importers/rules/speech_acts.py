"""Who says how: 会议强调，…  经研究，会议明确：  会议就…提出四点要求：  现将会议议定事项纪要如下：  決議："""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from importers.annotations import Clause, Minutes, Span
from importers.lexicon import lexicon
from importers.rules.lines import EXPLAINS, leaves_the_outline
from importers.script import simplified
from importers.sentences import blanked

_COUNT = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,2}|几)"
_INTRODUCES = re.compile(rf"(?:如下|以下|下列){_COUNT}?(?:点|项|条|个方面|方面)?[^。：:，,]{{0,14}}[。：:]?\s*$|[：:，,]\s*$|提出了?{_COUNT}(?:点|项|条|个)[^。：:]{{0,12}}[。：:]?\s*$|[作做进]出?了?[^，。]{{0,10}}(?:安排|部署)[。：:]?\s*$|提出了?[^，。]{{0,16}}要求[。：:]?\s*$")
_MEETS = re.compile(r"会|同志|书记|主任|[市县区镇乡省局处校院部厅署组]长|总|^\s*$|[，、并]\s*$|^就|，就|并就")
"""Whose 提出要求 and 作出部署 are the meeting's own."""
_AS_FOLLOWS = re.compile(r"如下|以下|下列|[：:]\s*$")
_LAYING_DOWN = ("议定", "明确", "决定", "同意")
"""Acts that 现将…纪要如下： lays over all that follows."""
LONGEST_SENTENCE = 5000
"""How far into a sentence its verbs are looked for."""


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """A verb by which the meeting speaks, up to the mark behind it; `act` is empty for a verb that says nothing to do (通报)."""

    start: int
    end: int
    act: str
    bare: bool = False
    """Whether the verb stands without 会议 (同意…, 决定…), so that it speaks within its own sentence where a label speaks for the whole."""


_STARTS = r"(?:^|(?<=[，,；;。：:]))\s*(?:最后|同时|为此|对此|因此|此外|现|另外)?[，,]?"
_SUPERIOR = re.compile(r"(?:习近平|总书记|中央|国务院|省委|市委|县委|区委|政府|上级|部委)")


@cache
def _who() -> str:
    """会议, and the bodies that are themselves the meeting: 董事会决定, 与会代表认为."""
    return rf"(?:会议|会上|与会[^，。：]{{0,8}}|全会|{lexicon('acts').pattern('assemblies')})"


@cache
def _taking_the_word() -> re.Pattern[str]:
    return re.compile(rf"\s*+(?:最后，|同时，)?{_who()}(?:最后|还|同时)?(?:强调|要求|指出|认为|决定|明确|议定|还|最后|号召)")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The wordings, and the act that each stands for (empty: the group `verb` says it)."""
    acts = lexicon("acts")
    verb = f"(?P<verb>{acts.pattern('speech')})"
    between = f"{acts.pattern('between')}{{0,4}}"
    name = r"[^，。；：、\s“”《》要按照根据对以把将应须的]{1,24}?"
    return (
        (re.compile(r"提出(?!的)了?[^，。；：的]{0,24}?(?:要求|意见|任务|希望)(?=[，。；：:]|$)[，：:]?"), "提出"),
        (re.compile(r"(?:[作做]出?(?!的)了?|进行了?)[^，。；：的]{0,10}(?:安排|(?<!决策)部署)(?=[，。；：:]|$)[，：:]?"), "部署"),
        (re.compile(r"(?:现?[将就把]|会议)[^，。；：]{0,12}?议定(?:的)?(?:如下|以下)?(?:有关|主要)?(?:事项|意见)[^，。；]{0,14}?(?:如下|纪要|以下|[：:])[，：:]?"), "议定"),
        (re.compile(r"(?:会议|经[^，。]{0,8}，)?议定(?:了)?(?:如下|以下)[^，。；：]{0,10}[：:。]?"), "议定"),
        (re.compile(rf"{_STARTS}{_who()}{between}{verb}(?P<aspect>了)?[，：:]?"), "meeting"),
        (re.compile(rf"(?:^|(?<=[，,；;。：:]))\s*(?:并|经[^，。]{{0,10}}，|一致|同时|还|最后)?(?:原则上|原则|一致)?{verb}(?P<aspect>了)?[，：:]?"), "part"),
        (re.compile(rf"^\s*(?:最后，)?(?P<who>{name})(?:还|又|也|同时|再次|特别|进一步|最后)?(?P<verb>强调|指出|要求|表示|提出|认为|建议|希望|提议|提醒|介绍|说)(?P<aspect>了)?[，：:]"), "name"),
    )


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(r"\s{0,6}".join(label) for label in sorted(lexicon("acts").pairs("labels"), key=len, reverse=True))
    return re.compile(rf"\s*+[【\[]?(?:本次|此次|这次)?(?P<label>{labels})[】\]]?\s{{0,4}}(?:如下)?(?:[：:]|$)")


def introduces_a_list(text: str, lead: Span) -> bool:
    """Whether a sentence announces the list that follows: 会议明确：  提出四点要求。  纪要如下：  作出具体安排。"""
    return bool(_INTRODUCES.search(text, max(lead.start, lead.end - 60), lead.end)) or is_label(text, lead)


def is_label(text: str, lead: Span) -> bool:
    """Whether a line only says how what is below it was said: 【会议决议】  议定事项："""
    label = _label().match(text, lead.start, lead.end)
    return label is not None and not text[label.end():lead.end].strip()


def takes_the_word(text: str, sentence: Span) -> bool:
    """Whether the meeting speaks anew, which ends the numbered item before it: 会议要求，各单位…  会议最后强调"""
    if _taking_the_word().match(text, sentence.start, sentence.end):
        return True
    name = _patterns()[-1][0].match(text[sentence.start:min(sentence.end, sentence.start + 60)])
    return bool(name and name["verb"] in ("强调", "指出", "要求") and _meant(name, "name", text[sentence.start:sentence.end]))


def speech_acts(text: str, span: Span) -> list[SpeechAct]:
    """The acts that a sentence names, in order; nothing inside quotation marks or brackets counts."""
    acts = _acts_of(text[span.start:min(span.end, span.start + LONGEST_SENTENCE)])
    return [SpeechAct(span.start + act.start, span.start + act.end, act.act, act.bare) for act in acts]


@lru_cache(maxsize=512)
def _acts_of(sentence: str) -> tuple[SpeechAct, ...]:
    """The acts of a sentence by their places in it; several stages ask for the same ones."""
    label = _label().match(sentence)
    if label:
        return (SpeechAct(0, label.end(), lexicon("acts").pairs("labels")[re.sub(r"\s", "", label["label"])]),)
    words = blanked(sentence, 0, len(sentence))
    found: dict[int, SpeechAct] = {}
    for pattern, kind in _patterns():
        for match in pattern.finditer(words):
            meant = _meant(match, kind, words)
            if meant is not None and not any(other.start < match.end() and match.start() < other.end for other in found.values()):
                found[match.start()] = SpeechAct(match.start(), match.end(), meant, kind == "part")
    return tuple(found[at] for at in sorted(found))


def _meant(match: re.Match[str], kind: str, words: str) -> str | None:
    """The act of a match, or None where the verb does not speak (研究制定方案 is work, 明确责任 is a demand, 通过的报告 is a thing)."""
    if kind in ("提出", "部署", "议定"):
        return kind if kind == "议定" or _MEETS.search(words[:match.start()]) else None
    verb, after = match["verb"], words[match.end():match.end() + 4]
    meant = lexicon("acts").pairs("speech").get(verb, "")
    if (re.match(r".{0,2}的", after) and match[0][-1] not in "，：:") or (verb == "同意" and re.match(r"率|书|后|人|与否|\d+[票人]", after)):
        return None
    if kind == "name":
        return None if _SUPERIOR.search(match["who"]) else meant
    closed = match[0][-1] in "，：:"
    if kind == "part" and match["aspect"] and not closed and not re.search(r"会议.*了", words[:match.start()]):
        return None
    if match["aspect"] and not closed and meant not in ("同意", "决定", "认为"):
        return meant if introduces_a_list(words, Span(match.start(), len(words))) else ""
    if kind == "meeting":
        return None if verb in ("安排", "表示", "希望", "确定") and not closed else meant
    return meant if closed or _speaks_on(verb, words, match.start()) else None


def _speaks_on(verb: str, words: str, at: int) -> bool:
    """Whether a verb that begins a part is the meeting's: …，认为方案不够深入，决定暂缓通过; 会议通过《…》，明确实行公平待遇."""
    if verb in ("决定", "同意", "议定", "认为", "强调", "指出"):
        return True
    return verb in ("要求", "明确") and at > 0 and bool(re.search(r"会议.*(?:通过|审议|同意|听取)|^.{0,4}(?:通过|同意)", words[:at]))


def assign_acts(minutes: Minutes) -> None:
    """Gives every clause the act that governs it: its own, else that of the sentence before it in its paragraph, else that of what it hangs on.

    What stands under 说明： or 背景： and in no words of the meeting is background.
    """
    _Reach(minutes).assign()


class _Reach:
    """Walks the clauses in order and keeps how far each act reaches."""

    def __init__(self, minutes: Minutes) -> None:
        self.minutes = minutes
        self.text = simplified(minutes.text)
        self.starts = [p.start for p in minutes.source.paragraphs]
        self.carrying = frozenset(lexicon("acts").words("carrying"))
        self.sentence: dict[int, tuple[int, str | None]] = {}
        """Below each clause the paragraph of the last sentence and the act that goes on in it."""
        self.label: dict[int, str | None] = {}
        """Below each clause the act of the last label in a line of its own (决议：), which reaches over what follows it there."""
        self.last: dict[int, Clause] = {}
        """The clause before, below each clause."""
        self.explained: set[int] = set()
        """The clauses below which 说明： in a line of its own was the last label."""

    def assign(self) -> None:
        for clause in self.minutes.clauses():
            parent = clause.parent or self.minutes.root
            self._end(clause, parent)
            own = speech_acts(self.text, clause.lead)
            clause.inherited = self._inherited(clause, parent)
            clause.act = (own[-1].act or None) if own else clause.inherited
            goes_on = self._outer(parent) if own and (self._labelled(own, parent) or self._approves(clause)) else clause.act
            self.sentence[id(parent)] = self._paragraph(clause.lead.end), goes_on if goes_on in self.carrying else None
            self._lay(clause, parent, own)
            self._explain(clause, parent, own)
            self.last[id(parent)] = clause

    def _end(self, clause: Clause, parent: Clause) -> None:
        """Ends the reach of a label: behind the list that it introduced, before another label, and where the text proper ends."""
        before = self.last.get(id(parent)) if clause.marker is None else None
        listed = before is not None and any(child.marker or child.rule == "row" for child in [before, *before.children[-1:]])
        leaves = parent is self.minutes.root and leaves_the_outline(self.text, clause.span.start, clause.span.end)
        if leaves or (clause.rule != "row" and listed) or EXPLAINS.match(self.text, clause.lead.start, clause.lead.end):
            self.label.pop(id(parent), None)

    def _lay(self, clause: Clause, parent: Clause, own: list[SpeechAct]) -> None:
        """Lets a label, or 现将议定事项纪要如下：, reach over what follows it below the same clause."""
        bare = clause.marker is None and is_label(self.text, clause.lead)
        as_follows = parent is self.minutes.root and _AS_FOLLOWS.search(self.text, clause.lead.start, clause.lead.end)
        if own and (bare or as_follows):
            self.label[id(parent)] = clause.act if clause.act in (self.carrying if bare else _LAYING_DOWN) else None

    def _explain(self, clause: Clause, parent: Clause, own: list[SpeechAct]) -> None:
        """Marks as background what only explains: 说明：…, and what stands below 说明： alone until the meeting speaks or another item begins."""
        label = EXPLAINS.match(self.text, clause.lead.start, clause.lead.end)
        if own or (clause.marker and not label):
            self.explained.discard(id(parent))
        if label or (not own and (id(parent) in self.explained or parent.class_ == "background")):
            clause.class_ = "background"
        if label and not clause.marker and not self.text[label.end():clause.lead.end].strip():
            self.explained.add(id(parent))

    def _approves(self, clause: Clause) -> bool:
        """Whether a sentence only says that something passed: 董事会审议通过该计划。|全年投资控制在…, as the resolution says that introduced the list."""
        return not clause.act and "通过" in clause.lead.of(self.text)

    def _labelled(self, own: list[SpeechAct], parent: Clause) -> bool:
        return bool(own and self.label.get(id(parent))) and all(act.bare for act in own)

    def _inherited(self, clause: Clause, parent: Clause) -> str | None:
        before = self.sentence.get(id(parent))
        if before and clause.marker is None and before[0] == self._paragraph(clause.lead.start):
            return before[1]
        return self._outer(parent)

    def _outer(self, parent: Clause) -> str | None:
        """The act that a label or the lead-in of a list gives what stands below a clause."""
        return self.label.get(id(parent)) or (None if parent is self.minutes.root else self._of_parent(parent))

    def _of_parent(self, parent: Clause) -> str | None:
        """A list has the act of its lead-in; a sentence below a title has the title's."""
        return parent.act if parent.act in self.carrying else None

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self.starts, offset)
