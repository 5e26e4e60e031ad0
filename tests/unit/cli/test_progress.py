import os
import signal

import click
import pytest

from gateway.cli.progress import shown


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_that_comes_out_as_another_error_is_an_interrupt(
    number: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> None:
        try:
            os.kill(os.getpid(), number)
        except KeyboardInterrupt:
            raise ValueError("a library's own words") from None

    with pytest.raises(click.exceptions.Exit) as ended, shown("Working"):
        work()
    assert ended.value.exit_code == 2
    assert capsys.readouterr().err == "Interrupted. Nothing was written.\n"


def test_an_error_without_an_interrupt_stays_what_it_is() -> None:
    with pytest.raises(ValueError, match="wrong"), shown("Working"):
        raise ValueError("wrong")
