"""What the process does apart from being confined: answering, and speaking in frames."""

import os

import pytest

from gateway.decision import Code
from gateway.letter.bounds import MAX_LINES
from gateway.mail.document import Document, Line, Unreadable
from gateway.reading import worker
from gateway.reading.codec import Exhausted, Failed, decode
from gateway.reading.frame import FRAME, NONCE_BYTES, receive, send
from gateway.reading.strict import MAX_MARKS

NONCE = bytes(range(NONCE_BYTES))


def test_a_message_is_answered_with_what_it_says() -> None:
    assert decode(worker.answer(b"\r\nNaam: Ann Peeters\r\n")) == Document(
        "body text", (Line("Naam: Ann Peeters", "body text, line 1"),)
    )


@pytest.mark.parametrize("body", ["a\r\n" * (MAX_LINES + 1), "x" + "\u0301" * (MAX_MARKS + 1)])
def test_a_document_larger_than_a_letter_is_too_complex(body: str) -> None:
    answer = decode(worker.answer(b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + body.encode()))
    assert isinstance(answer, Unreadable)
    assert answer.code == Code.MESSAGE_TOO_COMPLEX


@pytest.mark.parametrize(
    ("raised", "answer"),
    [
        (MemoryError(), Exhausted()),
        (RecursionError(), Unreadable(Code.MESSAGE_TOO_COMPLEX, "body")),
        (PermissionError("/a/file"), Failed("PermissionError")),
        (UnicodeDecodeError("ascii", b"Ann Peeters", 0, 1, ""), Failed("UnicodeDecodeError")),
    ],
)
def test_a_reader_that_fails_is_told_by_class_alone(
    monkeypatch: pytest.MonkeyPatch, raised: Exception, answer: Exhausted | Unreadable | Failed
) -> None:
    def failing(_: bytes) -> Document:
        raise raised

    monkeypatch.setattr(worker, "read", failing)
    assert decode(worker.answer(b"")) == answer


def test_a_reader_that_breaks_its_promise_is_a_fault_and_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "read", lambda _: Document("body", (Line("two  blanks", "body"),)))
    assert decode(worker.answer(b"")) == Failed("ValueError")


def test_warming_up_can_be_done_in_any_process() -> None:
    worker.warm_up()


def test_frames_come_back_as_they_went() -> None:
    out, into = os.pipe()
    try:
        for data in (b"", b"x", b"y" * 60_000):
            send(into, NONCE, data)
            assert receive(out) == (NONCE, data)
    finally:
        os.close(into)
        os.close(out)


@pytest.mark.parametrize("sent", [b"", b"short", FRAME.pack(NONCE, 10) + b"less"])
def test_a_frame_cut_short_is_the_end(sent: bytes) -> None:
    out, into = os.pipe()
    os.write(into, sent)
    os.close(into)
    with pytest.raises(EOFError):
        receive(out)
    os.close(out)
