"""What may be a reply, and that every one the session knows is."""

import pytest

from gateway.inbound import replies
from gateway.inbound.replies import Reply


def named() -> list[Reply]:
    return [value for value in vars(replies).values() if isinstance(value, Reply)]


def test_a_reply_is_one_line_with_its_enhanced_status_code() -> None:
    assert Reply(550, "5.1.1", "No such mailbox").line() == "550 5.1.1 No such mailbox"


@pytest.mark.parametrize(
    ("code", "enhanced", "text"),
    [
        (550, "4.1.1", "classes disagree"),
        (354, "3.0.0", "no final reply"),
        (199, "2.0.0", "no reply code"),
        (250, "2.0", "no enhanced status code"),
        (250, "2.0.0", ""),
        (250, "2.0.0", "two\r\n250 lines"),
        (250, "2.0.0", "geweigerd: geen gegevens over gezondheid é"),
        (250, "2.0.0", "x" * 491),
    ],
)
def test_what_could_break_the_dialogue_cannot_be_a_reply(code: int, enhanced: str, text: str) -> None:
    with pytest.raises(ValueError, match="reply"):
        Reply(code, enhanced, text)


def test_the_longest_reply_has_500_octets() -> None:
    assert len(Reply(250, "2.0.0", "x" * 490).line()) == 500


def test_a_reply_that_ends_the_session_closes() -> None:
    assert {reply.line()[:9] for reply in named() if replies.closes(reply)} == {
        "221 2.0.0",
        "421 4.3.2",
        "421 4.4.2",
        "421 4.7.0",
        "500 5.5.2",
        "552 5.3.4",
        "554 5.5.0",
        "554 5.5.1",
    }
    assert not replies.closes(replies.TOO_LARGE)
    assert not replies.closes(replies.NEED_RECIPIENT)


def test_our_own_fault_is_never_permanent() -> None:
    assert replies.INTERNAL.code == 451
    assert all(reply.code < 500 for reply in (replies.SHUTTING_DOWN, replies.NO_ROOM, replies.TIMEOUT))
