"""The server's side of TLS: RFC 8446, RFC 5246 with Mozilla's "intermediate" list, RFC 3207."""

import hashlib
import ssl
from functools import partial
from pathlib import Path
from typing import Literal

from gateway.mail.envelope import ClientCertificate, Tls
from gateway.said import every, reason_of, say

_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"
_VERSIONS = {"TLSv1.2": ssl.TLSVersion.TLSv1_2, "TLSv1.3": ssl.TLSVersion.TLSv1_3}


class TlsError(ValueError):
    """Certificate, key or authorities cannot be used. The message names the file and the reason."""


def server_context(
    certificate: Path,
    key: Path,
    *,
    minimum: Literal["TLSv1.2", "TLSv1.3"] = "TLSv1.2",
    client_ca: Path | None = None,
) -> ssl.SSLContext:
    """TLS for STARTTLS from PEM files: ``certificate`` with its chain, ``key`` without passphrase.

    With ``client_ca`` (PEM authorities) a client is asked for a certificate and may have none;
    one that does not verify against them fails the handshake (RFC 8446 section 4.4.2.4), so the
    file must name every authority whose clients may bring theirs. Raises TlsError.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = _VERSIONS[minimum]
    context.set_ciphers(_CIPHERS)
    context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION | ssl.OP_CIPHER_SERVER_PREFERENCE
    # Without tickets no key outlives its session, and no small write follows the handshake.
    context.options |= ssl.OP_NO_TICKET
    context.num_tickets = 0
    _load_identity(context, certificate, key)
    if client_ca is not None:
        _load_authorities(context, client_ca)
    return context


def _load_identity(context: ssl.SSLContext, certificate: Path, key: Path) -> None:
    for path in (certificate, key):
        if not path.is_file():
            raise TlsError(say("{file} is not there", file=path))
    try:
        # A passphrase would be asked for on the terminal of a daemon.
        context.load_cert_chain(certificate, key, password=partial(_no_passphrase, key))
    except ssl.SSLError as error:
        if error.reason == "KEY_VALUES_MISMATCH":
            wrong = say(
                "{key} does not belong to the certificate {certificate}", key=key, certificate=certificate
            )
            raise TlsError(wrong) from error
        wrong = say(
            "{certificate} and {key} are not a PEM certificate and its PEM key",
            certificate=certificate,
            key=key,
        )
        raise TlsError(wrong) from error
    except OSError as error:
        files = every(map(str, (certificate, key)))
        raise TlsError(say("{file} cannot be read: {reason}", file=files, reason=reason_of(error))) from error


def _no_passphrase(key: Path) -> str:
    raise TlsError(say("{file} holds a key with a pass phrase", file=key))


def _load_authorities(context: ssl.SSLContext, client_ca: Path) -> None:
    try:
        context.load_verify_locations(client_ca)
    except ssl.SSLError as error:
        raise TlsError(say("{file} holds no PEM certificate", file=client_ca)) from error
    except OSError as error:
        raise TlsError(
            say("{file} cannot be read: {reason}", file=client_ca, reason=reason_of(error))
        ) from error
    context.verify_mode = ssl.CERT_OPTIONAL


def tls_facts(connection: ssl.SSLObject) -> Tls:
    """What the finished handshake of ``connection`` agreed on."""
    cipher = connection.cipher()
    return Tls(connection.version() or "", cipher[0] if cipher else "", _client_certificate(connection))


def _client_certificate(connection: ssl.SSLObject) -> ClientCertificate | None:
    # Empty unless the certificate verified: the module hands out no details of any other.
    details = connection.getpeercert()
    encoded = connection.getpeercert(binary_form=True)
    if not details or not encoded:
        return None
    names = tuple(str(entry[1]).lower() for entry in details.get("subjectAltName", ()) if entry[0] == "DNS")
    return ClientCertificate(hashlib.sha256(encoded).hexdigest(), names)
