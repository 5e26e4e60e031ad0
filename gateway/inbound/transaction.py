"""What one SMTP command leads to: RFC 5321 section 4.1.4, RFC 3207, RFC 1870, Postfix's XCLIENT; pure.

``take`` is given where a session stands and one command, and says where it then stands and what
is to be done. Doing it is the session's work.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from gateway.inbound import forwarding, replies
from gateway.inbound.forwarding import Named
from gateway.inbound.grammar import (
    NOT_IMPLEMENTED,
    OTHER_PROTOCOLS,
    Command,
    MailFrom,
    parse_helo,
    parse_mail,
    parse_rcpt,
)
from gateway.inbound.limits import Limits
from gateway.inbound.replies import Reply
from gateway.mail.address import Address
from gateway.mail.envelope import Envelope

JudgeRecipient = Callable[[Address | None, Address, tuple[Address, ...]], Reply | None]
IsOfHost = Callable[[str], bool]

# RFC 3207 section 4: before TLS only greeting, NOOP and QUIT.
_NEEDS_TLS = frozenset(("MAIL", "RCPT", "DATA", "RSET", "VRFY"))
_FORWARDING_NEEDS_TLS = _NEEDS_TLS | forwarding.VERBS
_NO_ARGUMENT = frozenset(("DATA", "RSET", "QUIT", "STARTTLS"))


def nobody(_: str) -> bool:
    """No host at all."""
    return False


@dataclass(frozen=True, slots=True)
class Rules:
    """What every session of one server goes by.

    ``judge_recipient`` is given the reverse-path (None for ``<>``), the recipient and those
    accepted before it; its None accepts. ``postmaster`` is the mailbox that ``<postmaster>`` and
    ``<postmaster@hostname>`` stand for (RFC 5321 section 4.5.1), None when they stand for themselves.
    ``may_forward`` tells of an IP address whether that host may speak for another (XCLIENT, XFORWARD),
    ``introduces`` whether its connections open with a header of the PROXY protocol.
    """

    hostname: str
    limits: Limits
    judge_recipient: JudgeRecipient
    require_tls: bool = True
    postmaster: Address | None = None
    may_forward: IsOfHost = nobody
    introduces: IsOfHost = nobody


@dataclass(frozen=True, slots=True)
class Transaction:
    """Where one session stands: the client's name for itself, the envelope so far, messages sent.

    ``forwarded`` is what XFORWARD told of the next message's client.
    """

    helo: str = ""
    mail: MailFrom | None = None
    recipients: tuple[Address, ...] = ()
    messages: int = 0
    forwarded: Named | None = None

    def reset(self) -> "Transaction":
        """As after RSET: the envelope goes, and what was forwarded for it; the rest stays."""
        return Transaction(self.helo, messages=self.messages)

    def envelope(self) -> Envelope:
        """The envelope as given so far."""
        return Envelope(self.mail.address if self.mail else None, self.recipients)


@dataclass(frozen=True, slots=True)
class Hello:
    """Send these lines, which carry no enhanced status code (RFC 2034 section 4)."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StartTls:
    """Run the TLS handshake, then begin anew with nothing the client said before."""


@dataclass(frozen=True, slots=True)
class Become:
    """From here on the client is the one told of; greet it as if it had just connected."""

    named: Named


@dataclass(frozen=True, slots=True)
class ReceiveMessage:
    """Read the message up to its end of data."""


Step = Reply | Hello | StartTls | Become | ReceiveMessage


def take(
    at: Transaction, command: Command, rules: Rules, *, secured: bool, forwards: bool = False
) -> tuple[Transaction, Step]:
    """Where the session stands after ``command``, and what it has to do.

    ``secured`` tells whether TLS is active, ``forwards`` whether the client may speak for another.
    Raises what ``judge_recipient`` raises.
    """
    refusal = _refuse(command, rules, secured=secured, forwards=forwards)
    if refusal:
        return at, refusal
    if command.verb in forwarding.VERBS and forwards:
        return _forward(at, command)
    return _take(at, command, rules, secured=secured, forwards=forwards)


def _take(
    at: Transaction, command: Command, rules: Rules, *, secured: bool, forwards: bool
) -> tuple[Transaction, Step]:
    match command.verb:
        case "HELO" | "EHLO":
            return _greet(at, command, rules, secured=secured, forwards=forwards)
        case "MAIL":
            return _mail(at, command.argument, rules.limits)
        case "RCPT":
            return _rcpt(at, command.argument, rules)
        case "RSET":
            return at.reset(), replies.DONE
        case _:
            return at, _stay(at, command, secured=secured)


def _refuse(command: Command, rules: Rules, *, secured: bool, forwards: bool) -> Reply | None:
    # A stranger is told that there is no XCLIENT at all, with TLS or without.
    needs_tls = _FORWARDING_NEEDS_TLS if forwards else _NEEDS_TLS
    if command.verb in needs_tls and rules.require_tls and not secured:
        return replies.NEED_TLS
    return replies.NO_ARGUMENT if command.argument and command.verb in _NO_ARGUMENT else None


def _greet(
    at: Transaction, command: Command, rules: Rules, *, secured: bool, forwards: bool
) -> tuple[Transaction, Step]:
    name = parse_helo(command.argument)
    if isinstance(name, Reply):
        return at, name
    greeted = Transaction(name, messages=at.messages)
    if command.verb == "HELO":
        return greeted, Hello((replies.helo(rules.hostname),))
    capabilities = ["PIPELINING", f"SIZE {rules.limits.message_bytes}", "8BITMIME", "ENHANCEDSTATUSCODES"]
    if not secured:
        capabilities.append("STARTTLS")
    if forwards and (secured or not rules.require_tls):
        capabilities += forwarding.OFFERS
    return greeted, Hello(replies.ehlo(rules.hostname, capabilities))


def _forward(at: Transaction, command: Command) -> tuple[Transaction, Step]:
    """XCLIENT leads back to where a session begins, but for the count of its messages."""
    if at.mail:
        return at, replies.IN_TRANSACTION
    named = forwarding.parse(command.verb, command.argument)
    if isinstance(named, Reply):
        return at, named
    if command.verb == "XCLIENT":
        return Transaction(named.helo or "", messages=at.messages), Become(named)
    return replace(at, forwarded=forwarding.together(at.forwarded, named)), replies.DONE


def _mail(at: Transaction, argument: str, limits: Limits) -> tuple[Transaction, Reply]:
    if not at.helo:
        return at, replies.NEED_HELO
    if at.mail:
        return at, replies.NESTED_MAIL
    if at.messages >= limits.messages:
        return at, replies.TOO_MANY_MESSAGES
    mail = parse_mail(argument)
    if isinstance(mail, Reply):
        return at, mail
    if mail.size > limits.message_bytes:
        return at, replies.TOO_LARGE
    return replace(at, mail=mail), replies.SENDER_OK


def _rcpt(at: Transaction, argument: str, rules: Rules) -> tuple[Transaction, Reply]:
    if not at.mail:
        return at, replies.NEED_MAIL
    given = parse_rcpt(argument, rules.hostname)
    if isinstance(given, Reply):
        return at, given
    recipient = _standing_for(given, rules)
    # A mailbox named twice counts once.
    if any(recipient.same_mailbox(other) for other in at.recipients):
        return at, replies.RECIPIENT_OK
    if len(at.recipients) >= rules.limits.recipients:
        return at, replies.TOO_MANY_RECIPIENTS
    refusal = rules.judge_recipient(at.mail.address, recipient, at.recipients)
    if refusal:
        return at, refusal
    return replace(at, recipients=(*at.recipients, recipient)), replies.RECIPIENT_OK


def _standing_for(given: Address, rules: Rules) -> Address:
    own = Address("postmaster", rules.hostname)
    return rules.postmaster if rules.postmaster and given.same_mailbox(own) else given


def _stay(at: Transaction, command: Command, *, secured: bool) -> Step:
    match command.verb:
        case "DATA":
            return _data(at)
        case "STARTTLS":
            return replies.TLS_ACTIVE if secured else StartTls()
        case "VRFY":
            return replies.CANNOT_VERIFY if command.argument else replies.NEED_ARGUMENT
        case _:
            return _fixed(command.verb)


def _data(at: Transaction) -> Step:
    if not at.mail:
        return replies.NEED_MAIL
    return ReceiveMessage() if at.recipients else replies.NEED_RECIPIENT


def _fixed(verb: str) -> Reply:
    match verb:
        case "NOOP":
            return replies.DONE
        case "QUIT":
            return replies.BYE
        case _ if verb in NOT_IMPLEMENTED:
            return replies.NOT_IMPLEMENTED
        case _ if verb in OTHER_PROTOCOLS:
            return replies.NO_MAIL_PROTOCOL
        case _:
            return replies.UNKNOWN_COMMAND
