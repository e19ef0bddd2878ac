"""How a directive stands on a day: what people decided counts before what minutes report, and the due date tells of what is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from graph.page_questions import page_rows
from graph.store import Store

SOON_DAYS = 30

STANDINGS = {
    "done": "已办结", "adjusted": "已调整", "dropped": "不再执行",
    "overdue": "逾期", "soon": f"{SOON_DAYS}日内到期", "running": "未到期", "recurring": "定期开展", "undated": "未写明时限",
}
"""Every standing with its Chinese label; the first three are decided or reported, the others those of an open directive."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What became of a directive: `done`, `adjusted`, `dropped` or `open`, since when (ISO), and the words or the proof that say so."""

    status: str = "open"
    date: str = ""
    words: str = ""


def settlements(store: Store, as_of: str) -> dict[str, Settlement]:
    """What became of each directive of which anything is known on the day."""
    reported = page_rows(store, "standings_reported", as_of=as_of)
    # Of a directive that is reported both as done and as revoked, being done counts.
    rows = (*sorted(reported, key=lambda row: row["status"] == "done"), *page_rows(store, "standings_judged", as_of=as_of))
    return {row["id"]: Settlement(row["status"], row["date"] or "", row["words"] or "") for row in rows}


def statuses(store: Store, as_of: str) -> dict[str, str]:
    """`done`, `adjusted`, `dropped` or `open` by directive, for those of which anything is known on the day."""
    return {id_: settlement.status for id_, settlement in settlements(store, as_of).items()}


def standing(status: str, due: str | None, recurrence: str | None, as_of: str) -> str:
    """One of STANDINGS. A due date that is known to the month or year only has passed when all of it has."""
    if status != "open":
        return status
    if not due:
        return "recurring" if recurrence else "undated"
    if due < as_of[:len(due)]:
        return "overdue"
    last_soon = (date.fromisoformat(as_of) + timedelta(days=SOON_DAYS)).isoformat()
    return "soon" if due <= last_soon[:len(due)] else "running"
