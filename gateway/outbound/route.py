"""A way out as the configuration wants it: to the mailbox, or for notes to senders."""

import ssl

from gateway.authentication.resolver import Resolver, resolver_for
from gateway.config import Config
from gateway.config import NextHop as HopConfig
from gateway.outbound.connection import Timeouts
from gateway.outbound.mta_sts import Published
from gateway.outbound.nexthop import NextHop
from gateway.outbound.protection import verified_context
from gateway.said import reason_of, say


class AuthoritiesUnusable(OSError):
    """The file of a next hop's authorities cannot be used. The text names it, the key and the reason."""


def next_hop_of(config: Config, hop: HopConfig, timeouts: Timeouts | None = None) -> NextHop:
    """The next hop that ``hop`` describes. Raises AuthoritiesUnusable when its ``ca`` does not load."""
    return NextHop(
        host=hop.address.host,
        port=hop.address.port,
        hostname=config.hostname,
        tls=_trusting(hop, "notices" if hop is config.notices else "next_hop"),
        server_name=hop.name,
        dane=resolver_of(config) if hop.tls == "dane" else None,
        mta_sts=Published(hop.domain, resolver_of(config)) if hop.domain else None,
        timeouts=timeouts or Timeouts(),
    )


def _trusting(hop: HopConfig, key: str) -> ssl.SSLContext | None:
    if hop.tls not in {"verify", "mta-sts"}:
        return None
    named = f"{key}.ca"
    try:
        return verified_context(hop.ca)
    except FileNotFoundError:
        wrong = say("{file}, which {key} names, is not there", file=hop.ca, key=named)
    except ssl.SSLError:
        wrong = say("{file}, which {key} names, holds no readable PEM certificates", file=hop.ca, key=named)
    except OSError as error:
        wrong = say(
            "{file}, which {key} names, cannot be read: {reason}",
            file=hop.ca, key=named, reason=reason_of(error),
        )  # fmt: skip
    raise AuthoritiesUnusable(wrong)


def resolver_of(config: Config) -> Resolver:
    """The resolver that asks the name servers of ``config``."""
    return resolver_for(tuple(str(server) for server in config.dns.nameservers))
