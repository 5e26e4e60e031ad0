"""Whoever clicks everything: the links and forms of a page, and requests that no browser would make."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from httpx2 import Response
from lxml import html
from starlette.types import Message

from gateway.console.shield import Shield
from tests.support.console import ORIGIN

Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a page: by what method, where to, what its fields hold now, and which of them are files."""

    method: str
    action: str
    fields: tuple[tuple[str, str], ...]
    files: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heard:
    """What the application answered to a request that was put together by hand."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def links(page: Response) -> Iterator[str]:
    """The addresses in ``page`` that lead to this host, each as path and query."""
    for address in _tree(page).xpath("//@href | //@src"):
        to = urlsplit(urljoin(str(page.url), address))
        if f"{to.scheme}://{to.netloc}" == ORIGIN:
            yield f"{to.path}?{to.query}" if to.query else to.path


def forms(page: Response) -> Iterator[Form]:
    """The forms of ``page``; of one with several named buttons, that of the first."""
    for form in _tree(page).forms:
        fields = tuple((str(name), str(value or "")) for name, value in _values(form))
        files = frozenset(str(one.name) for one in form.xpath(".//input[@type='file']"))
        yield Form(form.method, urlsplit(form.action or str(page.url)).path, fields, files)


def _values(form: html.FormElement) -> Iterator[tuple[str, str | None]]:
    for one in form.inputs:
        if one.name and one.get("type") not in ("submit", "checkbox", "radio"):
            yield one.name, one.value
    for button in form.xpath(".//button[@name]")[:1]:
        yield button.get("name"), button.get("value")
    for name in sorted(set(form.xpath(".//input[@type='checkbox' or @type='radio']/@name"))):
        yield name, form.xpath(".//input[@name=$name]/@value", name=name)[0]


def _tree(page: Response) -> html.HtmlElement:
    return html.document_fromstring(page.content)


def by_hand(
    app: Shield,
    path: str,
    query: bytes = b"",
    *,
    method: str = "GET",
    headers: tuple[tuple[bytes, bytes], ...] = (),
    body: bytes = b"",
) -> Heard:
    """The answer of ``app`` to a request as a server hands it over, unlike any that a library would make."""
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": path,
        "raw_path": path.encode("utf-8", "replace"), "query_string": query, "root_path": "",
        "scheme": "https", "client": ("127.0.0.1", 50000), "server": ("console.example", 443),
        "headers": [(b"host", b"console.example"), *headers],
    }  # fmt: skip
    sent = list[Message]()
    coming: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return coming.pop() if coming else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    told = {name.decode(): value.decode("latin-1") for name, value in sent[0]["headers"]}
    return Heard(sent[0]["status"], told, b"".join(one.get("body", b"") for one in sent[1:]))
