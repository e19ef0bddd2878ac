"""Lines that stand outside the outline's text: who met, copies to, tails in lines of their own, dashes, closing formulas."""

from __future__ import annotations

import re

_G = r"\s*+"
RECORD_LABEL = re.compile(
    rf"{_G}[（(]?(?:会议)?(?:时{_G}间|日{_G}期|地{_G}点|主{_G}持(?:人|者)?|主{_G}席|出{_G}席(?:人员|领导|会议人员|者|单位)?|列{_G}席(?:人员|单位|会议人员|者)?|参{_G}(?:加|会)(?:会议)?(?:人员|单位|领导|会议人员)?|请{_G}假(?:人员)?|缺{_G}席(?:人员)?"
    rf"|未(?:出席|到会)(?:人员)?|记{_G}录(?:人|人员|整理|员)?|汇{_G}报(?:人|单位)|应到|实到|与会(?:人员|单位)|整{_G}理|审{_G}(?:核|定|签)(?:人)?|签{_G}发(?:人)?|核{_G}稿|校{_G}对|名{_G}称|会议名称|签{_G}到|参会|旁听|到会人员|司仪|联系人|联系电话|联系方式|电话|传真|邮编)"
    rf"{_G}(?:[（(][^（()）]{{0,30}}[）)])?{_G}[：:]|{_G}(?:时{_G}间|地{_G}点|主{_G}持人?|出{_G}席|列{_G}席|请{_G}假|缺{_G}席|记{_G}录)(?:人员|人)?[ 　\t]+(?=\S)"
)
"""时  间：… 主持人：… 出席：… 記錄：…"""

REPORTER = re.compile(rf"{_G}(?:汇{_G}报|报{_G}告|提{_G}案)(?:人|单位|部门){_G}[：:]")
"""汇报人：… stands in the item that it belongs to."""

COPY = re.compile(rf"{_G}(?:(?:抄{_G}[送报]|主{_G}送|分{_G}送|发{_G}送|报{_G}送|印{_G}送|呈{_G}报|送{_G}达|发至|印{_G}发)(?:单位)?{_G}[：:]|[报送发]{_G}[：:]|.{{2,40}}\d{{4}}年\d{{1,2}}月\d{{1,2}}日{_G}印发|（?共印\d+份）?)")
"""抄送：… 发送：… 某某办公室 2023年6月30日印发"""

TAIL_LINE = re.compile(
    rf"{_G}[（(【]?(?:责任|牵头|主办|承办|主责|落实|配合|协办|协同|协助|参与|督办|督查|督导|分管|包保|实施)(?:责任)?(?:部门|单位|处室|科室|领导|人|人员|股室|村|部室)?(?:及责任人)?{_G}[：:]"
    rf"|{_G}[（(【]?(?:完成|办理|办结|整改|落实|推进|截止|时间)?(?:时限|期限|时间|节点|要求时间|日期){_G}[：:]"
)
"""责任部门：工程技术部 时限：5月25日前提交"""

_LEADING_SPACE = re.compile(r"\s*+")
_AT_LAST = re.compile(r"\s*+(?:会议最后|最后[，,]|会后(?:事项|工作|要求|任务|落实|跟进|安排){0,2}[：:，])")
"""会议最后…, 会后事项：… speak of all that was dealt with, not of the last item."""
EXPLAINS = re.compile(
    rf"{_G}(?:(?:事{_G}项|案{_G}情|案{_G}由|情{_G}况|议{_G}题)?(?:说{_G}明|背{_G}景|缘{_G}由|事{_G}由|依{_G}据|理{_G}由|现{_G}状|原{_G}因|简{_G}介)|提{_G}案(?:人|单位|机关)|拟{_G}办|办{_G}法|提案内容|问{_G}题"
    rf"|汇报(?:情况|内容|要点)|(?:表决|投票)(?:结果|情况)|(?:讨论|审议|发言)(?:情况|摘要|纪要))(?:[（(][^（()）]{{0,20}}[）)])?{_G}[：:]")
"""說明：… tells why a case is brought in, 擬辦：… what its mover asks for, 表决结果：… how the votes fell."""
DASHES = re.compile(r"\s*+[-—_=*＿－─]{4,}+\s*+$")
NOTE = re.compile(rf"{_G}(?:备{_G}注|附{_G}注|注){_G}[：:]")
ATTACHMENT = re.compile(rf"{_G}附{_G}(?:件|表|录)(?:\d*)?{_G}(?:[：:].*|)$")
BRACKETED = re.compile(r"\s*+【[^【】]{2,14}】\s*+$")
"""【待办事项】 heads a part of the document."""
RESIDUE = re.compile(r"\[(?:bookmark|image|picture|图片)[^\]\[]{0,80}\]")
"""[bookmark: _GoBack], left behind by a converter."""
FORMULA = re.compile(r"(?:会议)?(?:最后)?[，,]?(?:会议)?(?:还|并)?(?:研究|讨论|通报|审议)(?:和部署)?了?(?:其[他它]|有关)(?:一些|有关)?(?:事项|工作|议题|事宜)|(?:还|并)[就对]其[他它][^，。]{0,12}(?:进行|作)?了?(?:研究|讨论|部署)|望(?:各)?.{0,12}遵照执行|特此纪要|^未尽事宜|^会议研究的其[他它]|以上(?:请|望).{0,10}执行|^散会|^会议(?:于.{0,12})?结束|^无其他事项|^[^，。]{1,24}[：:]\s{0,3}(?:无|（?略）?|洽悉)。?$|^(?:此页无正文|（以下无正文）)")
"""会议还研究了其他事项。 望遵照执行。 散会"""


def is_record_line(text: str, start: int, end: int) -> bool:
    """Whether a paragraph tells who met, when and where, or who gets a copy."""
    return bool(RECORD_LABEL.match(text, start, end) or COPY.match(text, start, end))


def leaves_the_outline(text: str, start: int, end: int) -> bool:
    """Whether a paragraph belongs to no numbered item above it."""
    return bool(is_record_line(text, start, end) or any(p.match(text, start, end) for p in (DASHES, NOTE, ATTACHMENT, BRACKETED)) or FORMULA.match(text, start + _blank(text, start, end), end)
                or _AT_LAST.match(text, start, end))


def _blank(text: str, start: int, end: int) -> int:
    """How much white space and converter's residue a paragraph starts with."""
    at = _LEADING_SPACE.match(text, start, end).end()  # type: ignore[union-attr]
    residue = RESIDUE.match(text, at, end)
    at = _LEADING_SPACE.match(text, residue.end(), end).end() if residue else at  # type: ignore[union-attr]
    return at - start
