"""Bodies in lists that a label announces: 责任部门：城东公司、设计院, （责任单位：粮管所）, 主送：…, cells of columns 牵头单位 and 配合单位."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.annotations import Span
from importers.rules.body_names import is_body

LABEL = r"(?:责任|牵头|配合|主办|协办|承办|落实|督办|主管|参与|支持|监督|考核|办理|实施|主送|抄送|分送|参加|列席|完成)(?:单位|部门|处室|科室|机构)?"
_LIST = re.compile(rf"(?:^|[（(；;，。\s]){LABEL}[：:](?P<list>[^；;。）)\n\t]+)", re.M)
_PARTY = re.compile(r"(?:建设|施工|监理|设计|勘察|检测|业主|总包|运营)单位[（(](?P<name>[㐀-鿿]{3,30}(?:公司|集团|局|院|所|中心|部|处|办|站|队))[）)]")
"""施工单位（云岭路桥公司项目部）"""
_PARTS = re.compile(r"下设(?:了)?(?P<list>[㐀-鿿]{2,10}[组部处办科](?:[、和][㐀-鿿]{2,10}[组部处办科]){0,9})(?=[，。；、等]|$)", re.M)
"""下设综合协调组、工程建设组"""
_COLUMN = re.compile(r"(?:责任|牵头|配合|主办|协办|承办|落实|督办|参与|支持)(?:单位|部门|处室|科室|机构)?")
_ITEM = re.compile(r"[^、，,；;\s/　和及]+")
_ENDS = re.compile(r"[㐀-鿿（）]{2,24}(?:局|处|科|厅|署|部|委|办|室|院|所|站|队|组|中心|公司|集团|支队|大队|政府|党委|党组|委员会|指挥部|领导小组|学院|大学|医院|银行|协会|妇联|残联|机关|专班|街道|社区|厂|馆|分局|公所|课)")
_SHORT = re.compile(r"[㐀-鿿]{1,4}(?:院|所|站|厂|队|部|科|处|办|局|公司|集团|中心)")


def labelled_bodies(text: str) -> Iterator[Span]:
    """The members of such lists that end like a body's name."""
    for match in _LIST.finditer(text):
        yield from _items(text, match.start("list"), match.end("list"))
    yield from (Span(m.start("name"), m.end("name")) for m in _PARTY.finditer(text))
    for match in _PARTS.finditer(text):
        yield from _items(text, match.start("list"), match.end("list"))
    yield from _cells(text)


def _items(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _ITEM.finditer(text, start, end):
        if (_ENDS.fullmatch(match[0]) or _SHORT.fullmatch(match[0])) and is_body(match[0]) and not re.match("各|有关|相关|其他", match[0]):
            yield Span(match.start(), match.end())


def _cells(text: str) -> Iterator[Span]:
    """Cells below a heading cell 牵头单位 or 配合单位, as long as the rows have that column."""
    columns: list[int] = []
    offset = 0
    for line in text.split("\n"):
        cells = line.split("\t")
        heading = [number for number, cell in enumerate(cells) if _COLUMN.fullmatch(cell.strip())]
        if heading:
            columns = heading
        elif len(cells) > 1:
            at = offset
            for number, cell in enumerate(cells):
                if number in columns:
                    yield from _items(text, at, at + len(cell))
                at += len(cell) + 1
        offset += len(line) + 1
