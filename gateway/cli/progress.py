"""Long work on a terminal: a bar on standard error, and an end without harm when it is interrupted."""

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from rich.console import Console
from rich.progress import Progress

from gateway.cli.complaint import failure, here
from gateway.said import say

_INTERRUPTED = 2


@contextmanager
def shown(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yields what hears how many of ``what`` are done, of how many; a pipe or file sees no bar.

    Ctrl-C and SIGTERM raise KeyboardInterrupt at the point of work, which cleans up behind itself, and end
    the command with exit code 2. Raised where nothing can be raised, it is raised again at the next step.
    """
    asked: list[int] = []

    def interrupt(number: int, _frame: FrameType | None) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with Progress(
            console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()
        ) as progress:
            task = progress.add_task(here(what), total=None)

            def hear(done: int, total: int) -> None:
                _raise_again(asked)
                progress.update(task, completed=done, total=total)

            yield hear
    except (KeyboardInterrupt, Exception) as error:
        # Raised within a library's callback it can come out as that library's own error.
        if not asked and not isinstance(error, KeyboardInterrupt):
            raise
        raise failure(say("Interrupted. Nothing was written."), _INTERRUPTED) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _raise_again(asked: Sequence[int]) -> None:
    if asked:
        raise KeyboardInterrupt
