"""Makes the library that reads .doc overlook, as Word does, formatting that breaks the rules; strict, it would refuse the whole file for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from types import ModuleType
from typing import Any

from doc2docx.errors import Doc2DocxError
from doc2docx.msdoc import formatting, numbering, pieces, sections, sprm, styles

LONGEST_TAIL = 16
"""Bytes at the end of a list of properties that may be rubbish; programs fill it up to even lengths with whatever was in memory."""


def parsing(strict: Callable[..., Sequence[Any]]) -> Callable[..., Sequence[Any]]:
    """Reads the properties of a list up to the first that is broken."""

    @wraps(strict)
    def parsed(data: bytes, **options: Any) -> Sequence[Any]:
        for end in range(len(data), max(len(data) - LONGEST_TAIL, 0) - 1, -1):
            try:
                return strict(data[:end], **options)
            except Doc2DocxError:
                continue
        return ()

    return parsed


def applying(strict: Callable[..., Any]) -> Callable[..., Any]:
    """Applies the properties whose values are allowed."""

    @wraps(strict)
    def applied(modifiers: Sequence[Any], **options: Any) -> Any:
        try:
            return strict(modifiers, **options)
        except Doc2DocxError:
            return strict([m for m in modifiers if _is_allowed(m, options)], **options)

    def _is_allowed(modifier: Any, options: dict[str, Any]) -> bool:
        try:
            strict([modifier], **options)
        except Doc2DocxError:
            return False
        return True

    return applied


LENIENT = {
    "parse_grpprl": parsing(sprm.parse_grpprl),
    "apply_paragraph_modifiers": applying(sprm.apply_paragraph_modifiers),
    "apply_character_modifiers": applying(sprm.apply_character_modifiers),
}
USERS: tuple[ModuleType, ...] = (formatting, numbering, pieces, sections, sprm, styles)


def make_lenient() -> None:
    """Puts the lenient functions in the place of the library's own; once is enough."""
    for module in USERS:
        for name, function in LENIENT.items():
            if hasattr(module, name):
                setattr(module, name, function)
