import pytest

from gateway.authentication.resolver import resolver_for
from gateway.publishing.asking import Standing, State, exit_code, standings
from gateway.publishing.records import Address, Data, Exchanger, Key, Pin, Record, Text
from gateway.said import say
from tests.support.zone import Trouble, serving

NAME = "pepingen.example"
DIGEST, OTHER = "ab" * 32, "cd" * 32
TLS_REPORTS = Text("v=TLSRPTv1; rua=mailto:postmaster@pepingen.example", tag="rua")
MTA_STS = Text("v=STSv1; id=1", also=("v=STSv1; id=2",))


async def asked(data: Data, published: dict[str, list[str]] | Trouble | None) -> Standing:
    async with serving({} if published is None else {NAME: published}) as zone:
        (found,) = await standings((Record(NAME, data, say("")),), resolver_for((zone.address,)))
        return found


@pytest.mark.parametrize(
    ("data", "published"),
    [
        (Exchanger("mx.pepingen.example"), {"MX": ["5 MX.pepingen.example."]}),
        (Pin(DIGEST), {"TLSA": [f"3 1 1 {OTHER}", f"3 1 1 {DIGEST}"]}),
        (Address(), {"AAAA": ["2001:db8::1"]}),
        (Text("v=spf1 a -all"), {"TXT": ["google-site=1", "v=spf1  A -all"]}),
        (TLS_REPORTS, {"TXT": ["v=TLSRPTv1;rua=https://reports.example/"]}),
        (MTA_STS, {"TXT": ["v=STSv1; id=2;"]}),
        (Key("v=DKIM1; k=rsa; p=AAAA"), {"TXT": ["k=rsa; p=AA AA"]}),
    ],
)
async def test_what_does_the_same_is_present(data: Data, published: dict[str, list[str]]) -> None:
    found = await asked(data, published)
    assert (found.state, found.there) == (State.PRESENT, ())


@pytest.mark.parametrize(
    ("data", "published", "there"),
    [
        (
            Exchanger("mx.pepingen.example"),
            {"MX": ["5 mx.pepingen.example.", "50 backup.example."]},
            {"5 mx.pepingen.example.", "50 backup.example."},
        ),
        (Pin(DIGEST), {"TLSA": [f"3 1 1 {OTHER}"]}, {f"3 1 1 {OTHER}"}),
        (Text("v=spf1 a -all"), {"TXT": ["v=spf1 -all"]}, {"v=spf1 -all"}),
        (TLS_REPORTS, {"TXT": ["v=TLSRPTv1; ruf=x"]}, {"v=TLSRPTv1; ruf=x"}),
        (MTA_STS, {"TXT": ["v=STSv1; id=1", "v=STSv1; id=2"]}, {"v=STSv1; id=1", "v=STSv1; id=2"}),
        (Key("v=DKIM1; k=rsa; p=AAAA"), {"TXT": ["v=DKIM1; p="]}, {"v=DKIM1; p="}),
    ],
)
async def test_anything_else_is_different_and_shown(
    data: Data, published: dict[str, list[str]], there: set[str]
) -> None:
    found = await asked(data, published)
    assert (found.state, set(found.there)) == (State.DIFFERENT, there)


@pytest.mark.parametrize(
    "data", [Exchanger("mx.pepingen.example"), Pin(DIGEST), Address(), TLS_REPORTS, Key("p=AAAA")]
)
async def test_nothing_is_missing_and_no_answer_is_unknown(data: Data) -> None:
    assert (await asked(data, None)).state is State.MISSING
    assert (await asked(data, Trouble.SERVFAIL)).state is State.UNKNOWN


async def test_what_a_stranger_published_cannot_write_to_the_terminal() -> None:
    found = await asked(TLS_REPORTS, {"TXT": ["v=TLSRPTv1; \x1b[2J\x07mx IN A 192.0.2.66" + "x" * 1000]})
    assert found.state is State.DIFFERENT
    assert found.there[0].startswith("v=TLSRPTv1; ?[2J?mx IN A")
    assert len(found.there[0]) < 400


def test_the_exit_code_says_the_worst() -> None:
    record = Record(NAME, Address(), say(""))
    codes = {state: exit_code((Standing(record, State.PRESENT), Standing(record, state))) for state in State}
    assert codes == {
        State.PRESENT: 0, State.NOT_ASKED: 0, State.MISSING: 1, State.DIFFERENT: 1, State.UNKNOWN: 2,
    }  # fmt: skip
