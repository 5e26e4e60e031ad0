"""The whole gateway on loopback: name server, mailbox, and ``gateway serve`` as a process of its own."""

import asyncio
import json
import os
import signal
import ssl
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiosmtplib
from aiosmtplib.errors import SMTPResponseException

from tests.support import processes, zone
from tests.support.certificates import Authority, new_authority
from tests.support.dkim import Signer, new_signer, signed
from tests.support.inbound import Client
from tests.support.mailbox import Mailbox

POLICIES = Path(__file__).parents[1] / "demo" / "policies"
SENDERS = "kindengezin.example"
HOSTNAME = "mx.pepingen.example"
_START_SECONDS = 120.0
_RELOAD_SECONDS = 5.0
_OWN = {"PYTHONPATH": str(Path(__file__).parents[2])}


@dataclass(slots=True)
class Stage:
    """A running gateway with its surroundings. ``senders`` is where notes to senders arrive."""

    folder: Path
    authority: Authority
    mailbox: Mailbox
    senders: Mailbox
    signer: Signer
    nameserver: zone.Zone
    config: Path
    trust: ssl.SSLContext
    port: int = 0
    process: asyncio.subprocess.Process | None = field(default=None)

    @property
    def log(self) -> str:
        """Everything the gateway has logged so far."""
        return (self.folder / "gateway.log").read_text("utf-8")

    @property
    def events(self) -> list[dict[str, Any]]:
        """The same, one event a line; what is no event yet or never was is left out."""
        return [json.loads(line) for line in self.log.splitlines() if line[:1] == "{" and line[-1:] == "}"]

    @property
    def ledger(self) -> Path:
        """The ledger's database."""
        return self.folder / "ledger.db"

    async def start(
        self,
        *,
        environment: Mapping[str, str] | None = None,
        under: tuple[str, ...] = (),
        descriptor: int = -1,
    ) -> None:
        """Starts ``gateway serve`` and returns once it listens.

        ``under`` is the command that starts it, if not this test; ``descriptor`` is handed down to it.
        """
        seen = len(self.log) if (self.folder / "gateway.log").exists() else 0
        with (self.folder / "gateway.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *under, *(sys.executable, "-m", "gateway", "serve", "--config", str(self.config)),
                stderr=log, stdout=log, env=os.environ | _OWN | dict(environment or {}),
                pass_fds=[descriptor] if descriptor >= 0 else [],
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

    async def reload(self) -> None:
        """Sends SIGHUP and returns once the gateway has read its files again, or refused to."""
        before = len(self._reloads())
        if self.process is not None:
            self.process.send_signal(signal.SIGHUP)
        async with asyncio.timeout(_RELOAD_SECONDS):
            while len(self._reloads()) == before:  # noqa: ASYNC110 - another process changes the state
                await asyncio.sleep(0.02)

    def _reloads(self) -> list[dict[str, Any]]:
        return [event for event in self.events if str(event.get("message")).startswith("reload")]

    async def send(self, content: bytes, mail_from: str, rcpt_to: str, *, sign: bool = True) -> str:
        """Hands in one message as Outlook's servers do, over verified TLS; the final reply on one line."""
        client = aiosmtplib.SMTP(
            hostname="127.0.0.1",
            port=self.port,
            start_tls=True,
            tls_context=self.trust,
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

    async def client(self) -> Client:
        """A client of raw octets that has read the greeting; the caller closes it."""
        client = await Client.connect(self.port)
        await client.reply()
        return client

    async def ready(self, mail_from: str, rcpt_to: str) -> Client:
        """The same over TLS, and it may say DATA."""
        client = await self.client()
        await client.start_tls()
        for line in ("EHLO client.example", f"MAIL FROM:<{mail_from}>", f"RCPT TO:<{rcpt_to}>"):
            await client.ask(line)
        return client

    async def logged(self, text: str, *, within: float = 5.0) -> str:
        """The first log line with ``text`` in it, as soon as there is one. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while not (found := [line for line in self.log.splitlines() if text in line]):  # noqa: ASYNC110 - another process changes the state
                await asyncio.sleep(0.02)
        return found[0]

    def forget_peak(self) -> None:
        """Lets the kernel count peak memory from now on."""
        for process in self._processes():
            processes.forget_peak(process)

    @property
    def peak_mib(self) -> float:
        """The most resident memory that the gateway, or a reader it started, has used; in MiB."""
        return max(map(processes.peak_mib, self._processes()))

    @property
    def cpu_seconds(self) -> float:
        """The processor time that the gateway and its readers have used."""
        return sum(map(processes.cpu_seconds, self._processes()))

    def _processes(self) -> list[Path]:
        if self.process is None:
            raise RuntimeError("the gateway does not run")
        return processes.family(self.process.pid)

    async def command(self, *arguments: str) -> tuple[int, str]:
        """Runs ``gateway`` with these arguments on this stage's configuration: exit code and output."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "gateway", *arguments, "--config", str(self.config)),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
            env=os.environ | _OWN,
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
async def staged(
    folder: Path,
    *,
    extra: str = "",
    policies: Path = POLICIES,
    authority: Authority | None = None,
    next_hop: str = "",
    started: bool = True,
    domain: str = SENDERS,
) -> AsyncIterator[Stage]:
    """A gateway started in ``folder``; ``extra`` YAML lines are added to its configuration.

    ``domain`` is that of the senders.
    ``next_hop``: the address of another than the stage's mailbox, with a certificate for 127.0.0.1 from
    ``authority``. Unless ``started`` all is ready but the gateway, for the test to start.
    """
    authority = authority or new_authority(folder)
    signer = new_signer(domain)
    async with AsyncExitStack() as stack:
        served = await stack.enter_async_context(zone.serving(records(signer)))
        box = Mailbox(tls=authority.server("127.0.0.1").server_context())
        mailbox = await stack.enter_async_context(box)
        post = Mailbox(tls=authority.server("127.0.0.1").server_context())
        senders = await stack.enter_async_context(post)
        hop = f'{{address: "{senders.address}", tls: verify, ca: "{authority.certificate}"}}'
        extra = f"notices: {hop}\n{extra}"
        config = _configure(folder, authority, next_hop or mailbox.address, served.address, policies, extra)
        trust = ssl.create_default_context(cafile=authority.certificate)
        stage = Stage(folder, authority, mailbox, senders, signer, served, config, trust)
        stack.push_async_callback(stage.stop)
        if started:
            await stage.start()
        yield stage


def records(signer: Signer) -> zone.Records:
    """What the name servers say of the senders, whose mail ``signer`` signs."""
    return {
        signer.domain: {"TXT": ["v=spf1 ip4:192.0.2.1 -all"], "MX": [f"10 mail.{signer.domain}"]},
        signer.name: {"TXT": [signer.record]},
        f"_dmarc.{signer.domain}": {"TXT": ["v=DMARC1; p=reject"]},
    }


def _configure(  # noqa: PLR0917 - one parameter a line of the file
    folder: Path, authority: Authority, next_hop: str, nameserver: str, policies: Path, extra: str
) -> Path:
    issued = authority.server("127.0.0.1", HOSTNAME)
    config = folder / "gateway.yaml"
    config.write_text(
        f"""hostname: {HOSTNAME}
listen: ["127.0.0.1:0"]
tls: {{certificate: "{issued.certificate}", key: "{issued.key}"}}
next_hop: {{address: "{next_hop}", tls: verify, ca: "{authority.certificate}"}}
dns: {{nameservers: ["{nameserver}"]}}
policies: "{policies}"
ledger: {{url: "sqlite:///{folder / "ledger.db"}"}}
{extra}
""",
        "utf-8",
    )
    return config
