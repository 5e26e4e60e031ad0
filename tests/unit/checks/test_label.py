import base64

import pytest

from gateway.checks import label
from gateway.checks.label import Label, read_labels
from gateway.decision import Code, Result
from gateway.mail.header import Field
from tests.support.arrivals import SECRET, TENANT, policy

OTHER = "11111111-2222-3333-4444-555555555555"


def pairs(guid: str = SECRET, tenant: str | None = TENANT, **changes: str) -> str:
    """A label as Outlook writes it; ``changes`` replaces or, when empty, leaves out attributes."""
    attributes = {
        "ActionId": "4124778a-0000-0000-0000-000000000000",
        "ContentBits": "0",
        "Enabled": "true",
        "Method": "Privileged",
        "Name": "Geheim",
        "SetDate": "2026-01-11T14:12:30Z",
        "SiteId": tenant or "",
        "Tag": "10, 3, 0, 1",
    } | changes
    return "".join(f"MSIP_Label_{guid}_{name}={value};" for name, value in attributes.items() if value)


def code(*values: str | bytes, authenticated: bool = True) -> Code:
    raws = [value.encode() if isinstance(value, str) else value for value in values]
    fields = tuple(Field("msip_labels", b" " + raw) for raw in raws)
    (finding,) = label.check(policy(), fields, authenticated=authenticated)
    assert (finding.result is Result.PASS) == (finding.code is Code.LABEL_ACCEPTED)
    assert (finding.check, finding.places) == ("label", ("header msip_labels",))
    return finding.code


def one(value: str) -> Label:
    (found,) = read_labels((Field("msip_labels", value.encode()),)).labels
    return found


def test_the_secret_label_on_a_proven_message_is_accepted() -> None:
    assert code(pairs()) is Code.LABEL_ACCEPTED


def test_a_label_nobody_could_prove_for_now_is_undecided_and_any_other_fault_is_not() -> None:
    def result(value: str) -> Result:
        fields = (Field("msip_labels", value.encode()),)
        (finding,) = label.check(policy(), fields, authenticated=False, undecided=True)
        return finding.result

    assert result(pairs()) is Result.DEFER
    assert result(pairs(OTHER)) is Result.FAIL
    assert result("") is Result.FAIL


def test_every_label_is_read_with_what_explains_it() -> None:
    reading = read_labels((Field("msip_labels", (pairs() + pairs(OTHER, OTHER, ContentBits="8")).encode()),))
    assert reading.labels == (
        Label(SECRET, TENANT, "Geheim", enabled=True, content_bits=0, method="Privileged"),
        Label(OTHER, OTHER, "Geheim", enabled=True, content_bits=8, method="Privileged"),
    )
    assert (reading.headers, reading.sound) == (1, True)


def encoded(text: str, cut: int) -> str:
    head = base64.b64encode(text[:cut].encode()).decode()
    tail = "".join(f"={ord(char):02X}" for char in text[cut:])
    return f"=?utf-8?B?{head}?= =?utf-8?Q?{tail}?="


@pytest.mark.parametrize(
    "value",
    [
        pairs().rstrip(";"),
        pairs().replace(";", "; "),
        pairs().replace(";", ";\r\n "),
        pairs().replace(";", " ;\t"),
        pairs().replace("=", " = "),
        pairs().lower(),
        pairs().replace(SECRET, SECRET.upper()).replace(TENANT, TENANT.upper()),
        pairs(Enabled="True"),
        pairs(Method="Standard"),
        pairs(Name=""),
        pairs(Name="Geheim\u200b\u200b"),
        pairs(Name="Gehe\u00c3\u00afm"),
        pairs(Name="Zeer Geheim").replace("Zeer Geheim", "Zeer\r\n Geheim"),
        pairs() + " Sensitivity=Geheim",
        "Sensitivity=Geheim; " + pairs(),
        ";;" + pairs() + ";;",
        ";".join(reversed(pairs().rstrip(";").split(";"))),
        pairs().replace("_SiteId", "_Site\r\n Id"),
        pairs() + pairs(OTHER, OTHER),
        pairs() + pairs(OTHER, TENANT, Enabled="false"),
        pairs() + pairs(),
        *(encoded(pairs(), cut) for cut in (10, 20, 40, 60, 100)),
    ],
)
def test_every_way_outlook_writes_the_label_is_accepted(value: str) -> None:
    assert code(value) is Code.LABEL_ACCEPTED


@pytest.mark.parametrize("value", ["", " ", ";", "Sensitivity=General", "a, b, c"])
def test_a_header_without_label_is_no_label(value: str) -> None:
    assert code(value) is Code.LABEL_MISSING


def test_no_header_is_no_label() -> None:
    assert code() is Code.LABEL_MISSING


@pytest.mark.parametrize(
    "value",
    [
        pairs(OTHER),
        pairs(tenant=OTHER),
        pairs(tenant=None),
        pairs(OTHER, OTHER, Name="Geheim"),
        pairs(OTHER) + pairs(Enabled="false"),
    ],
)
def test_a_label_of_another_guid_or_tenant_is_another_label(value: str) -> None:
    assert code(value) is Code.LABEL_OTHER


@pytest.mark.parametrize("value", [pairs(Enabled="false"), pairs(Enabled="False"), pairs(Enabled="")])
def test_a_label_that_is_not_enabled_is_removed(value: str) -> None:
    assert code(value) is Code.LABEL_REMOVED


def test_a_label_on_an_unproven_message_proves_nothing() -> None:
    assert code(pairs(), authenticated=False) is Code.LABEL_UNPROVEN
    assert code(pairs(OTHER), authenticated=False) is Code.LABEL_OTHER


def test_invisible_characters_in_a_name_are_not_shown() -> None:
    assert one(pairs(Name="Ge\u200bheim\u202e")).name == "Geheim"


def test_content_bits_say_whether_the_label_encrypts() -> None:
    assert one(pairs(ContentBits="13")).content_bits & 8
    assert one(pairs(ContentBits="")).content_bits == 0
