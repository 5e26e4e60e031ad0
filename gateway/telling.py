"""Metrics and health on loopback, over HTTP. Imported only where the configuration asks for it."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as Late
from contextlib import contextmanager
from datetime import datetime
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import structlog
from prometheus_client import make_wsgi_app
from prometheus_client.exposition import ThreadingWSGIServer

from gateway.config import Config
from gateway.config_hosts import HostPort
from gateway.metrics import Metrics
from gateway.said import reason_of, say

_ANSWER_SECONDS = 5.0
_log = structlog.get_logger()


@contextmanager
def told(config: Config, at: HostPort, clock: Callable[[], datetime]) -> Iterator[Metrics]:
    """While within, ``at`` answers. Called on the loop that serves mail. Raises OSError when it is taken."""
    metrics = Metrics()
    metrics.ask_ledger(config.ledger_site.place)
    metrics.ask_certificate(config.tls.certificate, clock)
    app = _app(metrics, asyncio.get_running_loop())
    with _bound(at, app) as server:
        thread = threading.Thread(target=server.serve_forever, name="metrics", daemon=True)
        thread.start()
        _log.info("telling metrics", **{"server.address": at.host, "server.port": server.server_port})
        try:
            yield metrics
        finally:
            server.shutdown()
            thread.join()


def _bound(at: HostPort, app: WSGIApplication) -> WSGIServer:
    kind = _Server6 if ":" in at.host else ThreadingWSGIServer
    try:
        return make_server(at.host, at.port, app, kind, _Silent)
    except OSError as failure:
        said = say(
            "metrics cannot be told on {at}: {reason}. "
            "Is the port free, and does the unit allow it: SocketBindAllow=tcp:{port}?",
            at=at,
            reason=reason_of(failure),
            port=at.port,
        )
        raise OSError(said) from None


class _Server6(ThreadingWSGIServer):
    """The same over IPv6."""

    address_family = socket.AF_INET6


class _Silent(WSGIRequestHandler):
    """Requests are no events of the gateway's."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it overrides
        """Says nothing."""


def _app(metrics: Metrics, loop: asyncio.AbstractEventLoop) -> WSGIApplication:
    """``/metrics`` for Prometheus, ``/health`` for whoever asks whether mail is being taken now."""
    tell: WSGIApplication = make_wsgi_app(metrics.registry)

    def app(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        match environ["PATH_INFO"]:
            case "/metrics":
                return tell(environ, start)
            case "/health":
                wrong = _wrong(metrics, loop)
                return _plain(start, "503 Service Unavailable" if wrong else "200 OK", wrong or "ok")
            case _:
                return _plain(start, "404 Not Found", "/metrics or /health")

    return app


def _plain(start: StartResponse, status: str, text: str) -> Iterable[bytes]:
    start(status, [("Content-Type", "text/plain; charset=utf-8")])
    return [f"{text}\n".encode()]


def _wrong(metrics: Metrics, loop: asyncio.AbstractEventLoop) -> str:
    """What keeps mail from being taken, empty when nothing does."""
    if not _answers(loop):
        return "stuck"
    return "" if metrics.recording else "the last mail could not be recorded in the ledger"


def _answers(loop: asyncio.AbstractEventLoop) -> bool:
    """Whether the loop that serves mail takes its turns."""
    try:
        asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop).result(_ANSWER_SECONDS)
    except (Late, RuntimeError):
        return False
    return True
