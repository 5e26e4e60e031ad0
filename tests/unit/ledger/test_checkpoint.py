import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gateway.ledger.checkpoint import (
    Checkpoint,
    kept_sizes,
    key_id,
    open_note,
    open_own_note,
    parse,
    public_bytes,
    sign,
    verifier_key,
)
from gateway.ledger.errors import CheckpointError, RecordError

ORIGIN = "mx.ledger.example"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = public_bytes(KEY)
HEAD = Checkpoint(ORIGIN, 3, b"\x07" * 32)
NOTE = sign(HEAD, KEY)


@pytest.mark.parametrize(
    "published",
    [
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
    ],
)
def test_the_key_ids_of_published_verifier_keys_come_out(published: str) -> None:
    name, identity, key = published.split("+", 2)
    public_key = base64.b64decode(key)[1:]
    assert key_id(name, public_key).hex() == identity
    assert verifier_key(name, public_key) == published


def test_the_published_example_of_the_format_is_read() -> None:
    note = (
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGz"
        "Gku9nTo+zyWE+xeMcTOAYQ8=\n"
    )
    assert parse(note).size == 20852163


def test_a_note_is_what_was_signed() -> None:
    assert NOTE.startswith(f"{ORIGIN}\n3\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n\n— {ORIGIN} ")
    assert open_note(NOTE, ORIGIN, PUBLIC) == open_own_note(NOTE, ORIGIN, PUBLIC) == parse(NOTE) == HEAD


def test_no_character_of_a_note_can_be_changed() -> None:
    for at in range(len(NOTE)):
        for char in ("A", "\n", "0", "\udcff"):
            changed = NOTE[:at] + char + NOTE[at + 1 :]
            if changed != NOTE:
                with pytest.raises(CheckpointError):
                    open_own_note(changed, ORIGIN, PUBLIC)


def test_a_note_of_another_key_or_origin_is_refused() -> None:
    other = public_bytes(Ed25519PrivateKey.generate())
    with pytest.raises(CheckpointError):
        open_note(NOTE, ORIGIN, other)
    with pytest.raises(CheckpointError):
        open_note(NOTE, "other.example", PUBLIC)


def test_a_cosignature_is_passed_over_outside_and_refused_inside_the_ledger() -> None:
    cosigned = NOTE + "— witness.example " + base64.b64encode(b"w" * 68).decode() + "\n"
    assert open_note(cosigned, ORIGIN, PUBLIC) == HEAD
    with pytest.raises(CheckpointError):
        open_own_note(cosigned, ORIGIN, PUBLIC)


@pytest.mark.parametrize("size", ["-1", "03", "", " 3", "3 ", "³", "9" * 5000])
def test_a_size_has_one_spelling(size: str) -> None:
    with pytest.raises(CheckpointError):
        parse(NOTE.replace("\n3\n", f"\n{size}\n"))


def test_an_origin_cannot_break_out_of_its_line() -> None:
    with pytest.raises(RecordError):
        sign(Checkpoint("a\n9", 3, b"\0" * 32), KEY)


def test_the_first_the_latest_and_every_256th_are_kept() -> None:
    assert kept_sizes(0) == {0}
    assert kept_sizes(600) == {0, 256, 512, 600}
