import pytest

from gateway.sealed.gpg_status import Fate, Mark, fate_of, lines_of, marks_of

OPENED = (
    "ENC_TO 00 18 0", "DECRYPTION_KEY aa bb u", "BEGIN_DECRYPTION", "DECRYPTION_INFO 2 9 0",
    "PLAINTEXT 62 0 ", "DECRYPTION_OKAY", "GOODMDC", "END_DECRYPTION",
)  # fmt: skip
VALID = "VALIDSIG SUB 2026-01-01 1 0 4 0 22 8 00 PRIMARY"


def status(*lines: str) -> bytes:
    return "".join(f"[GNUPG:] {line}\n" for line in lines).encode()


def fate(*lines: str) -> Fate:
    return fate_of(lines_of(status(*lines)))


def changed(**by: str | None) -> tuple[str, ...]:
    """OPENED with the line of a keyword put otherwise, or left out."""
    lines = [by.get(line.split(" ")[0], line) for line in OPENED]
    return tuple(line for line in lines if line is not None)


def test_a_whole_message_for_us_is_opened() -> None:
    assert fate(*OPENED) == "opened"
    assert fate(*changed(DECRYPTION_INFO="DECRYPTION_INFO 0 9 2")) == "opened"


def test_only_lines_of_the_status_count() -> None:
    assert lines_of(b"gpg: [GNUPG:] GOODSIG x\n[GNUPG:]GOODSIG x\n[GNUPG:] NODATA 1\n") == (
        ("NODATA", ("1",)),
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), "broken"),
        (("NODATA 1", "NODATA 2"), "broken"),
        (("PLAINTEXT 62 0 ",), "broken"),
        (
            ("ENC_TO 1 18 0", "NO_SECKEY 1", "BEGIN_DECRYPTION", "DECRYPTION_FAILED", "END_DECRYPTION"),
            "sealed",
        ),
        (("NEED_PASSPHRASE_SYM 9 3 2", "ERROR get_passphrase 85", "DECRYPTION_FAILED"), "sealed"),
        (("ENC_TO 1 18 0", "ERROR pkdecrypt_failed 67108949", "DECRYPTION_FAILED"), "fault"),
        (("ENC_TO 1 18 0", "ERROR pkdecrypt_failed 67108949", *OPENED), "fault"),
        (("ENC_TO 1 18 0", "ERROR pkdecrypt_failed 16777275", "DECRYPTION_FAILED"), "broken"),
        (changed(DECRYPTION_INFO="DECRYPTION_INFO 0 9 0"), "weak"),
        (changed(DECRYPTION_INFO="DECRYPTION_INFO 0 9"), "weak"),
        (changed(DECRYPTION_OKAY=None), "broken"),
        (changed(DECRYPTION_OKAY="DECRYPTION_FAILED"), "broken"),
        (changed(GOODMDC="BADMDC"), "broken"),
        (changed(END_DECRYPTION=None), "broken"),
        (changed(PLAINTEXT=None), "broken"),
        (("PLAINTEXT 62 0 ", *changed(PLAINTEXT=None)), "broken"),
        ((*OPENED, "PLAINTEXT 62 0 "), "broken"),
        ((*OPENED, *OPENED), "broken"),
        ((*changed(PLAINTEXT=None), "PLAINTEXT 62 0 "), "broken"),
    ],
)
def test_anything_less_is_not(lines: tuple[str, ...], expected: Fate) -> None:
    assert fate(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "mark"),
    [
        (("GOODSIG K name", VALID), Mark("good", "primary")),
        (("EXPKEYSIG K name", VALID), Mark("expired", "primary")),
        (("REVKEYSIG K name", VALID), Mark("expired", "primary")),
        (("EXPSIG K name", VALID), Mark("expired", "primary")),
        (("GOODSIG K name",), Mark("broken")),
        (("BADSIG K name",), Mark("broken")),
        (("BADSIG K name", "GOODSIG K name", VALID), Mark("broken")),
        (("ERRSIG K 22 8 00 1 9 ABCD", "NO_PUBKEY K"), Mark("unknown", "abcd")),
        (("ERRSIG K 22 8 00 1 9 -",), Mark("unknown")),
        (("ERRSIG K 22 8 00 1 9",), Mark("unknown")),
        ((), Mark("broken")),
    ],
)
def test_a_signature_is_what_is_said_of_it(lines: tuple[str, ...], mark: Mark) -> None:
    other = ("NEWSIG", "BADSIG X name")
    assert marks_of(lines_of(status("GOODSIG stray", "NEWSIG", *lines, *other))) == (mark, Mark("broken"))
