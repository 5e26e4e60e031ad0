from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.config import Tls
from gateway.doctor.certificate import certificate_remarks, until_remark
from gateway.doctor.remark import Code, Grade, Remark
from tests.support.certificates import Authority, new_authority

NAME = "mx.pepingen.example"
DAY = timedelta(days=1)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return new_authority(tmp_path)


@pytest.fixture
def tls(authority: Authority) -> Tls:
    issued = authority.server(NAME)
    return Tls(issued.certificate, issued.key)


def grades(remarks: Iterable[Remark]) -> dict[Code, Grade]:
    return {remark.code: remark.grade for remark in remarks}


def examine(tls: Tls, now: datetime | None = None, name: str = NAME) -> dict[Code, Grade]:
    return grades(certificate_remarks(tls, name, now or datetime.now(UTC)))


def test_a_good_pair_is_well_in_every_respect(tls: Tls) -> None:
    codes = (Code.TLS_EXPIRY, Code.TLS_NAME, Code.TLS_KEY, Code.TLS_KEY_MODE)

    assert examine(tls, datetime.now(UTC) - DAY) == dict.fromkeys(codes, Grade.OK)


def test_an_expired_certificate_is_an_error(authority: Authority) -> None:
    issued = authority.server(NAME, expired=True)

    assert examine(Tls(issued.certificate, issued.key))[Code.TLS_EXPIRY] is Grade.ERROR


@pytest.mark.parametrize(
    ("lifetime", "left", "grade"),
    [
        (365, 31, Grade.OK),
        (365, 29, Grade.WARNING),
        (365, 0, Grade.ERROR),
        (365, -1, Grade.ERROR),
        (90, 31, Grade.OK),
        (45, 16, Grade.OK),
        (45, 14, Grade.WARNING),
        (6, 5, Grade.OK),
        (6, 1, Grade.WARNING),
    ],
)
def test_a_certificate_is_due_in_its_last_thirty_days_or_last_third(
    lifetime: int, left: int, grade: Grade
) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    end = now + left * DAY

    assert until_remark(Code.TLS_EXPIRY, end - lifetime * DAY, end, now).grade is grade


def test_a_certificate_of_the_future_points_at_the_clock(tls: Tls) -> None:
    remarks = list(certificate_remarks(tls, NAME, datetime.now(UTC) - 100 * DAY))

    told = next(remark for remark in remarks if remark.code is Code.TLS_EXPIRY)
    assert (told.grade, told.remedy) == (Grade.ERROR, "Check this machine's clock.")


def test_the_first_certificate_of_a_chain_to_expire_counts(authority: Authority, tls: Tls) -> None:
    expired = authority.server("old.example", expired=True)
    tls.certificate.write_bytes(tls.certificate.read_bytes() + expired.certificate.read_bytes())

    assert examine(tls)[Code.TLS_EXPIRY] is Grade.ERROR


def test_another_name_than_the_hostname_is_a_warning(tls: Tls) -> None:
    assert examine(tls, name="smtp.pepingen.example")[Code.TLS_NAME] is Grade.WARNING


def test_a_wildcard_covers_one_label(authority: Authority) -> None:
    issued = authority.server("*.pepingen.example")
    tls = Tls(issued.certificate, issued.key)

    assert examine(tls)[Code.TLS_NAME] is Grade.OK
    assert examine(tls, name="a.mx.pepingen.example")[Code.TLS_NAME] is Grade.WARNING


def test_a_key_of_another_certificate_is_an_error(authority: Authority, tls: Tls) -> None:
    other = authority.server(NAME)

    assert examine(replace(tls, key=other.key))[Code.TLS_KEY] is Grade.ERROR


def test_a_certificate_and_a_key_in_each_others_place_are_told_as_that(tls: Tls) -> None:
    tls.certificate.chmod(0o640)
    swapped = Tls(tls.key, tls.certificate)
    [told] = certificate_remarks(swapped, NAME, datetime.now(UTC))
    assert told.code is Code.TLS_CERTIFICATE
    assert told.sentence() == (
        f"{tls.key} holds the key, and {tls.certificate} the certificate: they are swapped."
        " Exchange the two names."
    )


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_a_key_that_others_may_touch_is_an_error(tls: Tls, mode: int) -> None:
    tls.key.chmod(mode)

    assert examine(tls)[Code.TLS_KEY_MODE] is Grade.ERROR


@pytest.mark.parametrize("content", [b"", b"nothing", b"\xff\x00", b"-----BEGIN PRIVATE KEY-----\n"])
def test_files_that_hold_no_pem_are_errors(tls: Tls, content: bytes) -> None:
    tls.key.write_bytes(content)
    assert examine(tls)[Code.TLS_KEY] is Grade.ERROR

    tls.certificate.write_bytes(content)
    assert examine(tls)[Code.TLS_CERTIFICATE] is Grade.ERROR


def test_files_that_are_missing_are_errors(tls: Tls, tmp_path: Path) -> None:
    assert examine(replace(tls, key=tmp_path / "absent"))[Code.TLS_KEY] is Grade.ERROR
    assert examine(replace(tls, certificate=tmp_path))[Code.TLS_CERTIFICATE] is Grade.ERROR


def test_the_authorities_of_clients_are_read(tls: Tls, authority: Authority) -> None:
    good = replace(tls, client_ca=authority.certificate)

    assert examine(good)[Code.TLS_CLIENT_CA] is Grade.OK
    assert examine(replace(tls, client_ca=tls.key))[Code.TLS_CLIENT_CA] is Grade.ERROR


def test_a_certificate_that_systemd_has_yet_to_put_there_is_there_once_the_gateway_is_started(
    tmp_path: Path,
) -> None:
    absent = Path("/run/credentials/absent.service/tls-certificate")

    remarks = list(certificate_remarks(Tls(absent, absent), NAME, datetime.now(UTC)))

    assert [remark.code for remark in remarks] == [Code.TLS_CERTIFICATE]
    assert remarks[0].remedy.startswith("Start the gateway: systemd puts it there")
    (plain,) = certificate_remarks(Tls(tmp_path / "a", tmp_path / "b"), NAME, datetime.now(UTC))
    assert plain.remedy == "Put a PEM file there."
