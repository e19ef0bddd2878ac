"""What of the graph an export is asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which day (ISO) a list of duties tells, which list it is (a name of LISTS), and what narrows it; empty for everything.

    `department` is the name or id of a body, `role` the part that it has (LEADS …), `standing` how a duty stands (overdue …), `meeting` and
    `matter` are ids, `body` the issuing body, `year` that of the meeting, `text` words of the duty.
    """

    as_of: str
    department: str = ""
    list: str = "responsibility"
    role: str = ""
    standing: str = ""
    meeting: str = ""
    matter: str = ""
    body: str = ""
    year: str = ""
    text: str = ""
