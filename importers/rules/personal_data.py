"""Data about persons that minutes should not hold: 身份证号, 手机号, 银行卡号, 住址; told with their middle masked, at their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from importers.annotations import Doubt, Minutes, Span
from importers.rules.shields import Shield

RULE = "personal-data"
MOST = 100
"""So many of a kind are told one by one; how many more there are is told in one."""

_DIGITS = str.maketrans("０１２３４５６７８９Ｘ", "0123456789X")
_GAP = r"[ 　-]?"
_ALONE, _END = r"(?<![0-9A-Za-z.])", r"(?![0-9A-Za-z]|\.\d)"
_IDENTITY = re.compile(rf"{_ALONE}[1-9]\d{{5}}{_GAP}(?:18|19|20)\d\d{_GAP}\d{{4}}{_GAP}\d{{3}}[0-9Xx]{_END}")
_OLD_IDENTITY = re.compile(rf"{_ALONE}[1-9]\d{{5}}{_GAP}\d{{6}}{_GAP}\d{{3}}{_END}")
_MOBILE = re.compile(rf"{_ALONE}(?:(?:\+|00)?86[ 　-]?)?(?P<number>1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])(?:[ 　-]?\d{{4}}){{2}}){_END}")
_CARD = re.compile(rf"{_ALONE}[3-69]\d{{3}}(?:{_GAP}\d{{4}}){{3}}(?:{_GAP}\d{{1,3}})?{_END}")
_AMOUNT = re.compile(r"[ 　]*(?:元|万|亿|吨|米|公里|立方|平方|千瓦|度|人|户|次|亩|公顷|%|％)")
_OTHER_NUMBER = re.compile(r"(?:编号|编码|代码|单号|合同号|批号|文号|序号|备案号|许可证号?|证书号?|流水号)[：: 　为是]*[0-9A-Za-z/]{0,6}-?$")
_ACCOUNT = re.compile(r"(?:卡号|账号|帐号|账户|帐户|银行卡|储蓄卡|信用卡|开户行|借记卡)[^。；\n]{0,24}$")
_ADDRESS = re.compile(
    r"(?<![单位公司企业法人])(?P<label>家庭(?:住址|地址)|(?:现|常|经常)?(?:居)?住(?:址|地址)|户籍(?:所在地|地址|地)|身份证(?:住址|地址))[：: 　为是]+"
    r"(?P<place>[㐀-鿿\dA-Za-z-]{4,40}?(?:\d+|[一二三四五六七八九十]+)(?:室|号楼?|幢|栋|单元|组|弄)[㐀-鿿\d-]{0,16})")
_LIVES = re.compile(r"(?P<label>家住)(?P<place>[㐀-鿿\d]{4,30}?\d+(?:室|号|幢|栋|单元)[\d-]{0,8}(?:室|单元)?)")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PROVINCES = frozenset(map(str, (11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
                                 61, 62, 63, 64, 65, 71, 81, 82, 83)))

Found = tuple[Span, str]
"""A stretch and what to tell of it, masked."""


def identity_numbers(text: str) -> Iterator[Found]:
    """身份证号 of 18 digits with the right check digit, of 15 with a province and a day of birth (GB 11643)."""
    for match in _IDENTITY.finditer(text):
        number = _bare(match[0]).upper()
        if number[:2] in _PROVINCES and _is_day(number[6:14]) and "10X98765432"[sum(int(d) * w for d, w in zip(number, _WEIGHTS, strict=False)) % 11] == number[17]:
            yield Span(*match.span()), masked(number, 6, 4)
    for match in _OLD_IDENTITY.finditer(text):
        number = _bare(match[0])
        if number[:2] in _PROVINCES and _is_day("19" + number[6:12]) and not _is_figure(text, match.start(), match.end()):
            yield Span(*match.span()), masked(number, 6, 3)


def mobile_numbers(text: str) -> Iterator[Found]:
    """手机号: 138 0000 0000, +86-138…; not a sum, a code or a contract's number."""
    for match in _MOBILE.finditer(text):
        if not _is_figure(text, match.start(), match.end()):
            yield Span(*match.span("number")), masked(_bare(match["number"]), 3, 4)


def card_numbers(text: str) -> Iterator[Found]:
    """银行卡号 that pass Luhn's test and begin as UnionPay's cards do (62), or stand behind 卡号, 账号 (ISO/IEC 7812)."""
    for match in _CARD.finditer(text):
        number = _bare(match[0])
        known = number.startswith("62") or _ACCOUNT.search(text, max(0, match.start() - 40), match.start())
        if known and _passes_luhn(number) and not _is_figure(text, match.start(), match.end()):
            yield Span(*match.span()), masked(number, 4, 4)


def home_addresses(text: str) -> Iterator[Found]:
    """家庭住址：青渚区东港路12号3幢502室, 家住…502室; not the address of a body, and none without a house."""
    for pattern in (_ADDRESS, _LIVES):
        for match in pattern.finditer(text):
            yield Span(*match.span("label")), masked(match["place"], 3, 0)


KINDS: tuple[tuple[str, Callable[[str], Iterator[Found]], int], ...] = (
    ("身份证号", identity_numbers, 6), ("手机号", mobile_numbers, 3), ("银行卡号", card_numbers, 4), ("住址", home_addresses, 6),
)
"""Each kind with its rule and how many characters of the stretch are quoted as evidence; the earlier kind takes the stretch."""


def find_personal_data(minutes: Minutes) -> None:
    """Adds a doubt for every such stretch; its evidence quotes the beginning alone, so that no list of doubts shows it in full."""
    text = minutes.text.translate(_DIGITS)
    taken: list[Span] = []
    for kind, find, quoted in KINDS:
        shield = Shield(taken)
        found = [(span, words) for span, words in find(text) if not shield.covers(span.start, span.end)]
        for span, words in found[:MOST]:
            minutes.doubts.append(Doubt(f"{kind} {words}", Span(span.start, min(span.end, span.start + quoted)), rule=RULE))
        if len(found) > MOST:
            first = found[MOST][0].start
            minutes.doubts.append(Doubt(f"{kind}: {len(found) - MOST} more", Span(first, first + 1), rule=RULE))
        taken += [span for span, _ in found]


def masked(words: str, head: int, tail: int) -> str:
    """The first and last characters with stars between: 138****0000."""
    return words[:head] + "*" * max(len(words) - head - tail, 0) + (words[-tail:] if tail else "")


def _bare(number: str) -> str:
    return re.sub(r"[ 　+-]", "", number)


def _is_day(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) <= date(2100, 1, 1)
    except ValueError:
        return False


def _is_figure(text: str, start: int, end: int) -> bool:
    """Whether the digits are a sum or the number of something else: 13800000000元, 合同编号：13800000000."""
    return bool(_AMOUNT.match(text, end) or _OTHER_NUMBER.search(text, max(0, start - 16), start))


def _passes_luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    return sum(digits[::2]) % 10 == -sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2]) % 10 and len(set(digits)) > 2
