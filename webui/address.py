"""Where the web UI listens: loopback, unless a proxy stands before it."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass

from schema import SettingError

DEFAULT = "127.0.0.1:8000"


@dataclass(frozen=True, slots=True)
class Address:
    """A host and a port to listen on."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """The address as it is typed into a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def read_address() -> Address:
    """GANGMU_ADDRESS as `host:port`. Raises SettingError for another form, and for any host but loopback without GANGMU_BEHIND_PROXY=1."""
    raw = os.environ.get("GANGMU_ADDRESS") or DEFAULT
    host, _, port = raw.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise SettingError(f"GANGMU_ADDRESS={raw!r} is not host:port", remedy=f"set it to an address such as {DEFAULT}")
    if not is_loopback(host) and os.environ.get("GANGMU_BEHIND_PROXY") != "1":
        raise SettingError(
            f"GANGMU_ADDRESS={raw!r} would open the graph to the network, and there is no login",
            remedy=f"use {DEFAULT}, or set GANGMU_BEHIND_PROXY=1 where a proxy guards the port",
        )
    return Address(host, int(port))


def is_loopback(host: str) -> bool:
    """True for localhost and for the loopback addresses of IPv4 and IPv6."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
