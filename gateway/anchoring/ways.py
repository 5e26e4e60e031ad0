"""Every way to lay checkpoints down that the configuration names, and the task that takes them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from gateway.anchoring.mail import MailWay, Officer
from gateway.anchoring.pace import Pace
from gateway.anchoring.run import Anchoring, Lay
from gateway.anchoring.timestamp import TimestampWay
from gateway.anchoring.witness import WitnessWay
from gateway.config import Config
from gateway.config_anchors import Anchors
from gateway.ledger.anchors import AnchorKind, Way
from gateway.ledger.store import Ledger
from gateway.mail.address import Address, parse_address
from gateway.outbound.nexthop import NextHop
from gateway.policy.model import Policy

InForce = Callable[[], tuple[Policy, ...]]


def ways_of(wanted: Anchors) -> tuple[Way, ...]:
    """Every way that is configured."""
    mail = (Way(AnchorKind.MAIL),) if wanted.mail else ()
    stamp = (Way(AnchorKind.TIMESTAMP, wanted.timestamp.url),) if wanted.timestamp else ()
    return (*mail, *stamp, *(Way(AnchorKind.WITNESS, server.key.name) for server in wanted.witnesses))


def pace_of(wanted: Anchors) -> Pace:
    """How often."""
    return Pace(timedelta(seconds=wanted.every), timedelta(seconds=wanted.heartbeat))


def anchoring_of(
    config: Config, in_force: InForce, ledger: Ledger, post: NextHop, clock: Callable[[], datetime]
) -> Anchoring:
    """What anchors ``ledger``. Mail leaves through ``post``, to whom the policies ``in_force`` then name."""
    wanted, place = config.anchors, config.ledger_site.place
    taken: dict[Way, Lay] = {}
    if wanted.mail:
        officers = partial(officers_of, in_force)
        taken[Way(AnchorKind.MAIL)] = MailWay(place, ledger, post, officers, config.hostname, clock).lay
    if wanted.timestamp:
        stamp = TimestampWay(wanted.timestamp.url, wanted.timestamp.ca, clock)
        taken[Way(AnchorKind.TIMESTAMP, stamp.url)] = stamp.lay
    for server in wanted.witnesses:
        taken[Way(AnchorKind.WITNESS, server.key.name)] = WitnessWay(server.url, server.key, place).lay
    return Anchoring(place, ledger, taken, pace_of(wanted), clock)


def officers_of(in_force: InForce) -> tuple[Officer, ...]:
    """The data-protection officers that the policies in force name, each once."""
    found: dict[Address, Officer] = {}
    for policy in in_force():
        parties = (policy.parties.sender, policy.parties.receiver) if policy.parties else ()
        for address in (parse_address(party.dpo) for party in parties if party.dpo):
            found.setdefault(address, Officer(address, policy.ref.language))
    return tuple(found.values())
