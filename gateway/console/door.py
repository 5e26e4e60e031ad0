"""Who comes in: the session of a request, the right that a page asks, and forms of our own pages alone."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gateway.console import accounts
from gateway.console.accounts import AccountsError
from gateway.console.render import problem
from gateway.console.roles import Person, Right
from gateway.console.sessions import Session
from gateway.console.visit import Desk, Page, Visit
from gateway.texts.console import LANGUAGES

#: The prefix has browsers bind it to this host, over TLS (RFC 6265bis section 4.1.3.2).
COOKIE, LANGUAGE_COOKIE = "__Host-session", "__Host-language"
_MOST_FIELDS, _FIELD_BYTES = 40, 64 * 1024


@dataclass(frozen=True, slots=True)
class Door:
    """The way to pages. ``entry`` makes of a page what the server calls for each request."""

    desk: Desk

    def entry(self, page: Page, right: Right | None) -> Callable[[Request], Awaitable[Response]]:
        """``page`` behind the check that the account has ``right``; None lets everybody in."""

        async def enter(request: Request) -> Response:
            visit = self._known(request)
            if request.method == "POST":
                if (answered := await self._posted(request, visit)) is None:
                    return problem(visit, 403, "foreign_form")
                visit = answered
            if right is not None and visit.account is None:
                return RedirectResponse("/login", 303)
            if right is not None and right not in visit.rights:
                return problem(visit, 403, "no_right")
            return await run_in_threadpool(page, self.desk, visit)

        return enter

    def _known(self, request: Request) -> Visit:
        """The visit without its form."""
        secret = request.cookies.get(COOKIE, "")
        session = self.desk.sessions.of(secret, self.desk.clock())
        account = _account_of(session, self.desk.accounts) if session else None
        said = request.cookies.get(LANGUAGE_COOKIE, "")
        language = said if said in LANGUAGES else LANGUAGES[0]
        address = request.client.host if request.client else ""
        known, query = session if account else None, dict(request.query_params)
        return Visit(account, known, language, address, request.path_params, query, {}, secret)

    async def _posted(self, request: Request, visit: Visit) -> Visit | None:
        """The visit with its form; None when another site may have sent it."""
        origin, host = request.headers.get("origin"), request.headers.get("host", "")
        if origin is None or origin.partition("://")[2] != host:
            return None
        try:
            async with request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=_FIELD_BYTES) as form:
                fields = {name: value for name, value in form.items() if isinstance(value, str)}
                uploaded = await _uploaded(form)
        except MultiPartException:
            return None
        given = fields.get("csrf", "").encode()
        if visit.session is not None and not hmac.compare_digest(given, visit.session.csrf.encode()):
            return None
        return replace(visit, form=fields, upload=uploaded)


def _account_of(session: Session, file: Path) -> Person | None:
    """Whose session it is; None when the account is there no more, or the accounts cannot be read."""
    if isinstance(session.who, Person):
        return session.who
    try:
        found = accounts.load(file).get(session.who)
    except AccountsError:
        return None
    return Person(found.name, found.role) if found else None


async def _uploaded(form: FormData) -> bytes:
    files = [value for value in form.values() if isinstance(value, UploadFile)]
    return await files[0].read() if files else b""
