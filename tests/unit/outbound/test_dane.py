"""Which chains TLSA records vouch for: RFC 6698 section 2.1, RFC 7672 section 3."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from gateway.authentication.resolver import Tlsa
from gateway.outbound.dane import vouched_for
from tests.support.certificates import new_authority

NAME = "mail.pepingen.example"
NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A server's certificate and its authority's, in DER."""
    authority = new_authority(tmp_path_factory.mktemp("authority"))
    return _der(authority.server(NAME).certificate), _der(authority.certificate)


def _der(file: Path) -> bytes:
    return x509.load_pem_x509_certificate(file.read_bytes()).public_bytes(Encoding.DER)


def matching(der: bytes, usage: int, selector: int, kind: int) -> Tlsa:
    """The record that matches ``der``."""
    key = x509.load_der_x509_certificate(der).public_key()
    chosen = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo) if selector else der
    data = {0: chosen, 1: hashlib.sha256(chosen).digest(), 2: hashlib.sha512(chosen).digest()}[kind]
    return Tlsa(usage, selector, kind, data)


@pytest.mark.parametrize("kind", [0, 1, 2])
@pytest.mark.parametrize("selector", [0, 1])
@pytest.mark.parametrize("usage", [2, 3])
def test_a_record_in_every_form_vouches_for_what_it_names(
    chain: tuple[bytes, bytes], usage: int, selector: int, kind: int
) -> None:
    record = matching(chain[1] if usage == 2 else chain[0], usage, selector, kind)
    assert vouched_for(chain, (record,), NAME, NOW)


def test_an_authority_that_stands_whole_in_its_record_need_not_be_shown(chain: tuple[bytes, bytes]) -> None:
    assert vouched_for(chain[:1], (matching(chain[1], 2, 0, 0),), NAME, NOW)
    assert not vouched_for(chain[:1], (matching(chain[1], 2, 0, 1),), NAME, NOW)


def test_a_server_is_no_authority_over_itself(chain: tuple[bytes, bytes]) -> None:
    assert not vouched_for(chain, (matching(chain[0], 2, 1, 1),), NAME, NOW)


def test_an_authoritys_key_shown_is_not_the_servers(chain: tuple[bytes, bytes]) -> None:
    assert not vouched_for(chain, (matching(chain[1], 3, 1, 1),), NAME, NOW)


def test_an_authority_vouches_for_a_name_and_a_while(chain: tuple[bytes, bytes]) -> None:
    record = matching(chain[1], 2, 1, 1)
    assert not vouched_for(chain, (record,), "mail.elsewhere.example", NOW)
    assert not vouched_for(chain, (record,), NAME, NOW + timedelta(days=400))


def test_a_chain_that_the_authority_did_not_issue_is_vouched_for_by_nobody(
    chain: tuple[bytes, bytes], tmp_path: Path
) -> None:
    stranger = _der(new_authority(tmp_path).server(NAME).certificate)
    assert not vouched_for((stranger, chain[1]), (matching(chain[1], 2, 1, 1),), NAME, NOW)


def test_one_record_of_several_is_enough(chain: tuple[bytes, bytes]) -> None:
    assert vouched_for(chain, (Tlsa(3, 1, 1, bytes(32)), matching(chain[0], 3, 1, 1)), NAME, NOW)


def test_no_chain_and_no_record_vouch_for_nothing(chain: tuple[bytes, bytes]) -> None:
    assert not vouched_for((), (matching(chain[0], 3, 1, 1),), NAME, NOW)
    assert not vouched_for(chain, (), NAME, NOW)


@given(st.binary(max_size=200), st.binary(max_size=64))
def test_no_bytes_shown_or_published_raise(shown: bytes, published: bytes) -> None:
    assert not vouched_for((shown,), (Tlsa(3, 0, 1, published), Tlsa(2, 0, 0, published)), NAME, NOW)
