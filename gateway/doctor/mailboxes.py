"""What content is sealed with: each mailbox's certificate and key, and whether policies ask for more."""

import asyncio
from collections.abc import Iterator
from datetime import datetime

from gateway.config import Config, MailboxKeys
from gateway.doctor.certificate import until_remark
from gateway.doctor.remark import Code, Remark, error, ok, told_by
from gateway.mail.address import parse_address
from gateway.outbound import pgp
from gateway.outbound.fitness import NotSealed, load_certificate
from gateway.policy.book import PolicyBook
from gateway.said import Said, say

_ASK = say("Ask the mailbox's owner for the current one. Until then mail that must be sealed is deferred.")


def mailbox_remarks(config: Config, book: PolicyBook, now: datetime) -> Iterator[Remark]:
    """On the certificates and keys of ``config`` at ``now`` (aware), and on what ``book`` asks of them."""
    for keys in config.mailboxes:
        if keys.certificate is not None:
            yield _certificate_remark(keys, now)
        if keys.pgp_key is not None:
            yield asyncio.run(_key_remark(keys, now))
    yield from _missing(config, book)


def _certificate_remark(keys: MailboxKeys, now: datetime) -> Remark:
    try:
        certificate = load_certificate(keys, now)
    except NotSealed as failure:
        return error(Code.MAILBOX_SMIME, _told(keys, told_by(failure)), _ASK)
    begin, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    return _of(keys, until_remark(Code.MAILBOX_SMIME, begin, end, now))


async def _key_remark(keys: MailboxKeys, now: datetime) -> Remark:
    try:
        key = await pgp.load_key(keys, now)
    except NotSealed as failure:
        return error(Code.MAILBOX_PGP, _told(keys, told_by(failure)), _ASK)
    if key.expires is None:
        lasting = say("the PGP key {fingerprint} has no end", fingerprint=key.fingerprint)
        return ok(Code.MAILBOX_PGP, _told(keys, lasting))
    return _of(keys, until_remark(Code.MAILBOX_PGP, None, key.expires, now))


def _of(keys: MailboxKeys, remark: Remark) -> Remark:
    return Remark(remark.grade, remark.code, _told(keys, remark.detail), remark.remedy)


def _told(keys: MailboxKeys, detail: Said) -> Said:
    return say("{address}: {detail}", address=keys.address, detail=detail)


def _missing(config: Config, book: PolicyBook) -> Iterator[Remark]:
    """On recipients of policies that ask to seal for them, and have nothing to seal with."""
    for policy in book.policies:
        for recipient in map(parse_address, policy.recipients):
            found = [keys for keys in config.mailboxes if keys.address.same_mailbox(recipient)]
            detail = say(
                "{name} seals for {recipient}, for whom nothing to seal with is named",
                name=policy.ref.protocol,
                recipient=recipient,
            )
            if policy.delivery.seal == "smime" and not any(keys.certificate for keys in found):
                yield error(Code.MAILBOX_SMIME, detail, say("Give it a certificate under mailboxes."))
            if policy.delivery.seal == "pgp" and not any(keys.pgp_key for keys in found):
                yield error(Code.MAILBOX_PGP, detail, say("Give it a pgp_key under mailboxes."))
