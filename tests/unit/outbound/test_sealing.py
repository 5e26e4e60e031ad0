"""Content is sealed for the mailbox's own certificate or key, or not sent: openssl and gpg say so."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.composing.envelope import taken_apart
from gateway.composing.message import compose
from gateway.config import MailboxKeys
from gateway.mail.address import Address
from gateway.outbound import pgp, smime
from gateway.outbound.fitness import NotSealed
from gateway.sealed.openssl import Openssl
from tests.support.sealed_mailbox import PgpMailbox, new_pgp_mailbox, new_smime_mailbox
from tests.unit.composing.test_account import CLIENT, DESK, FIELDS, ORDER

NOW = datetime.now(UTC)
MESSAGE = compose(ORDER, (CLIENT,), FIELDS)
OUTER, ENTITY = taken_apart(MESSAGE)
OTHER = Address("gbo", "pepingen.example")


@pytest.fixture(scope="module")
def gpg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PgpMailbox]:
    with new_pgp_mailbox(tmp_path_factory.mktemp("pgp"), str(DESK), expires="1y") as mailbox:
        yield mailbox


async def test_every_mailbox_opens_the_same_content_with_its_own_key(tmp_path: Path) -> None:
    boxes = {address: new_smime_mailbox(tmp_path, str(address)) for address in (DESK, OTHER)}
    keys = tuple(MailboxKeys(address, box.certificate) for address, box in boxes.items())

    sealed = await smime.seal(MESSAGE, keys, NOW, Openssl())

    assert sealed.startswith(OUTER)
    assert b"Aylin" not in sealed
    assert [box.opened(sealed) for box in boxes.values()] == [ENTITY, ENTITY]


@pytest.mark.parametrize(
    ("made", "why"),
    [
        ({"expired": True}, "expired on"),
        ({"signs_only": True}, "is not for encryption"),
        ({"bits": 1024}, "is not for encryption"),
    ],
)
async def test_a_certificate_that_is_not_fit_seals_nothing(
    tmp_path: Path, made: dict[str, bool], why: str
) -> None:
    box = new_smime_mailbox(tmp_path, str(DESK), **made)
    with pytest.raises(NotSealed, match=why):
        await smime.seal(MESSAGE, (MailboxKeys(DESK, box.certificate),), NOW, Openssl())


async def test_a_certificate_of_another_mailbox_seals_nothing(tmp_path: Path) -> None:
    box = new_smime_mailbox(tmp_path, str(OTHER))
    with pytest.raises(NotSealed, match="does not name the mailbox"):
        await smime.seal(MESSAGE, (MailboxKeys(DESK, box.certificate),), NOW, Openssl())


async def test_one_mailbox_without_a_certificate_keeps_it_from_all(tmp_path: Path) -> None:
    keys = MailboxKeys(DESK, new_smime_mailbox(tmp_path, str(DESK)).certificate)
    for other in (MailboxKeys(OTHER), MailboxKeys(OTHER, tmp_path / "absent.pem")):
        with pytest.raises(NotSealed):
            await smime.seal(MESSAGE, (keys, other), NOW, Openssl())


async def test_a_file_without_a_certificate_seals_nothing(tmp_path: Path) -> None:
    (tmp_path / "c.pem").write_text("none", "utf-8")
    with pytest.raises(NotSealed, match="holds no PEM certificate"):
        await smime.seal(MESSAGE, (MailboxKeys(DESK, tmp_path / "c.pem"),), NOW, Openssl())


async def test_without_the_program_nothing_is_sealed(tmp_path: Path) -> None:
    box = new_smime_mailbox(tmp_path, str(DESK))
    for program, why in (("openssl-that-is-absent", "cannot be used"), ("false", "could not encrypt")):
        with pytest.raises(NotSealed, match=why):
            await smime.seal(MESSAGE, (MailboxKeys(DESK, box.certificate),), NOW, Openssl(program))


async def test_what_is_no_sealed_content_is_not_taken_for_it(tmp_path: Path) -> None:
    """A program that hands the content back: it ends well, and what it printed never leaves."""
    box, echo = new_smime_mailbox(tmp_path, str(DESK)), tmp_path / "echo"
    echo.write_text("#!/bin/sh\nexec cat\n", "utf-8")
    echo.chmod(0o755)
    with pytest.raises(NotSealed, match="could not encrypt"):
        await smime.seal(MESSAGE, (MailboxKeys(DESK, box.certificate),), NOW, Openssl(str(echo)))


async def test_pgp_content_is_opened_by_the_mailbox(gpg: PgpMailbox) -> None:
    sealed = await pgp.seal(MESSAGE, (MailboxKeys(DESK, pgp_key=gpg.public),), NOW)

    assert sealed.startswith(OUTER)
    assert b"Aylin" not in sealed
    assert gpg.opened(sealed) == ENTITY


async def test_a_pgp_key_of_another_mailbox_or_past_its_time_seals_nothing(gpg: PgpMailbox) -> None:
    with pytest.raises(NotSealed, match="does not name the mailbox"):
        await pgp.seal(MESSAGE, (MailboxKeys(OTHER, pgp_key=gpg.public),), NOW)
    with pytest.raises(NotSealed, match="expired on"):
        await pgp.seal(MESSAGE, (MailboxKeys(DESK, pgp_key=gpg.public),), NOW + timedelta(days=400))


async def test_a_pgp_key_that_only_signs_seals_nothing(tmp_path: Path) -> None:
    with new_pgp_mailbox(tmp_path, str(DESK), algorithm="rsa2048") as signs_only:
        keys = MailboxKeys(DESK, pgp_key=signs_only.public)
        with pytest.raises(NotSealed, match="is the key for encryption"):
            await pgp.seal(MESSAGE, (keys,), NOW)
        with pytest.raises(NotSealed, match="is the key for encryption"):
            await pgp.load_key(keys, NOW)


async def test_a_file_without_a_pgp_key_seals_nothing(tmp_path: Path) -> None:
    (tmp_path / "k.asc").write_text("none", "utf-8")
    for file in (tmp_path / "k.asc", tmp_path / "absent.asc", None):
        with pytest.raises(NotSealed):
            await pgp.seal(MESSAGE, (MailboxKeys(DESK, pgp_key=file),), NOW)
