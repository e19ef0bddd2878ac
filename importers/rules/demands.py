"""Whether words ask somebody to do, keep or stop something, or tell what is and was."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from importers.annotations import Span
from importers.lexicon import lexicon
from importers.rules.headings import opens_a_demand
from importers.rules.lines import EXPLAINS
from importers.rules.names import is_name
from importers.sentences import blanked, parts

_MET = re.compile(r"\s*(?:会议|与会|会上)")
_NEED = r"(?:均需|需于|需在|还需|仍需|需进一步|需加强|需按|需报|需尽快|需抓紧)"
_ASSIGNS = re.compile(
    r"由[^，。；]{2,40}?(?:负责|牵头|承担|承办|主办|组织|实施|落实|配合|会同|办理|完成|研究|制定|起草|提出|指导|协调|监督|督办|督促|督导|督查|审核|审定|听取|分管|任|担任|汇总|报|出具|审查|核实|解决|跟踪|统筹|对接|做好|抓好|出面|进一步|根据|按|在|于|修改|编制|拟定|印发|支付|先行)"
    r"|由[^，。；]{1,30}?(?:公司|集团|局|委|办|部|处|科|院|校|政府|中心|街道|镇|乡|村|所|站|队|银行|单位|部门)(?!的|组成|主持|主导|提出|长|员|门|位|批准|审批|决定|同意|任|担任)[一-鿿]{2,}"
    r"|负责(?!人|同志|同事|制|任|的同志)|牵头(?!人|单位|部门)|(?:任|担任)组长|(?:予以|给予)(?:支持|配合|协助|保障|通报)|(?:全力|积极|密切|做好)配合|同志(?:分管|任|担任)"
)
"""由航道处负责  由甲公司向农发行申请贷款  建设管理处牵头  县财政局给予支持"""
_REGULAR = re.compile(r"^[^，。；：]{2,24}?(?:单位|部门|局|委|办|部|处|科|室|所|站|队|中心|公司|院|校|街道|镇|乡|村|层|组|员)(?:要|应|须)?(?:于|在|每(?:[日天周月季年半旬]|个|\d)|按[周月季年旬]|定期)[^，。；]{0,24}(?:报|通报|抽查|检查|调度|开展|组织|召开|提交|汇总|公示|巡查|统计|更新|会商|督查|听取|研究|报告|反馈)")
"""质控办每月抽查200份病历  各有关单位每周五将进展情况报县重点办"""
_AGAIN_AND_AGAIN = re.compile(r"[，；](?:每[日天周月季年半旬两]|按[周月季年旬])[^，。；]{0,16}(?:[一两三二]次|报|通报|检查|抽查|汇总|调度)")
"""督查室将决议分解到部门，每月跟踪一次"""

_DAY = r"(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末|中旬|上旬|下旬|份)?|\d{1,2}日|年底|年末|月底|季度末|季末|本周[一二三四五六日]?|下周[一二三四五六日]?|[上下]半年|[一二三四]季度)"
_SPACE = r"(?:年内|月内|季度内|\d{1,3}个?(?:工作日|天|日|周|月)内|[一二两三四五六七八九十]{1,2}个?(?:季度|工作日|天|周|月|年)内)"
_FINISH = r"(?:完成|提交|提出|报送|上报|报|到位|上线|建成|开工|完工|竣工|通水|通车|落实|启动|印发|补齐|组织|办结|清零|交付|整改|实施|形成|拿出|制定|出台|接通|投用|投入|反馈|汇总|拆除|签订|搬迁|移交|发放|拨付)(?!的|目标|率)"
_DEADLINE = re.compile(rf"(?:{_DAY}(?:之?前|以前|底|末|之内|内)|{_SPACE}|(?:于|在){_DAY}|年底|月底|[上下]半年)[^，。；]{{0,24}}?{_FINISH}|{_DAY}{_FINISH}")
"""8月5日前完成  二季度内提交  11月底前路长名单报航道处备案"""

_DONE = re.compile(r"(?:已|业(?=已|经|于))(?!有的|建的)[^，。；、]{0,16}|(?:汇报|通报|介绍|听取|研究|审议|传达|学习|察看|查看|讨论|分析|总结|回顾|反映|说明|宣读|解读|交流|肯定|部署|安排)了|(?<!工)[作做]了?[^，。]{0,6}(?:汇报|说明|介绍|报告|发言|通报|讲话)|[^，。]{1,12}(?:完成|取得|开展|形成|建立|到位)了|共(?:有|计)?\d[\d.]*[一-鿿]{1,3}(?=[，。]|$)")
"""已完成97公里  汇报了自查情况  作了汇报"""

_IS = re.compile(r"是[^，。；]{0,60}(?:的|重要|关键|重大|核心|基础|保障|支撑|举措|任务|要求|依据|途径|使命|职责|前提|体现)(?=[，。；]|$)")
_LACKS = re.compile(r"(?:不足|短缺|老化|不到位|滞后|不高|不强|不够|不平衡|薄弱|不畅|不严|不实|缺失|缓慢|不容乐观)(?=[，。；]|$)")
_COPULA = re.compile(r"(?<![特尤不都就凡只要还但于总既又而或可正若如别一二三四五六七八九十])是(?!否|非|指)|(?<!的)关系(?!着|到)?[^、，。]{4,}|(?:^|，)(?:近年来|一年多来|一年来|去年以来|今年以来|过去一年|党的[^，]{2,10}以来|[^，]{0,10}以来)，")
"""推进…建设是一项系统性改革  建设好县域高中关系千万学子  一年多来，各地区…"""
_GROUND = re.compile(r"(?:根据|按照|依据|依照|遵照|鉴于|为了?(?!主)|随着|由于|在[^，。]{1,30}(?:方面|中|上|下|同时|时|期间|过程|领域|阶段)$|从[^，。]{1,20}(?:看|来看|出发|入手)$|对于|面对)")
_TELLING = ("认为", "研究", "听取")
"""Acts under which an order is only believed with 要, 应 … or a name: 会议研究推进债务化解有关工作."""
_ATTENDS = re.compile(r"(?:主持|出席|列席|参加|参会)(?:了)?(?:会议|活动)?[。]?$|(?:主持|出席|列席|参加)了?会议并")
_RESUMES = re.compile(r"[待俟][^。；]{2,60}再(?:议|行|提|作|次)?[^。；]{0,8}(?:议|讨论|研究|审议|上会|表决)?[。]?$")
"""待批复后再议 only says when the matter comes back."""
_HOLDS_POST = re.compile(r"(?P<name>[一-鿿·]{2,4}?)(?:不再)?(?:担任|兼任|任)(?!务)[^，。；]{2,40}$|不再(?:担任|兼任)[^，。；]{2,40}$")
_STATE = re.compile(r"(?:当前|目前|近期|近年来?|近日|截至|去年|今年以来|现阶段|长期以来|一段时间|开年|上半年|前三季度|受)")
_NOMINAL = re.compile(r"^[^，。要应须]{0,16}(?:以下|如下|下列)[^，。]{0,6}(?:工作|事项|任务|要求|意见|措施)[：:]?$|^(?:以下|如下|下列|有关|相关)[^，。]{0,10}(?:事项|意见|要求|工作|内容|任务|问题|共识|决议|决定)?[：:]?$")
_MATTERS = re.compile(r"^[^，。；]{2,40}(?:工作|事项|任务|举措|措施|问题)[。]?$")
"""会议部署|防汛救灾工作 names what was spoken of."""
_PASSED_ON = re.compile(r"^(?:会议[^，]{0,6}，)?(?:[^，。]{0,60}，)?以习近平同志为核心的党中央|^(?:会议[^，]{0,6}，)?(?:习近平|总书记|党中央|国务院|中央|省委|市委|省政府|市政府)[^，。；]{0,40}(?:指出|强调|要求|明确提出|作出|高度重视)")


@cache
def _modal() -> re.Pattern[str]:
    return re.compile(f"{lexicon('orders').pattern('modals')}|[要应须]|{_NEED}|(?:^|[，；：。])(?:请(?![假示\\s])|望|希望|建议)")


@cache
def _not_modal() -> re.Pattern[str]:
    return re.compile(lexicon("orders").pattern("not_modal"))


@cache
def _findings() -> re.Pattern[str]:
    return re.compile(lexicon("findings").pattern("reports", "meanings"))


@cache
def _adverbials() -> re.Pattern[str]:
    return re.compile(lexicon("orders").pattern("connectives") + r"[，,]?")


@lru_cache(maxsize=64)
def free_words(words: str) -> str:
    """The words with what stands in quotation marks, book marks and brackets blanked out."""
    return blanked(words, 0, len(words))


def has_modal(words: str) -> bool:
    """Whether 要, 应, 须, 必须, 不得, 严禁, 确保 … demand something; 主要, 要求, 应急, 适应 do not."""
    return bool(_modal().search(_not_modal().sub(lambda m: "□" * len(m[0]), free_words(words))))


def assigns(words: str) -> bool:
    """Whether a duty is given to somebody: 由X负责, X牵头, X给予支持."""
    return bool(_ASSIGNS.search(free_words(words)))


def has_deadline(words: str) -> bool:
    """Whether something is to be finished by a day: 于8月5日前完成."""
    free = free_words(words)
    found = _DEADLINE.search(free)
    return found is not None and "已" not in free[max(0, found.start() - 12):found.end()]


def _only_posts(words: str) -> bool:
    """Whether words only tell who holds which post: 甲任局长，乙不再担任局长职务."""
    found = [_HOLDS_POST.match(part.of(words).strip("。 ")) for part in parts(words, 0, len(words))]
    return all(held and (held["name"] is None or is_name(held["name"])) for held in found)


def _tells_the_state(words: str) -> bool:
    """Whether words only tell how things stand: 当前防控形势总体向好，…"""
    return bool(_STATE.match(words.strip())) and not any(opens_a_demand(p.of(words)) for p in parts(words, 0, len(words)))


def is_report(words: str) -> bool:
    """Whether words tell what was done or said: 方案已公示  作了汇报  同比增长."""
    free = free_words(words)
    return bool(_DONE.search(free)) and not has_modal(words) and not assigns(words)


def is_finding(words: str) -> bool:
    """Whether words report, assess, praise or explain: 成效明显  是…的重要举措  有利于…  已完成61公里."""
    free = free_words(words)
    return bool(_DONE.search(free) or _findings().search(free) or _IS.search(free) or _COPULA.search(free) or _LACKS.search(free))


def tells_first(text: str, sentence: Span) -> bool:
    """Whether an item's first sentence tells what was said or done instead of asking for something."""
    return bool(_MET.match(text, sentence.start, sentence.end)) or is_report(text[sentence.start:sentence.end])


def opens_with_order(words: str) -> bool:
    """Whether the first part that gives no ground is an order: 同时开工一批…  在节能方面，大力推广…"""
    for part in parts(words, 0, len(words)):
        piece = part.of(words).strip()
        if not _GROUND.match(piece):
            connective = _adverbials().match(piece)
            return opens_a_demand(piece[connective.end():] if connective else piece)
    return False


def asks(words: str, act: str | None) -> str | None:
    """The rule by which a sentence asks for something, or None. `act`: the act that governs it."""
    if not words.strip() or _NOMINAL.match(words.strip()) or EXPLAINS.match(words) or _ATTENDS.search(words) or _RESUMES.match(words.strip()) or _only_posts(words) or (_PASSED_ON.match(words.strip()) and not doer(words)):
        return None
    if has_modal(words):
        return "modal"
    if assigns(words):
        return "assignment"
    if is_finding(words):
        return None
    if has_deadline(words):
        return "deadline"
    if _REGULAR.match(words.strip()) or (doer(words) and _AGAIN_AND_AGAIN.search(words)):
        return "regular duty"
    if act in lexicon("acts").words("demanding"):
        return None if _tells_the_state(words) or (act == "部署" and _MATTERS.match(words.strip()) and not opens_with_order(words)) else "demanding act"
    return "order" if act not in _TELLING and opens_with_order(words) else None


_DOER = re.compile(
    r"^\s*(?:其中，?|同时，?|另外，?)?(?:由)?(?P<doer>[一-鿿（）()“”、和及与\d]{1,36}?(?:局|委|办|部|处|科|室|股|所|站|院|校|组|队|社|会|厂|司|政府|中心|集团|公司|单位|部门|支队|大队|街道|办事处|镇|乡|村|区|县|市|同志|学院|银行|指挥部|专班|领导|班子|支部|理层|[^双单多各地官]方)(?:[（(][^（()）]{1,30}[）)])?)"
    r"(?=要|应(?!急|对|付|用|收|届|变)|须|负责|牵头|会同|配合|于|在|\d{1,2}月|\d{4}年|年内|年底|月底|给予|予以|承担|务必|必须|加强|继续|抓紧|做好|组织|每|先行|尽快|定向|立即|提供|按|根据|对|将|优化|完善|严格|强化|推进|加快|落实|切实|认真|积极|全面|进一步|密切|持续|继续|及时|主动|统筹|制定|开展|建立)"
)
_GENERIC = re.compile(r"^(?:各|相关|有关|全|所有|其他)")


def doer(words: str) -> str | None:
    """The named body or person that a part of a sentence tells to act: 执法支队加强河道巡查 → 执法支队; generic ones are not named."""
    for part in parts(words, 0, len(words)):
        found = _DOER.match(words[part.start:part.end])
        if found and not _GENERIC.match(found["doer"]):
            return found["doer"]
    return None


def is_told_to_act(words: str) -> bool:
    """Whether a body is followed by the order to it: 执法支队加强河道巡查, 各项目部严格执行…; not 朱远山一行实地查看…."""
    for part in parts(words, 0, len(words)):
        piece = words[part.start:part.end]
        found = _DOER.match(piece)
        if found and opens_a_demand(piece[found.end():]):
            return True
    return False
