"""What stands in front: who may speak for another, whose word counts, and what passes unread."""

from collections.abc import Iterator

from gateway.config import Config
from gateway.doctor.remark import Code, Remark, ok, warning
from gateway.mail.network import Network
from gateway.policy.book import PolicyBook

_MOST_HOSTS = 256


def front_remarks(config: Config, book: PolicyBook) -> Iterator[Remark]:
    """On ``trusted_peers``, ``trusted_upstream`` and ``other_recipients``; nothing on what is not used."""
    if config.trusted_peers:
        yield _peers_remark(config.trusted_peers)
    if config.trusted_upstream:
        detail = f"the tenant {config.trusted_upstream.tenant} is known by a field that nobody signs"
        remedy = (
            "Leave it out where the sender's own DKIM signature arrives whole; else read docs/en/in-front.md."
        )
        yield warning(Code.TRUSTED_UPSTREAM, detail, remedy)
    if config.other_recipients == "relay":
        domains = ", ".join(sorted({*config.relay_domains, *book.domains()}))
        yield ok(Code.RELAY, f"mail for {domains} that no policy governs is handed on as it came")


def _peers_remark(networks: tuple[Network, ...]) -> Remark:
    wide = [str(network) for network in networks if network.num_addresses > _MOST_HOSTS]
    if wide:
        detail = f"every host in {', '.join(wide)} may say for whom it speaks and whom it verified"
        return warning(Code.TRUSTED_PEERS, detail, "List your own servers, one by one.")
    return ok(Code.TRUSTED_PEERS, f"{', '.join(map(str, networks))} may speak for other clients")
