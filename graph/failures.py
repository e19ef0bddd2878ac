"""What the driver's exceptions mean to a person: the engine is gone, refuses, or was asked wrongly."""

from __future__ import annotations

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.engine.files import EngineFiles
from graph.settings import Settings
from schema import EngineError, GangmuError, QueryError

TIMED_OUT = ("TransactionTimedOut", "TransactionTerminated", "Terminated")


def explained(error: DriverError | Neo4jError, settings: Settings) -> GangmuError:
    """The same failure as one line that says what, where, and what to do."""
    where = settings.address or str(settings.home)
    said = message(error)
    if isinstance(error, AuthError):
        return EngineError("the graph refuses this user and password", where=where,
                           remedy="set GANGMU_GRAPH_USER and GANGMU_GRAPH_PASSWORD")
    if isinstance(error, (ServiceUnavailable, SessionExpired, ConfigurationError)):
        return EngineError(f"the graph cannot be reached: {said}", where=where,
                           remedy="start it (`docker compose up -d neo4j`), or unset GANGMU_GRAPH to use the embedded engine")
    code = error.code or "" if isinstance(error, Neo4jError) else ""
    if settings.engine == "embedded" and ".Statement." not in code:
        EngineFiles(settings.home).check_space()
    if code.endswith(TIMED_OUT):
        return QueryError("stopped: it took too long", remedy=f"ask for less, or raise GANGMU_TIME_LIMIT ({settings.time_limit:g} s)")
    if isinstance(error, ClientError):
        return QueryError(said)
    return EngineError(f"the graph failed: {said}", where=where, remedy="try again; if it stays so, see the engine's log")


def message(error: DriverError | Neo4jError) -> str:
    """What the engine said, on one line, without the driver's wrapping."""
    said = (error.message if isinstance(error, Neo4jError) else None) or str(error)
    return " ".join(said.split())
