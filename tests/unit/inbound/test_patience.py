from gateway.inbound.patience import Patience


def test_who_waited_once_waits_no_more_until_it_talks_early() -> None:
    patience = Patience()
    assert patience.seconds_for("192.0.2.1", 0.1) == 0.1
    patience.learn("192.0.2.1", talks=False)
    assert patience.seconds_for("192.0.2.1", 0.1) == 0
    assert patience.seconds_for("192.0.2.2", 0.1) == 0.1
    patience.learn("192.0.2.1", talks=True)
    assert patience.seconds_for("192.0.2.1", 0.1) == 0.1


def test_only_the_last_thousand_are_remembered() -> None:
    patience = Patience()
    patience.learn("192.0.2.1", talks=False)
    for number in range(999):
        patience.learn(f"client {number}", talks=False)
    assert patience.seconds_for("192.0.2.1", 1) == 0
    patience.learn("192.0.2.1", talks=False)
    patience.learn("one more", talks=False)
    assert (patience.seconds_for("192.0.2.1", 1), patience.seconds_for("client 0", 1)) == (0, 1)
