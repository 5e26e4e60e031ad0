"""S/MIME as mail programs make it, by the real openssl: every structure, whole and in every wrong state."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from gateway import config
from gateway.policy.model import ContentLevel
from tests.support.judging import asking, judged, verdict_of
from tests.support.letters import DESK, SENDER
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

OTHER = "bram.cattoir@kindengezin.example"
SEALED, BROKEN = "encryption.sealed", "encryption.broken"
OPENED, SIGNED = "encryption.content_sealed", "encryption.content_signed"
_DER = ("-inform", "DER", "-outform", "DER")
_AES, _CBC = bytes.fromhex("06096086480165030401"), (2, 22, 42)
_AES_BLOCK, _TRIPLE_DES_BLOCK = 16, 8
OAEP = ("-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256", "-keyopt", "rsa_mgf1_md:sha256")


@dataclass(frozen=True, slots=True)
class Office:
    """Who takes part: the mailbox with two kinds of key, another mailbox, and a signer."""

    authority: MailAuthority
    desk: Person
    desk_ec: Person
    stranger: Person
    signer: Person

    def keys(self) -> config.Keys:
        held = tuple(config.SmimeKey(one.certificate, one.key) for one in (self.desk, self.desk_ec))
        return config.Keys(held, self.authority.certificate)

    def keys_of_a_stranger(self) -> config.Keys:
        held = (config.SmimeKey(self.stranger.certificate, self.stranger.key),)
        return config.Keys(held, self.authority.certificate)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    authority = new_mail_authority(tmp_path_factory.mktemp("office"))
    desk, desk_ec = authority.person(DESK), authority.person(DESK, kind="ec")
    return Office(authority, desk, desk_ec, authority.person(DESK), authority.person(SENDER))


Make = Callable[[Office], bytes]


def sealing(*options: str, kind: str = "rsa", content_type: str = "") -> Make:
    def make(office: Office) -> bytes:
        person = office.desk if kind == "rsa" else office.desk_ec
        der = encrypt(INNER, options=(*options, "-recip", person.certificate))
        return opaque(der, content_type) if content_type else opaque(der)

    return make


def oaep(office: Office) -> bytes:
    return opaque(encrypt(INNER, options=("-aes256", "-recip", office.desk.certificate, *OAEP)))


def for_several(office: Office) -> bytes:
    return opaque(encrypt(INNER, office.stranger, office.signer, office.desk))


SEALED_ONLY: dict[str, Make] = {
    "aes-128-cbc": sealing("-aes128"),
    "aes-192-cbc": sealing("-aes192"),
    "aes-256-cbc": sealing("-aes256"),
    "3des, as Outlook without capabilities": sealing("-des3"),
    "aes-128-gcm": sealing("-aes-128-gcm"),
    "aes-256-gcm, as Thunderbird can": sealing("-aes-256-gcm"),
    "recipient by key id": sealing("-aes256", "-keyid"),
    "rsa-oaep": oaep,
    "several recipients": for_several,
    "aes-256-cbc in pieces": sealing("-aes256", "-stream"),
    "aes-256-gcm in pieces, by key id": sealing("-aes-256-gcm", "-stream", "-keyid"),
    "ecdh in pieces": sealing("-aes256", "-stream", kind="ec"),
    "ecdh": sealing("-aes256", kind="ec"),
    "ecdh with gcm, by key id": sealing("-aes-256-gcm", "-keyid", kind="ec"),
    "x-pkcs7-mime": sealing(
        "-aes256", content_type='application/x-pkcs7-mime;smime-type=enveloped-data;\r\n\tname="smime.p7m"'
    ),
    "octet-stream": sealing("-aes256", content_type='application/octet-stream; name="smime.p7m"'),
    "no smime-type": sealing("-aes256", content_type="application/pkcs7-mime; name=smime.p7m"),
    "said to be signed": sealing("-aes256", content_type="application/pkcs7-mime; smime-type=signed-data"),
}


def clear_signed(office: Office) -> bytes:
    return clear(INNER, sign(INNER, office.signer))


def opaque_signed(*options: str, content_type: str) -> Make:
    return lambda office: opaque(sign_around(INNER, office.signer, options=options), content_type)


SIGNED_ONLY: dict[str, Make] = {
    "clear-signed": clear_signed,
    "clear-signed without attributes": lambda o: clear(INNER, sign(INNER, o.signer, options=("-noattr",))),
    "clear-signed by key id": lambda o: clear(INNER, sign(INNER, o.signer, options=("-keyid",))),
    "clear-signed with sha-512": lambda o: clear(INNER, sign(INNER, o.signer, options=("-md", "sha512"))),
    "clear-signed with rsa-pss": lambda o: clear(
        INNER, sign(INNER, o.signer, options=("-keyopt", "rsa_padding_mode:pss"))
    ),
    "opaque-signed": opaque_signed(content_type="application/pkcs7-mime; smime-type=signed-data"),
    "opaque-signed as smime.p7m": opaque_signed(content_type='application/octet-stream; name="smime.p7m"'),
    "opaque-signed in pieces": opaque_signed("-stream", content_type="application/x-pkcs7-mime"),
    "opaque-signed, said to be sealed": opaque_signed(
        content_type="application/pkcs7-mime; smime-type=enveloped-data"
    ),
}


def sealed(entity: bytes, office: Office, *options: str) -> bytes:
    return opaque(encrypt(entity, office.desk, options=options or ("-aes256",)))


def signed(entity: bytes, office: Office) -> bytes:
    return clear(entity, sign(entity, office.signer), boundary="outer")


BOTH: dict[str, Make] = {
    "clear-signed, then sealed": lambda o: sealed(clear_signed(o), o),
    "clear-signed, then sealed with gcm": lambda o: sealed(clear_signed(o), o, "-aes-256-gcm"),
    "opaque-signed, then sealed, as Outlook": lambda o: sealed(opaque(sign_around(INNER, o.signer)), o),
    "sealed, then clear-signed": lambda o: signed(sealed(INNER, o), o),
    "sealed, then opaque-signed": lambda o: opaque(sign_around(sealed(INNER, o), o.signer)),
    "signed, sealed, signed": lambda o: signed(sealed(clear_signed(o), o), o),
    "signed, sealed, signed, all opaque": lambda o: opaque(
        sign_around(sealed(opaque(sign_around(INNER, o.signer)), o), o.signer)
    ),
}
EVERY = SEALED_ONLY | SIGNED_ONLY | BOTH
WITH_SIGNATURE, WITH_SEAL = SIGNED_ONLY | BOTH, SEALED_ONLY | BOTH


async def verdict(entity: bytes, keys: config.Keys, level: ContentLevel = "optional") -> tuple[str, set[str]]:
    found = await judged(mail(entity), keys, asking(level))
    name, codes = verdict_of(found)
    assert bool(found.outgoing) is (name == "deliver")
    return name, codes


def cases(makes: dict[str, Make]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("make", makes.values(), ids=makes)


@cases(EVERY)
async def test_whole_it_is_read_and_delivered(office: Office, make: Make) -> None:
    name, codes = await verdict(make(office), office.keys())
    assert name == "deliver"
    wanted = {OPENED} if make in WITH_SEAL.values() else set()
    wanted |= {SIGNED} if make in WITH_SIGNATURE.values() else set()
    assert codes == wanted


@cases(EVERY)
async def test_tampered_it_is_refused_as_broken(office: Office, make: Make) -> None:
    name, codes = await verdict(tampered(make(office)), office.keys())
    assert name == "reject"
    assert codes & {BROKEN, "encryption.signature_broken"}
    assert SIGNED not in codes


@cases(EVERY)
@pytest.mark.parametrize("share", [0.4, 0.9])
async def test_truncated_it_is_refused_as_broken(office: Office, make: Make, share: float) -> None:
    entity = make(office)
    name, codes = await verdict(entity[: int(share * len(entity))], office.keys())
    assert name == "reject"
    assert codes & {BROKEN, "encryption.signature_broken"}


@cases(WITH_SEAL)
async def test_sealed_for_another_key_it_stays_sealed(office: Office, make: Make) -> None:
    name, codes = await verdict(make(office), office.keys_of_a_stranger())
    if make is for_several:
        assert (name, codes) == ("deliver", {OPENED})
    else:
        assert (name, codes) == ("reject", {SEALED})


@cases(WITH_SEAL)
async def test_without_a_key_it_stays_sealed(office: Office, make: Make) -> None:
    name, codes = await verdict(make(office), config.Keys())
    assert (name, codes) == ("reject", {SEALED})


@cases(SIGNED_ONLY)
async def test_a_signature_alone_does_not_seal(office: Office, make: Make) -> None:
    name, codes = await verdict(make(office), office.keys(), "signed")
    assert (name, codes) == ("reject", {SIGNED, "encryption.content_missing"})


@cases(BOTH)
async def test_signed_by_the_author_it_passes_where_a_signature_is_asked(office: Office, make: Make) -> None:
    assert await verdict(make(office), office.keys(), "signed") == ("deliver", {OPENED, SIGNED})


@cases(SEALED_ONLY)
async def test_sealed_alone_it_proves_no_author(office: Office, make: Make) -> None:
    name, codes = await verdict(make(office), office.keys(), "signed")
    assert (name, codes) == ("reject", {OPENED, "encryption.signature_missing"})


@pytest.mark.parametrize(
    ("signer", "code"), [("expired", "encryption.signer_expired"), ("unknown", "encryption.signer_unknown")]
)
@cases(WITH_SIGNATURE)
async def test_a_signer_nobody_stands_for_counts_as_none(
    office: Office, make: Make, signer: str, code: str, tmp_path: Path
) -> None:
    someone = office.authority.person(SENDER, days=-1)
    if signer == "unknown":
        someone = new_mail_authority(tmp_path).person(SENDER)
    entity = make(replace(office, signer=someone))
    name, codes = await verdict(entity, office.keys())
    assert (name, codes - {OPENED}) == ("deliver", {code})
    name, codes = await verdict(entity, office.keys(), "signed")
    assert (name, codes & {code, SIGNED}) == ("reject", {code})


@cases(WITH_SIGNATURE)
async def test_a_signature_of_another_person_refuses(office: Office, make: Make) -> None:
    entity = make(replace(office, signer=office.authority.person(OTHER)))
    name, codes = await verdict(entity, office.keys())
    assert (name, codes - {OPENED}) == ("reject", {"encryption.signer_other"})


def tampered(entity: bytes) -> bytes:
    """One bit changed where it must show: in what is signed, in the last block's padding, in the last tag."""
    if entity.lower().startswith(b"content-type: multipart/signed"):
        if b"Naam: Claes" in entity:
            return entity.replace(b"Naam: Claes", b"Naam: Claas")
        start = entity.index(b"\r\n\r\n", entity.index(b"pkcs7-mime")) + 400
        return entity[:start] + (b"A" if entity[start : start + 1] != b"A" else b"B") + entity[start + 1 :]
    head, _, body = entity.partition(b"\r\n\r\n")
    der = bytearray(openssl("cms", "-cmsout", *_DER, content=base64.b64decode(body)))
    der[-_from_end(der)] ^= 1
    return opaque(bytes(der), head.split(b"\r\nContent-Transfer")[0].decode().partition(": ")[2])


def _from_end(der: bytearray) -> int:
    """The tag of AES-GCM, or a signature, stands last; in CBC the last block but one makes the padding."""
    if bytes.fromhex("06082a864886f70d0307") in der:
        return _TRIPLE_DES_BLOCK + 1
    return _AES_BLOCK + 1 if any(_AES + bytes([mode]) in der for mode in _CBC) else 1
