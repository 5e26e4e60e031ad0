"""What `gateway check` says of the records in DNS, asked of a name server on loopback."""

from collections.abc import Mapping
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest

from gateway.config import Config, Dns, Ledger, NextHop, Tls
from gateway.config_hosts import HostPort
from gateway.doctor.records import proven_by_dmarc, zone_remarks
from gateway.doctor.remark import Code, Grade, Remark
from gateway.policy.book import PolicyBook, load_book
from tests.broken.installation import sound
from tests.support.zone import Trouble, serving

HOST, MAILBOX, SENDER = "mx.pepingen.example", "pepingen.example", "kindengezin.example"
REVERSE = "1.2.0.192.in-addr.arpa"
Records = Mapping[str, Mapping[str, list[str]] | Trouble]
WELL: Records = {
    HOST: {"A": ["192.0.2.1"], "TXT": ["v=spf1 a -all"]},
    REVERSE: {"PTR": [f"{HOST}."]},
    SENDER: {"TXT": ["v=spf1 -all"]},
    f"_dmarc.{SENDER}": {"TXT": ["v=DMARC1; p=reject"]},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installation")
    sound(folder)
    return folder


def config_in(folder: Path) -> Config:
    return Config(
        hostname=HOST,
        listen=(HostPort("127.0.0.1", 0),),
        tls=Tls(folder / "tls/gateway.crt", folder / "tls/gateway.key"),
        next_hop=NextHop(HostPort("127.0.0.1", 9)),
        policies=folder / "policies",
        ledger=Ledger(folder / "ledger.db"),
    )


async def told(config: Config, published: Records) -> list[Remark]:
    async with serving(published) as zone:
        host, _, port = zone.address.partition(":")
        asked = replace(config, dns=Dns((HostPort(host, int(port)),)))
        return list(await zone_remarks(asked, load_book(config.policies)))


def of(code: Code, remarks: list[Remark]) -> list[tuple[Grade, str]]:
    return [(remark.grade, remark.detail) for remark in remarks if remark.code is code]


async def test_a_gateway_behind_another_server_needs_its_own_name_alone(folder: Path) -> None:
    remarks = await told(config_in(folder), WELL)
    assert [remark.grade for remark in remarks] == [Grade.OK] * 3
    assert of(Code.DNS_RECORDS, remarks) == [
        (Grade.OK, "records of the gateway in DNS: 2, all as they should be")
    ]


async def test_the_mx_of_a_domain_is_told_each_record_that_is_not_there(folder: Path) -> None:
    as_mx = replace(config_in(folder), other_recipients="relay")
    found = of(Code.DNS_RECORDS, await told(as_mx, {**WELL, MAILBOX: {"MX": ["10 other.example."]}}))
    assert found == [
        (Grade.WARNING, f"the MX record of {MAILBOX} is another: 10 other.example."),
        (Grade.WARNING, f"the TXT record v=STSv1 of _mta-sts.{MAILBOX} is missing"),
        (Grade.WARNING, f"the A record of mta-sts.{MAILBOX} is missing"),
        (Grade.WARNING, f"the TXT record v=TLSRPTv1 of _smtp._tls.{MAILBOX} is missing"),
        (Grade.WARNING, f"the TXT record v=DMARC1 of _dmarc.{MAILBOX} is missing"),
    ]


async def test_a_pin_of_another_key_keeps_mail_out_and_none_is_well(folder: Path) -> None:
    other = {**WELL, f"_25._tcp.{HOST}": {"TLSA": [f"3 1 1 {'ab' * 32}"]}}
    ((grade, detail),) = of(Code.DNS_RECORDS, await told(config_in(folder), other))
    assert (grade, detail.startswith(f"the TLSA record of _25._tcp.{HOST} is of another key")) == (
        Grade.ERROR,
        True,
    )


@pytest.mark.parametrize(
    "names",
    [{}, {REVERSE: {"PTR": ["other.example."]}, "other.example": {"A": ["192.0.2.9"]}}],
)
async def test_an_address_needs_a_name_that_leads_back(folder: Path, names: Records) -> None:
    published = {name: data for name, data in WELL.items() if name != REVERSE}
    ((grade, detail),) = of(Code.DNS_REVERSE, await told(config_in(folder), {**published, **names}))
    assert (grade, detail.startswith("192.0.2.1 has no name")) == (Grade.WARNING, True)


async def test_a_reverse_name_may_be_another_that_leads_back(folder: Path) -> None:
    there = {REVERSE: {"PTR": ["host-1.example."]}, "host-1.example": {"A": ["192.0.2.1"]}}
    ((grade, _),) = of(Code.DNS_REVERSE, await told(config_in(folder), {**WELL, **there}))
    assert grade is Grade.OK


@pytest.mark.parametrize(
    ("name", "texts", "grade"),
    [
        (f"_dmarc.{SENDER}", [], Grade.ERROR),
        (f"_dmarc.{SENDER}", ["v=DMARC1; p=none", "v=DMARC1; p=reject"], Grade.ERROR),
        (SENDER, [], Grade.WARNING),
        (SENDER, ["v=spf1 -all", "v=spf1 a -all"], Grade.WARNING),
        (SENDER, ["google-site=1", "v=spf1 a -all"], Grade.OK),
    ],
)
async def test_a_sender_must_be_able_to_prove_its_mail(
    folder: Path, name: str, texts: list[str], grade: Grade
) -> None:
    remarks = await told(config_in(folder), {**WELL, name: {"TXT": texts}})
    assert [found for found, _ in of(Code.DNS_SENDER, remarks)] == [grade]


async def test_where_a_server_in_front_is_trusted_a_record_that_is_missing_is_a_warning(folder: Path) -> None:
    behind = replace(config_in(folder), trusted_peers=(ip_network("192.0.2.25"),))
    remarks = await told(behind, {**WELL, f"_dmarc.{SENDER}": {"TXT": []}})
    assert [found for found, _ in of(Code.DNS_SENDER, remarks)] == [Grade.WARNING]


@pytest.mark.parametrize("name", [HOST, REVERSE, SENDER, f"_dmarc.{SENDER}"])
async def test_what_nobody_can_say_is_a_warning_and_no_verdict(folder: Path, name: str) -> None:
    remarks = await told(config_in(folder), {**WELL, name: Trouble.SERVFAIL})
    said = [remark for remark in remarks if remark.detail.startswith("nobody can say")]
    assert said
    assert {remark.grade for remark in said} == {Grade.WARNING}
    assert {remark.grade for remark in remarks} <= {Grade.OK, Grade.WARNING}


async def test_a_certificate_that_cannot_be_read_leaves_the_other_records(folder: Path) -> None:
    absent = replace(config_in(folder), tls=Tls(folder / "absent", folder / "absent"))
    assert of(Code.DNS_RECORDS, await told(absent, WELL)) == []
    assert of(Code.DNS_SENDER, await told(absent, WELL)) != []


def test_each_domain_of_senders_is_asked_once(folder: Path) -> None:
    book = load_book(folder / "policies")
    assert proven_by_dmarc(PolicyBook(book.policies * 2)) == (SENDER,)
