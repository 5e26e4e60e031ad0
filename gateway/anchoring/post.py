"""One HTTP POST with an end to it: no redirect is followed, and no answer is longer than asked for."""

import asyncio
import http.client
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

from gateway.anchoring.failed import AnchorFailed

_SECONDS = 20.0
_MOST_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """Status code and body."""

    status: int
    body: bytes


async def post(url: str, body: bytes, content_type: str) -> Answer:
    """What the server at ``url`` (http or https, its certificate verified) answers to ``body``.

    Raises AnchorFailed when there is no answer, or one of more than 64 KiB.
    """
    try:
        async with asyncio.timeout(2 * _SECONDS):
            return await asyncio.to_thread(_post, url, body, content_type)
    except (OSError, http.client.HTTPException, TimeoutError) as error:
        raise AnchorFailed(type(error).__name__) from error


def _post(url: str, body: bytes, content_type: str) -> Answer:
    parts = urlsplit(url)
    connection = _connection(parts.scheme, parts.hostname or "", parts.port)
    try:
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        connection.request("POST", path, body, {"Content-Type": content_type})
        answer = connection.getresponse()
        data = answer.read(_MOST_BYTES + 1)
    finally:
        connection.close()
    if len(data) > _MOST_BYTES:
        raise AnchorFailed("answer too long")
    return Answer(answer.status, data)


def _connection(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=_SECONDS, context=context)
    return http.client.HTTPConnection(host, port, timeout=_SECONDS)
