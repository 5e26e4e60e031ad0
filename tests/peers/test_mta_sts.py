"""MTA-STS with a real validating resolver and a policy host: an unnamed next hop gets nothing."""

import os
from pathlib import Path

import pytest

from gateway.authentication.resolver import resolver_for
from gateway.outbound.delivery import Accepted, Deferred, Delivery, NotReady
from gateway.outbound.mta_sts import Published
from gateway.outbound.nexthop import NextHop
from gateway.outbound.protection import verified_context
from tests.support.certificates import Authority, new_authority
from tests.support.letters import DESK, letter
from tests.support.letters import SENDER as FROM
from tests.support.mailbox import Mailbox
from tests.support.nexthop import CONTENT, RECIPIENTS, SENDER
from tests.support.stage import SENDERS, staged
from tests.support.unbound import UNBOUND, by_name, signed_zone, validating
from tests.support.web import Answered, answering

pytestmark = pytest.mark.skipif(UNBOUND is None, reason="unbound is not installed")

ORIGIN, DOMAIN = "pepingen.example.", "pepingen.example"
NAME, POLICY_HOST = "mail.pepingen.example", "mta-sts.pepingen.example"
POLICY = f"version: STSv1\nmode: enforce\nmx: {NAME}\nmax_age: 86400\n"
RECORD = '_mta-sts 60 IN TXT "v=STSv1; id=1"\n'


class PolicyHost:
    """The web server of the domain's policy; ``asked`` counts, ``text`` and ``status`` may change."""

    def __init__(self, text: str = POLICY) -> None:
        self.text, self.status, self.kind, self.asked = text, 200, "text/plain; charset=utf-8", 0

    def answer(self, path: str, _body: bytes) -> Answered:
        assert path == "/.well-known/mta-sts.txt"
        self.asked += 1
        return self.status, self.kind, self.text.encode()


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """An authority that this machine believes, as it does those of the web."""
    made = new_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.certificate))
    return made


async def outcome(
    folder: Path,
    authority: Authority,
    web: PolicyHost,
    *,
    record: str = RECORD,
    anchored: bool = True,
    forged: tuple[str, str] = ("", ""),
    policy_host: str = POLICY_HOST,
    mailbox: str = NAME,
) -> Delivery:
    """What comes of a delivery to a mailbox whose domain publishes this policy by this record."""
    async with Mailbox(tls=authority.server(mailbox).server_context()) as box:
        text, anchor = signed_zone(ORIGIN, zone(box, record))
        text = text.replace(*forged) if forged[0] else text
        async with validating(folder, {ORIGIN: text}, (anchor,) if anchored else ()) as nameserver:
            with answering(web.answer, tls=authority.server(policy_host).server_context()) as url:
                hop = hop_by(nameserver, authority, box, url)
                delivery = await hop.deliver(SENDER, RECIPIENTS, CONTENT)
                await hop.close()
        assert isinstance(delivery, Accepted) == bool(box.messages)
        return delivery


def zone(box: Mailbox, record: str) -> str:
    return f"mail 60 IN A {box.host}\nmta-sts 60 IN A 127.0.0.1\n{record}"


def hop_by(nameserver: str, authority: Authority, box: Mailbox, url: str) -> NextHop:
    port = int(url.rpartition(":")[2])
    return NextHop(
        host=NAME,
        port=box.port,
        hostname="mx.pepingen.example",
        tls=verified_context(authority.certificate),
        mta_sts=Published(DOMAIN, resolver_for((nameserver,)), port=port),
    )


def deferred(detail: str) -> Deferred:
    return Deferred(None, "", "mta-sts", detail)


async def test_the_host_that_the_policy_names_gets_the_mail(tmp_path: Path, authority: Authority) -> None:
    assert await outcome(tmp_path, authority, PolicyHost()) == Accepted(250, "2.0.0")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (POLICY.replace(NAME, "other.pepingen.example"), "the policy names other hosts"),
        (POLICY.replace("enforce", "testing"), "the policy is not enforced"),
        (POLICY.replace("enforce", "none"), "the policy is not enforced"),
        (POLICY.replace("STSv1", "STSv9"), "no readable policy"),
    ],
)
async def test_a_policy_that_says_otherwise_lets_nothing_go(
    tmp_path: Path, authority: Authority, text: str, why: str
) -> None:
    assert await outcome(tmp_path, authority, PolicyHost(text)) == deferred(why)


@pytest.mark.parametrize(("status", "kind"), [(404, "text/plain"), (301, "text/plain"), (200, "text/html")])
async def test_an_answer_that_is_not_the_policy_itself_is_none(
    tmp_path: Path, authority: Authority, status: int, kind: str
) -> None:
    web = PolicyHost()
    web.status, web.kind = status, kind
    assert await outcome(tmp_path, authority, web) == deferred("no readable policy")


async def test_a_policy_without_end_is_not_read_to_its_end(tmp_path: Path, authority: Authority) -> None:
    found = await outcome(tmp_path, authority, PolicyHost(POLICY + "x: y\n" * 100_000))
    assert found == deferred("the policy host fails: answer too long")


async def test_a_policy_host_under_another_name_is_not_believed(tmp_path: Path, authority: Authority) -> None:
    found = await outcome(tmp_path, authority, PolicyHost(), policy_host="evil.example")
    assert found == deferred("the policy host fails: SSLCertVerificationError")


async def test_the_named_host_must_still_show_its_certificate(tmp_path: Path, authority: Authority) -> None:
    found = await outcome(tmp_path, authority, PolicyHost(), mailbox="other.example")
    assert isinstance(found, Deferred)
    assert found.why == "tls"


@pytest.mark.parametrize(
    "record", ["", RECORD + RECORD.replace("id=1", "id=2"), RECORD.replace("STSv1", "x")]
)
async def test_without_one_record_that_announces_it_there_is_no_policy(
    tmp_path: Path, authority: Authority, record: str
) -> None:
    found = await outcome(tmp_path, authority, PolicyHost(), record=record)
    assert found == deferred("no policy is announced")


async def test_a_record_that_nobody_signed_announces_nothing(tmp_path: Path, authority: Authority) -> None:
    found = await outcome(tmp_path, authority, PolicyHost(), anchored=False)
    assert found == deferred("TXT is not validated here")


async def test_a_record_whose_signature_is_broken_announces_nothing(
    tmp_path: Path, authority: Authority
) -> None:
    found = await outcome(tmp_path, authority, PolicyHost(), forged=("id=1", "id=2"))
    assert found == deferred("no usable answer for TXT")


async def test_a_policy_outlives_its_web_server_for_as_long_as_it_said(
    tmp_path: Path, authority: Authority
) -> None:
    web, now = PolicyHost(), [0.0]
    text, anchor = signed_zone(ORIGIN, f"mail 60 IN A 127.0.0.1\nmta-sts 60 IN A 127.0.0.1\n{RECORD}")
    async with validating(tmp_path, {ORIGIN: text}, (anchor,)) as nameserver:
        with answering(web.answer, tls=authority.server(POLICY_HOST).server_context()) as url:
            port = int(url.rpartition(":")[2])
            published = Published(DOMAIN, resolver_for((nameserver,)), clock=lambda: now[0], port=port)
            assert await published.discover(NAME) == await published.discover(NAME)
            assert web.asked == 1
            now[0] = 86_401.0
            await published.discover(NAME)
            assert web.asked == 2
        now[0] += 86_399.0
        await published.discover(NAME)
        now[0] += 2.0
        with pytest.raises(NotReady):
            await published.discover(NAME)


@pytest.mark.skipif(os.geteuid() != 0, reason="the policy host's port is 443, which is root's to open")
@pytest.mark.parametrize("named", [True, False])
async def test_the_whole_gateway_delivers_to_a_named_host_and_defers_elsewhere(
    tmp_path: Path, named: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = PolicyHost(POLICY if named else POLICY.replace(NAME, "other.pepingen.example"))
    async with staged(tmp_path, started=False) as stage:
        monkeypatch.setenv("SSL_CERT_FILE", str(stage.authority.certificate))
        async with Mailbox(tls=stage.authority.server(NAME).server_context()) as box:
            text, anchor = signed_zone(ORIGIN, zone(box, RECORD).replace("A 127.0.0.1\n_", "A 127.0.44.3\n_"))
            forward = (SENDERS, stage.nameserver.address)
            async with validating(tmp_path, {ORIGIN: text}, (anchor,), forward=forward) as nameserver:
                tls = stage.authority.server(POLICY_HOST).server_context()
                with answering(web.answer, tls=tls, at=("127.0.44.3", 443)):
                    hop = f'address: "{NAME}:{box.port}", tls: mta-sts, domain: {DOMAIN}'
                    by_name(stage, f'{hop}, ca: "{stage.authority.certificate}"', nameserver)
                    await stage.start()
                    reply = await stage.send(letter(), FROM, DESK)
                    code, doctor = await stage.command("check")
                    await stage.stop()
            assert len(box.messages) == named
    assert reply.startswith("250 2.6.0 " if named else "451 4.4.1 ")
    said = f"named by the MTA-STS policy of {DOMAIN}"
    assert (said if named else "failed: mta-sts (the policy names other hosts)") in doctor
    assert named or code == 2
