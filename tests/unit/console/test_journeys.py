"""A log-in under way belongs to one browser, once, for ten minutes, and costs no memory before its end."""

from datetime import UTC, datetime, timedelta

import pytest

from gateway.console.journeys import LONGEST, Journeys

NOW = datetime(2026, 4, 10, 12, tzinfo=UTC)


def test_a_journey_ends_with_what_it_began_with() -> None:
    journeys = Journeys()
    cookie, journey = journeys.begin(NOW)
    assert journeys.end(cookie, journey.state, NOW + LONGEST) == journey


def test_a_journey_ends_once() -> None:
    journeys = Journeys()
    cookie, journey = journeys.begin(NOW)
    assert journeys.end(cookie, journey.state, NOW) == journey
    assert journeys.end(cookie, journey.state, NOW) is None


def test_a_wrong_state_does_not_end_the_journey_of_the_browser() -> None:
    journeys = Journeys()
    cookie, journey = journeys.begin(NOW)
    assert journeys.end(cookie, "guess", NOW) is None
    assert journeys.end(cookie, journey.state, NOW) == journey


@pytest.mark.parametrize("late", [LONGEST + timedelta(seconds=1), timedelta(seconds=-1)])
def test_a_journey_lasts_ten_minutes(late: timedelta) -> None:
    journeys = Journeys()
    cookie, journey = journeys.begin(NOW)
    assert journeys.end(cookie, journey.state, NOW + late) is None


def test_another_process_knows_nothing_of_a_journey() -> None:
    cookie, journey = Journeys().begin(NOW)
    assert Journeys().end(cookie, journey.state, NOW) is None


def test_what_goes_out_tells_nothing_of_what_stays() -> None:
    journeys = Journeys()
    cookie, journey = journeys.begin(NOW)
    parts = (cookie, journey.state, journey.nonce, journey.verifier)
    assert len(set(parts)) == 4
    assert 43 <= len(journey.verifier) <= 128
    assert not any(part in f"{journeys!r} {journey!r}" for part in parts)


def test_only_journeys_that_ended_are_remembered_and_not_for_ever() -> None:
    journeys = Journeys()
    for _ in range(100):
        journeys.begin(NOW)
    assert journeys._ended == {}
    for minutes in (0, 5, 11):
        now = NOW + timedelta(minutes=minutes)
        cookie, journey = journeys.begin(now)
        assert journeys.end(cookie, journey.state, now)
    assert len(journeys._ended) == 2
