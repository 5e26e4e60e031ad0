from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway import config
from gateway.config import Config, ConfigError
from gateway.config_hosts import HostPort
from gateway.mail.address import Address
from gateway.policy.source import may_exist
from tests.broken.installation import as_nobody

VALID = """\
hostname: mx.pepingen.example
listen: ["127.0.0.1:8025", "[::1]:8025"]
tls: {certificate: tls/gateway.crt, key: tls/gateway.key}
next_hop: {address: "127.0.0.1:8026", tls: verify, ca: ca/next-hop.pem}
policies: policies
ledger: {url: "sqlite:///var/lib/gateway/ledger.db"}
"""
ROOT = Path(__file__).parents[2]

Load = Callable[[str | bytes], Config]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def from_text(content: str | bytes) -> Config:
        file = tmp_path / "gateway.yaml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return config.load(file)

    return from_text


def problems(load: Load, content: str | bytes) -> list[str]:
    """What loading says, without the file's name."""
    with pytest.raises(ConfigError) as caught:
        load(content)
    return [line.split("gateway.yaml:", 1)[1] for line in str(caught.value).splitlines()]


def loaded_or_told(file: Path) -> Config | ConfigError:
    try:
        return config.load(file)
    except ConfigError as error:
        return error


def with_line(number: int, line: str) -> str:
    lines = VALID.splitlines()
    lines[number - 1] = line
    return "\n".join(lines)


def test_only_six_keys_are_needed_and_the_rest_have_the_documented_defaults(
    load: Load, tmp_path: Path
) -> None:
    loaded = load(VALID)

    assert loaded.hostname == "mx.pepingen.example"
    assert loaded.listen == (HostPort("127.0.0.1", 8025), HostPort("::1", 8025))
    assert loaded.tls == config.Tls(tmp_path / "tls/gateway.crt", tmp_path / "tls/gateway.key")
    assert loaded.tls.minimum == "TLSv1.2"
    assert loaded.next_hop == config.NextHop(
        HostPort("127.0.0.1", 8026), "verify", tmp_path / "ca/next-hop.pem", None
    )
    assert loaded.dns.nameservers == ()
    assert loaded.trusted_peers == ()
    assert loaded.other_recipients == "reject"
    assert loaded.policies == tmp_path / "policies"
    assert loaded.ledger.place == Path("/var/lib/gateway/ledger.db")
    assert loaded.limits == config.Limits(26_214_400, 200, 20, 10, 600, 60)
    assert loaded.postmaster is None


def test_every_optional_key_is_taken(load: Load, tmp_path: Path) -> None:
    loaded = load(
        VALID.replace(
            "key: tls/gateway.key", "key: /etc/key.pem, minimum: TLSv1.3, client_ca: ca.pem"
        ).replace("ca: ca/next-hop.pem", "name: mail.pepingen.example")
        + 'dns: {nameservers: ["127.0.0.1:5353", "192.0.2.53", "::1", "[::1]:54"]}\n'
        "trusted_peers: [192.0.2.1, 198.51.100.0/24, 2001:db8::/32]\n"
        "other_recipients: relay\n"
        "limits: {message_bytes: 100000, sessions: 5, idle_seconds: 7}\n"
        "postmaster: Beheer@Pepingen.example\n"
    )

    assert loaded.tls.key == Path("/etc/key.pem")
    assert loaded.tls.client_ca == tmp_path / "ca.pem"
    assert loaded.next_hop.name == "mail.pepingen.example"
    assert loaded.next_hop.ca is None
    servers = (("127.0.0.1", 5353), ("192.0.2.53", 53), ("::1", 53), ("::1", 54))
    assert loaded.dns.nameservers == tuple(HostPort(host, port) for host, port in servers)
    assert loaded.trusted_peers == (
        IPv4Network("192.0.2.1/32"),
        IPv4Network("198.51.100.0/24"),
        IPv6Network("2001:db8::/32"),
    )
    assert loaded.limits == config.Limits(100_000, 5, 20, 10, 600, 7)
    assert loaded.postmaster == Address("Beheer", "pepingen.example")


def test_the_keys_about_what_stands_in_front_are_taken(load: Load) -> None:
    loaded = load(
        VALID.replace("key: tls/gateway.key", "key: tls/gateway.key, client_ca: ca.pem")
        + "trusted_peers: [192.0.2.1]\nproxy_protocol: true\n"
        f'trusted_upstream: {{certificates: [Mail.Example, "{"AB:" * 31}AB"], tenant: {GUID.upper()}}}\n'
        "other_recipients: relay\nrelay_domains: [Pepingen.Example]\n"
    )

    assert loaded.proxy_protocol
    assert loaded.trusted_upstream == config.TrustedUpstream(("mail.example", "ab" * 32), GUID)
    assert loaded.relay_domains == ("pepingen.example",)


@pytest.mark.parametrize("url", ["sqlite:///srv/ledger.db", "sqlite:////srv/ledger.db"])
def test_the_ledger_is_an_absolute_path_behind_three_slashes_or_four(load: Load, url: str) -> None:
    loaded = load(with_line(6, f'ledger: {{url: "{url}"}}'))

    assert loaded.ledger.place == Path("/srv/ledger.db")


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost"])
def test_a_next_hop_without_tls_is_taken_on_loopback(load: Load, host: str) -> None:
    loaded = load(with_line(4, f'next_hop: {{address: "{host}:25", tls: none}}'))

    assert loaded.next_hop.tls == "none"


def test_a_byte_order_mark_and_windows_line_ends_are_harmless(load: Load) -> None:
    assert load(b"\xef\xbb\xbf" + VALID.replace("\n", "\r\n").encode()) == load(VALID)


STILL_UNUSED = "dns, keys, trusted_peers, other_recipients, limits, sandbox, postmaster, notices, "
STILL_UNUSED += "proxy_protocol, trusted_upstream, relay_domains, signing, mailboxes, "
STILL_UNUSED += "seal_months_to, anchors, breach, workers, metrics, console, timezone"
GUID = "38ae3bcd-9579-4fd4-adda-b42e1495d55a"
TOO_WIDE = "this is far too wide: its hosts would all be believed. List your own servers, one by one."
SQLITE = "Write sqlite:/// and an absolute path, or postgresql://user@host/database."
SIGNING_KEY = "Write key: and the file of the signing key beside it, the same key on every node."
PGPASS = "Leave it out here and put it in ~/.pgpass, for its owner alone to read."
NO_HOST_NAME = '1:11: "hostname" is no host name. Write a name as mx.example.org.'
NO_HOST_AND_PORT = '4:21: "address" is no host and port. Write it as name:port, IPv4:port or [IPv6]:port.'
NOT_CLOSED = "a bracket or a quotation mark in it is not closed. "
NOT_CLOSED += 'Separate with single commas, close with ] or }, and give every " its fellow.'
PATH = "Write it relative to this file, or absolute."
BROKEN = [
    ("", ["1:1: the file is empty. Start from the example in the documentation."]),
    ("# only a comment\n", ["1:1: the file is empty. Start from the example in the documentation."]),
    (
        "- a list\n",
        ["1:1: this must be a block of keys. Write lines as key: value, with no dash in front."],
    ),
    (
        VALID + "lissten: []\n",
        [f'7:1: unknown key "lissten". Remove it; known here and not yet used: {STILL_UNUSED}.'],
    ),
    (
        VALID.replace("tls: {certificate: tls/gateway.crt, key: tls/gateway.key}\n", "")
        + "tls:\n  certificate: tls/gateway.crt\nkey: tls/gateway.key\n",
        [
            '6:1: key "key" is missing. Add key: "tls/gateway.key"',
            '8:1: unknown key "key". Did you mean "keys"? Or indent it, when it belongs below tls.',
        ],
    ),
    (VALID + "postmastr: a@b.example\n", ['7:1: unknown key "postmastr". Did you mean "postmaster"?']),
    (
        with_line(2, 'lissten: ["127.0.0.1:8025"]'),
        [
            '1:1: key "listen" is missing. Add listen: ["127.0.0.1:8025"]',
            '2:1: unknown key "lissten". Did you mean "listen"?',
        ],
    ),
    (
        with_line(3, "tls: {certificate: a.crt, kee: a.key}"),
        [
            '3:1: key "key" is missing. Add key: "tls/gateway.key"',
            '3:27: unknown key "kee". Did you mean "key"?',
        ],
    ),
    (
        VALID + "hostname: mx.example.org\n",
        ['7:1: key "hostname" is here twice, first in line 1. Keep one of the two.'],
    ),
    (
        with_line(1, "hostname: 12"),
        ['1:11: "hostname" must be text. Put it in quotes. Write a name as mx.example.org.'],
    ),
    (with_line(1, "hostname: 192.0.2.1"), [NO_HOST_NAME]),
    (with_line(1, "hostname: mx_1.example"), [NO_HOST_NAME]),
    (with_line(2, "listen: 127.0.0.1:8025"), ['2:9: "listen" must be a list. Write it between [ and ].']),
    (with_line(2, "listen: []"), ['2:9: "listen" is empty. List at least one.']),
    (
        with_line(2, "listen: [mx.example.org:25]"),
        ["2:10: this is no address to listen on. Write it as IPv4:port or [IPv6]:port."],
    ),
    (
        with_line(2, 'listen: ["127.0.0.1"]'),
        ["2:10: this is no address to listen on. Write it as IPv4:port or [IPv6]:port."],
    ),
    (
        with_line(3, "tls: {certificate: a, key: b, minimum: TLSv1.1}"),
        ['3:40: "minimum" must be one of TLSv1.2, TLSv1.3. Did you mean "TLSv1.3"?'],
    ),
    (with_line(4, "next_hop: {address: mail}"), [NO_HOST_AND_PORT]),
    (with_line(4, 'next_hop: {address: "mail:0"}'), [NO_HOST_AND_PORT]),
    (with_line(4, 'next_hop: {address: "mail:65536"}'), [NO_HOST_AND_PORT]),
    (with_line(4, 'next_hop: {address: "::1:25"}'), [NO_HOST_AND_PORT]),
    (
        with_line(4, 'next_hop: {address: "192.0.2.1:25", tls: none}'),
        ["4:42: mail would leave this machine unencrypted. Write tls: verify."],
    ),
    (
        with_line(5, "policies: [a, b]"),
        [f'5:11: "policies" must be the path of a file or folder. {PATH}'],
    ),
    (
        with_line(6, 'ledger: {url: "postgresql://localhost/ledger"}'),
        [f"6:15: the ledger lacks a signing key. {SIGNING_KEY}"],
    ),
    (
        with_line(6, 'ledger: {url: "postgresql://gateway:secret@localhost/ledger", key: k}'),
        [f'6:15: "url" holds a password. {PGPASS}'],
    ),
    (
        with_line(6, 'ledger: {url: "sqlite://ledger.db"}'),
        [f'6:15: "url" is no ledger. {SQLITE}'],
    ),
    (
        VALID + "limits: {sessions: many}\n",
        ['7:20: "sessions" must be a whole number. Write digits alone, without quotes.'],
    ),
    (
        VALID + "limits: {sessions: true}\n",
        ['7:20: "sessions" must be a whole number. Write digits alone, without quotes.'],
    ),
    (VALID + "limits: {sessions: 0}\n", ['7:20: "sessions" is too small. Write a number from 1.']),
    (VALID + "limits: {sessions: 999999}\n", ['7:20: "sessions" is too large. Write a number up to 100000.']),
    (VALID + "limits:\n", ['7:1: "limits" must be a block of keys. Write key: value lines under it.']),
    (
        VALID + "dns: {nameservers: [ns.example.org]}\n",
        ["7:21: this is no name server. Write an IP address, with a port as IPv4:port or [IPv6]:port."],
    ),
    (
        VALID + "trusted_peers: [192.0.2.1/24]\n",
        ["7:17: this is no network. Write an IP address, or a network as 192.0.2.0/24."],
    ),
    *(
        (
            VALID + f"trusted_peers: [{network}]\n",
            [f"7:17: {TOO_WIDE}"],
        )
        for network in ("0.0.0.0/0", '"::/0"', "64.0.0.0/7", '"2000::/3"')
    ),
    (
        VALID + "proxy_protocol: true\n",
        ["7:17: no peer may send such a header. List its address in trusted_peers."],
    ),
    (
        VALID + "proxy_protocol: yes please\n",
        ['7:17: "proxy_protocol" must be true or false. Write true or false, without quotes.'],
    ),
    (
        VALID + f"trusted_upstream: {{certificates: [mail.example], tenant: {GUID}}}\n",
        ["7:19: no client certificate can be verified. Name its authorities in tls.client_ca."],
    ),
    (
        VALID + "trusted_upstream: {certificates: [192.0.2.1], tenant: pepingen}\n",
        [
            "7:35: this is neither a SHA-256 fingerprint nor a DNS name. Write 64 digits or a name.",
            '7:55: "tenant" is no GUID. Copy it from the Entra admin centre: Tenant ID.',
        ],
    ),
    (
        VALID + "trusted_upstream: {certificates: []}\n",
        [
            '7:1: key "tenant" is missing. Add tenant: "GUID"',
            '7:34: "certificates" is empty. List at least one.',
        ],
    ),
    (
        VALID + 'metrics: {listen: "0.0.0.0:9100"}\n',
        ["7:19: metrics would be told to other machines. Write 127.0.0.1 and a port, as 127.0.0.1:9100."],
    ),
    (
        VALID + "relay_domains: [pepingen.example]\n",
        ["7:16: nothing is relayed. Write other_recipients: relay, or leave this out."],
    ),
    (
        VALID + 'other_recipients: relay\nrelay_domains: ["*"]\n',
        ["8:17: this is no host name. Write a name as mx.example.org."],
    ),
    (VALID + "postmaster: nobody\n", ['7:13: "postmaster" is no mail address. Write it as name@domain.']),
    (
        VALID + "other_recipients: allow\n",
        ['7:19: "other_recipients" must be one of reject, relay. Write reject, for instance.'],
    ),
    (VALID + "limits:\n\tsessions: 3\n", ["8:1: a tab where only spaces may stand. Indent with spaces."]),
    (
        VALID + "dns: {nameservers: [}\n",
        [f"7:21: {NOT_CLOSED}"],
    ),
    (VALID + 'postmaster: "a@b.example\n', ["7:13: a quotation mark is not closed. Close it."]),
    (
        VALID + "postmaster: @b.example\n",
        ["7:13: a plain value may not begin with this character. Put the value in quotes."],
    ),
    (VALID + "a: b: c\n", ["7:5: a colon where none can stand. Quote the value, or fix the indentation."]),
    (VALID + "  dns: {}\n", ["7:3: the indentation does not fit. Align this line with its neighbours."]),
    (VALID.encode() + b"postmaster: caf\xe9@b.example\n", ["7:16: not UTF-8. Save the file as UTF-8."]),
    (VALID + "# \u202ehidden\n", ["7:3: invisible control character U+202E. Remove it."]),
    (VALID + "#" * 300_000, ["1:1: over 256 KB. Is this the right file? Make it smaller."]),
]


@pytest.mark.parametrize(("content", "expected"), BROKEN)
def test_a_broken_file_is_told_with_place_and_remedy(
    load: Load, content: str | bytes, expected: list[str]
) -> None:
    assert problems(load, content) == expected


def test_all_mistakes_of_a_file_are_told_at_once_in_its_order(load: Load) -> None:
    content = with_line(1, "hostname: 1").replace("verify", "maybe") + "\nextra: 1\nlimits: {sessions: -1}\n"

    places = [line.partition(": ")[0] for line in problems(load, content)]

    assert places == ["1:11", "4:44", "7:1", "8:20"]


SIGNING = "signing: {domain: Pepingen.example, selector: gateway2026, key: dkim.pem"


def test_what_signs_is_read_with_its_defaults(load: Load) -> None:
    signing = load(f"{VALID}{SIGNING}}}\n").signing

    assert signing is not None
    assert (signing.domain, signing.selector) == ("pepingen.example", "gateway2026")
    assert (signing.arc, signing.from_, signing.address) == (True, "keep", None)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (", from: rewrite}", "no address to rewrite From to. Add address: name@domain."),
        (
            ", from: rewrite, address: a@elsewhere.example}",
            "so DMARC would fail. Write an address at pepingen",
        ),
        (
            ", from: rewrite, address: a@xpepingen.example}",
            "so DMARC would fail. Write an address at pepingen",
        ),
        (", from: other}", '"from" must be one of keep, rewrite.'),
    ],
)
def test_a_from_that_no_mailbox_would_believe_is_told(load: Load, more: str, told: str) -> None:
    (problem,) = problems(load, f"{VALID}{SIGNING}{more}\n")
    assert told in problem


def test_an_address_below_the_domain_that_signs_is_believed(load: Load) -> None:
    more = ", from: rewrite, address: doorverwijzing@mx.pepingen.example}"
    signing = load(f"{VALID}{SIGNING}{more}\n").signing
    assert signing is not None
    assert str(signing.address) == "doorverwijzing@mx.pepingen.example"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('next_hop: {address: "192.0.2.1:25", tls: dane}', "TLSA records belong to a name"),
        ('next_hop: {address: "m.example:25", tls: dane, ca: c.pem}', "dane takes neither ca nor name"),
        ('next_hop: {address: "m.example:25", tls: dane, name: o.example}', "dane takes neither ca nor name"),
        ('next_hop: {address: "m.example:25", tls: none}', "mail would leave this machine unencrypted"),
        ('next_hop: {address: "m.example:25", tls: mta-sts}', "no domain whose policy is asked"),
        ('next_hop: {address: "m.example:25", domain: b.example}', "only tls: mta-sts asks a domain"),
        (
            'next_hop: {address: "192.0.2.1:25", tls: mta-sts, domain: b.example}',
            "an MTA-STS policy names hosts",
        ),
        (
            'next_hop: {address: "m.example:25", tls: mta-sts, domain: b.example, name: o.example}',
            "the policy and the certificate must name one host",
        ),
    ],
)
def test_a_next_hop_that_could_not_prove_itself_is_told(load: Load, line: str, told: str) -> None:
    (problem,) = problems(load, with_line(4, line))
    assert told in problem


def test_notes_may_leave_no_less_protected(load: Load) -> None:
    (problem,) = problems(load, VALID + 'notices: {address: "m.example:25", tls: none}\n')
    assert "mail would leave this machine unencrypted" in problem


@pytest.mark.parametrize("tls", ["dane", "mta-sts, domain: b.example"])
def test_what_dnssec_must_prove_believes_name_servers_on_this_machine_alone(load: Load, tls: str) -> None:
    content = with_line(4, f'next_hop: {{address: "m.example:25", tls: {tls}}}')
    assert load(content + '\ndns: {nameservers: ["127.0.0.1:53"]}\n').next_hop.tls == tls.partition(",")[0]
    (problem,) = problems(load, content + '\ndns: {nameservers: ["127.0.0.1", "192.0.2.1"]}\n')
    assert "needs name servers on this machine" in problem


def test_mailboxes_are_read_with_their_files_beside_the_configuration(load: Load, tmp_path: Path) -> None:
    (keys,) = load(VALID + "mailboxes: [{address: ocmw@pepingen.example, certificate: m.pem}]\n").mailboxes
    assert (str(keys.address), keys.certificate) == ("ocmw@pepingen.example", tmp_path / "m.pem")
    assert keys.pgp_key is None


def test_a_file_of_mistakes_yields_a_bounded_report(load: Load) -> None:
    content = VALID + "".join(f"unknown{number}: 1\n" for number in range(2000))

    assert len(problems(load, content)) == 100


def test_a_wrong_value_is_never_repeated(load: Load) -> None:
    assert "s3cret" not in "".join(problems(load, with_line(3, "tls: {certificate: a, key: [s3cret]}")))


def test_a_missing_file_is_told_by_its_path(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        config.load(tmp_path / "absent.yaml")

    assert (
        str(caught.value)
        == f"{tmp_path}/absent.yaml:1:1: no such file. Check the path, or create the file there."
    )


def test_without_a_configuration_the_places_that_were_looked_at_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as caught:
        config.load(config.DEFAULT_PATHS[-1])

    assert str(caught.value) == (
        "config/gateway.yaml:1:1: no such file, nor /etc/gateway/gateway.yaml, which comes first. "
        "Name another with --config."
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r":1:1: this is a folder\. Name the file itself\."):
        config.load(tmp_path)


def test_a_path_no_file_can_have_is_told_too() -> None:
    with pytest.raises(ConfigError, match=r":1:1: cannot be read\."):
        config.load(Path("a\0b"))


def test_the_shipped_configuration_loads_and_shows_the_defaults() -> None:
    loaded = config.load(ROOT / "config/gateway.yaml")

    assert loaded.limits == config.Limits()
    assert loaded.policies.resolve() == ROOT / "policies"


def test_the_default_is_the_machines_file_or_the_one_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config").mkdir()
    (tmp_path / "config/gateway.yaml").write_text(VALID)

    assert config.default_path() in config.DEFAULT_PATHS
    assert config.default_path().exists()


@given(st.binary(max_size=200), st.integers(0, len(VALID)), st.integers(0, 40))
def test_no_bytes_put_into_a_valid_file_raise_anything_but_a_config_error(
    tmp_path_factory: pytest.TempPathFactory, added: bytes, at: int, removed: int
) -> None:
    file = tmp_path_factory.mktemp("mutated") / "gateway.yaml"
    valid = VALID.encode()
    file.write_bytes(valid[:at] + added + valid[at + removed :])

    told = loaded_or_told(file)

    assert told.listen if isinstance(told, Config) else str(told)


def test_a_file_that_may_not_be_seen_is_taken_to_be_there(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(0o000)
    with as_nobody():
        assert may_exist(closed / "gateway.yaml")
    closed.chmod(0o700)
    assert not may_exist(closed / "gateway.yaml")
