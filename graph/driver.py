"""The driver's connections to the engine of the settings: one for the application, one for those who may only read."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph.engine import Attachment, attach
from graph.failures import explained
from graph.settings import Settings

CONNECT_SECONDS = 15

# A lost connection is told once, by the exception; without a handler the driver's own line would reach the user's terminal too.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Connection:
    """Open drivers, and the hold on the embedded engine while that is the one spoken to."""

    driver: Driver
    reader: Driver
    attachment: Attachment | None

    def close(self) -> None:
        """Closes the drivers, then lets go of the engine."""
        self.reader.close()
        self.driver.close()
        if self.attachment is not None:
            self.attachment.close()


def connect(settings: Settings) -> Connection:
    """Connects, starting the embedded engine if need be. Raises EngineError when the engine cannot be reached or refuses."""
    if settings.engine == "embedded":
        attachment = attach(settings)
        address = attachment.address
        return Connection(_driver(attachment.bolt, address.user, address.password),
                          _driver(attachment.bolt, address.reader, address.reader_password), attachment)
    driver = _driver(settings.address, settings.user, settings.password)
    try:
        driver.execute_query("RETURN 1", database_=settings.database)
    except (DriverError, Neo4jError) as error:
        driver.close()
        raise explained(error, settings) from None
    return Connection(driver, driver, None)


def _driver(address: str, user: str, password: str) -> Driver:
    return GraphDatabase.driver(
        address, auth=(user, password), connection_timeout=CONNECT_SECONDS, connection_acquisition_timeout=CONNECT_SECONDS,
        max_transaction_retry_time=0, notifications_min_severity="OFF", telemetry_disabled=True,
    )
