"""Properties of nodes and edges: their name, type, labels and meaning, and the ones that several types share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PropertyType = Literal["text", "integer", "number", "boolean", "texts", "date"]
"""`date` is an ISO prefix (2018, 2018-10, 2018-10-25) kept as text; `texts` is a list of text."""

PYTHON_TYPES: dict[PropertyType, tuple[type, ...]] = {
    "text": (str,), "date": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "texts": (list,),
}


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or edge type, with its Chinese and English label, its meaning and the term it equals elsewhere."""

    name: str
    type: PropertyType
    zh: str
    en: str
    meaning: str
    term: str = ""


NAME = Property("name", "text", "名称", "name", "the canonical name within the issuing body", "schema:name")
TEXT = Property("text", "text", "原文", "text", "the words, verbatim", "schema:text")
TITLE = Property("title", "text", "标题", "title", "the title as printed", "dcterms:title")
DATE = Property("date", "date", "日期", "date", "the day of the meeting, as far as it is known", "dcterms:date")
ACT = Property("act", "text", "言语行为", "speech act", "the verb of the meeting that governs the words: 明确, 强调, 要求 …")
PATH = Property("path", "texts", "条款路径", "path", "the markers above and at the clause, outermost first: （二）, 二要, 1")
CONFIDENCE = Property("confidence", "number", "置信度", "confidence", "0 to 1, of what was inferred")
GENERIC = Property("generic", "boolean", "泛指", "generic", "true for a set without a name: 各处室（单位）, 分管领导")
RECURRENCE = Property("recurrence", "text", "周期", "recurrence", "day, week, half-month, ten-days, month, quarter, half-year or year")
BASIS = Property("basis", "text", "依据", "basis", "stated in the words, or inferred from them")
FROM = Property("from", "date", "自", "from", "first day known", "schema:startDate")
TO = Property("to", "date", "至", "to", "last day known", "schema:endDate")
