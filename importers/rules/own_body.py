"""The issuing body by what it calls itself, where it acts: 由我局牵头, 本院要…, 局负责督办; not 我局的, 布局要优化."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import Span

_KIND = r"(?:局|委|厅|院|校|公司|集团公司|集团|中心)"
_SELF = rf"(?:[我本]{_KIND}|{_KIND})"
_ACTS = r"(?:总?牵头|负责|配合|会同|协助|主办|协办|承办|统一|统筹|组织|督办|要(?!求|点|素)|应(?!急|对|用)|须|必须|应当|尽快|抓紧)"
_ASSIGNED = re.compile(rf"(?:由|请)(?P<self>{_SELF})(?={_ACTS})")
_SUBJECT = re.compile(rf"(?:^|[，。；：、]|\d[、.．])[ 　]*(?P<self>[我本]{_KIND}|局|厅|集团公司|集团|公司)(?=(?:要(?!求|点|素)|应(?!急|对|用)|须|必须|应当|负责|总?牵头|会同|统一|配合)(?![㐀-鿿]{{0,2}}的))", re.M)


def own_body(text: str) -> Iterator[Span]:
    """The words by which the issuing body is told to act."""
    for pattern in (_ASSIGNED, _SUBJECT):
        for match in pattern.finditer(text):
            yield Span(*match.span("self"))
