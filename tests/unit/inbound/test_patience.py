from gateway.inbound.patience import Patience


def test_who_waited_once_waits_no_more_until_it_talks_early() -> None:
    patience = Patience()
    assert patience.seconds_for("192.0.2.1", 0.1) == 0.1
    patience.waited("192.0.2.1")
    assert patience.seconds_for("192.0.2.1", 0.1) == 0
    assert patience.seconds_for("192.0.2.2", 0.1) == 0.1
    patience.talked("192.0.2.1")
    assert patience.seconds_for("192.0.2.1", 0.1) == 0.1


def test_only_the_last_thousand_are_remembered() -> None:
    patience = Patience()
    patience.waited("192.0.2.1")
    for number in range(999):
        patience.waited(f"client {number}")
    assert patience.seconds_for("192.0.2.1", 1) == 0
    patience.waited("192.0.2.1")
    patience.waited("one more")
    assert (patience.seconds_for("192.0.2.1", 1), patience.seconds_for("client 0", 1)) == (0, 1)
