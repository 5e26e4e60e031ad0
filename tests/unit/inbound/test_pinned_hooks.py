"""What the session relies on in aiosmtpd: a renamed or misspelt hook fails here, not in service."""

import inspect
import re

import aiosmtpd
import aiosmtpd.smtp
from aiosmtpd.smtp import SMTP

from gateway.inbound.session import Session

OVERRIDDEN = {
    "__dir__",
    "__init__",
    "_handle_client",
    "_reset_timeout",
    "connection_lost",
    "data_received",
    "eof_received",
    "handle_exception",
    "line_length_limit",
}
# The handler methods this version would call. The session has no handler, so none is called.
COMMANDS = {"DATA", "EHLO", "HELO", "MAIL", "NOOP", "QUIT", "RCPT", "RSET", "STARTTLS", "VRFY"}
HANDLER_HOOKS = COMMANDS | {"AUTH", "PROXY", "exception"}
SOURCE = inspect.getsource(aiosmtpd.smtp)


def methods_holding(text: str) -> set[str]:
    functions = inspect.getmembers(SMTP, inspect.isfunction)
    return {name for name, function in functions if text in inspect.getsource(function)}


def test_the_pinned_version_is_installed() -> None:
    assert aiosmtpd.__version__ == "1.4.6"


def test_every_override_replaces_something_and_every_other_name_is_the_sessions_own() -> None:
    own = set(vars(Session)) - {"__module__", "__doc__", "__firstlineno__", "__static_attributes__"}
    assert {name for name in own if hasattr(SMTP, name)} == OVERRIDDEN
    assert all(re.fullmatch(r"_[a-z_]+", name) for name in own - OVERRIDDEN)


def test_the_set_of_handler_hooks_is_the_known_one() -> None:
    called = set(re.findall(r"_call_handler_hook\(\s*['\"](\w+)['\"]", SOURCE))
    looked_up = set(re.findall(r"_handle_hooks\.get\(['\"](\w+)['\"]\)", SOURCE))
    looked_up |= set(re.findall(r"['\"](\w+)['\"] in self\._handle_hooks", SOURCE))
    attributes = set(re.findall(r"event_handler\.handle_(\w+)", SOURCE))
    assert called | looked_up | attributes == HANDLER_HOOKS


def test_the_set_of_library_commands_is_the_known_one() -> None:
    assert {name.removeprefix("smtp_") for name in dir(SMTP) if name.startswith("smtp_")} == COMMANDS | {
        "AUTH",
        "EXPN",
        "HELP",
    }


def test_library_commands_are_reached_from_the_replaced_loop_alone() -> None:
    assert methods_holding("self._smtp_methods") - {"__init__", "smtp_HELP"} == {"_handle_client"}
    assert methods_holding("self._handle_client()") == {"connection_made"}
    assert "_handle_client" in OVERRIDDEN


def test_only_replaced_methods_cancel_the_session_or_time_it() -> None:
    cancelling = methods_holding("_handler_coroutine.cancel")
    assert cancelling - {"smtp_QUIT"} == {"connection_lost", "eof_received"}
    assert methods_holding("self._timeout_cb") == {"_reset_timeout"}
