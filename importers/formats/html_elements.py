"""Which elements of a web page hold its text, which divide it into paragraphs, and which are left out."""

from __future__ import annotations

import re

from lxml import etree

BLOCKS = frozenset(
    "address article blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li "
    "main ol p pre section summary table tbody td th tfoot thead tr ul caption".split()
)
"""Elements before and behind which a paragraph ends."""

_LEFT_OUT = frozenset(
    "applet area aside audio base button canvas del embed frame frameset head iframe img input link map math meta nav noframes noscript object "
    "option param rp rt script select style svg template textarea title video".split()
)
_RUNNING = frozenset(("header", "footer"))
_MENUS = frozenset("nav navbar navigation menu breadcrumb breadcrumbs crumbs sidebar sdfootnoteanc sdendnoteanc".split())
"""Classes and ids of menus, and of LibreOffice's references to notes."""

_NOTE = re.compile(r"sd(?:foot|end)note\d")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(?:footnote|endnote|header|footer|comment)|mso-footnote-id")
"""Styles of what is not shown, and of Word's notes, comments and running heads."""


def left_out(element: etree._Element) -> bool:
    """Whether an element holds no text of the page: scripts, menus, running heads, notes, what is deleted or hidden."""
    if element.tag in _LEFT_OUT or element.get("hidden") is not None or element.get("role") in ("navigation", "banner", "contentinfo"):
        return True
    if element.tag in _RUNNING:
        return next(element.iterancestors("article", "main"), None) is None
    if element.tag == "div" and element.get("title") in _RUNNING:
        return True
    names = {*element.get("class", "").lower().split(), element.get("id", "").lower()}
    return bool(names & _MENUS) or bool(_NOTE.match(element.get("id", ""))) or bool(_UNSEEN.search(element.get("style", "").lower()))


def whole(text: str | None, default: int, largest: int) -> int:
    """An attribute's number, at most `largest`; the default where it is none."""
    digits = re.match(r"\s*(-?\d{1,9})\s*$", text or "", re.ASCII)
    return min(int(digits[1]), largest) if digits else default
