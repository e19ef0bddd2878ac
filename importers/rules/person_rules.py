"""The wordings that name a person in running text, each a rule: 局长段启明, 秦越同志, 齐鸣远处长, 任命张三为, 联系人：戴一帆."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from importers.annotations import Span
from importers.lexicon import alternation, lexicon
from importers.rules.name_lists import names_listed
from importers.rules.names import is_name, name_at, name_words, surname_length
from importers.rules.post_words import SPACES, held_by_several, post_words, title_before

Rule = Callable[[str, int, int], Iterator[Span]]

DOCTRINE = re.compile(r"(?!总书记|同志|主席|總書記)[㐀-鿿]{2,14}?思想")
CLAUSE_START = re.compile(r"(?:^|[，。；：:\n　 ]|上午|下午|晚上|日)(?=[㐀-鿿])")
SPEAKING = re.compile(
    r"(?:同志)?(?:主持|汇报了|作了|作[^，。]{0,20}(?:汇报|报告|讲话|发言|说明)|通报了|传达了|介绍了|宣读了|讲话|率|带队|在[^，。；]{2,30}(?:主持|召开)|一行|(?:不再)?(?:担任|兼任|任)[^，。；]{1,30}?[长任记席理员师监裁事長記員師])")
APPOINTED_AS = re.compile(r"同志|赴|到[^，。；]{2,20}(?:挂职|进修|学习|任职|锻炼)|等[^，。；]{0,6}?(?:同志|名|人)|任|担任|擔任|[为為][^，。；]{1,40}?[长任记席理员师监裁事表長記員師]|的[^，。；]{1,40}?职务|辞去")
UNIT_ENDS = tuple("科处局部室院站所队组委办厅司课")
"""设备科|计伟汇报: a known name may follow its unit."""
COMMISSION = re.compile(r"(?:(?:^|[，。；：:\n　 、])由?|由)(?=[㐀-鿿])")
IN_CHARGE = re.compile(r"负责|牵头|统筹|分管|包保|包联|具体抓")
FACILITIES = frozenset("厂馆店库坝港湖河桥路街园场团社网行台矿方家户城岛寨庄屯坪")
CELL = re.compile(r"[^\t]+|(?<=\t)(?=\t)")
PERSON_COLUMN = re.compile(r"(?:责任人|负责人|主要负责人|联系人|经办人|姓名|(?:责任|分管|牵头|督办|包保|包联|联系|挂钩|主管)领导|责任人员|联络员|負責人|聯絡人|承辦人)(?:及电话|及职务|姓名)?")
NO_TITLE_BEFORE = frozenset("处会办室台团制岗")
_GROUP = re.compile(r"(?:村民|居民|(?<!行)业主|职工|党员|社员|牧民|渔民|农户|个体户|商户|网格员|护林员|监督员|志愿者|种植户|养殖户)(?:代表)?[ 　]{0,2}(?=[㐀-鿿])")
SURELY_PERSONAL = re.compile(r"(?:同志)?(?:主持|在|不再|担任|兼任|任)")
RESPONSIBLE_LABEL = re.compile(
    r"(?:联系人|经办人|责任人|督办领导|责任领导|分管领导|牵头领导|包保领导|包联领导|联系领导|负责人|总召集人|召集人|承办人|签发人?|核稿人?|审核人?|校对人?|拟稿人?|撰稿人?|汇报人"
    r"|聯絡人|承辦人|報告人|负责同志)[ 　]*[：:]([^\n；;。：:）)]{2,60})")


def people_between(text: str, start: int, end: int) -> list[Span]:
    """The persons named in a stretch, in the order of the text."""
    found = {span.start: span for _, rule in reversed(RULES) for span in rule(text, start, end)}
    return [found[at] for at in sorted(found)]


def after_title(text: str, start: int, end: int) -> Iterator[Span]:
    """局长段启明, 市委书记贺钧, 副总经理 佟卫东, 镇党委委员石磊、贺明慧、方守诚; not 成员单位, 局长办公会议."""
    for title in post_words().title.finditer(text, start, end):
        at = title.end()
        while at < end and at < title.end() + 4 and text[at] in SPACES:
            at += 1
        span = None if _surname_before(text, title.start()) else name_at(text, at, end, titled=True)
        if span:
            yield span
            if held_by_several(title[0]):
                yield from _enumerated(text, span.end, end)


def _surname_before(text: str, at: int) -> bool:
    """Whether the title follows a surname, so that what comes next is no whole name: 陳區長|明德, 张局长|."""
    length = 2 if surname_length(text[max(0, at - 2):at]) == 2 else 1
    if text[max(0, at - 1):at] in post_words().heads:
        return False
    return surname_length(text[max(0, at - length):at]) == length and not re.match(r"[㐀-鿿]", text[max(0, at - length - 1):max(0, at - length)])


def _enumerated(text: str, at: int, end: int) -> Iterator[Span]:
    """The names that follow one another after a shared post: 、贺明慧、方守诚."""
    while at < end and text[at] in "、和及":
        span = name_at(text, at + 1, end)
        if not span:
            return
        yield span
        at = span.end


def before_comrade(text: str, start: int, end: int) -> Iterator[Span]:
    """秦越同志, 以习近平同志为核心; not 负责同志, 党员同志, 各位同志."""
    for word in re.compile("同志").finditer(text, start, end):
        yield from _ending_at(text, word.start(), start)


def before_title(text: str, start: int, end: int) -> Iterator[Span]:
    """齐鸣远处长, 习近平总书记; not 张主任, 镇党委书记."""
    for title in post_words().title.finditer(text, start, end):
        if title[0] not in post_words().weak and text[title.end():title.end() + 1] not in NO_TITLE_BEFORE:
            found = _ending_at(text, title.start(), start)
            yield from (span for span in found if len(span) > 2 and text[span.end - 1] not in name_words().next_words)


def _ending_at(text: str, end: int, floor: int) -> Iterator[Span]:
    """The name that ends here and begins at a boundary."""
    for length in (4, 3, 2):
        start = end - length
        if text[start:start + 1] in name_words().grammatical and re.match(r"[㐀-鿿]", text[start - 1:start]):
            continue
        if start >= floor and is_name(text[start:end]) and (length < 4 or surname_length(text[start:end]) == 2) and begins(text, start):
            yield Span(start, end)
            return


def begins(text: str, start: int) -> bool:
    """Whether a name may begin here: after punctuation, a title, or a word like 由, 请, 听取了."""
    before = text[start - 1:start]
    if not re.match(r"[㐀-鿿]", before):
        return True
    return bool(text.endswith(_words_before_names(), max(0, start - 5), start) or title_before(text, start, max(0, start - 8)))


@cache
def _words_before_names() -> tuple[str, ...]:
    return lexicon("people").words("before_name")


def as_subject(text: str, start: int, end: int) -> Iterator[Span]:
    """魏东主持召开, 田守业汇报了, 吴敏、郑强任副组长 at the beginning of a clause; a short name only before what persons alone do."""
    for boundary in CLAUSE_START.finditer(text, start, end):
        first = name_at(text, boundary.end(), end)
        spans = [first, *_enumerated(text, first.end, end)] if first else []
        does = SPEAKING.match(text, spans[-1].end) if spans else None
        if does and (len(spans[0]) > 2 or SURELY_PERSONAL.match(does[0])):
            yield from spans


def commissioned(text: str, start: int, end: int) -> Iterator[Span]:
    """由王大山负责, 李长庚牵头: a full name of three characters; not 由石化厂负责, 江北港牵头."""
    for boundary in COMMISSION.finditer(text, start, end):
        span = name_at(text, boundary.end(), end)
        if span and len(span) == 3 and text[span.end - 1] not in FACILITIES and IN_CHARGE.match(text, span.end):
            yield span


def in_person_column(text: str, start: int, end: int) -> Iterator[Span]:
    """The cells below 责任人, 联系人, 分管领导 in a table whose rows are lines of cells parted by tabs."""
    columns: list[int] = []
    for line in _tabbed_lines(text, start, end):
        cells = list(CELL.finditer(text, line.start, line.end))
        heads = [i for i, cell in enumerate(cells) if PERSON_COLUMN.fullmatch(cell[0].strip())]
        columns = heads or columns
        if not heads:
            for cell in (cells[i] for i in columns if i < len(cells)):
                yield from (listed.span for listed in names_listed(text, Span(cell.start(), cell.end())))


def _tabbed_lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines that hold a tab."""
    tab = text.find("\t", start, end)
    while tab >= 0:
        stop = text.find("\n", tab, end)
        stop = end if stop < 0 else stop
        yield Span(max(start, text.rfind("\n", start, tab) + 1), stop)
        tab = text.find("\t", stop, end)


def appointed(text: str, start: int, end: int) -> Iterator[Span]:
    """任命张三为副局长, 同意尚岩等5名同志, 免去李四同志的; not 同意李家湾、王家庄的申请."""
    for verb in _appointing().finditer(text, start, end):
        first = name_at(text, verb.end(), end)
        spans = [first, *_enumerated(text, first.end, end)] if first else []
        if spans and APPOINTED_AS.match(text, spans[-1].end):
            yield from spans


@cache
def _appointing() -> re.Pattern[str]:
    return re.compile(alternation(lexicon("people").words("appointing")))


def member_of_a_group(text: str, start: int, end: int) -> Iterator[Span]:
    """村民赵长河、孙有田帮着监督, 业主代表石磊: whom a word for people introduces; not 村民小组, 居民委员会."""
    for group in _GROUP.finditer(text, start, end):
        first = name_at(text, group.end(), end)
        if first:
            yield first
            yield from _enumerated(text, first.end, end)


def labelled(text: str, start: int, end: int) -> Iterator[Span]:
    """联系人：戴一帆, （责任人：秦越）, 督办领导：佟卫东."""
    for label in RESPONSIBLE_LABEL.finditer(text, start, end):
        for listed in names_listed(text, Span(label.start(1), label.end(1))):
            yield listed.span


def well_known(text: str, start: int, end: int) -> Iterator[Span]:
    """习近平 anywhere but in the name of a doctrine (习近平新时代中国特色社会主义思想) or in a title (《习近平谈治国理政》)."""
    for name in re.compile(alternation(lexicon("people").words("well_known"))).finditer(text, start, end):
        if not in_doctrine(text, name.start(), name[0]):
            yield Span(name.start(), name.end())


def in_doctrine(text: str, at: int, name: str) -> bool:
    """Whether the name begins the name of a doctrine or stands in a title."""
    known = lexicon("people").words("well_known")
    if name not in known:
        return False
    opening, closing = text.rfind("《", max(0, at - 60), at), text.rfind("》", max(0, at - 60), at)
    return bool(DOCTRINE.match(text, at + len(name))) or opening > closing


def named_again(text: str, names: set[str]) -> Iterator[Span]:
    """Every further place of a name that was found: 报秦越审定; a name of two characters only between boundaries."""
    longest = max(map(len, names), default=0)
    firsts = {name[0] for name in names}
    if not firsts:
        return
    for start in re.finditer(alternation(firsts), text):
        at = start.start()
        name = next((text[at:at + n] for n in range(longest, 1, -1) if text[at:at + n] in names), None)
        if name and (len(name) > 2 or ((begins(text, at) or text[at - 1:at] in UNIT_ENDS) and name_words().after.match(text, at + len(name)))) and not in_doctrine(text, at, name):
            yield Span(at, at + len(name))


RULES: tuple[tuple[str, Rule], ...] = (
    ("after a title", after_title),
    ("before 同志", before_comrade),
    ("before a title", before_title),
    ("subject", as_subject),
    ("appointment", appointed),
    ("in charge", commissioned),
    ("column", in_person_column),
    ("member of a group", member_of_a_group),
    ("label", labelled),
    ("well known", well_known),
)
"""In the order of their trust; a place that an earlier rule took is left alone by the later ones."""
