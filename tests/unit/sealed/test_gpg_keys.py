from datetime import UTC, datetime, timedelta
from pathlib import Path

from gateway.sealed.gnupg import Gnupg
from gateway.sealed.gpg_keys import Key, keys_of
from tests.support import gpg
from tests.support.gpg import AN, EXPIRED, MODERN, REVOKED, RSA, World


async def listed(home: gpg.Home) -> dict[str, Key]:
    found = keys_of(await Gnupg(home.folder, most=1_000_000).keys())
    return {key.addresses[0]: key for key in found}


async def test_a_listing_tells_keys_apart(pgp_world: World) -> None:
    keys = await listed(pgp_world.gateway)
    assert {address for address, key in keys.items() if key.opens} == {MODERN, RSA}
    assert {address for address, key in keys.items() if not key.usable} == {EXPIRED, REVOKED}
    assert keys[AN].fingerprint == pgp_world.sender.fingerprint(AN)
    expired = keys[EXPIRED].expires
    assert expired is not None
    assert expired.date().isoformat() == "2020-01-31"


async def test_the_sooner_end_counts_and_a_revoked_user_id_does_not(tmp_path: Path) -> None:
    home = gpg.new_home(tmp_path / "h")
    fingerprint = home.make("a@pepingen.example", "ed25519", "sign")
    home.run("--passphrase", "", "--quick-add-key", fingerprint, "cv25519", "encr", "10d")
    home.run("--quick-add-uid", fingerprint, "b@pepingen.example")
    home.run("--quick-add-uid", fingerprint, "Weg <weg@pepingen.example>")
    home.run("--quick-revoke-uid", fingerprint, "Weg <weg@pepingen.example>")
    (key,) = keys_of(await Gnupg(home.folder, most=1_000_000).keys(fingerprint))
    home.close()
    assert set(key.addresses) == {"a@pepingen.example", "b@pepingen.example"}
    assert key.expires is not None
    assert timedelta(days=9) < key.expires - datetime.now(UTC) < timedelta(days=11)


def test_what_is_no_listing_has_no_keys_and_what_is_no_address_is_none() -> None:
    assert keys_of(b"") == keys_of(b"uid:-::::::::Ann <a@b.example>:\nwords\n\xff\n") == ()
    listing = b"pub:-:255:22:AA:1:::u:::scESC\nfpr:::::::::AABB:\nuid:-::::1::H::Ann\\x3a <no address>:\n"
    assert keys_of(listing) == (Key("aabb"),)
