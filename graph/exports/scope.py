"""What of the graph an export is asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which day (ISO) a responsibility list tells, and the name or id of the body whose list it is, empty for all."""

    as_of: str
    department: str = ""
