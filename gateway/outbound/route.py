"""A way out as the configuration wants it: to the mailbox, or for notes to senders."""

from gateway.authentication.resolver import Resolver, resolver_for
from gateway.config import Config
from gateway.config import NextHop as HopConfig
from gateway.outbound.connection import Timeouts
from gateway.outbound.mta_sts import Published
from gateway.outbound.nexthop import NextHop
from gateway.outbound.protection import verified_context


def next_hop_of(config: Config, hop: HopConfig, timeouts: Timeouts | None = None) -> NextHop:
    """The next hop that ``hop`` describes. Raises OSError or ssl.SSLError when its ``ca`` does not load."""
    return NextHop(
        host=hop.address.host,
        port=hop.address.port,
        hostname=config.hostname,
        tls=verified_context(hop.ca) if hop.tls in {"verify", "mta-sts"} else None,
        server_name=hop.name,
        dane=resolver_of(config) if hop.tls == "dane" else None,
        mta_sts=Published(hop.domain, resolver_of(config)) if hop.domain else None,
        timeouts=timeouts or Timeouts(),
    )


def resolver_of(config: Config) -> Resolver:
    """The resolver that asks the name servers of ``config``."""
    return resolver_for(tuple(str(server) for server in config.dns.nameservers))
