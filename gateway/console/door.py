"""Who comes in: the session of a request, the right that a page asks, and forms of our own pages alone."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gateway.console import accounts
from gateway.console.accounts import AccountsError
from gateway.console.forms import form_of
from gateway.console.render import problem
from gateway.console.roles import Person, Right
from gateway.console.sessions import Session
from gateway.console.visit import Desk, Page, Visit
from gateway.console.way_back import page_of, remember
from gateway.texts.console import LANGUAGES

#: The prefix has browsers bind it to this host, over TLS (RFC 6265bis section 4.1.3.2).
COOKIE, LANGUAGE_COOKIE = "__Host-session", "__Host-language"
_FORM_BYTES = 64 * 1024
_FIELDS_OF_STRANGER = 60
# The breach wizard asks two for each addressee, and every party to every policy is one.
_FIELDS = 2_000


@dataclass(frozen=True, slots=True)
class Door:
    """The way to pages. ``entry`` makes of a page what the server calls for each request.

    Browsers reach the console over TLS alone, its own or that of the proxy in front: its cookies are
    ``Secure``, so a form from a page that came unencrypted is nobody's who logged in.
    """

    desk: Desk

    def entry(self, page: Page, right: Right | None) -> Callable[[Request], Awaitable[Response]]:
        """``page`` behind the check that the account has ``right``; None lets everybody in."""

        async def enter(request: Request) -> Response:
            visit = self.known(request)
            if right is not None and visit.account is None:
                return await self._turned_away(request, visit, right)
            if right is not None and right not in visit.rights:
                return problem(visit, 403, "no_right")
            if request.method == "POST":
                posted = await self._posted(request, visit)
                if isinstance(posted, Response):
                    return posted
                visit = posted
            return await run_in_threadpool(page, self.desk, visit)

        return enter

    async def _turned_away(self, request: Request, visit: Visit, right: Right) -> Response:
        """To the log-in, which tells that a session ended, and leads back."""
        if await self._held(request, visit, right):
            return remember(RedirectResponse("/login?ended=held", 303), request.scope["path"])
        where = "/login?ended=yes" if visit.secret else "/login"
        return remember(RedirectResponse(where, 303), visit.page)

    async def _held(self, request: Request, visit: Visit, right: Right) -> bool:
        """Whether this form of a draft's step is held for the person whose session ended meanwhile."""
        now = self.desk.clock()
        session = self.desk.sessions.lapsed(visit.secret, now)
        person = _account_of(session, self.desk.accounts) if session else None
        if request.method != "POST" or person is None or not {"draft", "step"} <= set(visit.path):
            return False
        theirs = replace(visit, account=person, session=session)
        if right not in theirs.rights:
            return False
        posted = await self._posted(request, theirs)
        return isinstance(posted, Visit) and self.desk.held.put(
            person, request.scope["path"], posted.form, now
        )

    def known(self, request: Request) -> Visit:
        """The visit without its form."""
        secret = request.cookies.get(COOKIE, "")
        session = self.desk.sessions.of(secret, self.desk.clock())
        account = _account_of(session, self.desk.accounts) if session else None
        address = request.client.host if request.client else ""
        known, query = session if account else None, dict(request.query_params)
        path, cookies = request.path_params, request.cookies
        return Visit(
            account,
            known,
            language_of(request),
            address,
            path,
            query,
            {},
            cookies,
            secret,
            page=page_of(request),
            alarm=self.desk.verification.found_broken,
        )

    async def _posted(self, request: Request, visit: Visit) -> Visit | Response:
        """The visit with its form; a refusal when another site may have sent it, or it is none."""
        origin, host = request.headers.get("origin"), request.headers.get("host", "")
        if not host or origin != f"https://{host}":
            return problem(visit, 403, "foreign_form")
        # A stranger has little to say. A message that is too long is told so by the page itself.
        most = _FORM_BYTES + (self.desk.config.limits.message_bytes if visit.account else 0)
        fields, files = (_FIELDS, 1) if visit.account else (_FIELDS_OF_STRANGER, 0)
        form = await form_of(request, most_bytes=most, most_fields=fields, most_files=files)
        if form is None:
            return problem(visit, 400, "no_form")
        given = form.fields.get("csrf", "").encode("utf-8", "replace")
        if visit.session is not None and not hmac.compare_digest(given, visit.session.csrf.encode()):
            return problem(visit, 403, "foreign_form")
        return replace(visit, form=form.fields, upload=form.upload)


def _account_of(session: Session, file: Path | None) -> Person | None:
    """Whose session it is; None when the account is there no more, or the accounts cannot be read."""
    if isinstance(session.who, Person):
        return session.who
    try:
        found = accounts.load(file).get(session.who) if file else None
    except AccountsError:
        return None
    return Person(found.name, found.role) if found else None


def language_of(request: Request) -> str:
    """The language that this browser was told to speak."""
    said = request.cookies.get(LANGUAGE_COOKIE, "")
    return said if said in LANGUAGES else LANGUAGES[0]


def stranger(request: Request) -> Visit:
    """The visit of somebody of whom nothing is known but the language."""
    return Visit(None, None, language_of(request), "", {}, {}, {}, {})
