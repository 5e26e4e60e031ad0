"""Real servers in front, set up as the guide says: the gateway judges the client they took the mail from."""

import asyncio
import hashlib
import json
import shutil
import sqlite3
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

import pytest

from tests.support.certificates import Authority, new_authority
from tests.support.guide import files
from tests.support.inbound import client_tls
from tests.support.letters import DESK, SENDER, letter
from tests.support.mailbox import Mailbox
from tests.support.oddities import ODD, hand_in
from tests.support.postfix import Postfix, free_port, listening, unavailable
from tests.support.stage import Stage, staged

MISSING = unavailable() or (None if shutil.which("swaks") else "swaks is not installed")
pytestmark = pytest.mark.skipif(MISSING is not None, reason=MISSING or "")

GUIDE = files()
# The sender's own server, by SPF, and somebody else; both on loopback.
OWN, OTHER = "127.0.0.9", "127.0.0.8"
TRUSTING = GUIDE["gateway.yaml, behind Postfix"].replace("192.0.2.10", "127.0.0.1")
FORGED = "Authentication-Results: mx.pepingen.example; dmarc=pass header.from=kindengezin.example"
MAYOR = "mayor@pepingen.example"


def know(stage: Stage) -> None:
    """Publishes where the sender's mail comes from: OWN, and an address of an example network."""
    name = SENDER.partition("@")[2]
    records = stage.nameserver.records
    stage.nameserver.records = {**records, name: {"TXT": [f"v=spf1 ip4:{OWN} ip4:192.0.2.7 -all"]}}


def peers(stage: Stage) -> list[tuple[str, str | None]]:
    """Of each message in the ledger the client, and the host that forwarded it."""
    with closing(sqlite3.connect(stage.ledger)) as ledger:
        bodies = ledger.execute("SELECT body FROM part WHERE name = 'transport' ORDER BY seq").fetchall()
    told = [json.loads(body) for (body,) in bodies]
    return [(group["peer_ip"], group.get("via_ip")) for group in told if "peer_ip" in group]


async def swaks(port: int, content: bytes, *options: str, to: str = DESK) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(
        *(
            "swaks",
            "--server",
            "127.0.0.1",
            "--port",
            str(port),
            "--tls",
            "--helo",
            "mail.kindengezin.example",
        ),
        *("--from", SENDER, "--to", to, "--data", "-", "--suppress-data", *options),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    transcript, _ = await process.communicate(content.replace(b"\r\n", b"\n"))
    return process.returncode or 0, transcript.decode()


@dataclass(frozen=True)
class Front:
    """Postfix as the guide sets it up, the gateway behind it; ``sender`` gets the bounces."""

    postfix: Postfix
    stage: Stage
    sender: Mailbox

    async def take(self, content: bytes, source: str, to: str = DESK) -> None:
        code, transcript = await swaks(self.postfix.port, content, "--local-interface", source, to=to)
        assert code == 0, transcript


def fitted(stage: Stage, authority: Authority, master: str, sender: Mailbox) -> Mapping[str, str]:
    """The guide's files, with the gateway and the sender's server of this test in place of the guide's."""
    shown = {
        name.removeprefix("/etc/postfix/"): text for name, text in GUIDE.items() if "/etc/postfix/" in name
    }
    line = next(line for line in stage.config.read_text("utf-8").splitlines() if line.startswith("tls:"))
    pem = Path(line.split('"')[1]).read_text("ascii")
    fingerprint = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest().upper()
    pairs = ":".join(fingerprint[at : at + 2] for at in range(0, 64, 2))
    transport = shown["transport"].replace("[mx.pepingen.example]:25", f"[127.0.0.1]:{stage.port}")
    services = shown[master].replace("/etc/ssl/certs/ca-certificates.crt", str(authority.certificate))
    return {
        "main.cf": shown["main.cf"],
        "header_checks": shown["header_checks"],
        "tls_policy": shown["tls_policy"].replace("kindengezin.example", f"[127.0.0.1]:{sender.port}"),
        "transport": transport.replace("ocmw@pepingen.example", DESK),
        "master.cf": services.replace("FINGERPRINT", pairs),
    }


@asynccontextmanager
async def behind_postfix(
    folder: Path, master: str = "master.cf", *, offers_tls: bool = True
) -> AsyncIterator[Front]:
    authority = new_authority(folder)
    local = authority.server("127.0.0.1")
    async with (
        Mailbox(tls=local.server_context() if offers_tls else None) as sender,
        staged(folder, extra=TRUSTING, authority=authority) as stage,
    ):
        know(stage)
        relayhost = f"[127.0.0.1]:{sender.port}"
        shown = fitted(stage, authority, master, sender)
        async with Postfix.configured(local, shown, relayhost=relayhost) as front:
            yield Front(front, stage, sender)


@pytest.mark.parametrize("master", ["master.cf", "master.cf, by fingerprint"])
async def test_behind_postfix_spf_sees_the_real_client_and_the_ledger_names_it(
    tmp_path: Path, master: str
) -> None:
    async with behind_postfix(tmp_path, master) as front:
        await front.take(letter(), OWN)
        (mail,) = await front.stage.mailbox.received(1, within=15)
        assert b"Claes" in mail.content
        # No byte of what says who forwarded whom is in the message.
        assert OWN.encode() not in mail.content
        await front.postfix.logged("status=sent (250 2.6.0")
        await front.take(letter(message_id="2@x.example"), OTHER)
        (bounce,) = await front.sender.received(1, within=15)
        assert b"550 5.7.26 " in bounce.content
        assert peers(front.stage) == [(OWN, "127.0.0.1"), (OTHER, "127.0.0.1")]
        logged = [event["source.ip"] for event in front.stage.events if event["message"] == "transfer"]
        assert logged == [OWN, OTHER]
        assert len(front.stage.mailbox.messages) == 1


async def test_the_report_of_a_refused_referral_holds_its_header_alone_and_leaves_over_tls(
    tmp_path: Path,
) -> None:
    async with behind_postfix(tmp_path) as front:
        await front.take(letter(labels=None), OWN)
        (bounce,) = await front.sender.received(1, within=15)
        assert (bounce.mail_from, bounce.rcpt_to) == ("", (SENDER,))
        assert bounce.tls is not None
        report = BytesParser(policy=default).parsebytes(bounce.content)
        assert [part.get_content_type() for part in report.iter_parts()] == [
            "text/plain",
            "message/delivery-status",
            "text/rfc822-headers",
        ]
        assert b"550 5.7.1 Het label Geheim ontbreekt" in bounce.content
        of_the_client = (b"Claes", b"Dorp 1", b"0470 12 34 56", b"jan.")
        assert [value for value in of_the_client if value in bounce.content] == []


async def test_a_report_waits_rather_than_leave_in_the_clear_to_a_sender_that_the_guide_names(
    tmp_path: Path,
) -> None:
    async with behind_postfix(tmp_path, offers_tls=False) as front:
        await front.take(letter(labels=None), OWN)
        await front.postfix.logged("TLS is required, but was not offered by host", within=15)
        assert front.sender.messages == []


async def test_what_a_sender_says_of_its_own_authentication_does_not_pass_postfix(tmp_path: Path) -> None:
    async with behind_postfix(tmp_path) as front:
        await front.take(letter(extra=[FORGED]), OTHER)
        (bounce,) = await front.sender.received(1, within=15)
        assert b"550 5.7.26 " in bounce.content
        assert front.stage.mailbox.messages == []


async def test_other_recipients_never_come_to_the_gateway(tmp_path: Path) -> None:
    async with behind_postfix(tmp_path) as front:
        await front.take(letter(), OTHER, to=MAYOR)
        (mail,) = await front.sender.received(1, within=15)
        assert mail.rcpt_to == (MAYOR,)
        assert await front.stage.transfers() == []


async def test_a_client_that_swaks_names_is_judged_as_that_client(tmp_path: Path) -> None:
    async with staged(tmp_path, extra=TRUSTING) as stage:
        know(stage)
        named = (
            "--xclient-addr",
            "192.0.2.7",
            "--xclient-name",
            "mail.example",
            "--xclient-helo",
            "mail.example",
        )
        code, transcript = await swaks(stage.port, letter(), *named)
        assert code == 0, transcript
        code, transcript = await swaks(stage.port, letter(), "--xclient-addr", "192.0.2.8")
        assert "550 5.7.26 " in transcript
        code, transcript = await swaks(stage.port, letter(extra=[FORGED]), "--xclient-addr", "192.0.2.8")
        assert "550 5.7.26 " in transcript
        assert peers(stage) == [
            ("192.0.2.7", "127.0.0.1"),
            ("192.0.2.8", "127.0.0.1"),
            ("192.0.2.8", "127.0.0.1"),
        ]
        assert len(stage.mailbox.messages) == 1


async def test_a_stranger_is_not_offered_xclient_and_names_nobody(tmp_path: Path) -> None:
    async with staged(tmp_path, extra=TRUSTING) as stage:
        know(stage)
        stranger = ("--local-interface", OTHER, "--xclient-addr", OWN)
        code, transcript = await swaks(stage.port, letter(), *stranger)
        assert code != 0
        assert "XCLIENT NAME" not in transcript
        code, transcript = await swaks(stage.port, letter(), *stranger, "--xclient-optional")
        assert "550 5.7.26 " in transcript
        assert peers(stage) == [(OTHER, None)]
        assert stage.mailbox.messages == []


async def test_as_mx_it_relays_to_a_postfix_behind_byte_for_byte_and_is_no_open_relay(tmp_path: Path) -> None:
    authority = new_authority(tmp_path)
    certificate = authority.server("127.0.0.1")
    # By default Postfix completes the header of what comes from its own machine.
    plain = {"local_header_rewrite_clients": ""}
    async with (
        Postfix.mailbox(certificate, [DESK, MAYOR], **plain) as behind,
        staged(
            tmp_path,
            extra=GUIDE["gateway.yaml, as MX"],
            authority=authority,
            next_hop=f"{behind.host}:{behind.port}",
        ) as stage,
    ):
        # What Postfix itself rewrites on receipt cannot be compared behind it; the others can.
        sent = [content for content in ODD.values() if content.startswith(b"Subject: ")]
        assert len(sent) > 5
        for number, content in enumerate(sent, 1):
            assert (await hand_in(stage, content, client_tls(), MAYOR)).startswith("250 2.6.0 ")
            kept = (await behind.received(MAYOR, number))[-1]
            assert kept.endswith(content.replace(b"\r\n", b"\n")), content[:80]
        assert (await hand_in(stage, letter(), client_tls(), "x@elsewhere.example")).startswith("550 5.7.1 ")
        assert (await hand_in(stage, letter(), client_tls(), "nobody@pepingen.example")).startswith("550 ")
        assert (await hand_in(stage, letter(), client_tls(), DESK)).startswith("550 ")


@pytest.mark.skipif(shutil.which("haproxy") is None, reason="haproxy is not installed")
@pytest.mark.parametrize("version", ["send-proxy-v2", "send-proxy"])
async def test_behind_haproxy_the_client_is_the_one_that_connected_there(
    tmp_path: Path, version: str
) -> None:
    async with staged(tmp_path, extra=f"{TRUSTING}proxy_protocol: true") as stage:
        know(stage)
        port = free_port()
        shown = GUIDE["haproxy.cfg"].replace("192.0.2.11:25", f"127.0.0.1:{port}")
        shown = shown.replace("mx.pepingen.example:25 send-proxy-v2", f"127.0.0.1:{stage.port} {version}")
        timeouts = "defaults\n    timeout connect 5s\n    timeout client 30s\n    timeout server 30s\n\n"
        (tmp_path / "haproxy.cfg").write_text(timeouts + shown)
        haproxy = await asyncio.create_subprocess_exec(
            "haproxy", "-q", "-db", "-f", str(tmp_path / "haproxy.cfg"), stderr=asyncio.subprocess.DEVNULL
        )
        try:
            await listening(port)
            for source, expected in ((OWN, "250 2.6.0 "), (OTHER, "550 5.7.26 ")):
                _, transcript = await swaks(port, letter(), "--local-interface", source)
                assert expected in transcript
            code, transcript = await swaks(stage.port, letter())
            assert code != 0
        finally:
            haproxy.terminate()
            await haproxy.wait()
        assert peers(stage) == [(OWN, "127.0.0.1"), (OTHER, "127.0.0.1")]
        await stage.logged("smtp.proxy.refused")
