from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from gateway.mail.address import parse_address
from gateway.sealed.request import new_request
from tests.support.smime import MailAuthority, Person, encrypt, new_mail_authority, openssl

ADDRESS = parse_address("ocmw@pepingen.example")


def test_openssl_finds_the_request_well_formed_and_signed() -> None:
    text = openssl("req", "-verify", "-noout", "-text", content=new_request(ADDRESS).csr).decode()
    assert "email:ocmw@pepingen.example" in text
    assert "E-mail Protection" in text
    assert "Digital Signature, Key Encipherment" in text
    assert "S/MIME Capabilities" in text


def test_the_key_is_the_requests_and_the_fingerprint_is_of_both() -> None:
    made = new_request(ADDRESS)
    public = openssl("req", "-noout", "-pubkey", content=made.csr)
    assert openssl("pkey", "-pubout", content=made.key) == public
    digest = openssl(
        "dgst", "-sha256", "-r", content=openssl("pkey", "-pubin", "-outform", "DER", content=public)
    )
    assert digest.decode().split()[0] == made.fingerprint
    assert "PRIVATE" not in repr(made)


def issued(authority: MailAuthority, csr: bytes, key: bytes) -> Person:
    """What an authority makes of the request: its key and extensions, signed."""
    request = x509.load_pem_x509_csr(csr)
    model = authority.person(str(ADDRESS)).x509
    builder = (
        x509.CertificateBuilder()
        .subject_name(request.subject)
        .issuer_name(authority.name)
        .public_key(request.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(model.not_valid_before_utc)
        .not_valid_after(model.not_valid_after_utc)
    )
    for extension in request.extensions:
        builder = builder.add_extension(extension.value, critical=extension.critical)
    pem = authority.folder / "issued.pem"
    pem.write_bytes(builder.sign(authority.key, SHA256()).public_bytes(Encoding.PEM))
    pem.with_suffix(".key").write_bytes(key)
    return Person(pem, pem.with_suffix(".key"))


def test_mail_can_be_sealed_for_the_certificate_that_is_issued(tmp_path: Path) -> None:
    made = new_request(ADDRESS)
    desk = issued(new_mail_authority(tmp_path), made.csr, made.key)
    sealed = encrypt(b"x", desk)
    plain = openssl(
        "cms", "-decrypt", "-inform", "DER", "-recip", desk.certificate, "-inkey", desk.key, content=sealed
    )
    assert plain == b"x"
    assert load_pem_private_key(made.key, None).key_size == 3072  # type: ignore[union-attr]
