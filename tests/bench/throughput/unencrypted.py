"""``gateway serve`` that asks for no TLS: what TLS costs is measured apart, since smtp-source speaks none.

Nothing else is left out: the policy is told of a TLS 1.3 connection that there was not.
"""

import sys
from dataclasses import replace
from functools import partial
from typing import Any

from gateway import service
from gateway.cli import main
from gateway.inbound.replies import Reply
from gateway.inbound.server import Server
from gateway.mail.envelope import Arrival, Tls
from gateway.transfer import Ports, transfer

_PRETENDED = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384")


async def _transfer(arrival: Arrival, ports: Ports) -> Reply:
    return await transfer(replace(arrival, tls=_PRETENDED), ports)


def _open(name: str, value: Any) -> None:
    setattr(service, name, value)


if __name__ == "__main__":
    _open("Server", partial(Server, require_tls=False))
    _open("transfer", _transfer)
    sys.argv[0] = "gateway"
    main()
