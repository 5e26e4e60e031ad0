import base64
from email import message_from_string

from gateway.mail.address import parse_address
from gateway.sealed.gnupg import Gnupg
from gateway.sealed.publication import autocrypt_field, directory_hash, directory_pages
from tests.support.gpg import MODERN, World


def test_a_mailbox_has_the_hash_that_the_draft_gives_it() -> None:
    assert directory_hash("Joe.Doe") == directory_hash("joe.doe") == "iy9q119eutrkn8s1mk4r39qejnbu3n5q"


def test_the_hash_is_the_one_that_gnupg_looks_for(pgp_world: World) -> None:
    listing = pgp_world.gateway.run("--with-wkd-hash", "--list-keys", MODERN).decode()
    assert f"{directory_hash(MODERN.partition('@')[0])}@pepingen.example" in listing


def test_a_directory_serves_both_methods() -> None:
    pages = directory_pages(parse_address("Joe.Doe@Example.org"), b"key")
    name, root = "iy9q119eutrkn8s1mk4r39qejnbu3n5q", ".well-known/openpgpkey"
    assert {page.path: page.content for page in pages} == {
        f"{root}/example.org/hu/{name}": b"key",
        f"{root}/example.org/policy": b"",
        f"{root}/hu/{name}": b"key",
        f"{root}/policy": b"",
    }


async def test_a_header_field_and_a_file_hold_the_key_that_gnupg_imports(pgp_world: World) -> None:
    gnupg = Gnupg(pgp_world.gateway.folder, most=1_000_000)
    key = await gnupg.export(pgp_world.gateway.fingerprint(MODERN), MODERN, armor=False)
    field = autocrypt_field(parse_address(MODERN), key)
    assert max(map(len, field.splitlines())) <= 78
    value = message_from_string(f"{field}\n\n")["Autocrypt"].replace("\n ", "")
    attributes = dict(part.strip().split("=", 1) for part in value.split(";"))
    assert (attributes["addr"], attributes["prefer-encrypt"]) == (MODERN, "mutual")
    assert base64.b64decode(attributes["keydata"]) == key
    shown = pgp_world.gateway.run("--show-keys", "--with-colons", content=key)
    assert shown.count(b"\nuid:") == 1
    assert MODERN.encode() in shown
    assert b"\nsec:" not in shown
