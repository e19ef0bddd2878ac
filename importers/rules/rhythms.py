"""The frequency that words of rhythm state: 月度 → month, 周周报 → week, 每半月 → half-month."""

from __future__ import annotations

import re

_RHYTHMS = (
    ("half-month", re.compile(r"半月|每两周|双周")),
    ("half-year", re.compile(r"半年")),
    ("ten-days", re.compile(r"旬")),
    ("day", re.compile(r"每[日天]|[日天](?:报告|调度|通报|会商|报|清|巡查|抽查|跟踪)|日日|一日一|天天|逐日")),
    ("week", re.compile(r"[周週](?:调度|例会|报告|通报|会商|报|碰头|推进|清|研判)|每[周週]|周周|一周一|[周週]会")),
    ("quarter", re.compile(r"季度|每季|季季|一季一|季(?:报|推|评|通报)")),
    ("month", re.compile(r"月度|每月|月月|一月一|月(?:例会|调度|报告|通报|报|督|评|考核|会商)")),
    ("year", re.compile(r"年度|每年|一年一|年(?:报|会|考)")),
)
"""In this order: 半月 is no month."""


def rhythm(words: str) -> str | None:
    """The frequency that the words state, in the terms of `recurrence`; None for none."""
    return next((name for name, pattern in _RHYTHMS if pattern.search(words)), None)
