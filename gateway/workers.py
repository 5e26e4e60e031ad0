"""Several processes that serve one set of sockets: forked, watched, and ended together.

The parent binds and never reads from a client. A worker that ends by itself is replaced; clients that
connect meanwhile wait in the sockets' queue, which the parent keeps open. systemd hears of all workers
as of one service: ready when every worker is, alive while every worker is.
"""

import os
import select
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import structlog

from gateway import systemd
from gateway.reading.confine import die_with_parent

#: Serves until SIGTERM; given the worker's number, from 1 on, and the sockets. Its exit code.
Work = Callable[[int, tuple[socket.socket, ...]], int]

FAILED = 2
_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD)
_PAUSE_SECONDS = 1.0
_log = structlog.get_logger()


def run(count: int, sockets: tuple[socket.socket, ...], work: Work) -> int:
    """Runs ``work`` in ``count`` processes until SIGTERM or SIGINT, which each of them is sent.

    SIGHUP is handed on as well. The exit code is 0, or FAILED when a worker did not come up at first.
    """
    with ExitStack() as ends:
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="gateway-")))
        crew = _Crew(count, sockets, work, folder, ends.enter_context(_wakeups()))
        return crew.run()


class _Crew:
    """The workers of one service, as the parent sees them. Belongs to one thread, which has no event loop."""

    def __init__(
        self, count: int, sockets: tuple[socket.socket, ...], work: Work, folder: Path, wakeups: socket.socket
    ) -> None:
        self._sockets, self._work, self._wakeups = sockets, work, wakeups
        self._voices = {number: _voice(folder / str(number)) for number in range(1, count + 1)}
        self._running: dict[int, int] = {}
        self._due = dict.fromkeys(self._voices, 0.0)
        self._ready: set[int] = set()
        self._beats: set[int] = set()
        self._told_ready = self._stopping = False
        self._code = 0

    def run(self) -> int:
        """Until every worker has ended after a signal, or the first start failed."""
        while self._running or not self._stopping:
            self._start_due()
            heard, _, _ = select.select([self._wakeups, *self._voices.values()], [], [], _PAUSE_SECONDS)
            if self._wakeups in heard:
                for number in self._wakeups.recv(4096):
                    self._take_signal(signal.Signals(number))
            for number, voice in self._voices.items():
                if voice in heard:
                    self._listen(number, voice.recv(4096).decode(errors="replace"))
        return self._code

    def _start_due(self) -> None:
        for number, due in tuple(self._due.items()):
            if not self._stopping and time.monotonic() >= due:
                del self._due[number]
                self._running[self._fork(number)] = number

    def _fork(self, number: int) -> int:
        sys.stdout.flush()
        sys.stderr.flush()
        address = self._voices[number].getsockname()
        process = os.fork()
        if not process:
            self._become_worker(number, address)
        return process

    def _become_worker(self, number: int, address: str) -> NoReturn:
        die_with_parent()
        signal.set_wakeup_fd(-1)
        for name in _SIGNALS:
            signal.signal(name, signal.SIG_DFL)
        for own in (self._wakeups, *self._voices.values()):
            own.close()
        os.environ["NOTIFY_SOCKET"] = address
        code = FAILED
        try:
            code = self._work(number, self._sockets)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _take_signal(self, number: signal.Signals) -> None:
        match number:
            case signal.SIGCHLD:
                self._bury()
            case signal.SIGHUP:
                systemd.notify("RELOADING=1")
                self._send(number)
            case _:
                self._stop()

    def _bury(self) -> None:
        with suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                process, status = ended
                self._replace(self._running.pop(process, 0), os.waitstatus_to_exitcode(status))

    def _replace(self, number: int, code: int) -> None:
        if not number or self._stopping:
            return
        if not self._told_ready:
            self._code = FAILED
            self._stop()
            return
        _log.error("worker ended", **{"process.exit_code": code, "gateway.worker": number})
        self._ready.discard(number)
        self._due[number] = time.monotonic() + _PAUSE_SECONDS

    def _stop(self) -> None:
        if not self._stopping:
            self._stopping = True
            systemd.notify("STOPPING=1")
            for bound in self._sockets:
                bound.close()
        self._send(signal.SIGTERM)

    def _send(self, number: signal.Signals) -> None:
        for process in self._running:
            with suppress(ProcessLookupError):
                os.kill(process, number)

    def _listen(self, number: int, said: str) -> None:
        """What a worker tells systemd, told on when it is true of all."""
        if "READY=1" in said:
            self._ready.add(number)
            if len(self._ready) == len(self._voices):
                self._told_ready = True
                systemd.notify("READY=1")
        if "WATCHDOG=1" in said:
            self._beats.add(number)
            if self._told_ready and self._beats >= self._ready:
                self._beats.clear()
                systemd.notify("WATCHDOG=1")


def _voice(path: Path) -> socket.socket:
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    channel.bind(str(path))
    return channel


@contextmanager
def _wakeups() -> Iterator[socket.socket]:
    """A socket on which each of _SIGNALS arrives as its number."""
    hears, tells = socket.socketpair()
    hears.setblocking(False)
    tells.setblocking(False)
    before = {name: signal.signal(name, lambda *_: None) for name in _SIGNALS}
    old = signal.set_wakeup_fd(tells.fileno(), warn_on_full_buffer=False)
    try:
        with hears, tells:
            yield hears
    finally:
        signal.set_wakeup_fd(old)
        for name, handler in before.items():
            signal.signal(name, handler)
