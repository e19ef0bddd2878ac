"""Groups that are told to act, read by their last words: 企业家|要…, 护林员|每天…, 政府部门和国有企业|要…, 由|村民小组组长|负责."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from importers.annotations import Span
from importers.lexicon import alternation, lexicon

LONGEST = 12
"""So many characters may stand before the last word of a group."""

_TOLD = (
    r"(?:都|均|也|还|先|既)?(?:要(?!求|素|点|么)|应(?!急|对|用|付|收|届|变|邀|聘|有)当?|须|需(?!求|要的)|必须|务必|务求|不得|不准|不能|严禁|带头"
    r"|总?牵头(?!单位|部门|人)|负责(?!人|制|同志|的)|承担(?!的)|会同|配合(?!单位|部门)|参与(?!单位|部门|方|等|的|度)|主动|分头|分别(?!由)"
    r"|每(?:天|日|周|月|季度|年|半月|旬|两)|\d+小时|尽快|抓紧|立即|切实|认真|严格|及时|亲自|挨家|逐[户一人村家]|[是为][^，。；]{0,12}责任人)"
)
_TIME = r"(?:近期|目前|今后|会后|下一步|下阶段|下步|今年|明年|同时|其中|另外|此外|尤其|特别|期间)?"
_OPENS = rf"(?:^|(?<=[，。；：:;、！？\n）)”,])){_TIME}"
_ASSIGNED = r"(?<![自理缘经])由|(?<![申提报聘邀])请|责成|委托|交由"


@cache
def _groups() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A group, or several without determiners of their own (党员、干部要…), where it opens a part of a sentence; and wherever it stands."""
    words = lexicon("owners")
    bare, qualified = alternation(words.words("group_heads")), alternation(words.words("qualified_heads"))
    one = rf"(?:(?:[㐀-鿿“”]{{1,{LONGEST}}}?)?{bare}|[㐀-鿿“”]{{1,{LONGEST}}}?{qualified})"
    group = rf"(?P<group>{one}(?:[、和及与]{one}){{0,3}})"
    told, does = rf"(?={_TOLD})", rf"(?={_TOLD}|[㐀-鿿]{{1,6}}(?:时|前|后)|注意|{alternation(lexicon('orders').words('verbs'))})"
    return re.compile(rf"{_OPENS}{group}{told}|(?:{_ASSIGNED}){group.replace('<group>', '<assigned>')}{does}", re.M), re.compile(rf"{_TIME}{group}{told}")


@cache
def _no_subject() -> re.Pattern[str]:
    """What begins words that are not the subject (对|…人员要, 坚持|干部…), and verbs whose object acts (…督促|企业抓紧)."""
    words = lexicon("owners")
    return re.compile(rf"(?!{alternation(words.words('subject_openers'))}){alternation(words.words('no_subject'))}|[㐀-鿿“”]*{alternation(words.words('pivots'))}")


def acting_groups(text: str, span: Span, joints: Iterable[int] = ()) -> Iterator[Span]:
    """The groups that a stretch tells to act, in the order of the text.

    `joints`: where a list of named doers goes on (段启明和|各村民组长分头…).
    """
    anywhere, at_the_start = _groups()
    openings = [m for at in (span.start, *joints) if (m := at_the_start.match(text, at, span.end))]
    for match in (*openings, *anywhere.finditer(text, span.start, span.end)):
        name = match.lastgroup or "group"
        if not _no_subject().match(match[name]):
            yield Span(match.start(name), match.end(name))
