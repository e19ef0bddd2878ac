"""What can number a clause."""

from __future__ import annotations

import pytest

from importers.document import Block, assemble
from importers.rules.markers import candidates, ordinal


@pytest.mark.parametrize(("numeral", "value"), [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十四", 34), ("7", 7), ("③", 3), ("⑵", 2), ("丙", 3), ("拾壹", 11), ("贰", 2), ("参", 3), ("2.3", 3), ("1-1", 1)])
def test_ordinals(numeral: str, value: int) -> None:
    assert ordinal(numeral) == value


@pytest.mark.parametrize(("text", "labels"), [
    ("（十一）其他", ["（十一）"]), ("12、其他", ["12"]), ("3．关于", ["3"]), ("(2)同意", ["(2)"]), ("壹、主席致词", ["壹"]), ("3\t排查\t甲局", ["3"]), ("| 4 | 排查 | 甲局 |", ["4"]),
    ("会议要求：一是甲，二是乙", ["一是", "二是"]), ("1.5公里", []), ("２、其他", ["２"]), ("⒊关于", ["⒊"]), ("㈡加快", ["㈡"]), ("（ 一 ）加快", ["（ 一 ）"]), ("涉及：1、2、3号楼", []), ("涉及：一、二、三产业", []), ("2023年", []), ("一般要求", []), ("（一期）工程", []),
    ("参、讨论提案", ["参"]), ("参加会议", []), ("头一件，村口的路。第二件，打谷场。", ["头一件", "第二件"]), ("第一件事：修渠", ["第一件事"]), ("第一个吃螃蟹", []), ("第一项目组", []),
    ("1.2 完善台账", ["1.2"]), ("2-1 开展抽查", ["2-1"]), ("1.2万元到账", []), ("议程2：研究修渠", ["议程2"]), ("事项一：修渠", ["事项一"]), ("事项办理", []),
])
def test_labels(text: str, labels: list[str]) -> None:
    whole, paragraphs = assemble([Block(text)])
    assert [c.marker.label for c in candidates(whole, paragraphs[0])] == labels
