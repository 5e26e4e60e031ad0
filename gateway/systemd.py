"""What systemd and the gateway say to each other: sd_listen_fds(3) and sd_notify(3)."""

import os
import socket

_FIRST_DESCRIPTOR = 3


def listening_sockets() -> tuple[socket.socket, ...]:
    """The bound sockets systemd handed over, none when it handed over none to this very process."""
    if os.environ.get("LISTEN_PID") != str(os.getpid()):
        return ()
    count = int(os.environ.get("LISTEN_FDS", "0"))
    return tuple(socket.socket(fileno=_FIRST_DESCRIPTOR + number) for number in range(count))


def notify(state: str) -> None:
    """Tells systemd ``state``, for instance ``READY=1``; does nothing when it does not listen."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.connect("\0" + address[1:] if address.startswith("@") else address)
        channel.sendall(state.encode())


def watchdog_seconds() -> float | None:
    """How often systemd wants to hear ``WATCHDOG=1``: half its limit; None when it does not ask."""
    microseconds = os.environ.get("WATCHDOG_USEC")
    return int(microseconds) / 2_000_000 if microseconds else None
