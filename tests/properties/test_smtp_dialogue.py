"""Whatever a client says, in whatever order: every line gets one reply, and only whole mails arrive."""

import asyncio
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.support.inbound import Client, limits, server_tls, serving

_T = TypeVar("_T")
_LIMITS = limits(errors=1_000, commands=100_000, messages=100_000, idle_seconds=20.0)
with tempfile.TemporaryDirectory() as _folder:
    _TLS = server_tls(Path(_folder))
pytestmark = pytest.mark.hypothesis

lines = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60)
contents = st.lists(st.binary(max_size=30).filter(lambda line: not {10, 13, 0} & {*line}), max_size=6)


class Dialogue(RuleBasedStateMachine):
    """A client without TLS, which the server is told to bear with, and what it should have come to."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.house = serving(_TLS, limits=_LIMITS, require_tls=False)
        self.running = self._do(self.house.__aenter__())
        self.client: Client = self._do(self.running.client())
        self.greeted = self.mail = self.rcpt = False
        self.delivered: list[bytes] = []

    def _do(self, work: Coroutine[Any, Any, _T]) -> _T:
        return self.loop.run_until_complete(work)

    def _ask(self, line: str) -> str:
        reply = self._do(self.client.ask(line))
        assert reply[:3].isdigit(), reply
        assert reply[:1] in "2345"
        return reply

    @rule(name=st.sampled_from(("client.example", "[127.0.0.1]", "a b", "", "-", "x" * 300)))
    def greets(self, name: str) -> None:
        if self._ask(f"EHLO {name}").startswith("250"):
            self.greeted, self.mail, self.rcpt = True, False, False

    @rule(path=st.sampled_from(("<a@b.example>", "<>", "<a@b", "a@b.example", "<@x:a@b.example>", "<a b@c>")))
    def says_mail(self, path: str) -> None:
        accepted = self._ask(f"MAIL FROM:{path}").startswith("250")
        assert not accepted or (self.greeted and not self.mail)
        self.mail = self.mail or accepted

    @rule(local=st.sampled_from(("ocmw", "nobody", "postmaster", '"ocmw"', "")))
    def says_rcpt(self, local: str) -> None:
        accepted = self._ask(f"RCPT TO:<{local}@pepingen.example>").startswith("250")
        assert not accepted or self.mail
        self.rcpt = self.rcpt or accepted

    @rule()
    def resets(self) -> None:
        assert self._ask("RSET").startswith("250")
        self.mail = self.rcpt = False

    @rule(content=contents)
    def sends(self, content: list[bytes]) -> None:
        reply = self._ask("DATA")
        assert reply.startswith("354") == (self.mail and self.rcpt), reply
        if not reply.startswith("354"):
            return
        stuffed = b"".join((b"." if line.startswith(b".") else b"") + line + b"\r\n" for line in content)
        self._do(self.client.send(stuffed + b".\r\n"))
        assert self._do(self.client.reply()).startswith("250")
        self.delivered.append(b"".join(line + b"\r\n" for line in content))
        self.mail = self.rcpt = False

    @precondition(lambda self: self.mail and self.rcpt)
    @rule(end=st.sampled_from((b"\n.\n", b"\r.\r", b"\r\n.\n", b"\n.\r\n", b"\r\n.\r")))
    def smuggles(self, end: bytes) -> None:
        if self._ask("DATA").startswith("354"):
            self._do(self.client.send(b"x" + end + b"MAIL FROM:<evil@b.example>\r\n.\r\n"))
            assert self._do(self.client.reply()).startswith("5")
            self.mail = self.rcpt = False

    @rule(line=lines)
    def babbles(self, line: str) -> None:
        verb = line.strip().upper()[:4]
        if verb in ("QUIT", "DATA", "STAR", "EHLO", "HELO", "MAIL", "RCPT", "RSET"):
            return
        self._ask(line)

    @invariant()
    def only_whole_mails_arrived(self) -> None:
        assert self.running.next_hop.contents == self.delivered

    def teardown(self) -> None:
        assert self._ask("QUIT").startswith("221")
        self._do(self.house.__aexit__(None, None, None))
        self._do(self.loop.shutdown_default_executor())
        self.loop.close()


Dialogue.TestCase.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, derandomize=True
)
TestDialogue = Dialogue.TestCase
