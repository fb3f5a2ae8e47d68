"""Which addresses may be connected to: public ones only, unless the settings name the host.

An address given by somebody, or a redirect from a public page, must not reach the machines behind our own firewall.
The check is made on the very address that a socket is opened to, after names are resolved, so that a name cannot
mean one thing when it is checked and another when it is used.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

from onrecord.errors import CaptureError
from onrecord.settings import Settings

# `is_global` lets these pass although they carry an IPv4 address inside, which may be private: NAT64 (two ranges),
# 6to4, Teredo, IPv4-compatible; and two that are no longer given to anybody: 6to4 relays, site-local.
CARRIERS = tuple(
    ip_network(network)
    for network in (
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2002::/16",
        "2001::/32",
        "::/96",
        "192.88.99.0/24",
        "fec0::/10",
    )
)


class NotPublic(CaptureError):
    """A host is at an address that is not of the public internet."""


def is_public(address: str) -> bool:
    """Whether an IP address (with or without a zone) is one of the public internet."""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    if any(ip in network for network in CARRIERS if network.version == ip.version):
        return False
    return ip.is_global and not ip.is_multicast


def is_allowed(host: str, port: int, settings: Settings) -> bool:
    """Whether the settings name this host, with this port or without one."""
    names = {host, f"{host}:{port}", f"[{host}]", f"[{host}]:{port}"}  # IPv6 is written in brackets, or is not
    return not names.isdisjoint(name.lower() for name in settings.allow_hosts)


def guarded_socket(host: str, port: int, settings: Settings, refused: list[str]) -> Callable[[Any], socket.socket]:
    """What aiohttp's connector is to open sockets with: addresses that are not public go to `refused`, with OSError."""

    def open_socket(found: Any) -> socket.socket:
        family, kind, protocol, _, where = found
        if not is_allowed(host, port, settings) and not is_public(where[0]):
            refused.append(where[0])
            raise OSError(f"{where[0]} is no public address")
        return socket.socket(family, kind, protocol)

    return open_socket
