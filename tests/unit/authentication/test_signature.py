import pytest

from gateway.authentication.signature import Refused, Signature, read_signatures
from gateway.mail.header import Field

NOW = 1_772_443_800
SOUND = (
    b" v=1; a=rsa-sha256; c=relaxed/relaxed; d=Mail.KindEnGezin.example;\r\n"
    b"\ts=s1.x; h=Date : From; bh=x; b=y"
)


def read(raw: bytes) -> Signature | Refused:
    (found,) = read_signatures((Field("dkim-signature", raw),), NOW)
    return found


def test_a_sound_signature_says_whose_key_it_needs() -> None:
    found = read(SOUND)
    assert found == Signature(0, "mail.kindengezin.example", "s1.x", "mail.kindengezin.example", b"rsa", True)
    assert isinstance(found, Signature)
    assert found.key_name == "s1.x._domainkey.mail.kindengezin.example"


def test_signatures_are_counted_from_the_top() -> None:
    fields = (Field("dkim-signature", b" x"), Field("subject", b" x"), Field("dkim-signature", SOUND))
    first, second = read_signatures(fields, NOW)
    assert first == Refused()
    assert isinstance(second, Signature)
    assert second.index == 1


@pytest.mark.parametrize("form", [b"", b"c=relaxed;", b"c=relaxed/simple;", b"c=simple;"])
def test_only_a_body_signed_relaxed_may_be_relaxed(form: bytes) -> None:
    found = read(SOUND.replace(b"c=relaxed/relaxed;", form))
    assert isinstance(found, Signature)
    assert not found.relaxed_body


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b" nonsense",
        SOUND + b"; v=1",
        SOUND.replace(b"v=1", b"v=2"),
        SOUND.replace(b"rsa-sha256", b"rsa-sha1"),
        SOUND.replace(b"s1.x", b"a b"),
        SOUND.replace(b"s1.x", b"*"),
        SOUND.replace(b"s=s1.x;", b""),
        SOUND.replace(b"d=Mail.", b"d=Mail .").replace(b"d=Mail .K", b"d=Mail. K"),
        SOUND.replace(b"Mail", b"caf\xc3\xa9"),
        SOUND.replace(b"From", b"Froms"),
        SOUND + b"; l=0",
        SOUND + b"; x=%d" % NOW,
        SOUND + b"; x=-1",
        SOUND + b"; x=" + b"9" * 13,
        SOUND + b"; t=%d" % (NOW + 3601),
        SOUND + b"; i=@kindengezin.example",
        SOUND + b"; i=@xmail.kindengezin.example",
        SOUND + b"; z=" + b"x" * 4096,
    ],
)
def test_a_signature_with_an_unsafe_claim_is_refused_before_any_question(raw: bytes) -> None:
    assert isinstance(read(raw), Refused)


@pytest.mark.parametrize(
    "more", [b"; x=%d" % (NOW + 1), b"; t=%d" % (NOW + 3600), b"; i=an@x.mail.kindengezin.example"]
)
def test_a_claim_at_its_limit_is_sound(more: bytes) -> None:
    assert isinstance(read(SOUND + more), Signature)
