"""What stands in front: who may speak for another, whose word counts, and what passes unread."""

from collections.abc import Iterator

from gateway.config import Config
from gateway.doctor.remark import Code, Remark, ok, warning
from gateway.mail.network import Network
from gateway.policy.book import PolicyBook
from gateway.said import say

_MOST_HOSTS = 256


def front_remarks(config: Config, book: PolicyBook) -> Iterator[Remark]:
    """On ``trusted_peers``, ``trusted_upstream`` and ``other_recipients``; nothing on what is not used."""
    if config.trusted_peers:
        yield _peers_remark(config.trusted_peers)
    if config.trusted_upstream:
        tenant = config.trusted_upstream.tenant
        detail = say("the tenant {tenant} is known by a field that nobody signs", tenant=tenant)
        remedy = say(
            "Leave it out where the sender's own DKIM signature arrives whole; else read docs/en/in-front.md."
        )
        yield warning(Code.TRUSTED_UPSTREAM, detail, remedy)
    if config.other_recipients == "relay":
        domains = ", ".join(sorted({*config.relay_domains, *book.domains()}))
        detail = say("mail for {domains} that no policy governs is handed on as it came", domains=domains)
        yield ok(Code.RELAY, detail)


def _peers_remark(networks: tuple[Network, ...]) -> Remark:
    wide = [str(network) for network in networks if network.num_addresses > _MOST_HOSTS]
    if wide:
        detail = say(
            "every host in {networks} may say for whom it speaks and whom it verified",
            networks=", ".join(wide),
        )
        return warning(Code.TRUSTED_PEERS, detail, say("List your own servers, one by one."))
    named = ", ".join(map(str, networks))
    return ok(Code.TRUSTED_PEERS, say("{networks} may speak for other clients", networks=named))
