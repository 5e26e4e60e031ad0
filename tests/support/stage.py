"""The whole gateway on loopback: name server, mailbox, and ``gateway serve`` as a process of its own."""

import asyncio
import json
import os
import signal
import ssl
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiosmtplib
from aiosmtplib.errors import SMTPResponseException

from tests.support import zone
from tests.support.certificates import Authority, new_authority
from tests.support.dkim import Signer, new_signer, signed
from tests.support.mailbox import Mailbox

POLICIES = Path(__file__).parents[1] / "demo" / "policies"
SENDERS = "kindengezin.example"
HOSTNAME = "mx.pepingen.example"
_START_SECONDS = 30.0


@dataclass(slots=True)
class Stage:
    """A running gateway with its surroundings. ``process`` is replaced by ``restart``."""

    folder: Path
    authority: Authority
    mailbox: Mailbox
    signer: Signer
    config: Path
    port: int = 0
    process: asyncio.subprocess.Process | None = field(default=None)

    @property
    def log(self) -> str:
        """Everything the gateway has logged so far."""
        return (self.folder / "gateway.log").read_text("utf-8")

    @property
    def ledger(self) -> Path:
        """The ledger's database."""
        return self.folder / "ledger.db"

    async def start(self) -> None:
        """Starts ``gateway serve`` and returns once it listens."""
        seen = len(self.log) if (self.folder / "gateway.log").exists() else 0
        with (self.folder / "gateway.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "gateway", "serve", "--config", str(self.config)),
                stderr=log, stdout=log, env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
            )  # fmt: skip
        async with asyncio.timeout(_START_SECONDS):
            while not (ports := self._listening(seen)):
                if self.process.returncode is not None:
                    raise RuntimeError(f"gateway did not start:\n{self.log[seen:]}")
                await asyncio.sleep(0.02)
        self.port = ports[0]

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Ends the gateway by a signal and waits until it is gone."""
        if self.process is not None and self.process.returncode is None:
            self.process.send_signal(number)
            await self.process.wait()

    async def send(self, content: bytes, mail_from: str, rcpt_to: str, *, sign: bool = True) -> str:
        """Hands in one message as Outlook's servers do, over verified TLS; the final reply on one line."""
        trust = ssl.create_default_context(cafile=self.authority.certificate)
        client = aiosmtplib.SMTP(
            hostname="127.0.0.1",
            port=self.port,
            start_tls=True,
            tls_context=trust,
            local_hostname="outbound.kindengezin.example",
        )
        data = signed(content, self.signer) if sign else content
        try:
            async with client:
                await client.mail(mail_from, encoding="ascii")
                await client.rcpt(rcpt_to)
                reply = await client.data(data)
        except SMTPResponseException as refused:
            return f"{refused.code} {refused.message}"
        return f"{reply.code} {reply.message}"

    async def command(self, *arguments: str) -> tuple[int, str]:
        """Runs ``gateway`` with these arguments on this stage's configuration: exit code and output."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "gateway", *arguments, "--config", str(self.config)),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
        output, _ = await process.communicate()
        return process.returncode or 0, output.decode()

    async def transfers(self) -> list[dict[str, Any]]:
        """The ledger as ``gateway transfers list --json`` prints it."""
        code, output = await self.command("transfers", "list", "--json")
        if code:
            raise RuntimeError(output)
        rows: list[dict[str, Any]] = json.loads(output)
        return rows

    def _listening(self, seen: int) -> list[int]:
        lines = [line for line in self.log[seen:].splitlines() if line.startswith("{")]
        events = [json.loads(line) for line in lines]
        return [event["server.port"] for event in events if event.get("message") == "listening"]


@asynccontextmanager
async def staged(folder: Path, *, extra: str = "", policies: Path = POLICIES) -> AsyncIterator[Stage]:
    """A gateway started in ``folder``; ``extra`` YAML lines are added to its configuration."""
    authority = new_authority(folder)
    signer = new_signer(SENDERS)
    async with AsyncExitStack() as stack:
        served = await stack.enter_async_context(zone.serving(_records(signer)))
        box = Mailbox(tls=authority.server("127.0.0.1").server_context())
        mailbox = await stack.enter_async_context(box)
        config = _configure(folder, authority, mailbox, served.address, policies, extra)
        stage = Stage(folder, authority, mailbox, signer, config)
        stack.push_async_callback(stage.stop)
        await stage.start()
        yield stage


def _records(signer: Signer) -> zone.Records:
    return {
        signer.domain: {"TXT": ["v=spf1 ip4:192.0.2.1 -all"], "MX": [f"10 mail.{signer.domain}"]},
        signer.name: {"TXT": [signer.record]},
        f"_dmarc.{signer.domain}": {"TXT": ["v=DMARC1; p=reject"]},
    }


def _configure(  # noqa: PLR0917 - one parameter a line of the file
    folder: Path, authority: Authority, mailbox: Mailbox, nameserver: str, policies: Path, extra: str
) -> Path:
    issued = authority.server("127.0.0.1", HOSTNAME)
    config = folder / "gateway.yaml"
    config.write_text(
        f"""hostname: {HOSTNAME}
listen: ["127.0.0.1:0"]
tls: {{certificate: "{issued.certificate}", key: "{issued.key}"}}
next_hop: {{address: "{mailbox.address}", tls: verify, ca: "{authority.certificate}"}}
dns: {{nameservers: ["{nameserver}"]}}
policies: "{policies}"
ledger: {{url: "sqlite:///{folder / "ledger.db"}"}}
{extra}
""",
        "utf-8",
    )
    return config
