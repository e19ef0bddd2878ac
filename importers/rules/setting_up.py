"""Bodies that the meeting sets up, with who leads them and where their office is: 成立领导小组，由甲任组长，办公室设在乙处."""

from __future__ import annotations

import re

from importers.annotations import Span
from importers.sentences import parts, trimmed

_SETS_UP = re.compile(r"\s*(?:同意)?(?:成立|设立|组建|撤销)[^，。；]{2,40}$")
STAFFS = re.compile(
    r"由[^，。；]{2,40}(?:担任|任)(?:副?(?:组长|指挥长|总指挥|主任)|召集人|[^，。；]{0,8}长)[。]?$|[^，。；]{2,40}(?:担任|任)副(?:组长|指挥长|总指挥|主任)[。]?$|[㐀-鿿]{0,8}(?:组长|指挥长|总指挥|主任|召集人|负责人|成员)由[^，。；]{2,40}(?:兼任|担任|任|组成)[。；]?$|下设[^，。；]{2,80}|[㐀-鿿]{0,12}办公室设在[^，。；]{2,24}[。]?$")
"""成立领导小组，|由甲任组长，|乙任副组长，|下设综合组、征迁组，|办公室设在丙处"""


def sets_up(text: str, body: Span) -> bool:
    """Whether an item only sets up a body and says who leads it: 成立工作专班，由甲任组长，办公室设在乙处。"""
    pieces = parts(text, body.start, trimmed(text, body).end)
    return bool(pieces) and bool(_SETS_UP.match(text, pieces[0].start, pieces[0].end)) and all(STAFFS.match(p.of(text).strip()) for p in pieces[1:])
