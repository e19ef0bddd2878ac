"""The exceptions of Gangmu, one tree:

    GangmuError
    ├── SettingError     a setting that cannot be used
    ├── InputError       a file that cannot be read as minutes
    ├── RecordError      a record stream that breaks the contract
    ├── EngineError      the graph engine is missing, unreachable or refuses
    ├── QueryError       a question that cannot be answered as asked
    └── ModelError       a model's server is silent, or answers what cannot be used
"""

from __future__ import annotations


class GangmuError(Exception):
    """Something the user can understand and mend: what is wrong, where, and what to do."""

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.remedy})" if self.remedy else ""
        return f"{place}{self.what}{advice}"


class SettingError(GangmuError):
    """A setting that cannot be used."""


class InputError(GangmuError):
    """A file that cannot be read as minutes."""


class RecordError(GangmuError):
    """A record stream that breaks the contract between importers and graph."""


class EngineError(GangmuError):
    """The graph engine is missing, unreachable, or refuses to serve."""


class QueryError(GangmuError):
    """A question that cannot be answered as asked."""


class ModelError(GangmuError):
    """The server of a model cannot be reached, is too slow, or answers what cannot be used."""
