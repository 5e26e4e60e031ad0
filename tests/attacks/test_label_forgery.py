"""A forged label: every ``msip_labels`` that could be read as the secret label and as something else."""

import time

import pytest

from gateway.checks import label
from gateway.decision import Code
from gateway.mail.header import Field
from tests.support.arrivals import SECRET, TENANT, policy

OTHER = "11111111-2222-3333-4444-555555555555"
KEY = f"MSIP_Label_{SECRET}_"
GOOD = f"{KEY}Enabled=true;{KEY}SiteId={TENANT};{KEY}Name=Geheim;"


def code(*values: str | bytes) -> Code:
    raws = [value.encode() if isinstance(value, str) else value for value in values]
    fields = tuple(Field("msip_labels", b" " + raw) for raw in raws)
    return label.check(policy(), fields, authenticated=True)[0].code


def test_the_honest_label_is_accepted() -> None:
    assert code(GOOD) is Code.LABEL_ACCEPTED


@pytest.mark.parametrize("second", [GOOD, "", "Sensitivity=General", GOOD.replace("true", "false")])
def test_a_second_header_is_refused_whatever_it_holds(second: str) -> None:
    assert code(GOOD, second) is Code.LABEL_DUPLICATE
    assert code(second, GOOD) is Code.LABEL_DUPLICATE


@pytest.mark.parametrize(
    "more",
    [
        f"{KEY}SiteId={OTHER}",
        f"{KEY}Enabled=false",
        f"{KEY}Name=Openbaar",
        f"{KEY.lower()}enabled=FALSE",
        f"{KEY.upper()}ENABLED=false",
        f"{KEY}Enabled=",
        f"{KEY}Enabled",
        f"{KEY}Enab led=false",
        f"MSIP_Label_{OTHER}_Enabled=true;MSIP_Label_{OTHER}_SiteId={TENANT}",
        f"MSIP_Label_{OTHER}_Enabled=perhaps",
        f"MSIP_Label_{OTHER}_SiteId=ours",
        f"MSIP_Label_{OTHER}_SiteId={TENANT}x",
        f"MSIP_Label_{OTHER}_ContentBits=0x8",
        f"MSIP_Label_{OTHER}_ContentBits=\u0661",
        f"MSIP_Label_{OTHER}_ContentBits={'9' * 5000}",
        f"MSIP_Label_{OTHER}x_Enabled=true",
        f"MSIP_Label_{OTHER}",
        f"MSIP_Label_{SECRET}_En\u200babled=false",
        f"xMSIP_Label_{SECRET}_Enabled=false",
        "=?utf-8?B?TVNJUF9M",
        "=?utf-8?B?A?=",
        "=?utf-7?Q?MSIP?=",
        ";" * 200,
        "x=" + "y" * 16384,
    ],
)
def test_whatever_contradicts_or_cannot_be_read_is_refused(more: str) -> None:
    assert code(GOOD + more) is Code.LABEL_CONTRADICTORY
    assert code(more + ";" + GOOD) is Code.LABEL_CONTRADICTORY


@pytest.mark.parametrize(
    "value",
    [
        GOOD.replace(";", ","),
        GOOD.replace(SECRET, SECRET[:-1]),
        GOOD.replace(SECRET, "9d258917277f42cda3cd14c4e9ee58bc"),
        GOOD.replace(SECRET, "{" + SECRET + "}"),
        GOOD.replace(TENANT, TENANT + OTHER),
        GOOD.replace("MSIP", "M\u0405IP"),
        GOOD.replace("Enabled=true", "Enabled=1"),
        GOOD.replace("Enabled=true", "Enabled=tr\u200bue"),
        GOOD.replace("=true", "==true"),
        GOOD.replace("_Enabled", "_Removed"),
        GOOD.replace("_SiteId", "_Site"),
        f"Name=Geheim;SiteId={TENANT};Enabled=true",
        f"x={GOOD}".replace(";", ""),
        GOOD.encode("utf-16"),
        GOOD.encode().replace(b"MSIP", b"\xffMSIP"),
    ],
)
def test_what_only_resembles_the_label_is_not_accepted(value: str | bytes) -> None:
    assert code(value) is not Code.LABEL_ACCEPTED


@pytest.mark.parametrize("name", ["msip_label", "msip-labels", "x-msip_labels", "sensitivity", "subject"])
def test_the_label_counts_in_no_other_header(name: str) -> None:
    fields = (Field(name, GOOD.encode()),)
    assert label.check(policy(), fields, authenticated=True)[0].code is Code.LABEL_MISSING


@pytest.mark.parametrize(
    "piece", [b";", b"=", b"=?", b"=?utf-8?q?a?= ", b"msip_label_", b" ", KEY.encode() + b"A=;"]
)
def test_a_very_long_label_is_refused_at_once(piece: bytes) -> None:
    began = time.monotonic()
    assert code(piece * (250_000 // len(piece))) is Code.LABEL_CONTRADICTORY
    assert time.monotonic() - began < 0.5
