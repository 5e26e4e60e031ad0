import base64
import subprocess
import time
from collections.abc import Callable
from functools import cache

import dkim as dkimpy
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gateway.authentication import dkim
from gateway.authentication.dkim import MAX_SIGNATURES
from gateway.authentication.resolver import resolver_for
from gateway.mail.facts import Method, Outcome
from tests.support.arrivals import MESSAGE, fields_of
from tests.support.dkim import EXCHANGE_FIELDS, Signer, new_signer, signed
from tests.support.zone import Records, Trouble, serving

DOMAIN = "kindengezin.example"
SECONDS = int(time.time())  # dkimpy compares x= and t= with the system's clock as well


@cache
def signer(bits: int = 2048) -> Signer:
    return new_signer(DOMAIN, bits=bits)


async def checked(message: bytes, records: Records | None = None) -> tuple[Method, ...]:
    published = {signer().name: {"TXT": [signer().record]}} if records is None else records
    async with serving(published) as zone:
        return await dkim.check(
            resolver_for((zone.address,)), message, fields_of(message), DOMAIN, now=SECONDS
        )


async def outcome(message: bytes, records: Records | None = None) -> Outcome:
    (method,) = await checked(message, records)
    return method.outcome


@pytest.mark.parametrize(
    "form", ["relaxed/relaxed", "simple/simple", "relaxed/simple", "simple/relaxed", "relaxed", ""]
)
async def test_a_message_signed_as_exchange_does_passes(form: str) -> None:
    assert await checked(signed(MESSAGE, signer(), c=form)) == (Method(Outcome.PASS, DOMAIN),)


async def test_a_message_without_signature_has_no_outcome() -> None:
    assert await checked(MESSAGE) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Voornaam", b"voornaam"),
        (b"An Peeters <an@", b"An Peeters <jan@"),
        (b"Subject: Aanmelding", b"Subject: aanmelding"),
        (b"text/plain", b"text/html"),
        (b"; d=kindengezin.example", b"; d=kindengezin.example "),
    ],
)
async def test_whatever_changes_after_signing_fails(old: bytes, new: bytes) -> None:
    message = signed(MESSAGE, signer())
    assert old in message
    assert await outcome(message.replace(old, new, 1)) is Outcome.FAIL


async def test_an_ed25519_key_passes() -> None:
    young = Signer(DOMAIN, Ed25519PrivateKey.generate())
    assert await outcome(signed(MESSAGE, young), {young.name: {"TXT": [young.record]}}) is Outcome.PASS


@pytest.mark.parametrize(
    "tags",
    [
        {"l": "10"},
        {"h": "Date:Subject"},
        {"a": "rsa-sha1"},
        {"v": "2"},
        {"x": str(SECONDS)},
        {"x": "soon"},
        {"x": "9" * 13},
        {"t": str(SECONDS + 7200)},
        {"i": "an@evil.example"},
        {"i": "an@evilkindengezin.example"},
        {"i": "an@kindengezin.example.evil.example"},
        {"h": EXCHANGE_FIELDS + ":x" * 120},
        {"z": "x" * 4096},
    ],
)
async def test_a_signature_with_an_unsafe_claim_counts_for_nothing(tags: dict[str, str]) -> None:
    assert await outcome(signed(MESSAGE, signer(), **tags)) is Outcome.FAIL


@pytest.mark.parametrize(
    "tags",
    [
        {"x": str(SECONDS + 60)},
        {"t": str(SECONDS - 60)},
        {"i": "an@kindengezin.example"},
        {"i": "@mail.kindengezin.example"},
        {"q": "dns/txt"},
    ],
)
async def test_a_signature_with_a_sound_claim_passes(tags: dict[str, str]) -> None:
    assert await outcome(signed(MESSAGE, signer(), **tags)) is Outcome.PASS


@pytest.mark.parametrize("bits", [1024, 4096])
async def test_rsa_keys_of_usual_size_pass(bits: int) -> None:
    assert await outcome(
        signed(MESSAGE, signer(bits)), {signer(bits).name: {"TXT": [signer(bits).record]}}
    ) is (Outcome.PASS)


def _changed(old: str, new: str) -> str:
    assert old in signer().record
    return signer().record.replace(old, new)


@pytest.mark.parametrize(
    "texts",
    [
        list,
        lambda: [signer().record, signer().record + " "],
        lambda: [_changed("k=rsa", "k=rsa; t=y")],
        lambda: [_changed("k=rsa", "k=rsa; t=s:y")],
        lambda: [_changed("k=rsa", "k=ed25519")],
        lambda: [_changed("k=rsa", "k=rsa; s=tlsrpt")],
        lambda: [_changed("k=rsa", "k=rsa; s=other")],
        lambda: [_changed("k=rsa", "k=rsa; h=sha1")],
        lambda: [_changed("DKIM1", "DKIM2")],
        lambda: ["v=DKIM1; k=rsa; p="],
        lambda: ["v=DKIM1; k=rsa"],
        lambda: ["v=DKIM1; k=rsa; p=AAAA"],
        lambda: [signer().record + "; n=" + "x" * 2048],
        lambda: ["hello"],
        lambda: [new_signer(DOMAIN).record],
    ],
)
async def test_an_unusable_key_record_fails(texts: Callable[[], list[str]]) -> None:
    assert await outcome(signed(MESSAGE, signer()), {signer().name: {"TXT": texts()}}) is Outcome.FAIL


def _openssl(*arguments: str, given: bytes = b"") -> bytes:
    return subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=True).stdout


async def test_a_key_of_768_bits_fails_though_its_signature_holds() -> None:
    private = _openssl("genrsa", "-traditional", "768")
    public = _openssl("rsa", "-pubout", "-outform", "DER", given=private)
    record = "k=rsa; p=" + base64.b64encode(public).decode()
    message = dkimpy.sign(MESSAGE, b"short", DOMAIN.encode(), private) + MESSAGE
    assert dkimpy.verify(message, minkey=512, dnsfunc=lambda _name, timeout: record.encode())  # noqa: ARG005 - dkimpy's signature
    assert await outcome(message, {f"short._domainkey.{DOMAIN}": {"TXT": [record]}}) is Outcome.FAIL


async def test_a_key_for_its_very_domain_signs_for_no_subdomain() -> None:
    records = {signer().name: {"TXT": [_changed("k=rsa", "k=rsa; t=s")]}}
    assert await outcome(signed(MESSAGE, signer()), records) is Outcome.PASS
    assert await outcome(signed(MESSAGE, signer(), i="@mail.kindengezin.example"), records) is Outcome.FAIL


@pytest.mark.parametrize("trouble", list(Trouble)[:2])
async def test_a_name_server_that_fails_is_a_temporary_error(trouble: Trouble) -> None:
    assert await outcome(signed(MESSAGE, signer()), {signer().name: trouble}) is Outcome.TEMPERROR


@pytest.mark.parametrize(
    "field",
    [
        b"From",
        b"Subject",
        b"Date",
        b"Message-ID",
        b"Content-Type",
        b"To",
        b"Sender",
        b"Content-Transfer-Encoding",
    ],
)
async def test_a_field_that_may_stand_once_and_stands_twice_undoes_every_signature(field: bytes) -> None:
    message = signed(MESSAGE, signer())
    second = field + b": x\r\n"
    twice = (
        second + message
        if field + b":" in message.partition(b"Subject")[2] + b"From:"
        else second * 2 + message
    )
    assert await outcome(message) is Outcome.PASS
    assert await outcome(twice) is Outcome.FAIL


async def test_a_bare_line_end_in_the_body_undoes_every_signature() -> None:
    message = signed(MESSAGE.replace(b"Jan", b"Jan\r\nPiet"), signer())
    assert await outcome(message) is Outcome.PASS
    assert await outcome(message.replace(b"Jan\r\n", b"Jan\n")) is Outcome.FAIL


async def test_only_a_few_signatures_are_looked_at_and_the_authors_own_come_first() -> None:
    stranger = new_signer("evil.example", bits=1024)
    message = signed(MESSAGE, signer())
    for _ in range(20):
        message = signed(message, stranger)
    methods = await checked(message)
    assert methods[0] == Method(Outcome.PASS, DOMAIN)
    assert [each.domain for each in methods[1:]] == ["evil.example"] * (MAX_SIGNATURES - 1)


async def test_several_signatures_are_each_judged_on_their_own() -> None:
    message = signed(signed(MESSAGE, signer()), signer(), l="1")
    assert sorted(each.outcome for each in await checked(message)) == [Outcome.FAIL, Outcome.PASS]


@pytest.mark.parametrize("tag", [b"; bh=", b"; b="])
async def test_a_signature_that_the_library_chokes_on_fails(tag: bytes) -> None:
    message = signed(MESSAGE, signer())
    assert tag in message
    assert await outcome(message.replace(tag, tag + b"!", 1)) is Outcome.FAIL


@pytest.mark.parametrize("body", [b" " * 2_000_000 + b"x\r\n", (b" \t" * 499 + b"x\r\n") * 2000])
async def test_long_runs_of_white_space_cost_no_more_than_other_text(body: bytes) -> None:
    message = signed(MESSAGE.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" + body, signer())
    began = time.monotonic()
    assert await outcome(message) is Outcome.PASS
    assert time.monotonic() - began < 5


async def test_nothing_of_the_message_reaches_a_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(0):
        await outcome(signed(MESSAGE, signer()).replace(b"Jan", b"Piet"))
    assert not [each for each in caplog.records if each.name.startswith("dkim")]


async def test_a_body_of_more_words_than_a_letter_has_proves_nothing_and_costs_no_memory() -> None:
    words = b"a " * 440 + b"\r\n"
    for lines, proven in ((600, Outcome.PASS), (800, Outcome.FAIL)):
        assert await outcome(signed(MESSAGE + words * lines, signer())) is proven
