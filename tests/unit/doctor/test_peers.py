from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gateway.config import Config, Dns, Ledger, NextHop, Tls
from gateway.config_hosts import HostPort
from gateway.doctor.peers import authority_remarks, dns_remarks, next_hop_remarks
from gateway.doctor.remark import Code, Grade, Remark
from tests.support.certificates import Authority, new_authority
from tests.support.mailbox import Mailbox
from tests.support.zone import Trouble, serving

NOW = datetime.now(UTC)
NAME = "_dmarc.kindengezin.example"


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return new_authority(tmp_path)


def config(next_hop: NextHop, *servers: str) -> Config:
    addresses = tuple(
        HostPort(host, int(port)) for host, _, port in (text.partition(":") for text in servers)
    )
    return Config(
        hostname="mx.pepingen.example",
        listen=(HostPort("127.0.0.1", 0),),
        tls=Tls(Path("absent"), Path("absent")),
        next_hop=next_hop,
        policies=Path("absent"),
        ledger=Ledger(Path("absent")),
        dns=Dns(addresses),
    )


async def hop_remarks(next_hop: NextHop) -> list[tuple[Grade, Code, str]]:
    remarks = [remark async for remark in next_hop_remarks(config(next_hop), NOW)]
    return [(remark.grade, remark.code, remark.detail) for remark in remarks]


async def test_a_next_hop_with_a_certificate_of_the_authority_is_well(authority: Authority) -> None:
    issued = authority.server("127.0.0.1")
    async with Mailbox(tls=issued.server_context()) as mailbox:
        told = await hop_remarks(NextHop(HostPort("127.0.0.1", mailbox.port), ca=authority.certificate))

    assert told[0] == (Grade.OK, Code.NEXT_HOP, f"{mailbox.address} answers over TLSv1.3")
    assert told[1][1] is Code.NEXT_HOP_EXPIRY
    assert "MAIL" not in " ".join(mailbox.commands).upper()


async def test_the_name_the_certificate_must_carry_can_be_given(authority: Authority) -> None:
    issued = authority.server("mail.pepingen.example")
    async with Mailbox(tls=issued.server_context()) as mailbox:
        hop = NextHop(HostPort("127.0.0.1", mailbox.port), ca=authority.certificate)
        unnamed = await hop_remarks(hop)
        named = await hop_remarks(NextHop(hop.address, ca=hop.ca, name="mail.pepingen.example"))

    assert [line[0] for line in unnamed] == [Grade.ERROR]
    assert named[0][0] is Grade.OK


@pytest.mark.parametrize(
    ("host", "said"), [("127.0.0.1", "nobody listens there"), ("mail.invalid", "the name does not resolve")]
)
async def test_a_next_hop_that_is_not_there_is_told_in_words(host: str, said: str) -> None:
    hop = NextHop(HostPort(host, 1))
    assert await hop_remarks(hop) == [(Grade.ERROR, Code.NEXT_HOP, f"{host}:1 failed: {said}")]


async def test_a_next_hop_nobody_vouches_for_is_an_error(authority: Authority, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    stranger = new_authority(tmp_path / "other").server("127.0.0.1")
    async with Mailbox(tls=stranger.server_context()) as mailbox:
        told = await hop_remarks(NextHop(HostPort("127.0.0.1", mailbox.port), ca=authority.certificate))

    assert [line[:2] for line in told] == [(Grade.ERROR, Code.NEXT_HOP)]
    assert "tls" in told[0][2]


async def test_a_next_hop_without_starttls_is_an_error_unless_none_is_asked(authority: Authority) -> None:
    async with Mailbox() as mailbox:
        address = HostPort("127.0.0.1", mailbox.port)
        verified = await hop_remarks(NextHop(address, ca=authority.certificate))
        plain = await hop_remarks(NextHop(address, "none"))

    assert [line[0] for line in verified] == [Grade.ERROR]
    assert plain == [(Grade.OK, Code.NEXT_HOP, f"{mailbox.address} answers over plain loopback")]


async def test_a_next_hop_that_does_not_answer_is_an_error(authority: Authority) -> None:
    async with Mailbox() as mailbox:
        port = mailbox.port
    told = await hop_remarks(NextHop(HostPort("127.0.0.1", port), ca=authority.certificate))

    assert told[0][0] is Grade.ERROR
    assert told[0][2].startswith(f"127.0.0.1:{port} failed: nobody listens there")


async def test_authorities_that_cannot_be_read_are_an_error(tmp_path: Path) -> None:
    told = await hop_remarks(NextHop(HostPort("127.0.0.1", 9), ca=tmp_path / "absent"))

    assert [line[:2] for line in told] == [(Grade.ERROR, Code.NEXT_HOP)]


async def asked(*servers: str) -> list[Grade]:
    remarks: tuple[Remark, ...] = await dns_remarks(
        config(NextHop(HostPort("127.0.0.1", 9)), *servers), (NAME,)
    )
    return [remark.grade for remark in remarks]


async def test_a_name_server_that_answers_is_well_even_without_such_a_record() -> None:
    async with serving({NAME: {"TXT": ["v=DMARC1; p=reject"]}}) as full, serving({}) as empty:
        assert await asked(full.address, empty.address) == [Grade.OK, Grade.OK]
        assert full.asked[0][:2] == (f"{NAME}.", "TXT") or full.asked[0][:2] == (NAME, "TXT")


async def test_one_dead_name_server_of_two_is_a_warning_and_both_are_errors() -> None:
    async with serving({}) as well, serving({NAME: Trouble.REFUSED}) as refusing:
        assert await asked(well.address, refusing.address) == [Grade.OK, Grade.WARNING]
        assert await asked(refusing.address, refusing.address) == [Grade.ERROR, Grade.ERROR]


async def remedies(next_hop: NextHop) -> list[str]:
    return [remark.remedy async for remark in next_hop_remarks(config(next_hop), NOW)]


async def test_what_no_authority_can_mend_gets_a_remedy_of_its_own(authority: Authority) -> None:
    async with Mailbox() as mailbox:
        [plain] = await remedies(NextHop(HostPort("127.0.0.1", mailbox.port), ca=authority.certificate))
    async with Mailbox(tls=authority.server("127.0.0.1", expired=True).server_context()) as mailbox:
        [late] = await remedies(NextHop(HostPort("127.0.0.1", mailbox.port), ca=authority.certificate))

    assert plain == "Turn TLS on there (STARTTLS), or give next_hop.address the port where it is on."
    assert late == "Renew the certificate of that server."


def test_authorities_that_do_not_load_are_told_without_asking_the_next_hop(tmp_path: Path) -> None:
    hop = NextHop(HostPort("127.0.0.1", 1), ca=tmp_path / "absent.pem")
    [told] = authority_remarks(config(hop), offline=True)
    assert (told.grade, told.code) == (Grade.ERROR, Code.NEXT_HOP)
    assert told.sentence() == (
        f"{tmp_path}/absent.pem, which next_hop.ca names, is not there. Correct next_hop.ca."
    )


def test_authorities_of_the_notices_that_do_not_load_are_told_too(tmp_path: Path) -> None:
    (tmp_path / "other.pem").write_text("no certificate")
    hop = NextHop(HostPort("127.0.0.1", 1), ca=tmp_path / "other.pem")
    [told] = authority_remarks(replace(config(hop), notices=hop), offline=False)
    assert (told.code, told.remedy) == (Code.NEXT_HOP, "Correct notices.ca.")
