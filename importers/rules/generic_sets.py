"""Sets of bodies without names: 各处室（单位）, 市相关部门, 各县（市、区）政府, 水利系统, 全局上下, 市、市（县）区."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from importers.annotations import Mention, Minutes, Span
from importers.lexicon import alternation, lexicon
from importers.rules.body_names import TASK_FORCES, body_start, outermost
from importers.rules.shields import Shield, book_titles
from importers.script import simplified

_NOT_AFTER = {"处": "理置于罚境分", "部": "位件分署队长级", "区": "域别间分级直", "所": "有需在", "站": "点位", "组": "织长员", "市": "场民级直", "里": "面", "科": "学技研", "办": "法理公", "委": "托员派", "村": "级民庄", "省": "份级直", "局": "面部", "关": "单部干处科工党事职", "镇": "村级", "县": "级直"}
_BRACKET = "(?:（(?:单位|部门|科室|处室|公司|院系|街道|社区|党组织|党组|分局|中心|乡镇|镇|村|市、区|区|党委|机构|办公室|学院|直属单位|企业)）)?"
_RULES_BEFORE = ("为", "是")
_RULES_BEHIND = re.compile(r"中?的?(?:排|列|位)(?:名|在|于|第|首)")
"""Rules about lists: 责任单位|中排第一位的为|牵头单位."""

PARTICIPANTS = ("建设单位", "施工单位", "监理单位", "设计单位", "勘察单位", "运营单位", "使用单位", "养护单位", "检测单位")
"""Parties to a contract: a label 施工单位： names them, not a role in a task."""

_LABEL = re.compile(r"\s*[：:\t]")
_NAMED = re.compile(r"(?:是|为)?(?:[㐀-鿿]{2,12}?(?:部|处|科|室|局|委|办|站|所|队|中心|公司|集团|街道|镇|乡)(?=[、，；。]|$)|各[㐀-鿿]{1,6}(?=[、，；。]|$))")
"""牵头部门|客户服务部、安全部 names who it is."""
_EACH_BUT = "(?!项|类|种|自|方面|位|界|环节|行各业|家|国|个|式|有千秋|阶段|年|季度|月|条|次|名|同志|级领导|级干部)"


_TOLD = r"(?:都|均|也)?(?:要(?!求)|应(?!急|对)|须|务必|必须)"
_EVERYWHERE = rf"各地(?=[各、和]|{_TOLD})|各级(?=[、和]?各|{_TOLD})|各方面?(?={_TOLD})|(?:参建|参与|参会)各方|党委（党组）(?={_TOLD})"
"""各地、各部门 and 各级各部门 are two sets each; 全省各地各部门 has one determiner before it and stays one."""
_PLACES = rf"各?(?:有关|相关)(?:地方|地区)(?:[和、及](?:部门|单位|方面))?|各?(?:有关|相关)方面(?=[、和]|密切|积极|共同|{_TOLD})|各省(?:、自治区、直辖市|（区、市）|区市)"
"""有关地方和部门, 各有关方面 where they are told to act, 各省、自治区、直辖市"""


@cache
def _sets() -> re.Pattern[str]:
    words = lexicon("generic_sets")
    heads = alternation(words.words("heads"))
    single = "|".join(re.escape(h) + (f"(?![{_NOT_AFTER[h[-1]]}])" if h[-1] in _NOT_AFTER else "") for h in sorted(words.words("heads_after_each"), key=lambda w: -len(w)))
    level, tails = alternation(words.words("levels")), alternation(words.words("tails"))
    determiners = alternation(d for d in words.words("determiners") if not d.startswith("各"))
    domains = alternation(w for w in lexicon("organizations").words("core") if len(w) > 1)
    graded = rf"(?:全[国省市区县]|地方|[㐀-鿿]{{2}}地区)?各级(?:党委（党组）|党委(?:和|、)?(?:人民)?政府|(?:人民)?政府(?:(?:及其)?(?:有关|相关)?部门)?|(?:{level}|{domains}){{0,3}}?(?:{heads}|{single}))"
    each = rf"(?:{level})?各{_EACH_BUT}(?:{level}|{determiners}|{domains}|的){{0,4}}?(?:{heads}|{single})"
    marked = rf"(?:{level})?(?:{determiners}){{1,3}}(?:{domains})?(?:{heads})"
    field = rf"(?<![、和与及])(?<![、和与及][㐀-鿿])(?:{level}|当地|属地)?{alternation(lexicon('organizations').pairs('clipped'))}(?:行政)?(?:主管)?部门"
    named = r"(?:当地|属地|辖区)(?:人民)?(?:政府|党委|街道)"
    everywhere = rf"(?:{level})各地各部门|{_EVERYWHERE}|{_PLACES}"
    return re.compile(rf"(?:{everywhere}|{graded}|{each}|{marked}|{field}|{named})(?:{tails})?{_BRACKET}(?:{tails})?")


@cache
def _systems() -> re.Pattern[str]:
    fields = alternation(lexicon("organizations").words("fields"))
    return re.compile(rf"全(?:局|系统|市|县|区|省|校|院|镇|乡|处|集团|公司|厅)上下|全系统(?!地|性)|(?:全[省市县区])?{fields}系统(?!建设|性|治|工程|升级|平台|数据)")


_LEVELS = re.compile(r"(?:国家|省|市|县|区|镇|乡)(?:[、和](?:市（县）区|县（市、区）|区（县）|市（县、区）|省|市|县|区|镇|乡|村)){1,3}(?=(?:两级|三级|上下)?(?:联动|协同|共管|共建))")


def find_generic_sets(minutes: Minutes) -> None:
    """Adds an Organization mention with `generic` for every set that the text names."""
    text = simplified(minutes.text)
    shield = Shield(book_titles(text))
    for span, rule in _found(text):
        if not shield.covers(span.start, span.end) and not _is_label(text, span):
            minutes.mentions.append(_mention(minutes, span, rule))


def _mention(minutes: Minutes, span: Span, rule: str) -> Mention:
    words = span.of(minutes.text)
    members = re.split("[、和]", words) if rule == "levels" else []
    return Mention("Organization", span, f"generic-{rule}", words, {"generic": True, **({"members": [*members]} if members else {})})


def _found(text: str) -> Iterator[tuple[Span, str]]:
    """The sets in the order of the text with the rule that read them."""
    rules = {Span(m.start(), m.end()): rule for rule, pattern in (("set", _sets()), ("system", _systems()), ("levels", _LEVELS))
             for m in pattern.finditer(text)}
    for span in outermost(list(rules)):
        yield _with_body(text, span), rules[span]


def _with_body(text: str, span: Span) -> Span:
    """The members of a body with its name: 市防汛抗旱指挥部|成员单位."""
    if not text.startswith(("成员单位", "各成员单位"), span.start):
        return span
    suffix = next((word for word in sorted(TASK_FORCES, key=len, reverse=True) if text.endswith(word, 0, span.start)), None)
    start = body_start(text, span.start - len(suffix), suffix) if suffix else None
    return span if start is None else Span(start, span.end)


def _is_label(text: str, span: Span) -> bool:
    """Whether the words head a list (责任单位：…, a column 牵头单位) or are part of another word."""
    words = span.of(text)
    if words in PARTICIPANTS:
        return False
    if "各" not in words and (text[max(0, span.start - 1):span.start] in _RULES_BEFORE or _RULES_BEHIND.match(text, span.end)):
        return True
    if re.match("牵头|主办|责任|承办|配合|协办|参与|协同|督办", words) and _NAMED.match(text, span.end):
        return True
    heads_column = text[max(0, span.start - 1):span.start] == "\t"
    return "各" not in words and (heads_column or bool(_LABEL.match(text, span.end)))
