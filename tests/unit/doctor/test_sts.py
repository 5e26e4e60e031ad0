"""What `gateway check` says of MTA-STS policies, fetched from a policy host on loopback."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from gateway.authentication.resolver import resolver_for
from gateway.doctor.remark import Code, Grade, Remark
from gateway.doctor.sts import sts_remarks
from tests.support.certificates import Authority, new_authority
from tests.support.web import Answered, answering
from tests.support.zone import Trouble, serving

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="the policy host's port is 443, which is root's")

HOST, DOMAIN, WEB = "mx.pepingen.example", "pepingen.example", "127.0.44.9"
POLICY = f"version: STSv1\nmode: enforce\nmx: {HOST}\nmax_age: 86400\n"
THERE: Mapping[str, Mapping[str, list[str]] | Trouble] = {f"mta-sts.{DOMAIN}": {"A": [WEB]}}
URL = f"https://mta-sts.{DOMAIN}/.well-known/mta-sts.txt"


@pytest.fixture(autouse=True)
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """An authority that this machine believes, as it does those of the web."""
    made = new_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.certificate))
    return made


async def told(
    authority: Authority, policy: str, *, kind: str = "text/plain", name: str = f"mta-sts.{DOMAIN}"
) -> Remark:
    """The one remark, where the policy host hands out ``policy`` under a certificate of ``name``."""

    def answer(path: str, _body: bytes) -> Answered:
        return (200, kind, policy.encode()) if URL.endswith(path) else (404, "text/plain", b"")

    tls = authority.server(name).server_context()
    async with serving(THERE) as zone:
        with answering(answer, tls=tls, at=(WEB, 443)):
            (remark,) = await sts_remarks(HOST, (DOMAIN,), resolver_for((zone.address,)))
    assert remark.code is Code.DNS_MTA_STS
    return remark


@pytest.mark.parametrize("mode", ["enforce", "testing"])
async def test_a_policy_that_names_the_gateway_is_well(authority: Authority, mode: str) -> None:
    remark = await told(authority, POLICY.replace("enforce", mode))
    assert (remark.grade, remark.detail) == (Grade.OK, f"{URL} names {HOST}, in mode {mode}")


@pytest.mark.parametrize(("mode", "grade"), [("enforce", Grade.ERROR), ("testing", Grade.WARNING)])
async def test_a_policy_that_names_another_server_keeps_mail_out_once_it_is_enforced(
    authority: Authority, mode: str, grade: Grade
) -> None:
    remark = await told(authority, POLICY.replace(HOST, "old.example").replace("enforce", mode))
    assert (remark.grade, remark.detail) == (
        grade, f"{URL} does not name {HOST}: servers that hold to it deliver nothing"
    )  # fmt: skip


@pytest.mark.parametrize(("policy", "kind"), [("<html>", "text/plain"), (POLICY, "text/html")])
async def test_what_is_no_policy_is_told(authority: Authority, policy: str, kind: str) -> None:
    remark = await told(authority, policy, kind=kind)
    assert (remark.grade, remark.detail) == (
        Grade.WARNING, f"what {URL} hands out is no MTA-STS policy"
    )  # fmt: skip


async def test_a_policy_host_that_cannot_prove_its_name_is_told(authority: Authority) -> None:
    remark = await told(authority, POLICY, name="other.example")
    assert (remark.grade, remark.detail) == (
        Grade.WARNING,
        f"{URL} cannot be fetched: no authority that is known here vouches for its certificate and name",
    )  # fmt: skip


@pytest.mark.parametrize("there", [{}, {f"mta-sts.{DOMAIN}": Trouble.SERVFAIL}])
async def test_a_policy_host_without_an_address_is_told_with_the_records_alone(
    there: Mapping[str, Mapping[str, list[str]] | Trouble],
) -> None:
    async with serving(there) as zone:
        assert await sts_remarks(HOST, (DOMAIN,), resolver_for((zone.address,))) == ()
