"""Numbers as lists print them: 一、 甲、 ① １ IV b; shared by every format that computes them."""

from __future__ import annotations

import cn2an

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_IDEOGRAPHIC = str.maketrans("0123456789", "〇一二三四五六七八九")


def chinese(number: int) -> str:
    """十二"""
    return str(cn2an.an2cn(number))


def financial(number: int) -> str:
    """壹拾贰"""
    return str(cn2an.an2cn(number, "up"))


def digits(number: int) -> str:
    """一二"""
    return str(number).translate(_IDEOGRAPHIC)


def full_width(number: int) -> str:
    """１２"""
    return str(number).translate(_FULL_WIDTH)


def circled(number: int) -> str:
    """⑫; no such character goes beyond ⑳."""
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else f"({number})"


def stem(number: int) -> str:
    """乙"""
    return "甲乙丙丁戊己庚辛壬癸"[(number - 1) % 10]


def letters(number: int) -> str:
    """L; AA after Z"""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """XII"""
    written = ""
    for value, figure in _ROMAN:
        written += figure * (number // value)
        number %= value
    return written


def spaced(written: str) -> str:
    """A number ready to stand in front of its text: what would run into it (1.3 甲) is kept apart by a space."""
    return written + (" " if written[-1:].isalnum() and written.isascii() else "")
