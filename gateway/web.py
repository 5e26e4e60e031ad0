"""One HTTP request with an end to it: no redirect is followed, and no answer is longer than asked for."""

import asyncio
import http.client
import socket
import ssl
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

_MOST_BYTES = 1 << 16
_HTTPS, _HTTP = 443, 80


class WebUnavailable(Exception):
    """No answer came, or one of more than 64 KiB. The text names the kind of failure alone."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status code, media type (lower case, without parameters) and body."""

    status: int
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: of ``url`` (http, or https with its certificate verified by the system's authorities).

    ``address`` is the IP address to connect to; empty asks the system. ``seconds`` bounds each step.
    """

    method: Literal["GET", "POST"]
    url: str
    body: bytes | None = None
    content_type: str = ""
    address: str = ""
    seconds: float = 20.0


async def ask(request: Request) -> Answer:
    """What the server answers. Raises WebUnavailable."""
    try:
        async with asyncio.timeout(2 * request.seconds):
            return await asyncio.to_thread(_ask, request)
    except (OSError, http.client.HTTPException, TimeoutError) as error:
        raise WebUnavailable(type(error).__name__) from error


def _ask(request: Request) -> Answer:
    parts = urlsplit(request.url)
    headers = {"Content-Type": request.content_type} if request.content_type else {}
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    connection = http.client.HTTPConnection(parts.netloc, timeout=request.seconds)
    try:
        connection.sock = _connected(request, parts.scheme, parts.hostname or "", parts.port)
        connection.request(request.method, path, request.body, headers)
        answer = connection.getresponse()
        data = answer.read(_MOST_BYTES + 1)
    finally:
        connection.close()
    if len(data) > _MOST_BYTES:
        raise WebUnavailable("answer too long")
    return Answer(answer.status, answer.headers.get_content_type(), data)


def _connected(request: Request, scheme: str, host: str, port: int | None) -> socket.socket:
    """The connection; the certificate is verified for ``host``, whatever address is connected to."""
    where = request.address or host, port or (_HTTPS if scheme == "https" else _HTTP)
    plain = socket.create_connection(where, timeout=request.seconds)
    if scheme != "https":
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise
