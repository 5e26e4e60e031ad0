from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest

from gateway.config import Config, Ledger, NextHop, Tls, TrustedUpstream
from gateway.config_hosts import HostPort
from gateway.doctor.front import front_remarks
from gateway.doctor.remark import Code, Grade
from gateway.policy.book import PolicyBook
from tests.support.arrivals import TENANT, policy

CONFIG = Config(
    hostname="mx.pepingen.example",
    listen=(HostPort("127.0.0.1", 0),),
    tls=Tls(Path("absent"), Path("absent")),
    next_hop=NextHop(HostPort("127.0.0.1", 25)),
    policies=Path("absent"),
    ledger=Ledger(Path("absent")),
)
BOOK = PolicyBook((policy(),))


def graded(config: Config) -> list[tuple[Grade, Code]]:
    return [(remark.grade, remark.code) for remark in front_remarks(config, BOOK)]


def test_where_nothing_stands_in_front_there_is_nothing_to_say() -> None:
    assert graded(CONFIG) == []


@pytest.mark.parametrize(
    ("network", "grade"),
    [
        ("192.0.2.1/32", Grade.OK),
        ("192.0.2.0/24", Grade.OK),
        ("192.0.2.0/23", Grade.WARNING),
        ("2001:db8::1/128", Grade.OK),
        ("2001:db8::/64", Grade.WARNING),
    ],
)
def test_a_network_of_more_than_a_few_servers_is_a_warning(network: str, grade: Grade) -> None:
    config = replace(CONFIG, trusted_peers=(ip_network(network),))
    assert graded(config) == [(grade, Code.TRUSTED_PEERS)]


def test_an_upstream_known_by_an_unsigned_field_is_a_warning() -> None:
    config = replace(CONFIG, trusted_upstream=TrustedUpstream(("mail.example",), TENANT))
    assert graded(config) == [(Grade.WARNING, Code.TRUSTED_UPSTREAM)]


def test_the_domains_whose_other_mail_passes_unread_are_named() -> None:
    config = replace(CONFIG, other_recipients="relay", relay_domains=("gooik.example",))
    (remark,) = front_remarks(config, BOOK)
    assert (remark.grade, remark.code) == (Grade.OK, Code.RELAY)
    assert "gooik.example, pepingen.example" in remark.detail
