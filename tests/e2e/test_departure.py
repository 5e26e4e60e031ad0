"""What arrives behind the gateway is signed by it, and sealed where the policy asks: as others see it."""

import json
import shutil
from collections.abc import AsyncIterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.support import opendkim
from tests.support.dkim import Signer, new_signer
from tests.support.letters import COMPOSED, DESK, FORM, SENDER, letter
from tests.support.sealed_mailbox import new_pgp_mailbox, new_smime_mailbox
from tests.support.stage import POLICIES, Stage, staged
from tests.support.verifying import has_mail_dkim, holds, perl_says, seal_holds

DOMAIN = "pepingen.example"
TRACE = (
    "arc-authentication-results", "arc-message-signature", "arc-seal", "authentication-results",
    "dkim-signature",
)  # fmt: skip
VALUES = ("Claes", "+32470123456", "jan.claes@mail.example", "Dorp 1")


@pytest.fixture(scope="module")
def gateway_key() -> Signer:
    return new_signer(DOMAIN, selector="gateway2026")


def signing(folder: Path, signer: Signer, *keys: str) -> str:
    """The lines of a configuration that signs as ``signer``."""
    path = folder / "dkim.pem"
    path.touch(mode=0o600)
    path.write_bytes(signer.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    lines = (f"domain: {signer.domain}", f"selector: {signer.selector}", f'key: "{path}"', *keys)
    return "signing: {" + ", ".join(lines) + "}\n"


def sealing(folder: Path, method: str) -> Path:
    """The demonstration's policies, but content is sealed for the mailbox by ``method``."""
    policies = Path(shutil.copytree(POLICIES, folder / "policies"))
    for file in policies.glob("*.yaml"):
        file.write_text(f"{file.read_text('utf-8')}\ndelivery: {{seal: {method}}}\n", "utf-8")
    return policies


def publish(stage: Stage, signer: Signer) -> None:
    stage.nameserver.records = {**stage.nameserver.records, signer.name: {"TXT": [signer.record]}}


@pytest.fixture
async def stage(tmp_path: Path, gateway_key: Signer) -> AsyncIterator[Stage]:
    async with staged(tmp_path, extra=signing(tmp_path, gateway_key)) as running:
        publish(running, gateway_key)
        yield running


async def delivered(stage: Stage, content: bytes | None = None) -> bytes:
    assert (await stage.send(content or letter(), SENDER, DESK)).startswith("250 2.6.0 ")
    (message,) = await stage.mailbox.received(1)
    return message.content


async def test_a_delivery_is_signed_and_sealed_in_a_chain_of_its_own(
    stage: Stage, gateway_key: Signer
) -> None:
    message = await delivered(stage)

    assert holds(message, "DKIM-Signature", gateway_key.record)
    assert holds(message, "ARC-Message-Signature", gateway_key.record)
    assert seal_holds(message, gateway_key.record)
    parsed = message_from_bytes(message, policy=default)
    assert sorted(name.lower() for name in parsed) == sorted((*COMPOSED, *TRACE))
    assert parsed["From"] == SENDER


@pytest.mark.skipif(not has_mail_dkim(), reason="libmail-dkim-perl is not installed")
async def test_another_implementation_finds_signature_and_chain_good(stage: Stage) -> None:
    message = await delivered(stage)

    assert await perl_says(message, stage.nameserver.address) == ("pass", "pass")
    changed = message.replace(b"Claes", b"Class")
    assert await perl_says(changed, stage.nameserver.address) == ("fail", "fail")


@pytest.mark.skipif(not opendkim.can_run(), reason="opendkim-tools is not installed, or no namespaces")
async def test_opendkim_finds_the_signature_good(stage: Stage, gateway_key: Signer, tmp_path: Path) -> None:
    message, published = await delivered(stage), {gateway_key.name: gateway_key.record}

    assert await opendkim.complaint(message, tmp_path, published) == ""
    changed = message.replace(b"Claes", b"Class")
    assert "Bad signature" in await opendkim.complaint(changed, tmp_path, published)
    assert "Key retrieval failed" in await opendkim.complaint(message, tmp_path, {})


async def test_it_says_what_was_found_on_arrival(stage: Stage) -> None:
    parsed = message_from_bytes(await delivered(stage), policy=default)

    results = " ".join(str(parsed["Authentication-Results"]).split())
    assert results == (
        "mx.pepingen.example; spf=fail; dkim=pass header.d=kindengezin.example; "
        "dmarc=pass header.from=kindengezin.example"
    )


async def test_no_result_and_no_chain_that_came_in_goes_out(stage: Stage) -> None:
    planted = (
        "Authentication-Results: mx.pepingen.example; dkim=pass header.d=depressie.example",
        "ARC-Authentication-Results: i=1; elsewhere.example; dmarc=pass",
        "ARC-Message-Signature: i=1; a=rsa-sha256; d=depressie.example; s=x; h=from; bh=eA==; b=eA==",
        "ARC-Seal: i=1; cv=none; a=rsa-sha256; d=depressie.example; s=x; b=eA==",
        "DKIM-Signature: v=1; a=rsa-sha256; d=depressie.example; s=x; h=from; bh=eA==; b=eA==",
    )
    message = await delivered(stage, letter(extra=planted))

    assert b"depressie" not in message
    assert b"elsewhere" not in message
    assert message.count(b"ARC-Seal: i=1;") == message.lower().count(b"arc-seal:") == 1


async def test_from_can_be_the_gateways_own_with_the_author_to_reply_to(
    tmp_path: Path, gateway_key: Signer
) -> None:
    extra = signing(tmp_path, gateway_key, "from: rewrite", f"address: doorverwijzing@{DOMAIN}", "arc: false")
    async with staged(tmp_path, extra=extra) as stage:
        message = await delivered(stage)

    parsed = message_from_bytes(message, policy=default)
    assert parsed["From"] == f"Doorverwijzing <doorverwijzing@{DOMAIN}>"
    assert parsed["Reply-To"] == SENDER
    assert holds(message, "DKIM-Signature", gateway_key.record)
    assert b"ARC-" not in message


async def test_mail_that_is_relayed_is_not_signed(tmp_path: Path, gateway_key: Signer) -> None:
    extra = f"{signing(tmp_path, gateway_key)}other_recipients: relay"
    async with staged(tmp_path, extra=extra) as stage:
        content = letter()
        reply = await stage.send(content, SENDER, f"onthaal@{DOMAIN}", sign=False)
        (message,) = await stage.mailbox.received(1)

    assert reply.startswith("250 ")
    assert message.content == content


async def test_a_note_to_the_sender_is_signed_too(stage: Stage, gateway_key: Signer) -> None:
    await delivered(stage, letter(f"{FORM}Geboortedatum: 01/02/1990\r\n"))
    (note,) = await stage.senders.received(1)

    assert holds(note.content, "DKIM-Signature", gateway_key.record)


async def test_a_dry_run_shows_the_message_signed(stage: Stage, gateway_key: Signer, tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_bytes(letter())
    _, output = await stage.command("explain", str(tmp_path / "mail.eml"), "--offline", "--json")

    shown = json.loads(output)["message"]
    assert holds(shown.encode(), "DKIM-Signature", gateway_key.record)


async def test_a_gateway_does_not_start_without_the_key_it_was_told_to_sign_with(
    tmp_path: Path, gateway_key: Signer
) -> None:
    extra = signing(tmp_path, gateway_key)
    (tmp_path / "dkim.pem").unlink()
    async with staged(tmp_path, extra=extra, started=False) as stage:
        with pytest.raises(RuntimeError, match="cannot be read"):
            await stage.start()


async def test_content_is_sealed_for_the_mailbox_with_smime_and_signed_outside(
    tmp_path: Path, gateway_key: Signer
) -> None:
    mailbox = new_smime_mailbox(tmp_path, DESK)
    keys = f'mailboxes: [{{address: {DESK}, certificate: "{mailbox.certificate}"}}]'
    extra = signing(tmp_path, gateway_key) + keys
    async with staged(tmp_path, extra=extra, policies=sealing(tmp_path, "smime")) as stage:
        message = await delivered(stage)

    parsed = message_from_bytes(message, policy=default)
    assert parsed.get_content_type() == "application/pkcs7-mime"
    assert [value for value in VALUES if value.encode() in message] == []
    assert holds(message, "DKIM-Signature", gateway_key.record)
    inside = message_from_bytes(mailbox.opened(message), policy=default)
    text = inside.get_body(("plain",)).get_content()  # type: ignore[union-attr] # it has one
    assert [value for value in VALUES if value not in text] == []


async def test_content_is_sealed_for_the_mailbox_with_pgp(tmp_path: Path) -> None:
    with new_pgp_mailbox(tmp_path, DESK) as mailbox:
        extra = f'mailboxes: [{{address: {DESK}, pgp_key: "{mailbox.public}"}}]'
        async with staged(tmp_path, extra=extra, policies=sealing(tmp_path, "pgp")) as stage:
            message = await delivered(stage)
        inside = message_from_bytes(mailbox.opened(message), policy=default)

    assert message_from_bytes(message).get_content_type() == "multipart/encrypted"
    assert [value for value in VALUES if value.encode() in message] == []
    text = inside.get_body(("plain",)).get_content()  # type: ignore[union-attr] # it has one
    assert [value for value in VALUES if value not in text] == []


@pytest.mark.parametrize("method", ["smime", "pgp"])
async def test_what_cannot_be_sealed_is_deferred_and_never_leaves_in_the_clear(
    tmp_path: Path, method: str
) -> None:
    expired = new_smime_mailbox(tmp_path, DESK, expired=True)
    extra = f'mailboxes: [{{address: {DESK}, certificate: "{expired.certificate}"}}]'
    async with staged(tmp_path, extra=extra, policies=sealing(tmp_path, method)) as stage:
        assert (await stage.send(letter(), SENDER, DESK)).startswith("451 4.3.0 ")
        (row,) = await stage.transfers()
        logged = await stage.logged("content not sealed")

    assert (row["outcome"], row["reasons"]) == ("deferred", ["delivery.unsealed"])
    assert stage.mailbox.commands == []
    assert DESK not in logged
