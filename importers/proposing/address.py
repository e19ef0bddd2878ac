"""Where a model may answer: on this machine or its intranet, since the text of minutes goes there and nowhere else."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from schema import SettingError

INSIDE = tuple(map(ipaddress.ip_network, ("127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")))
"""Loopback and the private networks of RFC 1918 and RFC 4193."""

REMEDY = "set it to a server of your own, such as http://127.0.0.1:11434/v1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address whose host was looked up once: requests go to `ip`, so that its name cannot come to mean another machine meanwhile."""

    scheme: str
    host: str
    ip: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """Where chat completions are asked for."""
        host = f"[{self.ip}]" if ":" in self.ip else self.ip
        return f"{self.scheme}://{host}:{self.port}{self.path}/chat/completions"

    @property
    def name(self) -> str:
        """Host and port, as they are set."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def endpoint(address: str) -> Endpoint:
    """The endpoint of an address. Raises SettingError for one that is no plain http(s) address, or leads out of the intranet."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise _refused(address, "is no address") from None
    if not (address.isascii() and address.isprintable()) or parts.scheme not in ("http", "https") or not host:
        raise _refused(address, "is no address of a server")
    if parts.username is not None or parts.query or parts.fragment:
        # The address may hold a password, so it is not repeated.
        raise SettingError("GANGMU_MODEL may hold no user, query or fragment", remedy="set GANGMU_MODEL_KEY if a key is needed")
    port = port or (443 if parts.scheme == "https" else 80)
    return Endpoint(parts.scheme, host, _looked_up(address, host, port), port, parts.path.rstrip("/"))


def _looked_up(address: str, host: str, port: int) -> str:
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        raise _refused(address, f"names a host that is not known here, {host}") from None
    if not found or not all(map(is_inside, found)):
        raise _refused(address, "leads out of this machine and its intranet, where no text of minutes goes")
    # Servers on this machine often listen on IPv4 alone, whatever its name says first.
    return min(found, key=lambda ip: ":" in ip)


def is_inside(ip: str) -> bool:
    """Whether this is loopback or a private network; an IPv4 address in the clothes of IPv6 counts as what it is."""
    try:
        known = ipaddress.ip_address(ip)
    except ValueError:
        return False
    plain = known.ipv4_mapped or known if isinstance(known, ipaddress.IPv6Address) else known
    return any(plain in network for network in INSIDE if network.version == plain.version)


def _refused(address: str, what: str) -> SettingError:
    return SettingError(f"GANGMU_MODEL={address!r} {what}", remedy=REMEDY)
