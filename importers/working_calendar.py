"""Which days are worked: weekends always off, public holidays and make-up days where the setting asks for them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from importers.lexicon import lexicon
from schema import SettingError

SETTING = "GANGMU_HOLIDAYS"


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """ISO days that are off besides weekends, and weekend days that are worked, each with the holiday's name; both empty: weekends only."""

    holidays: Mapping[str, str]
    make_up: Mapping[str, str]

    def worked(self, day: date) -> bool:
        """Whether the day is a working day."""
        iso = day.isoformat()
        return iso in self.make_up or (day.weekday() < 5 and iso not in self.holidays)

    def after(self, day: date, count: int) -> date:
        """The working day that comes as the `count`-th after a day (1 or more); a `count` of 0 gives the day or the next working one."""
        while count > 0 or not self.worked(day):
            day += timedelta(days=1)
            count -= self.worked(day)
        return day

    def told(self, start: date, end: date) -> str:
        """What was left out and counted between two days, in words: 跳过周末、国庆节（2024-10-01至2024-10-07）；2024-10-12补班."""
        days = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
        off = [f"{name}（{span}）" for name, span in _spans([d for d in days if d.weekday() < 5], self.holidays)]
        worked = "、".join(iso for iso in map(str, days) if iso in self.make_up)
        return "跳过" + "、".join(["周末", *off]) + (f"；{worked}补班" if worked else "") + self._unknown(days)

    def _unknown(self, days: list[date]) -> str:
        """The years of these days for which no holiday is on record, where holidays count."""
        known = {iso[:4] for iso in self.holidays}
        years = sorted({f"{d.year}" for d in days} - known) if known else []
        return "".join(f"；没有{year}年的节假日安排，只跳过周末" for year in years)


def _spans(days: list[date], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Name and stretch of each run of named days."""
    named = [(names[d.isoformat()], d.isoformat()) for d in days if d.isoformat() in names]
    runs = [(name, [iso for _, iso in run]) for name, run in groupby(named, key=lambda pair: pair[0])]
    return [(name, run[0] if len(run) == 1 else f"{run[0]}至{run[-1]}") for name, run in runs]


WEEKENDS = WorkingCalendar({}, {})


def working_calendar() -> WorkingCalendar:
    """The calendar by the setting: `1` counts the lexicon's public holidays and make-up days, unset or `0` weekends only.

    Raises SettingError for another value.
    """
    value = os.environ.get(SETTING, "")
    if value not in ("", "0", "1"):
        raise SettingError(f"{value} is no choice", where=SETTING, remedy="1 counts public holidays and make-up days, 0 only weekends")
    words = lexicon("working_days")
    return WorkingCalendar(words.pairs("holidays"), words.pairs("make_up")) if value == "1" else WEEKENDS
