from dataclasses import replace

import pytest

from gateway.publishing.records import Address, Exchanger, Installation, Key, Pin, Text, policy_file, records

HOST, DOMAIN = "mx.pepingen.example", "pepingen.example"
MX = Installation(
    HOST, (DOMAIN,), is_mx=True, key_digest="ab" * 32, signing_domain=DOMAIN,
    dkim=(f"s._domainkey.{DOMAIN}", "v=DKIM1; k=rsa; p=AAAA"),
)  # fmt: skip


def by_name(ours: Installation) -> dict[tuple[str, type], object]:
    return {(record.name, type(record.data)): record.data for record in records(ours)}


def test_the_mx_of_a_domain_publishes_all_that_senders_hold_against_it() -> None:
    found = by_name(MX)
    assert found[DOMAIN, Exchanger] == Exchanger(HOST)
    assert found[f"_25._tcp.{HOST}", Pin] == Pin("ab" * 32)
    assert found[f"mta-sts.{DOMAIN}", Address] == Address()
    assert found[f"_smtp._tls.{DOMAIN}", Text] == Text(
        f"v=TLSRPTv1; rua=mailto:postmaster@{DOMAIN}", tag="rua"
    )
    assert found[f"s._domainkey.{DOMAIN}", Key] == Key("v=DKIM1; k=rsa; p=AAAA")
    assert found[HOST, Text] == Text("v=spf1 a -all")
    assert isinstance(found[f"_dmarc.{DOMAIN}", Text], Text)
    assert len(records(MX)) == len(found) == 9


def test_a_new_key_takes_a_restart_which_alone_takes_up_the_credentials_of_systemd() -> None:
    (roll,) = (record.remark for record in records(MX) if isinstance(record.data, Pin))
    assert "restart the gateway, remove the old one" in roll
    assert "reload" not in roll


def test_behind_another_server_the_mx_and_what_hangs_on_it_are_not_ours() -> None:
    behind = records(replace(MX, is_mx=False))
    names = [record.name for record in behind]
    assert names == [HOST, f"_25._tcp.{HOST}", HOST, f"s._domainkey.{DOMAIN}", f"_dmarc.{DOMAIN}"]
    assert len(records(replace(MX, is_mx=False, signing_domain=None, dkim=None))) == 3


@pytest.mark.parametrize("changed", [replace(MX, mode="enforce"), replace(MX, hostname="mx2.example")])
def test_another_mta_sts_policy_has_another_id(changed: Installation) -> None:
    name = (f"_mta-sts.{DOMAIN}", Text)
    one, other = by_name(MX)[name], by_name(changed)[name]
    assert isinstance(one, Text)
    assert isinstance(other, Text)
    assert one.value != other.value
    assert one.value.startswith("v=STSv1; id=")
    assert one.value.rpartition("=")[2].isalnum()


def test_the_policy_file_names_the_host_and_the_mode() -> None:
    assert policy_file(HOST, "enforce") == f"version: STSv1\nmode: enforce\nmx: {HOST}\nmax_age: 604800\n"
