"""Only a proven sender's mail is opened: what is told of it would teach a stranger what is in it."""

from pathlib import Path

import pytest

from gateway import config
from gateway.mail.facts import Outcome
from tests.support.judging import judged, verdict_of
from tests.support.letters import DESK, SENDER, letter
from tests.support.smime import INNER, clear, encrypt, mail, new_mail_authority, opaque, sign


@pytest.mark.parametrize(
    ("dmarc", "verdict"), [(Outcome.FAIL, "reject"), (Outcome.NONE, "reject"), (Outcome.TEMPERROR, "defer")]
)
async def test_a_strangers_mail_says_the_same_whether_it_opens_or_not(
    tmp_path: Path, dmarc: Outcome, verdict: str
) -> None:
    authority = new_mail_authority(tmp_path)
    desk, other = authority.person(DESK), authority.person(DESK)
    keys = config.Keys((config.SmimeKey(desk.certificate, desk.key),), authority.certificate)
    sealed = encrypt(INNER, desk)
    mails = (sealed, sealed[:-16], encrypt(INNER, other), encrypt(b"noise", desk))
    told = [await judged(mail(opaque(der)), keys, dmarc=dmarc) for der in mails]
    assert {verdict_of(one)[0] for one in told} == {verdict}
    assert len({one.decision.findings for one in told}) == 1
    assert verdict_of(told[0])[1] == set()


@pytest.mark.parametrize("dmarc", [Outcome.FAIL, Outcome.TEMPERROR])
async def test_plain_mail_of_a_stranger_is_still_told_all_reasons(dmarc: Outcome) -> None:
    found = await judged(letter("Geachte,"), config.Keys(), dmarc=dmarc)
    assert "client.none" in {finding.code.value for finding in found.decision.findings}


async def test_signed_mail_of_a_sender_not_proven_yet_is_deferred(tmp_path: Path) -> None:
    signer = new_mail_authority(tmp_path).person(SENDER)
    entity = mail(clear(INNER, sign(INNER, signer)))
    assert verdict_of(await judged(entity, config.Keys(), dmarc=Outcome.TEMPERROR)) == ("defer", set())


@pytest.mark.parametrize("dmarc", [Outcome.FAIL, Outcome.TEMPERROR])
async def test_pgp_that_only_its_parts_show_is_left_alone_as_well(dmarc: Outcome) -> None:
    """As Exchange mangles it: the root is an ordinary multipart/mixed."""
    parts = (
        "--b\r\nContent-Type: text/plain\r\n\r\n\r\n"
        "--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
        "--b\r\nContent-Type: application/octet-stream; name=encrypted.asc\r\n\r\n"
        "-----BEGIN PGP MESSAGE-----\r\n\r\nx\r\n-----END PGP MESSAGE-----\r\n--b--\r\n"
    )
    mangled = letter(parts, content_type="multipart/mixed; boundary=b")
    assert verdict_of(await judged(mangled, config.Keys(), dmarc=dmarc))[1] == set()
    assert verdict_of(await judged(mangled, config.Keys()))[1] != set()
