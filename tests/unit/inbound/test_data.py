"""The message behind 354, in any blocks: where it ends, what it holds, what refuses it."""

import random
from collections.abc import Callable

import pytest

from gateway.inbound import replies
from gateway.inbound.data import DataReader
from gateway.inbound.limits import Limits
from gateway.inbound.replies import Reply

LIMITS = Limits()


def read(
    stream: bytes,
    limits: Limits = LIMITS,
    *,
    block: int = 65_536,
    hold: Callable[[int], bool] = lambda _: True,
) -> tuple[bytes | Reply, bytes | None]:
    """The message in ``stream`` (or its refusal) and what stands behind its end, None without an end."""
    reader = DataReader(limits, hold)
    for start in range(0, len(stream), block):
        rest = reader.feed(stream[start : start + block])
        if rest is not None:
            return reader.refusal or reader.content(), rest + stream[start + block :]
    return reader.refusal or reader.content(), None


@pytest.mark.parametrize("block", [1, 2, 3, 5, 7, 64, 65_536])
@pytest.mark.parametrize(
    ("stream", "content"),
    [
        (b".\r\n", b""),
        (b"\r\n.\r\n", b"\r\n"),
        (b"a\r\n.\r\n", b"a\r\n"),
        (b"a\r\n\r\nb\r\n.\r\n", b"a\r\n\r\nb\r\n"),
        (b"..\r\n.\r\n", b".\r\n"),
        (b"..a\r\n..\r\n...\r\n.\r\n", b".a\r\n.\r\n..\r\n"),
        (b".a\r\na.\r\n.\r\n", b"a\r\na.\r\n"),
        (b"\xff\xfe caf\xc3\xa9\r\n.\r\n", b"\xff\xfe caf\xc3\xa9\r\n"),
    ],
)
def test_dots_are_unstuffed_and_nothing_else_changes(stream: bytes, content: bytes, block: int) -> None:
    assert read(stream, block=block) == (content, b"")


@pytest.mark.parametrize("block", [1, 4, 65_536])
def test_what_stands_behind_the_end_is_handed_back(block: int) -> None:
    assert read(b"a\r\n.\r\nQUIT\r\n", block=block) == (b"a\r\n", b"QUIT\r\n")


@pytest.mark.parametrize(
    "almost",
    [
        b"\n.\n",
        b"\n.\r\n",
        b"\r.\r\n",
        b"\r.\r",
        b"\r\n.\n",
        b"\r\n.\r",
        b"\r\n.\r\r\n",
        b"\r\n\0.\r\n",
        b"\r\n. \r\n",
    ],
)
def test_nothing_but_crlf_dot_crlf_ends_the_data(almost: bytes) -> None:
    assert read(b"a" + almost + b"b")[1] is None


@pytest.mark.parametrize("block", [1, 3, 65_536])
@pytest.mark.parametrize(
    "fault", [b"a\nb", b"a\rb", b"\n", b"\r", b"a\0b", b"a\n.\nb", b"a\r\n.\nb", b"a\r\n\r.\r\nb", b"a\r"]
)
def test_a_bare_cr_lf_or_nul_refuses_the_whole_message(fault: bytes, block: int) -> None:
    stream = b"a\r\n" + fault + b"\r\nb\r\n.\r\nQUIT\r\n"
    assert read(stream, block=block) == (replies.BARE_OCTETS, b"QUIT\r\n")


def test_a_message_of_exactly_the_size_limit_is_kept() -> None:
    limits = Limits(message_bytes=10)
    assert read(b"1234\r\n..\r\n.\r\n", Limits(message_bytes=9)) == (b"1234\r\n.\r\n", b"")
    assert read(b"12345678\r\n.\r\n", limits) == (b"12345678\r\n", b"")
    assert read(b"123456789\r\n.\r\n", limits) == (replies.TOO_LARGE, b"")


@pytest.mark.parametrize("block", [1, 100, 65_536])
def test_lines_are_counted(block: int) -> None:
    limits = Limits(message_lines=3)
    assert read(b"\r\n" * 3 + b".\r\n", limits, block=block) == (b"\r\n" * 3, b"")
    assert read(b"\r\n" * 4 + b".\r\n", limits, block=block) == (replies.MANY_LINES, b"")


@pytest.mark.parametrize("block", [1, 7, 65_536])
def test_a_line_of_exactly_the_limit_is_kept(block: int) -> None:
    limits = Limits(line_octets=100)
    assert read(b"x" * 98 + b"\r\n.\r\n", limits, block=block)[0] == b"x" * 98 + b"\r\n"
    assert read(b"x" * 99 + b"\r\n.\r\n", limits, block=block) == (replies.LONG_LINE, b"")


def test_a_line_without_end_is_not_kept() -> None:
    reader = DataReader(LIMITS, lambda _: True)
    for _ in range(1_000):
        assert reader.feed(b"x" * 4_096) is None
    assert reader.refusal == replies.LONG_LINE
    assert reader.content() == b""
    assert reader.feed(b"\r\n.\r\nQUIT\r\n") == b"QUIT\r\n"


def test_the_first_refusal_stands() -> None:
    limits = Limits(message_bytes=10, line_octets=6)
    assert read(b"a\nb\r\n1234567890\r\n.\r\n", limits)[0] == replies.BARE_OCTETS


def test_memory_that_is_not_granted_defers() -> None:
    assert read(b"x\r\n.\r\n", hold=lambda _: False) == (replies.NO_ROOM, b"")


def test_what_was_granted_is_what_is_kept() -> None:
    granted: list[int] = []
    reader = DataReader(LIMITS, lambda octets: not granted.append(octets))  # type: ignore[func-returns-value]
    reader.feed(b"Subject: x\r\n\r\nbody\r\n")
    reader.feed(b".\r\n")
    assert reader.held == sum(granted) >= len(reader.content())


def test_any_message_survives_stuffing_in_any_blocks() -> None:
    # Seeded, so that a failure comes back: lines made of what end-of-data is made of.
    rng = random.Random(5321)  # noqa: S311 - a repeatable corpus, not a secret
    for _ in range(2_000):
        lines = [
            b"".join(rng.choices((b".", b"a", b"..", b" "), k=rng.randrange(4)))
            for _ in range(rng.randrange(6))
        ]
        content = b"".join(line + b"\r\n" for line in lines)
        stuffed = b"".join((b"." if line.startswith(b".") else b"") + line + b"\r\n" for line in lines)
        assert read(stuffed + b".\r\n", block=rng.randrange(1, 9)) == (content, b"")
