"""Working days with and without public holidays, and how they are told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.annotations import Span
from importers.lexicon import lexicon
from importers.rules.limit_reckoning import Meeting
from importers.rules.time_limits import due_of
from importers.working_calendar import SETTING, WEEKENDS, WorkingCalendar, working_calendar
from schema import SettingError


@pytest.fixture
def holidays(monkeypatch: pytest.MonkeyPatch) -> WorkingCalendar:
    monkeypatch.setenv(SETTING, "1")
    return working_calendar()


@pytest.mark.parametrize(("start", "count", "weekends", "counted"), [
    ("2024-09-25", 10, "2024-10-09", "2024-10-14"), ("2024-09-27", 1, "2024-09-30", "2024-09-29"), ("2025-01-24", 3, "2025-01-29", "2025-02-05"),
    ("2024-03-20", 5, "2024-03-27", "2024-03-27"), ("2040-09-27", 5, "2040-10-04", "2040-10-04"),
])
def test_nth_working_day(holidays: WorkingCalendar, start: str, count: int, weekends: str, counted: str) -> None:
    day = date.fromisoformat(start)
    assert (WEEKENDS.after(day, count).isoformat(), holidays.after(day, count).isoformat()) == (weekends, counted)


@pytest.mark.parametrize(("text", "meeting", "day", "working"), [
    ("会后10个工作日内报送", "2024-09-25", "2024-10-14", "从2024-09-25起第10个工作日，跳过周末、国庆节（2024-10-01至2024-10-07）；2024-09-29、2024-10-12补班"),
    ("会后5个工作日内报送", "2040-09-27", "2040-10-04", "从2040-09-27起第5个工作日，跳过周末；没有2040年的节假日安排，只跳过周末"),
])
def test_the_working_tells_what_was_left_out(holidays: WorkingCalendar, text: str, meeting: str, day: str, working: str) -> None:
    found = due_of(text, Span(0, len(text)), [], Meeting.on(meeting, holidays))
    assert found and (found.date, found.working) == (day, working)


def test_without_the_setting_only_weekends_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    text = "会后10个工作日内报送"
    found = due_of(text, Span(0, len(text)), [], Meeting.on("2024-09-25", working_calendar()))
    assert found and (found.date, found.working) == ("2024-10-09", "从2024-09-25起第10个工作日，跳过周末")


def test_other_limits_have_no_working(holidays: WorkingCalendar) -> None:
    found = due_of("年底前完成", Span(0, 5), [], Meeting.on("2024-09-25", holidays))
    assert found and found.working is None


def test_minutes_of_the_republic_leave_out_weekends_only(holidays: WorkingCalendar) -> None:
    assert Meeting.on("2024-09-25", holidays, republic=True).calendar == WEEKENDS


def test_another_value_of_the_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "yes")
    with pytest.raises(SettingError, match="yes is no choice"):
        working_calendar()


def test_the_user_adds_a_year(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text('working_days: {holidays: {"2040-10-01": 国庆节}, make_up: {"2040-09-29": 国庆节}}', encoding="utf-8")
    monkeypatch.setenv("GANGMU_LEXICONS", str(own))
    monkeypatch.setenv(SETTING, "1")
    calendar = working_calendar()
    assert calendar.after(date(2040, 9, 28), 2) == date(2040, 10, 2)


@pytest.mark.parametrize("year", range(2018, 2027))
def test_the_entries_of_a_year_add_up(year: int) -> None:
    """Seven holidays each year, and every make-up day is a weekend day."""
    words = lexicon("working_days")
    off = {iso: name for iso, name in words.pairs("holidays").items() if iso.startswith(f"{year}-")}
    assert set(off.values()) | {"中秋节"} == {"元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"}
    assert all(date.fromisoformat(iso).weekday() > 4 for iso in words.pairs("make_up") if iso.startswith(f"{year}-"))
    assert not set(off) & set(words.pairs("make_up"))


@given(st.dates(date(2018, 1, 1), date(2026, 11, 1)), st.integers(1, 40))
def test_so_many_working_days_lie_between(start: date, count: int) -> None:
    words = lexicon("working_days")
    calendar = WorkingCalendar(words.pairs("holidays"), words.pairs("make_up"))
    end = calendar.after(start, count)
    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert calendar.worked(end) and sum(map(calendar.worked, between)) == count
