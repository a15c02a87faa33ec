"""Which addresses a notice may go to: outside, or this machine itself where the setting says so, and never inside.

A name is looked up once for each notice and the connection goes to the very address that was looked at, so that a name
that answers one thing to the check and another to the connection gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last four bytes


class Forbidden(Exception):
    """A place no notice may go to. The text is a sentence without secrets."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a URL leads: the host it names, the port, the path with its query, and whether TLS stands before it."""

    host: str
    port: int
    path: str
    tls: bool


def place_of(url: str) -> Place:
    """What a URL of a target says. Raises Forbidden for another scheme, a user in it, or a port that is none."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Forbidden("a URL that cannot be read") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise Forbidden("a URL that is not https://HOST/… without a user in it")
    tls = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Place(parts.hostname, port or (443 if tls else 80), path, tls)


def address_of(place: Place, *, loopback: bool) -> str:
    """The address to connect to. Raises Forbidden where any address of the name lies inside, or there is none."""
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Forbidden(f"{place.host}: no such host") from None
    addresses = [ipaddress.ip_address(str(one[4][0]).partition("%")[0]) for one in found]
    for one in addresses:
        if not (inside(one).is_loopback if loopback else is_outside(one)):
            wanted = "this machine" if loopback else "an address outside"
            raise Forbidden(f"{place.host} leads to {one}: expected {wanted}")
    return str(addresses[0])


def is_outside(address: IP) -> bool:
    """Whether an address is one of the public network: not private, local, shared, reserved, or for many."""
    bare = inside(address)
    if bare.is_multicast or bare.is_reserved or bare.is_private or bare.is_loopback or bare.is_link_local:
        return False
    return bare.is_global


def inside(address: IP) -> IP:
    """The IPv4 address that an IPv6 one carries, else the address itself."""
    if isinstance(address, ipaddress.IPv6Address):
        carried = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if carried:
            return carried
        if address in _NAT64:
            return ipaddress.IPv4Address(address.packed[-4:])
    return address
