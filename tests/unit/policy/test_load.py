from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.decision import FieldName
from gateway.policy.load import PolicyError, load, load_original, load_policy
from gateway.policy.model import AcceptedLabel, Encryption, Fields, Original, Policy, Retention

TENANT, LABEL = "11111111-2222-4333-8444-555555555555", "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
VALID = f"""\
protocol: kindengezin-ocmw-pepingen
valid: {{from: 2025-12-18}}
recipients: [ocmw@pepingen.example]
senders: {{allow: ["*@kindengezin.example"]}}
label: {{accept: [{{tenant: {TENANT}, id: {LABEL}}}]}}
"""
ROOT = Path(__file__).parents[3]

Load = Callable[[str | bytes], Policy]


@pytest.fixture
def load_text(tmp_path: Path) -> Load:
    def from_text(content: str | bytes) -> Policy:
        file = tmp_path / "policy.yaml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_policy(file)

    return from_text


def problems(load_text: Load, content: str | bytes) -> list[str]:
    """What loading says, without the file's name."""
    with pytest.raises(PolicyError) as caught:
        load_text(content)
    return [line.split("policy.yaml:", 1)[1] for line in str(caught.value).splitlines()]


def with_line(number: int, line: str) -> str:
    lines = VALID.splitlines()
    lines[number - 1] = line
    return "\n".join(lines) + "\n"


def test_five_keys_are_needed_and_the_rest_have_the_models_defaults(load_text: Load) -> None:
    policy = load_text(VALID)

    assert policy.ref.protocol == "kindengezin-ocmw-pepingen"
    assert policy.ref.language == "nl"
    assert policy.valid.from_ == date(2025, 12, 18)
    assert policy.valid.until is None
    assert policy.recipients == ("ocmw@pepingen.example",)
    assert policy.senders.allow == ("*@kindengezin.example",)
    assert policy.senders.authentication == "dmarc"
    assert policy.label.accept == (AcceptedLabel(TENANT, LABEL),)
    assert (policy.encryption, policy.fields, policy.retention) == (Encryption(), Fields(), Retention())
    assert (policy.parties, policy.residence, policy.suspended) == (None, None, None)
    assert (policy.unlisted_senders, policy.superfluous, policy.notify_sender) == (
        "reject",
        "strip",
        "when_stripped",
    )


def test_every_optional_key_is_taken(load_text: Load) -> None:
    policy = load_text(
        VALID.replace("from: 2025-12-18", "from: 2025-12-18, until: 2026-12-31") + "language: fr\n"
        "suspended: protocol ended\n"
        "parties:\n"
        "  sender: {name: S, register_number: '0886.886.638', dpo: dpo@kindengezin.example}\n"
        "  receiver: {name: R, processors: [{name: P, role: hosting}]}\n"
        "unlisted_senders: relay\n"
        "encryption: {transport: TLSv1.3, content: required, accept: [pgp],\n"
        "  per_sender: {'*@a.example': signed}}\n"
        "fields: {allow: [last_name, phone], require: [[last_name, phone]], clients: 2}\n"
        "residence: {places: {1670: [Pepingen, Bogaarden]}}\n"
        "superfluous: reject\n"
        "notify_sender: never\n"
        "retention: {transport: 365}\n"
    )

    assert policy.valid.until == date(2026, 12, 31)
    assert policy.ref.language == "fr"
    assert policy.suspended == "protocol ended"
    assert policy.parties is not None
    assert policy.parties.receiver.processors[0].role == "hosting"
    assert policy.fields.require == ((FieldName.LAST_NAME, FieldName.PHONE),)
    assert policy.encryption == Encryption("TLSv1.3", "required", {"*@a.example": "signed"}, ("pgp",))
    assert policy.residence is not None
    assert policy.residence.places == {"1670": ("Pepingen", "Bogaarden")}
    assert policy.retention == Retention(transport=365)


def test_the_digest_is_of_the_files_very_bytes(load_text: Load) -> None:
    assert load_text(VALID).ref.digest == f"sha256:{sha256(VALID.encode()).hexdigest()}"
    assert load_text(VALID + "# note\n").ref.digest != load_text(VALID).ref.digest


def test_guids_and_fingerprints_are_compared_in_one_spelling(load_text: Load) -> None:
    print_ = ":".join(["AB"] * 32)
    policy = load_text(
        VALID.replace(TENANT, TENANT.upper())
        .replace(LABEL, LABEL.upper())
        .replace("allow:", f"authentication: tls-certificate, certificates: ['{print_}'], allow:")
    )

    assert policy.label.accept == (AcceptedLabel(TENANT, LABEL),)
    assert policy.senders.certificates == ("ab" * 32,)


def test_a_street_list_is_read_beside_the_policy_and_counts_in_the_digest(
    load_text: Load, tmp_path: Path
) -> None:
    streets = b"Dorpsstraat\r\n\r\n  Ninoofsesteenweg \r\n"
    (tmp_path / "streets.txt").write_bytes(streets)
    content = VALID + 'residence: {places: {"1670": [Pepingen]}, streets: streets.txt}\n'

    policy = load_text(content)

    assert policy.residence is not None
    assert policy.residence.streets == ("Dorpsstraat", "Ninoofsesteenweg")
    assert policy.ref.digest == f"sha256:{sha256(content.encode() + streets).hexdigest()}"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_policy_is_read_again_from_its_original_alone(tmp_path: Path, mark: str) -> None:
    (tmp_path / "streets.txt").write_bytes(b"Dorpsstraat\r\n")
    content = mark + VALID.replace("\n", "\r\n")
    content += 'residence: {places: {"1670": [Pepingen]}, streets: streets.txt}\n'
    (tmp_path / "policy.yaml").write_bytes(content.encode())
    policy = load_policy(tmp_path / "policy.yaml")
    assert policy.original == Original(content, "Dorpsstraat\r\n")
    again = load_original(policy.original)
    assert (again, again.ref, again.original) == (policy, policy.ref, policy.original)


def test_an_original_that_is_read_no_longer_is_refused_with_the_place() -> None:
    with pytest.raises(PolicyError, match=r"policy\.yaml:1:1"):
        load_original(Original("no_such_key: 1\n"))


@pytest.mark.parametrize(
    ("streets", "told"),
    [
        (None, "policy.yaml:6:48: the street list {folder}/streets.txt: no such file. Check the path"),
        (b"\n \n", "policy.yaml:6:48: the street list is empty or holds a line that is no street."),
        (b"Dorp\nCaf\xe9straat\n", "streets.txt:2:4: not UTF-8. Save the file as UTF-8."),
        (b"x" * 101, "policy.yaml:6:48: the street list is empty or holds a line that is no street."),
    ],
)
def test_a_broken_street_list_is_told_with_place_and_remedy(
    load_text: Load, tmp_path: Path, streets: bytes | None, told: str
) -> None:
    if streets is not None:
        (tmp_path / "streets.txt").write_bytes(streets)

    with pytest.raises(PolicyError) as caught:
        load_text(VALID + 'residence: {places: {"1670": [P]}, streets:    streets.txt}\n')

    assert str(caught.value).startswith(f"{tmp_path}/{told.format(folder=tmp_path)}")


def test_a_label_that_is_not_filled_in_loads_and_matches_nothing(tmp_path: Path) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text(with_line(5, f"label: {{accept: [{{tenant: UNKNOWN, id: {LABEL}, name: Geheim}}]}}"))

    loaded = load(file)

    assert loaded.policy.label.accept == ()
    told = [str(problem).removeprefix(f"{file}:").partition(". ") for problem in loaded.unready]
    remedy = "Read both GUIDs off a labelled mail from the sender: `gateway explain SAMPLE.eml`."
    assert told == [("5:27: the label's tenant is not filled in", ". ", remedy)]


GUID_REMEDY = "Write UNKNOWN; then `gateway explain SAMPLE.eml` shows it."
NO_DATE = '2:15: "from" must be a date. Write it as YYYY-MM-DD, the year first.'
NO_PATTERN = '4:18: no address pattern. Write "name@domain" or "*@domain".'
NO_ADDRESS = "3:14: no mail address. Write it as name@domain, in ASCII."
FIELDS = "first_name, last_name, address, phone, email"
OPTIONAL = (
    "language, suspended, parties, unlisted_senders, encryption, fields, residence, superfluous, "
    "notify_sender, delivery, retention"
)
BROKEN = [
    (
        "protocol: p\n",
        [
            '1:1: key "valid" is missing. Add valid: {"from": "2025-12-18"}',
            '1:1: key "recipients" is missing. Add recipients: ["mailbox@municipality.example"]',
            '1:1: key "senders" is missing. Add senders: {"allow": ["*@sender.example"]}',
            '1:1: key "label" is missing. Add label: {"accept": [{"id": "GUID", "tenant": "GUID"}]}',
        ],
    ),
    (
        VALID + "reciepients: []\n",
        [f'6:1: unknown key "reciepients". Remove it; known here and not yet used: {OPTIONAL}.'],
    ),
    (
        with_line(3, "reciepients: [ocmw@pepingen.example]"),
        [
            '1:1: key "recipients" is missing. Add recipients: ["mailbox@municipality.example"]',
            '3:1: unknown key "reciepients". Did you mean "recipients"?',
        ],
    ),
    (
        VALID + "protocol: again\n",
        ['6:1: key "protocol" is here twice, first in line 1. Keep one of the two.'],
    ),
    (
        with_line(1, "protocol: a b"),
        ["1:11: the protocol's name is no plain word. Use letters, digits, hyphens, at most 64."],
    ),
    (
        with_line(1, "protocol: 7"),
        ['1:11: "protocol" must be text. Put it in quotes.'],
    ),
    (
        with_line(2, "valid: {from: 18/12/2025}"),
        [NO_DATE],
    ),
    (
        with_line(2, "valid: {from: 2025-12-18T00:00:00}"),
        [NO_DATE],
    ),
    (
        with_line(2, "valid: {from: 20251218}"),
        [NO_DATE],
    ),
    (
        with_line(2, 'valid: {from: "1766016000"}'),
        [NO_DATE],
    ),
    (
        with_line(2, "valid: {from: 2025-02-30}"),
        ['2:15: "from" is no day of the calendar. Write a day that exists, as YYYY-MM-DD.'],
    ),
    (
        with_line(2, "valid: 2025-12-18"),
        ['2:8: "valid" must be a block of keys. Write key: value lines under it.'],
    ),
    (
        with_line(2, "valid: {from_: 2025-12-18}"),
        [
            '2:1: key "from" is missing. Add from: "2025-12-18"',
            '2:9: unknown key "from_". Did you mean "from"?',
        ],
    ),
    (
        with_line(2, "valid: {from: 2025-12-18, until: 2025-12-17}"),
        ['2:34: "until" lies before "from". Exchange the two dates.'],
    ),
    (
        with_line(3, "recipients: ocmw@pepingen.example"),
        ['3:13: "recipients" must be a list. Write it between [ and ].'],
    ),
    (
        with_line(3, "recipients: []"),
        ['3:13: "recipients" is empty. List at least one.'],
    ),
    (
        with_line(3, "recipients: [ocmw]"),
        [NO_ADDRESS],
    ),
    (
        with_line(3, 'recipients: ["*@pepingen.example"]'),
        [NO_ADDRESS],
    ),
    (
        with_line(4, "senders: {allow: [*@kindengezin.example]}"),
        ['4:19: an alias (*). Put a value that begins with * in quotes: "*@domain".'],
    ),
    (
        with_line(4, "senders: {allow: [kindengezin.example]}"),
        ['4:19: no address pattern. Write "name@domain" or "*@domain".'],
    ),
    (
        with_line(4, 'senders: {allow: ["*@*.example"]}'),
        ['4:19: no address pattern. Write "name@domain" or "*@domain".'],
    ),
    (
        with_line(4, "senders: {allow: []}"),
        ['4:18: "allow" is empty. List who may send, as "*@domain".'],
    ),
    (
        with_line(4, "senders: {allow: [a@b.example], authentication: dmrac}"),
        ['4:49: "authentication" must be one of dmarc, tls-certificate, trusted-peer. Did you mean "dmarc"?'],
    ),
    (
        with_line(4, "senders: {allow: [a@b.example], authentication: tls-certificate}"),
        ["4:49: no certificate is listed. Add certificates: [FINGERPRINT]."],
    ),
    (
        with_line(4, "senders: {allow: [a@b.example], certificates: [zz]}"),
        ["4:48: neither a SHA-256 fingerprint nor a DNS name. Write 64 hexadecimal digits or a host name."],
    ),
    (
        with_line(5, f"label: {{accept: [{{tenant: contoso, id: {LABEL}}}]}}"),
        [f"5:27: the tenant is no GUID. {GUID_REMEDY}"],
    ),
    (
        with_line(5, f"label: {{accept: [{{tenant: '{{{TENANT}}}', id: {LABEL}}}]}}"),
        ["5:27: the tenant stands in braces. Leave the braces out."],
    ),
    (
        with_line(5, f"label: {{accept: [{{tenant: unknown, id: {LABEL}}}]}}"),
        ["5:27: the tenant is no GUID. Write UNKNOWN until you have it."],
    ),
    (
        with_line(5, "label: {accept: []}"),
        ['5:17: "accept" is empty, so nothing could pass. List a label\'s tenant and id.'],
    ),
    (
        with_line(5, f"label: {{accept: [{{id: {LABEL}}}]}}"),
        ['5:18: key "tenant" is missing. Add tenant: …'],
    ),
    (
        VALID + "suspended: true\n",
        ['6:12: "suspended" takes a reason. Write it in quotes.'],
    ),
    (
        VALID + "suspended: ''\n",
        ['6:12: "suspended" is no reason. Write one line of at most 200 characters, or null to resume.'],
    ),
    (
        VALID + "fields: {allow: [name]}\n",
        [f'6:18: this must be one of {FIELDS}. Did you mean "last_name"?'],
    ),
    (
        VALID + "fields: {allow: [last_name, phone, phone]}\n",
        [
            "6:17: a field is here twice. Keep one of the two.",
        ],
    ),
    (
        VALID + "fields: {allow: []}\n",
        ['6:17: "allow" is empty. List the data the protocol names.'],
    ),
    (
        VALID + "fields: {allow: [phone]}\n",
        ["6:9: last_name is required but not allowed. Allow it, or write require without it."],
    ),
    (
        VALID + "fields: {require: [last_name, [adress, phone]]}\n",
        [f'6:32: this must be one of {FIELDS}. Did you mean "address"?'],
    ),
    (
        VALID + "fields: {require: [[]]}\n",
        ["6:20: an empty list can never be met. Remove it."],
    ),
    (
        VALID + "fields: {clients: 0}\n",
        ['6:19: "clients" is too small. Write a number from 1.'],
    ),
    (
        VALID + "fields: {prose: guess}\n",
        ['6:17: "prose" must be one of refuse, extract. Write refuse, for instance.'],
    ),
    (
        VALID + "fields:\n",
        ['6:1: "fields" must be a block of keys. Write key: value lines under it.'],
    ),
    (
        VALID + "residence: {places: {}}\n",
        ['6:21: "places" is empty. List at least one.'],
    ),
    (
        VALID + "residence: {places: {167: [Pepingen]}}\n",
        ['6:22: no Belgian postcode. Write four digits: "1670".'],
    ),
    (
        VALID + 'residence: {places: {"1670": []}}\n',
        ["6:22: a postcode without a place. List its places."],
    ),
    (
        VALID + 'residence: {places: {"1670": [" "]}}\n',
        ["6:31: an empty place name. Remove it."],
    ),
    (
        VALID + 'residence: {places: {"1670": Pepingen}}\n',
        ['6:30: "1670" must be a list. Write it between [ and ].'],
    ),
    (
        VALID + "retention: {transport: 0}\n",
        ['6:24: "transport" is too small. Write a number of days, or null to keep it.'],
    ),
    (
        VALID + "parties: {sender: {name: S, dpo: nobody}, receiver: {name: R}}\n",
        ['6:34: "dpo" is no mail address. Write it as name@domain, in ASCII.'],
    ),
    (
        VALID + "parties: {sender: {nam: S}, receiver: {name: R}}\n",
        ['6:11: key "name" is missing. Add name: …', '6:20: unknown key "nam". Did you mean "name"?'],
    ),
    (
        VALID + "encryption: {accept: [smime, gpg]}\n",
        ['6:30: this must be one of smime, pgp. Did you mean "pgp"?'],
    ),
    (
        VALID + "anchored: &x 1\n",
        [
            f'6:1: unknown key "anchored". Remove it; known here and not yet used: {OPTIONAL}.',
            "6:11: an anchor (&). Remove it, or put the value in quotes.",
        ],
    ),
    (
        VALID + "<<: {language: nl}\n",
        ["6:1: a merge key (<<). Write the keys out."],
    ),
    (
        VALID + "language: !!str nl\n",
        ["6:11: a tag (!). Remove it, or put the value in quotes."],
    ),
    (
        VALID + "---\nprotocol: b\n",
        ["6:1: a second document in one file. Remove the --- line and what follows."],
    ),
    (
        "%YAML 1.1\n---\n" + VALID,
        ["2:1: a YAML directive. Remove the lines that begin with %."],
    ),
    (
        VALID + 'language: "n\\u0000l"\n',
        ["6:11: an escaped control character. Remove the backslash."],
    ),
    (
        VALID + "? [a]\n: 1\n",
        ["6:3: a key must be a word. Write it as key: value."],
    ),
    (
        VALID + "x: " + "[" * 40 + "]" * 40 + "\n",
        ["6:20: nested over 16 levels. Flatten it."],
    ),
]


@pytest.mark.parametrize(("content", "expected"), BROKEN)
def test_a_broken_policy_is_told_with_place_and_remedy(
    load_text: Load, content: str, expected: list[str]
) -> None:
    assert problems(load_text, content) == expected


def test_the_mistakes_of_shape_and_of_value_are_told_together(load_text: Load) -> None:
    content = (
        with_line(3, "recipients: [nobody]").replace("*@kindengezin.example", "nobody").replace(LABEL, "x")
        + "fields: {clients: many}\nsuperflous: strip\n"
    )

    places = [line.partition(": ")[0] for line in problems(load_text, content)]

    assert places == ["3:14", "4:19", "5:69", "6:19", "7:1"]


def test_the_protocol_of_opgroeien_and_ocmw_pepingen_awaits_nothing_but_its_labels_guids() -> None:
    loaded = load(ROOT / "policies/opgroeien-ocmw-pepingen.yaml")

    policy = loaded.policy
    assert policy.valid.from_ == date(2025, 12, 18)
    assert policy.recipients == ("ocmw@pepingen.be",)
    assert policy.senders.allow == ("*@opgroeien.be",)
    assert policy.parties is not None
    assert policy.parties.sender.register_number == "0886.886.638"
    assert policy.parties.receiver.register_number == "0212.208.086"
    assert policy.residence is not None
    assert sorted(policy.residence.places) == ["1670", "1671", "1673", "1674"]
    assert ["tenant" in problem.wrong for problem in loaded.unready] == [True, False]


def test_the_demonstrations_policy_differs_from_the_real_one_in_its_parties_and_label_alone() -> None:
    demo = load_policy(ROOT / "tests/demo/policies/kindengezin-pepingen.yaml")
    real = load_policy(ROOT / "policies/opgroeien-ocmw-pepingen.yaml")

    assert demo.label.accept == (AcceptedLabel(TENANT, LABEL, "Geheim"),)
    assert (demo.fields, demo.residence, demo.encryption) == (real.fields, real.residence, real.encryption)


def loaded_or_told(file: Path) -> Policy | PolicyError:
    try:
        return load_policy(file)
    except PolicyError as error:
        return error


FULL = (ROOT / "policies/opgroeien-ocmw-pepingen.yaml").read_bytes()
MARKS = st.sampled_from(
    [b"- ", b"&a ", b"*a", b"!!x ", b"{", b"}", b"[", b"]", b": ", b"\t", b"|", b">", b'"', b"'"]
)


@given(st.binary(max_size=20) | MARKS, st.integers(0, len(FULL)), st.integers(0, 60))
def test_no_bytes_put_into_a_valid_policy_raise_anything_but_a_policy_error(
    tmp_path_factory: pytest.TempPathFactory, added: bytes, at: int, removed: int
) -> None:
    file = tmp_path_factory.mktemp("mutated") / "policy.yaml"
    file.write_bytes(FULL[:at] + added + FULL[at + removed :])

    told = loaded_or_told(file)

    assert told.recipients if isinstance(told, Policy) else str(told)
