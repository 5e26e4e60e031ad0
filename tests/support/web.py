"""A small HTTP server on loopback for one test: a function answers with status, type and body."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answered = tuple[int, str, bytes]


@contextmanager
def answering(
    answer: Callable[[str, bytes], Answered],
    *,
    tls: ssl.SSLContext | None = None,
    at: tuple[str, int] = ("127.0.0.1", 0),
    heard: list[Message] | None = None,
) -> Iterator[str]:
    """Serves until the block ends; yields the URL. ``answer`` is given path and body of each request.

    The headers of each request are added to ``heard``.
    """

    class _Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.do_POST()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            if heard is not None:
                heard.append(self.headers)
            status, kind, data = answer(self.path, body)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(at, _Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"{'http' if tls is None else 'https'}://{at[0]}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
