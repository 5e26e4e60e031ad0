"""The *try* box: what would become of a message, read in the sandbox, in memory, and forgotten."""

import asyncio
from typing import Any

from starlette.responses import Response

from gateway.console.render import problem, render
from gateway.console.visit import Desk, Visit
from gateway.explain import Explanation, Setting, as_json, detail_of, explain
from gateway.mail.address import AddressError
from gateway.policy.load import PolicyError
from gateway.reading.process import SandboxUnavailable
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
    if len(content) > desk.config.limits.message_bytes:
        return _page(visit, words["try_long"], 413)
    lines = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    try:
        found = asyncio.run(explain(lines, desk.config, Setting(offline=True)))
    except AddressError:
        return _page(visit, words["try_address"], 400)
    except (PolicyError, KeyringError, SandboxUnavailable):
        return problem(visit, 503, "try_unable")
    return _page(visit, found=found)


def _page(visit: Visit, told: str = "", status: int = 200, found: Explanation | None = None) -> Response:
    shown: dict[str, Any] = as_json(found) if found else {}
    details = [detail_of(one, found.judged) for one in found.judged.decision.findings] if found else []
    findings = list(zip(shown.get("findings", ()), details, strict=True))
    reply = found.reply.line() if found else ""
    return render(visit, "try.html", status, told=told, shown=shown, findings=findings, reply=reply)
