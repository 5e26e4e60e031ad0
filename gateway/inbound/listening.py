"""What is said when an address cannot be listened on."""

import os

from gateway.said import reason_of, say


def cannot_listen(host: str, port: int, error: OSError) -> OSError:
    """An error that names where, and why in the operating system's plain words."""
    number = error.errno or 0
    plain = OSError(number, os.strerror(number)) if number > 0 else error
    return OSError(
        say("cannot listen on {host}:{port}: {reason}", host=host, port=port, reason=reason_of(plain))
    )
