"""Why a connection came to nothing, told in any language: what OpenSSL says most, and kinds of exceptions."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gateway.said import Said, say

# In OpenSSL's own words, then by the names of Python's exceptions.
_CAUSES: Final[Mapping[str, Said]] = MappingProxyType(
    {
        "self-signed certificate": say("self-signed certificate"),
        "self-signed certificate in certificate chain": say("self-signed certificate in certificate chain"),
        "unable to get local issuer certificate": say("unable to get local issuer certificate"),
        "unable to get issuer certificate": say("unable to get issuer certificate"),
        "unable to verify the first certificate": say("unable to verify the first certificate"),
        "certificate has expired": say("certificate has expired"),
        "certificate is not yet valid": say("certificate is not yet valid"),
        "certificate revoked": say("certificate revoked"),
        "WRONG_VERSION_NUMBER": say("what answers there speaks no TLS"),
        "UNSUPPORTED_PROTOCOL": say("it speaks too old a version of TLS"),
        "TLSV1_ALERT_PROTOCOL_VERSION": say("it wants another version of TLS"),
        "SSLV3_ALERT_HANDSHAKE_FAILURE": say("it broke off the handshake"),
        "STARTTLS not offered": say("STARTTLS not offered"),
        "STARTTLS refused": say("STARTTLS refused"),
        "SSLCertVerificationError": say(
            "no authority that is known here vouches for its certificate and name"
        ),
        "SSLError": say("TLS came to nothing"),
        "SSLEOFError": say("it hung up during the handshake"),
        "TimeoutError": say("no answer came in time"),
        "ConnectionRefusedError": say("nobody listens there"),
        "ConnectionResetError": say("it hung up"),
        "gaierror": say("the name does not resolve"),
    }
)
_MISMATCH = re.compile(r"(?:Hostname|IP address) mismatch, certificate is not valid for '(.+)'\.")


def cause(text: str) -> str:
    """``text``, which OpenSSL or the name of an exception's class gave, said where it is a usual one."""
    if mismatch := _MISMATCH.fullmatch(text):
        return say("the certificate is not of {name}", name=mismatch[1])
    return _CAUSES.get(text, text)
