"""The whole examination, in the order of a message's way: configuration, policies, TLS, peers, ledger."""

import asyncio
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from gateway import config
from gateway.config import Config
from gateway.doctor.access import access_remarks, as_far_as_seen, hidden
from gateway.doctor.anchors import anchor_remarks
from gateway.doctor.certificate import certificate_remarks
from gateway.doctor.console import console_remarks, user_of
from gateway.doctor.front import front_remarks
from gateway.doctor.keeping import keeping_remarks
from gateway.doctor.ledger import ledger_remarks, unknown_remarks
from gateway.doctor.machine import clock_remark, disk_remarks, folder_remark, timezone_remarks
from gateway.doctor.mailboxes import mailbox_remarks
from gateway.doctor.named import Named, named, of_console
from gateway.doctor.peers import authority_remarks, dns_remarks, next_hop_remarks
from gateway.doctor.pgp import pgp_remarks
from gateway.doctor.policies import content_remarks, policy_remarks, problem_remarks
from gateway.doctor.records import zone_remarks
from gateway.doctor.remark import Code, Grade, Remark, ok
from gateway.doctor.sandbox import sandbox_remark
from gateway.doctor.signing import record_remarks, signing_remarks
from gateway.doctor.smime import program_remark, smime_remarks
from gateway.doctor.unit import unit_remarks
from gateway.policy.book import PolicyBook, load_book
from gateway.policy.load import PolicyError
from gateway.policy.source import Problem
from gateway.said import say


def examine(file: Path, now: datetime, *, offline: bool) -> tuple[Remark, ...]:
    """Everything the doctor has to say of the installation in ``file`` at ``now`` (aware).

    ``offline`` leaves the next hop and the name servers alone. Reads only.
    """
    try:
        installation = config.load(file)
    except config.ConfigError as failure:
        unread = hidden((Named("--config", file),))
        wrong = problem_remarks(Code.CONFIG, failure.problems)
        return tuple(as_far_as_seen(remark, unread) for remark in wrong)
    user, files = user_of(installation), tuple(named(installation))
    access = access_remarks(file, user, files)
    theirs = (*files, *of_console(installation.console))
    unseen = hidden(theirs) if os.geteuid() not in {0, user} else ()
    shut = any(one.key.startswith("ledger.") for one in unseen)
    found = _remarks(file, installation, now, offline=offline, shut=shut)
    well = ok(Code.CONFIG, say("{name} is well-formed", name=file))
    return (well, *access, *(as_far_as_seen(remark, unseen) for remark in found))


def _remarks(
    file: Path, installation: Config, now: datetime, *, offline: bool, shut: bool
) -> Iterator[Remark]:
    """``shut``: the ledger may not be read here."""
    user = user_of(installation)
    book, read = PolicyBook(()), False
    try:
        book, read = load_book(installation.policies), True
    except PolicyError as failure:
        problems = tuple(_at_its_key(file, installation.policies, one) for one in failure.problems)
        yield from problem_remarks(Code.POLICY, problems)
    yield from policy_remarks(book, now.date())
    yield from content_remarks(book, installation.keys)
    yield from certificate_remarks(installation.tls, installation.hostname, now)
    mailboxes = frozenset(address.lower() for policy in book.policies for address in policy.recipients)
    yield from smime_remarks(installation.keys, mailboxes if read else None, now)
    if installation.keys.smime or installation.keys.smime_authorities:
        yield asyncio.run(program_remark())
    yield from pgp_remarks(installation.keys.pgp_home, book, now)
    yield from front_remarks(installation, book)
    yield from signing_remarks(installation.signing)
    yield from mailbox_remarks(installation, book, now)
    yield from console_remarks(installation.console, user, now)
    yield from authority_remarks(installation, offline=offline)
    if not offline:
        yield from asyncio.run(_peer_remarks(installation, book, now))
    site = installation.ledger_site
    yield folder_remark(site.folder, user)
    if not shut:
        yield from _ledger_remarks(installation, book if read else None, now)
    yield from disk_remarks(site.folder)
    yield clock_remark(now, (file, site.place if isinstance(site.place, Path) else site.key))
    yield from timezone_remarks(installation.timezone)
    yield asyncio.run(sandbox_remark(installation.sandbox))
    yield from unit_remarks()


def _ledger_remarks(installation: Config, book: PolicyBook | None, now: datetime) -> Iterator[Remark]:
    site = installation.ledger_site
    yield from ledger_remarks(site, installation.node, installation.log)
    yield from keeping_remarks(installation, book, now)
    yield from anchor_remarks(site.place, installation.anchors, now)
    yield from unknown_remarks(site.place, now)


def _at_its_key(file: Path, folder: Path, problem: Problem) -> Problem:
    """What is wrong with the policies' folder itself, told where the configuration names it."""
    if problem.file != str(folder):
        return problem
    wrong = say("{wrong}: {folder}", wrong=problem.wrong, folder=folder)
    return Problem(str(file), config.where(file, "policies"), wrong, problem.remedy)


async def _peer_remarks(installation: Config, book: PolicyBook, now: datetime) -> tuple[Remark, ...]:
    hop = [remark async for remark in next_hop_remarks(installation, now)]
    asked = await dns_remarks(installation, sender_names(book))
    # Where no name server answers there is nothing to say of what they hold.
    answered = any(remark.grade is Grade.OK for remark in asked)
    held = await zone_remarks(installation, book) if answered else ()
    return (*hop, *asked, *held, *await record_remarks(installation))


def sender_names(book: PolicyBook) -> tuple[str, ...]:
    """Where the senders' DMARC policies are published, each once."""
    allowed = (pattern for policy in book.policies for pattern in policy.senders.allow)
    return tuple(dict.fromkeys(f"_dmarc.{pattern.rpartition('@')[2]}" for pattern in allowed))
