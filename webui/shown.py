"""How words from documents get onto a page: as text, whatever is in them."""

from __future__ import annotations

from typing import Any

LINE_MARKS = "\n\t\r"
HIDDEN = {code: 0x2400 + code for code in range(0x20) if chr(code) not in LINE_MARKS} | {0x7F: 0x2421}
DIRECTION_MARKS = dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
VISIBLE: dict[int, int] = HIDDEN | DIRECTION_MARKS
"""Control characters become their pictures (␀ ␛ …), marks that turn the direction of writing become �: one character for one."""


def shown(value: Any) -> Any:
    """The value as a template writes it: text without characters that act on the page; None as nothing. Escaping follows."""
    if value is None:
        return ""
    return value.translate(VISIBLE) if type(value) is str else value


def shortened(text: str | None, length: int = 60) -> str:
    """At most `length` characters of a text on one line, as `shown`, with … for the rest."""
    line = " ".join((text or "").translate(VISIBLE).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"

