"""What holds for every test: how hard the properties are tried, and that nothing leaves this machine."""

import os
import sys
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import settings

from tests.support.gpg import World, new_world

# A change is judged by the same examples each time; looking for new ones is `make fuzz`.
settings.register_profile("default", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

# Complaints are in the language of the locale: here in English, whoever runs the tests.
os.environ["LC_ALL"] = "C.UTF-8"


def _stay_on_loopback(event: str, args: tuple[Any, ...]) -> None:
    """An audit hook (PEP 578): a socket that would speak to another machine raises instead."""
    if event not in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        return
    address = args[1]
    if isinstance(address, tuple) and not _is_loopback(str(address[0])):
        raise AssertionError("a test tried to reach another machine")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


sys.addaudithook(_stay_on_loopback)


@pytest.fixture(scope="session")
def pgp_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Keys take a while to make: once for all tests, which leave them as they are."""
    world = new_world(tmp_path_factory.mktemp("pgp"))
    yield world
    world.sender.close()
    world.gateway.close()
