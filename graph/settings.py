"""Which graph is spoken to and where its data lies, read from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from schema import SettingError, data_folder

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

Engine = Literal["embedded", "neo4j"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says; `address`, `user` and `password` count for a server only, the last three for the embedded engine only."""

    home: Path
    engine: Engine
    address: str
    user: str
    password: str
    database: str
    time_limit: float
    idle_seconds: float
    memory_mb: int


def read_settings() -> Settings:
    """The settings as the environment has them now. Raises SettingError for one that cannot be used."""
    graph = os.environ.get("GANGMU_GRAPH") or "embedded"
    engine: Engine = "embedded" if graph == "embedded" else "neo4j"
    if engine == "neo4j":
        _check_address(graph)
    return Settings(
        home=data_folder(),
        engine=engine,
        address=graph if engine == "neo4j" else "",
        user=os.environ.get("GANGMU_GRAPH_USER") or "neo4j",
        password=os.environ.get("GANGMU_GRAPH_PASSWORD") or "",
        database=os.environ.get("GANGMU_GRAPH_DATABASE") or ("gangmu" if engine == "embedded" else "neo4j"),
        time_limit=_positive("GANGMU_TIME_LIMIT", 60),
        idle_seconds=_positive("GANGMU_ENGINE_IDLE", 60),
        memory_mb=int(_positive("GANGMU_ENGINE_MEMORY", 1024)),
    )


def as_environment(settings: Settings) -> dict[str, str]:
    """What the process of the embedded engine has to find in its environment to read the same settings."""
    return {
        "GANGMU_HOME": str(settings.home), "GANGMU_GRAPH": settings.engine, "GANGMU_GRAPH_DATABASE": settings.database,
        "GANGMU_TIME_LIMIT": str(settings.time_limit), "GANGMU_ENGINE_IDLE": str(settings.idle_seconds),
        "GANGMU_ENGINE_MEMORY": str(settings.memory_mb),
    }


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise SettingError(f"GANGMU_GRAPH={address!r} is no graph", remedy="set it to `embedded` or to an address such as neo4j://localhost:7687")


def _positive(name: str, default: float) -> float:
    raw = os.environ.get(name) or ""
    try:
        number = float(raw) if raw else default
    except ValueError:
        number = 0
    if not 0 < number < float("inf"):
        raise SettingError(f"{name}={raw!r} is not a positive number", remedy=f"unset it to use {default:g}")
    return number
