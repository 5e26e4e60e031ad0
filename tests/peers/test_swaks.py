"""swaks, the postmaster's own tool, against the gateway: what it shows is what a server would see."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.dkim import signed
from tests.support.letters import DESK, SENDER, letter
from tests.support.stage import Stage, staged

pytestmark = pytest.mark.skipif(shutil.which("swaks") is None, reason="swaks is not installed")

# What swaks exits with when a command was refused, by its manual.
REFUSED_AT_MAIL, REFUSED_AT_RCPT, REFUSED_AT_DOT, NO_TLS = 23, 24, 26, 29


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path) as running:
        yield running


async def swaks(stage: Stage, content: bytes, *options: str, to: str = DESK) -> tuple[int, str]:
    """Its exit code and its transcript. swaks stuffs the dots and ends the data itself."""
    process = await asyncio.create_subprocess_exec(
        *("swaks", "--server", "127.0.0.1", "--port", str(stage.port), "--helo", "client.example"),
        *("--from", SENDER, "--to", to, "--data", "-", *options),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    transcript, _ = await process.communicate(content.replace(b"\r\n", b"\n"))
    return process.returncode or 0, transcript.decode()


async def test_a_referral_is_accepted_over_verified_tls(stage: Stage) -> None:
    trusted = ("--tls", "--tls-verify", "--tls-ca-path", str(stage.authority.certificate))
    code, transcript = await swaks(stage, signed(letter(), stage.signer), *trusted)
    assert code == 0, transcript
    assert "<~  250 2.6.0 Doorverwijzing bezorgd." in transcript
    (message,) = stage.mailbox.messages
    assert b"Claes" in message.content


async def test_what_ehlo_offers_is_what_the_contract_says(stage: Stage) -> None:
    code, transcript = await swaks(stage, letter(), "--tls", "--quit-after", "FIRST-EHLO")
    assert code == 0, transcript
    offered = [line[4:].removeprefix("250-").removeprefix("250 ") for line in transcript.splitlines()]
    words = {line.strip().split(" ")[0] for line in offered}
    assert {"STARTTLS", "SIZE", "8BITMIME", "ENHANCEDSTATUSCODES", "PIPELINING"} <= words
    assert words.isdisjoint({"AUTH", "CHUNKING", "XCLIENT", "XFORWARD", "SMTPUTF8", "DSN", "ETRN", "VRFY"})


async def test_a_mail_without_the_label_is_refused_with_what_to_do(stage: Stage) -> None:
    code, transcript = await swaks(stage, signed(letter(labels=None), stage.signer), "--tls")
    assert code == REFUSED_AT_DOT, transcript
    assert "<~* 550 5.7.1 Het label Geheim ontbreekt." in transcript
    assert stage.mailbox.messages == []


async def test_a_mail_without_tls_is_refused_at_its_first_command(stage: Stage) -> None:
    code, transcript = await swaks(stage, signed(letter(), stage.signer))
    assert code == REFUSED_AT_MAIL, transcript
    assert "<** 530 5.7.0 Must issue a STARTTLS command first" in transcript
    assert await stage.transfers() == []


async def test_a_mail_from_a_forged_sender_is_refused(stage: Stage) -> None:
    code, transcript = await swaks(stage, letter(), "--tls")
    assert code == REFUSED_AT_DOT, transcript
    assert "550 5.7.26 " in transcript


async def test_an_unknown_recipient_is_refused_at_rcpt(stage: Stage) -> None:
    code, transcript = await swaks(stage, letter(), "--tls", to="mayor@pepingen.example")
    assert code == REFUSED_AT_RCPT, transcript
    assert "<~* 550 5.1.1 No such recipient here" in transcript


@pytest.mark.parametrize("version", ["tlsv1", "tlsv1_1"])
async def test_old_tls_gets_no_session(stage: Stage, version: str) -> None:
    code, transcript = await swaks(stage, letter(), "--tls", "--tls-protocol", version)
    assert code == NO_TLS, transcript
    assert stage.mailbox.messages == []
