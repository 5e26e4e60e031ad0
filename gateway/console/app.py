"""The console put together: every page, by what method, for whom."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import structlog
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from gateway.config import Config
from gateway.config_console import CALLBACK, Console
from gateway.console import (
    breach_make,
    breach_pages,
    entrance,
    evidence,
    export,
    lookup,
    overview,
    policies,
    signing_in,
    transfers,
    trying,
)
from gateway.console.asking import Asking
from gateway.console.breach_figures import Counts
from gateway.console.days import Days
from gateway.console.door import Door, stranger
from gateway.console.drafts import Drafts
from gateway.console.expiries import Expiries
from gateway.console.jobs import Jobs
from gateway.console.journeys import Journeys
from gateway.console.provider import Provider
from gateway.console.render import problem
from gateway.console.roles import Right
from gateway.console.sessions import Attempts, Sessions
from gateway.console.shield import Shield, TooLong
from gateway.console.verification import Verification
from gateway.console.visit import Desk, Page

_SWEEP_SECONDS, _TURN_SECONDS = 60, 0.0005
_log = structlog.get_logger()
_STATIC = Path(__file__).with_name("static")
_FILES = {"/console.css": ("console.css", "text/css"), "/icon.svg": ("icon.svg", "image/svg+xml")}

PAGES: Final[tuple[tuple[str, str, Page, Right | None], ...]] = (
    ("GET", "/login", entrance.login_form, None),
    ("POST", "/login", entrance.login, None),
    ("GET", "/login/oidc", signing_in.start, None),
    ("GET", CALLBACK, signing_in.back, None),
    ("POST", "/language", entrance.language, None),
    ("POST", "/logout", entrance.logout, Right.READ),
    ("GET", "/", overview.overview, Right.READ),
    ("GET", "/days.svg", overview.chart, Right.READ),
    ("POST", "/verify", overview.verify, Right.READ),
    ("GET", "/transfers", transfers.transfers, Right.READ),
    ("GET", "/transfers/{reference}", transfers.transfer, Right.READ),
    ("GET", "/transfers/{reference}/evidence.zip", evidence.evidence, Right.EXPORT),
    ("GET", "/export/{kind}", export.export, Right.EXPORT),
    ("GET", "/exports/{job}", export.progress, Right.EXPORT),
    ("GET", "/exports/{job}/file", export.file, Right.EXPORT),
    ("GET", "/lookup", lookup.lookup_form, Right.LOOK_UP),
    ("POST", "/lookup", lookup.lookup, Right.LOOK_UP),
    ("GET", "/breach", breach_pages.breaches, Right.REPORT),
    ("POST", "/breach", breach_pages.begin, Right.REPORT),
    ("GET", "/breach/{draft}/end", breach_pages.end, Right.REPORT),
    ("POST", "/breach/{draft}/close", breach_pages.close, Right.REPORT),
    ("POST", "/breach/{draft}/reopen", breach_pages.reopen, Right.REPORT),
    ("POST", "/breach/{draft}/remove", breach_pages.remove, Right.REPORT),
    ("POST", "/breach/{draft}/dossier", breach_make.make_dossier, Right.REPORT),
    ("GET", "/breach/{draft}/{step}", breach_pages.step, Right.REPORT),
    ("POST", "/breach/{draft}/{step}", breach_pages.save, Right.REPORT),
    ("GET", "/policies", policies.policies, Right.READ),
    ("GET", "/try", trying.try_form, Right.TRY),
    ("POST", "/try", trying.try_message, Right.TRY),
)


def application(config: Config, console: Console, clock: Callable[[], datetime]) -> Shield:
    """The console of this installation. ``clock`` gives aware moments."""
    place = config.ledger_site.place
    idle, longest = timedelta(minutes=console.idle_minutes), timedelta(hours=console.longest_hours)
    days, verification = Days(place, clock), Verification(place, clock)
    drafts = Drafts(console.drafts) if console.drafts else None
    provider = Provider(Asking(console.oidc)) if console.oidc else None
    desk = Desk(
        config, console.accounts, Sessions(idle, longest), Attempts(), days, verification, clock, provider,
        Journeys(), Expiries(config, clock), Jobs(clock), Counts(config.ledger_site, clock), drafts,
    )  # fmt: skip
    door = Door(desk)
    routes = [Route(path, door.entry(page, right), methods=[method]) for method, path, page, right in PAGES]

    def no_page(request: Request, _: Exception) -> Response:
        return problem(door.known(request), 404, "no_page")

    @asynccontextmanager
    async def counting(_: Starlette) -> AsyncIterator[None]:
        days.start()
        sweeper, before = asyncio.create_task(_sweep(desk)), sys.getswitchinterval()
        # What counts beside the pages lets a page go on after so many seconds, at each of its looks.
        sys.setswitchinterval(_TURN_SECONDS)
        yield
        sys.setswitchinterval(before)
        sweeper.cancel()
        desk.jobs.stop()
        desk.counts.stop()
        days.stop()

    pages = Starlette(
        routes=[*routes, *(Route(path, _file) for path in _FILES)],
        exception_handlers={404: no_page, 405: no_page, 500: _failed, TooLong: _too_long},
        lifespan=counting,
    )
    # Around all of it: as a middleware it would stand within what answers a fault of our own.
    return Shield(pages, config.limits.message_bytes + 65_536)


async def _sweep(desk: Desk) -> None:
    while True:
        await asyncio.sleep(_SWEEP_SECONDS)
        desk.jobs.sweep()
        desk.held.sweep(desk.clock())


def _file(request: Request) -> Response:
    name, kind = _FILES[request.url.path]
    return FileResponse(_STATIC / name, media_type=kind, headers={"Cache-Control": "max-age=3600"})


def _too_long(request: Request, _: Exception) -> Response:
    return problem(stranger(request), 413, "too_long")


def _failed(request: Request, error: Exception) -> Response:
    _log.error("page failed", **{"error.type": type(error).__name__})
    return problem(stranger(request), 500, "failed")
