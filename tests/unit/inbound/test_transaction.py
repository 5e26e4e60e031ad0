"""What each command leads to, in each state of the session."""

import pytest

from gateway.inbound import replies
from gateway.inbound.grammar import Command, MailFrom
from gateway.inbound.limits import Limits
from gateway.inbound.replies import Reply
from gateway.inbound.transaction import Hello, ReceiveMessage, Rules, StartTls, Step, Transaction, take
from gateway.mail.address import Address
from tests.support.inbound import DESK, HOSTNAME, anyone, only_the_desk

AN = Address("an", "kindengezin.example")
RULES = Rules(HOSTNAME, Limits(), only_the_desk)
GREETED = Transaction("client.example")
MAILED = Transaction("client.example", MailFrom(AN))
READY = Transaction("client.example", MailFrom(AN), (DESK,))


def step(
    at: Transaction, verb: str, argument: str = "", *, rules: Rules = RULES, secured: bool = True
) -> tuple[Transaction, Step]:
    return take(at, Command(verb, argument), rules, secured=secured)


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA", "RSET", "VRFY"])
def test_before_tls_nothing_about_mail_is_heard(verb: str) -> None:
    assert step(READY, verb, secured=False) == (READY, replies.NEED_TLS)


def test_tls_need_not_be_required() -> None:
    open_rules = Rules(HOSTNAME, Limits(), only_the_desk, require_tls=False)
    at, reply = step(GREETED, "MAIL", f"FROM:<{AN}>", rules=open_rules, secured=False)
    assert (at, reply) == (MAILED, replies.SENDER_OK)


def test_ehlo_offers_starttls_only_outside_tls_and_nothing_unknown() -> None:
    lines = ("PIPELINING", "SIZE 26214400", "8BITMIME", "ENHANCEDSTATUSCODES")
    inside = (f"250-{HOSTNAME}", *(f"250-{line}" for line in lines[:-1]), f"250 {lines[-1]}")
    outside = (f"250-{HOSTNAME}", *(f"250-{line}" for line in lines), "250 STARTTLS")
    assert step(READY, "EHLO", "client.example") == (GREETED, Hello(inside))
    assert step(READY, "EHLO", "client.example", secured=False) == (GREETED, Hello(outside))


def test_a_greeting_that_is_refused_changes_nothing() -> None:
    assert step(READY, "EHLO", "a b") == (READY, replies.SYNTAX_HELO)


def test_mail_needs_a_greeting_and_no_other_mail() -> None:
    assert step(Transaction(), "MAIL", f"FROM:<{AN}>") == (Transaction(), replies.NEED_HELO)
    assert step(MAILED, "MAIL", f"FROM:<{AN}>") == (MAILED, replies.NESTED_MAIL)


def test_a_size_over_the_limit_is_refused_at_mail() -> None:
    rules = Rules(HOSTNAME, Limits(message_bytes=100), only_the_desk)
    assert step(GREETED, "MAIL", f"FROM:<{AN}> SIZE=101", rules=rules) == (GREETED, replies.TOO_LARGE)
    assert step(GREETED, "MAIL", f"FROM:<{AN}> SIZE=100", rules=rules)[1] == replies.SENDER_OK


def test_a_session_has_a_bound_of_messages_that_no_greeting_resets() -> None:
    rules = Rules(HOSTNAME, Limits(messages=2), only_the_desk)
    at, _ = step(Transaction("client.example", messages=2), "EHLO", "client.example", rules=rules)
    assert step(at, "MAIL", f"FROM:<{AN}>", rules=rules)[1] == replies.TOO_MANY_MESSAGES


def test_the_judge_of_recipients_is_given_the_envelope_so_far() -> None:
    seen: list[tuple[Address | None, Address, tuple[Address, ...]]] = []

    def judge(mail_from: Address | None, rcpt: Address, already: tuple[Address, ...]) -> Reply | None:
        seen.append((mail_from, rcpt, already))
        return None

    rules = Rules(HOSTNAME, Limits(), judge)
    step(Transaction("c.example", MailFrom(None), (DESK,)), "RCPT", "TO:<b@b.example>", rules=rules)
    assert seen == [(None, Address("b", "b.example"), (DESK,))]


def test_a_recipient_the_judge_refuses_is_not_in_the_envelope() -> None:
    at, reply = step(MAILED, "RCPT", "TO:<nobody@pepingen.example>")
    assert isinstance(reply, Reply)
    assert (at, reply.code) == (MAILED, 550)


def test_a_mailbox_named_twice_counts_once() -> None:
    assert step(READY, "RCPT", "TO:<OCMW@PEPINGEN.example>") == (READY, replies.RECIPIENT_OK)


def test_recipients_have_a_bound() -> None:
    rules = Rules(HOSTNAME, Limits(recipients=1), anyone)
    assert step(READY, "RCPT", "TO:<b@b.example>", rules=rules) == (READY, replies.TOO_MANY_RECIPIENTS)


@pytest.mark.parametrize("path", ["postmaster", "PostMaster", f"postmaster@{HOSTNAME}"])
def test_postmaster_stands_for_the_configured_mailbox(path: str) -> None:
    rules = Rules(HOSTNAME, Limits(), only_the_desk, postmaster=DESK)
    assert step(MAILED, "RCPT", f"TO:<{path}>", rules=rules)[0].recipients == (DESK,)


def test_without_configuration_postmaster_is_judged_as_a_mailbox_of_this_host() -> None:
    seen: list[Address] = []

    def judge(mail_from: Address | None, rcpt: Address, already: tuple[Address, ...]) -> Reply | None:
        del mail_from, already
        seen.append(rcpt)
        return Reply(550, "5.1.1", "No")

    step(MAILED, "RCPT", "TO:<postmaster>", rules=Rules(HOSTNAME, Limits(), judge))
    assert seen == [Address("postmaster", HOSTNAME)]


@pytest.mark.parametrize(
    ("at", "expected"),
    [(GREETED, replies.NEED_MAIL), (MAILED, replies.NEED_RECIPIENT), (READY, ReceiveMessage())],
)
def test_data_needs_an_envelope(at: Transaction, expected: Step) -> None:
    assert step(at, "DATA") == (at, expected)


def test_rset_forgets_the_envelope_alone() -> None:
    at = Transaction("client.example", MailFrom(AN), (DESK,), messages=3)
    assert step(at, "RSET") == (Transaction("client.example", messages=3), replies.DONE)


@pytest.mark.parametrize("verb", ["DATA", "RSET", "QUIT", "STARTTLS"])
def test_a_command_without_argument_takes_none(verb: str) -> None:
    assert step(READY, verb, "x") == (READY, replies.NO_ARGUMENT)


def test_starttls_works_once() -> None:
    assert step(GREETED, "STARTTLS", secured=False) == (GREETED, StartTls())
    assert step(GREETED, "STARTTLS") == (GREETED, replies.TLS_ACTIVE)


@pytest.mark.parametrize(
    ("verb", "argument", "reply"),
    [
        ("NOOP", "x", replies.DONE),
        ("QUIT", "", replies.BYE),
        ("VRFY", "x", replies.CANNOT_VERIFY),
        ("VRFY", "", replies.NEED_ARGUMENT),
        ("AUTH", "PLAIN", replies.NOT_IMPLEMENTED),
        ("XCLIENT", "ADDR=::1", replies.NOT_IMPLEMENTED),
        ("GET", "/", replies.NO_MAIL_PROTOCOL),
        ("FOO", "", replies.UNKNOWN_COMMAND),
    ],
)
def test_other_commands_change_nothing(verb: str, argument: str, reply: Reply) -> None:
    assert step(READY, verb, argument) == (READY, reply)
