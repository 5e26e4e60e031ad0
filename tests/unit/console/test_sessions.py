"""Sessions and failed log-ins beside a clock that was wrong for a while."""

from datetime import UTC, datetime, timedelta

from gateway.console.sessions import Attempts, Sessions

NOW = datetime(2026, 4, 10, 12, tzinfo=UTC)
AHEAD = NOW + timedelta(days=365)
SOURCES = ("name an", "address 192.0.2.1")
STEP, STEP_AHEAD = (int(moment.timestamp()) // 30 for moment in (NOW, AHEAD))


def guessed(at: datetime) -> Attempts:
    attempts = Attempts()
    for _ in range(30):
        attempts.failed(SOURCES, at)
    return attempts


def test_failures_while_the_clock_stood_ahead_make_nobody_wait_for_longer_than_others() -> None:
    attempts = guessed(AHEAD)
    longest = attempts.wait(SOURCES, NOW)
    assert longest == guessed(NOW).wait(SOURCES, NOW) <= timedelta(minutes=15)
    assert attempts.wait(SOURCES, NOW + longest) == timedelta()


def test_a_log_in_while_the_clock_stood_ahead_refuses_no_later_code() -> None:
    attempts = Attempts()
    assert attempts.succeeded(SOURCES, "an", STEP_AHEAD)
    assert attempts.succeeded(SOURCES, "an", STEP)
    assert not attempts.succeeded(SOURCES, "an", STEP)


def test_no_code_that_counts_at_the_same_moment_is_taken_after_a_later_one() -> None:
    for earlier in (STEP - 2, STEP - 1, STEP):
        attempts = Attempts()
        assert attempts.succeeded(SOURCES, "an", STEP)
        assert not attempts.succeeded(SOURCES, "an", earlier)


def test_a_session_of_a_clock_that_stood_ahead_ends() -> None:
    sessions = Sessions(timedelta(minutes=15), timedelta(hours=10))
    secret = sessions.begin("an", AHEAD)
    assert sessions.of(secret, AHEAD) is not None
    assert sessions.of(secret, NOW) is None


def test_a_clock_that_is_set_back_a_little_ends_no_session() -> None:
    sessions = Sessions(timedelta(minutes=15), timedelta(hours=10))
    secret = sessions.begin("an", NOW)
    assert sessions.of(secret, NOW - timedelta(seconds=5)) is not None
