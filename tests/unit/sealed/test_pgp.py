import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from gateway.decision import Code
from gateway.mail.protection import Opened, Opening, Protection, Signature, Unopened
from gateway.sealed import gnupg, gpg_bounds
from gateway.sealed.gnupg import Gnupg
from gateway.sealed.gpg_home import GnupgError
from gateway.sealed.pgp import Pgp
from tests.support import gpg
from tests.support.gpg import AN, BRAM, ENTITY, EXPIRED, MODERN, RSA, STRANGER, World
from tests.support.letters import letter

MOST = 1_000_000
NOBODY = "stranger@box.example"


@pytest.fixture
def pgp(pgp_world: World) -> Pgp:
    return Pgp(pgp_world.gateway.folder, most=MOST)


def sealed_only(opening: Opening | None) -> None:
    assert opening == Opened(ENTITY, Protection(("pgp",)))


def states(opening: Opening | None) -> list[tuple[str, tuple[str, ...]]]:
    """Of each signature its state and whom it names; the content is as it was written."""
    assert isinstance(opening, Opened)
    assert opening.content == ENTITY
    assert all(signature.method == "pgp" for signature in opening.protection.signatures)
    return [(signature.state, signature.addresses) for signature in opening.protection.signatures]


def refused(opening: Opening | None) -> str:
    assert isinstance(opening, Unopened)
    return opening.code


@pytest.mark.parametrize("key", [MODERN, RSA])
@pytest.mark.parametrize("form", [gpg.encrypted, gpg.mangled])
async def test_what_is_sealed_for_a_key_of_ours_is_opened(
    pgp: Pgp, pgp_world: World, key: str, form: Callable[[bytes], bytes]
) -> None:
    sealed_only(await pgp.peel(form(pgp_world.sender.seal(to=(key,))), pgp_world.trusted))


async def test_a_hidden_recipient_and_binary_data_are_opened_as_well(pgp: Pgp, pgp_world: World) -> None:
    hidden = pgp_world.sender.seal(ENTITY, "--throw-keyids", to=(RSA,))
    sealed_only(await pgp.peel(gpg.encrypted(hidden), ()))
    sealed_only(await pgp.peel(gpg.mangled(pgp_world.sender.seal(ENTITY, "--no-armor")), ()))


async def test_line_ends_of_the_senders_system_become_those_of_mail(pgp: Pgp, pgp_world: World) -> None:
    data = pgp_world.sender.seal(ENTITY.replace(b"\r\n", b"\n"))
    sealed_only(await pgp.peel(gpg.encrypted(data), ()))


async def test_a_listed_signer_is_good_inside_a_seal_and_without_one(pgp: Pgp, pgp_world: World) -> None:
    inside = await pgp.peel(gpg.encrypted(pgp_world.sender.seal(by=(AN,))), pgp_world.trusted)
    alone = await pgp.peel(gpg.signed(pgp_world.sender.sign()), pgp_world.trusted)
    expected = Signature("pgp", "good", pgp_world.sender.fingerprint(AN), (AN,))
    assert inside == Opened(ENTITY, Protection(("pgp",), (expected,)))
    assert alone == Opened(ENTITY, Protection((), (expected,)))


async def test_a_signer_who_is_not_listed_is_unknown(pgp: Pgp, pgp_world: World) -> None:
    for message in (
        gpg.encrypted(pgp_world.sender.seal(by=(BRAM,))),
        gpg.signed(pgp_world.sender.sign(by=(BRAM,))),
    ):
        assert states(await pgp.peel(message, pgp_world.trusted)) == [("unknown", (BRAM,))]
        assert states(await pgp.peel(message, (pgp_world.sender.fingerprint(BRAM)[-16:],))) == [
            ("unknown", (BRAM,))
        ]


async def test_of_a_key_that_is_not_held_only_the_fingerprint_is_known(pgp: Pgp, pgp_world: World) -> None:
    key = pgp_world.sender.fingerprint(STRANGER)
    expected = (Signature("pgp", "unknown", key),)
    for message in (
        gpg.encrypted(pgp_world.sender.seal(by=(STRANGER,))),
        gpg.signed(pgp_world.sender.sign(by=(STRANGER,))),
    ):
        opened = await pgp.peel(message, (*pgp_world.trusted, key))
        assert isinstance(opened, Opened)
        assert (opened.content, opened.protection.signatures) == (ENTITY, expected)


async def test_each_of_two_signers_is_told(pgp: Pgp, pgp_world: World) -> None:
    both = pgp_world.sender.seal(by=(AN, BRAM))
    assert states(await pgp.peel(gpg.encrypted(both), pgp_world.trusted)) == [
        ("good", (AN,)),
        ("unknown", (BRAM,)),
    ]
    other = pgp_world.sender.sign(by=(STRANGER, AN))
    assert states(await pgp.peel(gpg.signed(other), pgp_world.trusted)) == [("unknown", ()), ("good", (AN,))]


async def test_a_key_that_expired_signs_nothing_good(pgp: Pgp, pgp_world: World) -> None:
    late = gpg.signed(gpg.sign_as_expired(pgp_world.sender))
    assert states(await pgp.peel(late, pgp_world.trusted)) == [("expired", (EXPIRED,))]


async def test_a_key_that_was_revoked_signs_nothing_good(tmp_path: Path) -> None:
    writer = gpg.new_home(tmp_path / "h")
    fingerprint = writer.make("weg@kindengezin.example")
    signature = writer.sign(by=("weg@kindengezin.example",))
    reader = gpg.new_home(tmp_path / "r")
    writer.revoke(fingerprint)
    reader.take(writer.export("weg@kindengezin.example"))
    other = Pgp(reader.folder, most=MOST)
    try:
        found = await other.peel(gpg.signed(signature), (fingerprint,))
        assert states(found) == [("expired", ("weg@kindengezin.example",))]
    finally:
        reader.close()
        writer.close()


@pytest.mark.parametrize("change", [b"Naam: Claes2", b"Naam: claes"])
async def test_a_signature_that_does_not_fit_is_broken(pgp: Pgp, pgp_world: World, change: bytes) -> None:
    message = gpg.signed(pgp_world.sender.sign(), ENTITY.replace(b"Naam: Claes", change))
    found = await pgp.peel(message, pgp_world.trusted)
    assert isinstance(found, Opened)
    assert found.protection.signatures == (Signature("pgp", "broken"),)


@pytest.mark.parametrize("signature", [b"", b"words", b"-----BEGIN PGP SIGNATURE-----\r\n\r\nAAAA\r\n"])
async def test_what_is_no_signature_is_a_broken_one(pgp: Pgp, pgp_world: World, signature: bytes) -> None:
    found = await pgp.peel(gpg.signed(signature), pgp_world.trusted)
    assert isinstance(found, Opened)
    assert found.protection.signatures == (Signature("pgp", "broken"),)


async def test_a_signed_message_is_no_signature_over_another(pgp: Pgp, pgp_world: World) -> None:
    opaque = pgp_world.sender.run("--armor", "--local-user", AN, "--sign", content=b"Other words")
    found = await pgp.peel(gpg.signed(opaque), pgp_world.trusted)
    assert isinstance(found, Opened)
    assert found.protection.signatures == (Signature("pgp", "broken"),)


async def test_what_is_not_for_us_stays_sealed(pgp: Pgp, pgp_world: World) -> None:
    sender = pgp_world.sender
    phrase = ("--pinentry-mode", "loopback", "--passphrase", "zomer", "--armor", "--symmetric")
    for data in (sender.seal(to=(NOBODY,)), sender.run(*phrase, content=ENTITY)):
        assert refused(await pgp.peel(gpg.encrypted(data), ())) == Code.ENCRYPTION_SEALED


async def test_a_pass_phrase_beside_our_key_is_no_hindrance(pgp: Pgp, pgp_world: World) -> None:
    both = ("--pinentry-mode", "loopback", "--passphrase", "zomer", "--symmetric")
    sealed_only(await pgp.peel(gpg.encrypted(pgp_world.sender.seal(ENTITY, *both)), ()))


async def test_without_integrity_protection_nothing_is_opened(pgp: Pgp, pgp_world: World) -> None:
    data = pgp_world.sender.seal(ENTITY, "--rfc2440")
    assert refused(await pgp.peel(gpg.encrypted(data), ())) == Code.ENCRYPTION_WEAK


async def test_every_flipped_byte_of_a_message_keeps_it_shut(pgp: Pgp, pgp_world: World) -> None:
    data = pgp_world.sender.seal(ENTITY, "--no-armor")
    for place in range(len(data) // 2, len(data), 7):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        found = await pgp.peel(gpg.mangled(changed), ())
        assert refused(found) in {Code.ENCRYPTION_BROKEN, Code.ENCRYPTION_SEALED, Code.ENCRYPTION_WEAK}


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
async def test_a_message_that_is_cut_off_is_broken(pgp: Pgp, pgp_world: World, share: float) -> None:
    data = pgp_world.sender.seal(ENTITY, "--no-armor")
    cut = data[: int(len(data) * share)]
    assert refused(await pgp.peel(gpg.mangled(cut), ())) == Code.ENCRYPTION_BROKEN
    armored = gpg.encrypted(pgp_world.sender.seal())
    cut_mail = armored[: -int(len(armored) * share / 4)]
    assert refused(await pgp.peel(cut_mail, ())) == Code.ENCRYPTION_BROKEN


@pytest.mark.parametrize("signers", [(), (AN,), (STRANGER,)])
async def test_a_bomb_stops_at_the_limit_of_a_message(
    pgp: Pgp, pgp_world: World, signers: tuple[str, ...]
) -> None:
    bomb = pgp_world.sender.seal(bytes(100 * MOST), by=signers)
    assert len(bomb) < MOST
    assert refused(await pgp.peel(gpg.encrypted(bomb), ())) == Code.MESSAGE_TOO_COMPLEX


async def test_what_is_signed_but_not_sealed_does_not_pass_for_sealed(pgp: Pgp, pgp_world: World) -> None:
    for data in (
        pgp_world.sender.run("--armor", "--local-user", AN, "--sign", content=ENTITY),
        pgp_world.sender.run("--armor", "--store", content=ENTITY),
    ):
        assert refused(await pgp.peel(gpg.encrypted(data), pgp_world.trusted)) == Code.ENCRYPTION_BROKEN


async def test_words_before_or_behind_a_sealed_message_are_not_taken_for_it(
    pgp: Pgp, pgp_world: World
) -> None:
    sealed = pgp_world.sender.seal(ENTITY, "--no-armor")
    loose = pgp_world.sender.run("--store", content=b"Content-Type: text/plain\r\n\r\nNaam: Other\r\n")
    for data in (loose + sealed, sealed + loose, sealed + sealed):
        assert refused(await pgp.peel(gpg.mangled(data), ())) == Code.ENCRYPTION_BROKEN


async def test_words_without_a_header_are_not_lost_as_one(pgp: Pgp, pgp_world: World) -> None:
    for words in (b"Naam: Claes\r\nVoornaam: Jan\r\n", b"Beste, Naam: Claes"):
        data = pgp_world.sender.seal(words)
        assert refused(await pgp.peel(gpg.encrypted(data), ())) == Code.ENCRYPTION_BROKEN


async def test_inline_blocks_are_refused_for_what_they_are(pgp: Pgp, pgp_world: World) -> None:
    block = gpg.armored(pgp_world.sender.seal(b"Naam: Claes\r\n"))
    clear = gpg.armored(pgp_world.sender.run("--local-user", AN, "--clear-sign", content=b"Naam: Claes\r\n"))
    for text in (block, b"Dag\r\n\r\n" + clear):
        assert refused(await pgp.peel(letter(text), ())) == Code.ENCRYPTION_INLINE


async def test_without_keys_what_is_sealed_stays_so_and_what_is_signed_is_read(pgp_world: World) -> None:
    none = Pgp(None, most=MOST)
    assert refused(await none.peel(gpg.encrypted(pgp_world.sender.seal()), ())) == Code.ENCRYPTION_SEALED
    found = await none.peel(gpg.signed(pgp_world.sender.sign()), pgp_world.trusted)
    assert found == Opened(ENTITY, Protection((), (Signature("pgp", "unknown"),)))
    assert await none.peel(letter(), ()) is None
    await none.close()


async def test_a_key_with_a_pass_phrase_is_our_fault_and_not_the_senders(tmp_path: Path) -> None:
    home = gpg.new_home(tmp_path / "h")
    new = (
        "--pinentry-mode",
        "loopback",
        "--passphrase",
        "zomer",
        "--quick-generate-key",
        "P <p@pepingen.example>",
    )
    home.run(*new, "future-default", "default", "never")
    sealed = home.seal(to=("p@pepingen.example",))
    home.close()
    locked = Pgp(home.folder, most=MOST)
    with pytest.raises(GnupgError):
        await locked.peel(gpg.encrypted(sealed), ())
    await locked.close()


async def test_a_machine_without_time_defers(
    pgp: Pgp, pgp_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gnupg, "WALL_SECONDS", 0.0)
    with pytest.raises(TimeoutError):
        await pgp.peel(gpg.encrypted(pgp_world.sender.seal()), ())


async def test_a_message_that_computes_too_long_is_refused(
    pgp: Pgp, pgp_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gpg_bounds, "CPU_SECONDS", 0)
    bomb = pgp_world.sender.seal(bytes(20 * MOST))
    assert refused(await pgp.peel(gpg.encrypted(bomb), ())) == Code.MESSAGE_TOO_COMPLEX


async def test_many_at_once_take_turns(pgp: Pgp, pgp_world: World) -> None:
    message = gpg.encrypted(pgp_world.sender.seal(by=(AN,)))
    found = await asyncio.gather(*(pgp.peel(message, pgp_world.trusted) for _ in range(12)))
    assert {signature.state for one in found if one for signature in one.protection.signatures} == {"good"}
    assert len(set(found)) == 1


@pytest.mark.parametrize("mode", [0o755, 0o710, 0o701])
async def test_a_home_that_others_may_enter_is_not_used(tmp_path: Path, mode: int) -> None:
    home = tmp_path / "h"
    home.mkdir()
    home.chmod(mode)
    with pytest.raises(GnupgError, match="chmod 700"):
        await Gnupg(home, most=MOST).start()


async def test_a_home_that_is_none_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir(mode=0o700)
    for home in (tmp_path / "missing", tmp_path / "file", tmp_path / "empty"):
        with pytest.raises(GnupgError, match=home.name):
            await Gnupg(home, most=MOST).start()
