"""What openssl does not say: which key, which layer, whose signature. tests/peers has the structures."""

import base64
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.decision import Code
from gateway.mail.protection import Opened, Opening, Protection, Signature, Unopened
from gateway.sealed.keyring import Keyring, load_keyring
from gateway.sealed.layers import MAX_LAYERS, Means, open_sealed
from gateway.sealed.openssl import Openssl
from tests.support.smime import (
    INNER,
    MailAuthority,
    Person,
    clear,
    encrypt,
    mail,
    new_mail_authority,
    opaque,
    openssl,
    sign,
    sign_around,
)

DESK, SENDER = "ocmw@pepingen.example", "an.peeters@kindengezin.example"
LEGACY = ("-provider", "legacy", "-provider", "default")
SEALED = Protection(("smime",))


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> MailAuthority:
    return new_mail_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def desk(authority: MailAuthority) -> Person:
    return authority.person(DESK)


@pytest.fixture(scope="module")
def signer(authority: MailAuthority) -> Person:
    return authority.person(SENDER)


@pytest.fixture
def ring(authority: MailAuthority, desk: Person) -> Keyring:
    return load_keyring(((desk.certificate, desk.key),), authority.certificate, None)


async def opened(entity: bytes, ring: Keyring, *, later: timedelta = timedelta()) -> Opening:
    return await open_sealed(mail(entity), (), Means(ring, Openssl(), lambda: datetime.now(UTC) + later))


async def states(entity: bytes, ring: Keyring, *, later: timedelta = timedelta()) -> list[str]:
    return [one.state for one in (await opened(entity, ring, later=later)).protection.signatures]


async def test_what_was_sealed_is_what_is_read_and_nothing_of_the_outer_header(
    ring: Keyring, desk: Person
) -> None:
    assert await opened(opaque(encrypt(INNER, desk)), ring) == Opened(INNER, SEALED)


async def test_content_with_bare_line_feeds_gets_the_line_ends_of_mail(ring: Keyring, desk: Person) -> None:
    bare = INNER.replace(b"\r\n", b"\n")
    assert await opened(opaque(encrypt(bare, desk)), ring) == Opened(INNER, SEALED)


async def test_while_one_key_takes_over_from_another_mail_for_either_opens(
    authority: MailAuthority, ring: Keyring, desk: Person
) -> None:
    new = authority.person(DESK)
    both = load_keyring(((new.certificate, new.key), (desk.certificate, desk.key)), None, None)
    for person in (new, desk):
        assert isinstance(await opened(opaque(encrypt(INNER, person)), both), Opened)
    assert await opened(opaque(encrypt(INNER, new)), ring) == Unopened(Code.ENCRYPTION_SEALED)


async def test_an_expired_key_still_opens_what_was_sealed_for_it(authority: MailAuthority) -> None:
    old = authority.person(DESK, days=-1)
    ring = load_keyring(((old.certificate, old.key),), None, None)
    assert isinstance(await opened(opaque(encrypt(INNER, old)), ring), Opened)


@pytest.mark.parametrize("cipher", ["-rc2-128", "-rc2-40", "-des-cbc"])
async def test_a_weak_cipher_is_refused_whoever_it_is_for(
    ring: Keyring, desk: Person, signer: Person, cipher: str
) -> None:
    for person in (desk, signer):
        entity = opaque(encrypt(INNER, person, options=(*LEGACY, cipher)))
        assert await opened(entity, ring) == Unopened(Code.ENCRYPTION_WEAK)


async def test_a_cipher_nobody_uses_in_mail_stays_sealed(ring: Keyring, desk: Person) -> None:
    entity = opaque(encrypt(INNER, desk, options=("-camellia256",)))
    assert await opened(entity, ring) == Unopened(Code.ENCRYPTION_SEALED)


@pytest.mark.parametrize("digest", ["sha1", "md5"])
async def test_a_weak_digest_is_refused(ring: Keyring, signer: Person, digest: str) -> None:
    weak = ("-md", digest)
    for entity in (
        clear(INNER, sign(INNER, signer, options=weak)),
        opaque(sign_around(INNER, signer, options=weak)),
    ):
        assert await opened(entity, ring) == Unopened(Code.ENCRYPTION_WEAK)


async def test_altered_cbc_passes_for_whole_so_it_signs_nothing(ring: Keyring, desk: Person) -> None:
    """Flips bits in the text of an AES-CBC layer without the key (EFAIL), and openssl does not notice."""
    der = bytearray(encrypt(INNER + b"x" * 64, desk, options=("-aes256",)))
    der[-49] ^= 1
    found = await opened(opaque(bytes(der)), ring)
    assert isinstance(found, Opened)
    assert found.content != INNER + b"x" * 64
    assert found.protection == SEALED


async def test_what_a_wrong_content_key_yields_is_broken(ring: Keyring, desk: Person) -> None:
    for noise in (b"\x8f\x02" * 40, b"\r\nno header", b""):
        assert await opened(opaque(encrypt(noise, desk)), ring) == Unopened(Code.ENCRYPTION_BROKEN, SEALED)


async def test_a_signature_names_its_certificate_and_its_addresses(ring: Keyring, signer: Person) -> None:
    found = await opened(clear(INNER, sign(INNER, signer)), ring)
    fingerprint = signer.x509.fingerprint(signer.x509.signature_hash_algorithm).hex()  # type: ignore[arg-type]
    assert found == Opened(
        INNER, Protection(signatures=(Signature("smime", "good", fingerprint, (SENDER,)),))
    )


async def test_every_signer_speaks(
    ring: Keyring, signer: Person, authority: MailAuthority, tmp_path: Path
) -> None:
    expired, unknown = authority.person(SENDER, days=-1), new_mail_authority(tmp_path).person(SENDER)
    entity = clear(INNER, sign(INNER, signer, expired, unknown))
    assert sorted(await states(entity, ring)) == ["expired", "good", "unknown"]


async def test_the_time_is_the_gateways(ring: Keyring, signer: Person) -> None:
    entity = clear(INNER, sign(INNER, signer))
    assert await states(entity, ring, later=timedelta(days=31)) == ["expired"]
    assert await states(entity, ring, later=timedelta(days=-70)) == ["expired"]


async def test_without_authorities_no_signer_is_known(ring: Keyring, signer: Person) -> None:
    assert await states(clear(INNER, sign(INNER, signer)), replace(ring, authorities=b"")) == ["unknown"]


async def test_a_certificate_of_a_server_signs_no_mail(ring: Keyring, authority: MailAuthority) -> None:
    server = authority.person(SENDER, server=True)
    assert await states(clear(INNER, sign(INNER, server)), ring) == ["unknown"]


async def test_a_signer_that_was_revoked_is_no_good(
    ring: Keyring, authority: MailAuthority, signer: Person
) -> None:
    gone = authority.person(SENDER)
    listed = replace(ring, revoked=authority.revoking(gone).read_bytes())
    assert await states(clear(INNER, sign(INNER, gone)), listed) == ["expired"]
    assert await states(clear(INNER, sign(INNER, signer)), listed) == ["good"]


async def test_a_revocation_list_out_of_date_is_our_own_fault(
    ring: Keyring, authority: MailAuthority, signer: Person
) -> None:
    stale = replace(ring, revoked=authority.revoking(stale=True).read_bytes())
    with pytest.raises(OSError, match="out of date"):
        await opened(clear(INNER, sign(INNER, signer)), stale)


async def test_a_chain_may_lead_over_an_authority_that_came_along(
    ring: Keyring, authority: MailAuthority
) -> None:
    between = authority.below("Authority between")
    signer = between.person(SENDER)
    along = ("-certfile", between.certificate)
    assert await states(clear(INNER, sign(INNER, signer, options=along)), ring) == ["good"]
    assert await states(clear(INNER, sign(INNER, signer)), ring) == ["unknown"]


async def test_an_authority_in_the_middle_may_be_the_one_that_counts(authority: MailAuthority) -> None:
    between = authority.below("Authority between")
    ring = load_keyring((), between.certificate, None)
    assert await states(clear(INNER, sign(INNER, between.person(SENDER))), ring) == ["good"]
    assert await states(clear(INNER, sign(INNER, authority.person(SENDER))), ring) == ["unknown"]


async def test_trailing_white_space_and_empty_lines_belong_to_what_is_signed(
    ring: Keyring, signer: Person
) -> None:
    content = INNER + b"  \r\n\t\r\n\r\n"
    entity = clear(content, sign(content, signer))
    assert await states(entity, ring) == ["good"]
    assert await states(entity.replace(b"  \r\n\t", b"\r\n\t"), ring) == ["broken"]


async def test_only_what_is_signed_is_read(ring: Keyring, signer: Person) -> None:
    entity = (
        clear(INNER, sign(INNER, signer)).replace(b"This is an", b"Naam: Janssens\r\n") + b"Naam: Peeters\r\n"
    )
    found = await opened(entity, ring)
    assert isinstance(found, Opened)
    assert found.content == INNER


async def test_a_signature_of_other_content_is_broken(ring: Keyring, signer: Person) -> None:
    assert await states(clear(INNER, sign(b"x", signer)), ring) == ["broken"]
    assert await states(clear(INNER, b"no signature"), ring) == ["broken"]
    assert await states(clear(INNER, encrypt(INNER, signer)), ring) == ["broken"]


async def test_a_bundle_of_certificates_is_no_signature(ring: Keyring, authority: MailAuthority) -> None:
    bundle = openssl(
        "crl2pkcs7", "-nocrl", "-certfile", authority.certificate, "-outform", "DER", content=b""
    )
    found = await opened(opaque(bundle), ring)
    assert isinstance(found, Unopened)
    assert found.code == Code.ENCRYPTION_SIGNATURE_BROKEN


async def test_compressed_content_stays_closed(ring: Keyring) -> None:
    compressed = base64.b64decode("MCIGCyqGSIb3DQEJEAEJoBMwEQIBADAMBgsqhkiG9w0BCRADCA==")
    found = await opened(opaque(compressed), ring)
    assert isinstance(found, Unopened)
    assert found.code in (Code.ENCRYPTION_SEALED, Code.ENCRYPTION_BROKEN)


async def test_four_layers_are_taken_off_and_not_a_fifth(ring: Keyring, desk: Person) -> None:
    entity = INNER
    for _ in range(MAX_LAYERS):
        entity = opaque(encrypt(entity, desk))
    assert isinstance(await opened(entity, ring), Opened)
    found = await opened(opaque(encrypt(entity, desk)), ring)
    assert isinstance(found, Unopened)
    assert found.code == Code.ENCRYPTION_SEALED
