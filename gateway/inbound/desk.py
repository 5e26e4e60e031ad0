"""Whose mail is taken in, said at RCPT: no stranger's mailbox, no other domain (RFC 5321 section 7.8)."""

from collections.abc import Callable
from dataclasses import dataclass

from gateway.inbound import replies
from gateway.inbound.replies import Reply
from gateway.mail.address import Address
from gateway.policy.model import Policy


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers at RCPT. ``relays`` tells whether mail that no policy governs is handed on as it came.

    ``relays_some``: it does for some recipients, so that a stranger is told it does not for all.
    """

    policy_for: Callable[[Address], Policy | None]
    relays: Callable[[Address], bool]
    relays_some: bool

    def judge(self, _: Address | None, recipient: Address, already: tuple[Address, ...]) -> Reply | None:
        """None accepts ``recipient`` beside those ``already`` accepted: one protocol for one message."""
        policy = self.policy_for(recipient)
        if policy is None and not self.relays(recipient):
            return replies.NO_RELAY if self.relays_some else replies.NO_SUCH_RECIPIENT
        if already and self.policy_for(already[0]) is not policy:
            return replies.ANOTHER_PROTOCOL
        return None
