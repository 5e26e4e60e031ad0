"""What stands in front of the gateway, and what the gateway does as MX: whose mail, from whom, to whom."""

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.support.certificates import Issued
from tests.support.inbound import client_tls
from tests.support.letters import DESK, TENANT, letter
from tests.support.oddities import ODD, hand_in
from tests.support.stage import POLICIES, Stage, staged

SERVICE = "mail.protection.example"
SAYS_PASS = "Authentication-Results: dmarc=pass action=none header.from=kindengezin.example"
OURS = f"X-MS-Exchange-CrossTenant-Id: {TENANT}"
THEIRS = f"X-MS-Exchange-CrossTenant-Id: {TENANT[::-1]}"


@asynccontextmanager
async def behind_a_service(folder: Path) -> AsyncIterator[Stage]:
    """A gateway that knows the service by its certificate and our tenant."""
    extra = f"trusted_upstream: {{certificates: [{SERVICE}], tenant: {TENANT}}}"
    async with staged(folder, extra=extra, started=False) as stage:
        text = stage.config.read_text("utf-8")
        asked = text.replace("tls: {cert", f'tls: {{client_ca: "{stage.authority.certificate}", cert', 1)
        stage.config.write_text(asked, "utf-8")
        await stage.start()
        yield stage


def showing(issued: Issued) -> ssl.SSLContext:
    context = client_tls()
    context.load_cert_chain(issued.certificate, issued.key)
    return context


async def test_a_dmarc_pass_counts_from_our_tenant_of_the_service_alone(tmp_path: Path) -> None:
    async with behind_a_service(tmp_path) as stage:
        service = showing(stage.authority.client(SERVICE))
        other = showing(stage.authority.client("mail.elsewhere.example"))
        ours = letter(extra=[SAYS_PASS, OURS])
        assert (await hand_in(stage, ours, service)).startswith("250 2.6.0 ")
        for content, context in (
            (ours, other),
            (ours, client_tls()),
            (letter(extra=[SAYS_PASS, THEIRS]), service),
            (letter(extra=[SAYS_PASS, OURS, THEIRS]), service),
            (letter(extra=[SAYS_PASS]), service),
            (letter(extra=[OURS]), service),
            (letter(extra=[SAYS_PASS.replace("pass", "none", 1), OURS]), service),
            (letter(extra=[SAYS_PASS.replace("kindengezin", "evil"), OURS]), service),
        ):
            assert (await hand_in(stage, content, context)).startswith("550 5.7.26 ")
        assert len(stage.mailbox.messages) == 1


RELAYING = "other_recipients: relay"


async def test_only_mail_for_own_domains_is_relayed_whoever_hands_it_in(tmp_path: Path) -> None:
    extra = f'{RELAYING}\nrelay_domains: [gooik.example]\ntrusted_peers: ["127.0.0.1"]'
    async with staged(tmp_path, extra=extra) as stage:
        for own in ("mayor@pepingen.example", "Mayor@GOOIK.example"):
            assert (await hand_in(stage, b"x\r\n", client_tls(), own)).startswith("250 2.6.0 ")
        for foreign in (
            "victim@elsewhere.example",
            "mayor@sub.pepingen.example",
            "mayor@pepingen.example.elsewhere.example",
            "mayor@xpepingen.example",
        ):
            assert (await hand_in(stage, b"x\r\n", client_tls(), foreign)).startswith("550 5.7.1 ")
        for disguised in (
            "victim%elsewhere.example@mx.pepingen.example",
            "@pepingen.example:victim@elsewhere.example",
            '"victim@elsewhere.example"@pepingen.example',
            "elsewhere.example!victim",
        ):
            assert (await hand_in(stage, b"x\r\n", client_tls(), disguised)).startswith("55")
        assert len(stage.mailbox.messages) == 2


async def test_with_a_policy_its_domain_goes(tmp_path: Path) -> None:
    policies = tmp_path / "policies"
    policies.mkdir()
    text = next(POLICIES.glob("*.yaml")).read_text("utf-8")
    (policies / "a.yaml").write_text(text, "utf-8")
    other = text.replace(DESK, "ocmw@gooik.example").replace("protocol: kind", "protocol: other-kind")
    (policies / "b.yaml").write_text(other, "utf-8")
    async with staged(tmp_path, extra=RELAYING, policies=policies) as stage:
        assert (await hand_in(stage, b"x\r\n", client_tls(), "mayor@gooik.example")).startswith("250 ")
        (policies / "b.yaml").unlink()
        await stage.reload()
        assert (await hand_in(stage, b"x\r\n", client_tls(), "mayor@gooik.example")).startswith("550 5.7.1 ")


async def test_mail_that_is_relayed_leaves_octet_for_octet_as_it_came(tmp_path: Path) -> None:
    async with staged(tmp_path, extra=RELAYING) as stage:
        for name, content in ODD.items():
            reply = await hand_in(stage, content, client_tls(), "mayor@pepingen.example")
            assert reply.startswith("250 2.6.0 "), name
        kept = [message.content for message in stage.mailbox.messages]
        assert dict(zip(ODD, kept, strict=True)) == ODD


async def test_relayed_mail_that_goes_in_circles_is_refused(tmp_path: Path) -> None:
    async with staged(tmp_path, extra=RELAYING) as stage:
        seen = b"Received: by a.example\r\n"
        rcpt = "mayor@pepingen.example"
        assert (await hand_in(stage, seen * 30 + b"\r\n", client_tls(), rcpt)).startswith("250 ")
        assert (await hand_in(stage, seen * 31 + b"\r\n", client_tls(), rcpt)).startswith("550 5.4.6 ")
        row = (await stage.transfers())[-1]
        assert (row["outcome"], row["reasons"], row["policy"]) == ("rejected", ["message.loop"], None)


@pytest.mark.parametrize("word", ["unlisted_senders", "null_sender"])
async def test_mail_that_a_policy_relays_is_refused_when_it_goes_in_circles(
    tmp_path: Path, word: str
) -> None:
    policies = tmp_path / "policies"
    policies.mkdir()
    text = next(POLICIES.glob("*.yaml")).read_text("utf-8")
    text = text.replace("unlisted_senders: reject", "unlisted_senders: relay")
    text = text.replace("authentication: dmarc}", "authentication: dmarc, null_sender: relay}")
    (policies / "a.yaml").write_text(text, "utf-8")
    author = "x@elsewhere.example"
    sender = "" if word == "null_sender" else author
    async with staged(tmp_path, policies=policies) as stage:
        seen = ["Received: by a.example"]
        once = letter(author=author, extra=seen * 30)
        assert (await stage.send(once, sender, DESK, sign=False)).startswith("250 ")
        assert stage.mailbox.messages[0].content == once
        again = letter(author=author, extra=seen * 31)
        assert (await stage.send(again, sender, DESK, sign=False)).startswith("550 5.4.6 ")
