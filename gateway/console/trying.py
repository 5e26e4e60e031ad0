"""The *try* box: what would become of a message, read in the sandbox, in memory, and forgotten."""

import asyncio
from typing import Any

from starlette.responses import Response

from gateway.console.arrived import arrived
from gateway.console.render import problem, render
from gateway.console.visit import Desk, Visit
from gateway.explain import Explanation, Setting, clients_of, detail_of, explain
from gateway.mail.address import AddressError
from gateway.policy.load import PolicyError
from gateway.reading.process import SandboxUnavailable
from gateway.sealed.gpg_home import GnupgError
from gateway.sealed.keyring import KeyringError
from gateway.texts.console import console_words


def try_form(_: Desk, visit: Visit) -> Response:
    """The empty box."""
    return _page(visit)


def try_message(desk: Desk, visit: Visit) -> Response:
    """The decision on the message that was pasted or uploaded. No name server is asked, nothing is kept."""
    words = console_words(visit.language)
    content = visit.upload or visit.form.get("message", "").encode("utf-8", "surrogateescape")
    if not content.strip():
        return _page(visit, words["try_nothing"], 400)
    lines = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    if len(lines) > desk.config.limits.message_bytes:
        return _page(visit, words["try_long"], 413)
    setting = Setting(offline=True, confined=desk.config.sandbox == "required")
    try:
        found = asyncio.run(explain(lines, desk.config, setting))
    except AddressError:
        return _page(visit, words["try_address"], 400)
    except (PolicyError, KeyringError, GnupgError, SandboxUnavailable):
        return problem(visit, 503, "try_unable")
    return _page(visit, found=found)


def _page(visit: Visit, told: str = "", status: int = 200, found: Explanation | None = None) -> Response:
    shown = _shown(found, visit.language) if found else {}
    return render(visit, "try.html", status, told=told, shown=shown)


def _shown(found: Explanation, language: str) -> dict[str, Any]:
    """What the page tells of ``found``."""
    judged, decision = found.judged, found.judged.decision
    composed = judged.outgoing if clients_of(decision) else b""
    return {
        "verdict": type(decision.verdict).__name__.lower(),
        "policy": decision.policy,
        "reply": found.reply.line(),
        "findings": [(one, detail_of(one, judged, language)) for one in decision.findings],
        "superfluous": decision.superfluous,
        "arrived": arrived(composed) if composed else None,
        "source": composed.decode("ascii", "replace"),
        "unsigned": found.unsigned,
    }
