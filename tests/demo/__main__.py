"""``make demo``: the sample mails go through a real gateway on loopback; what became of each is shown."""

import asyncio
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.table import Table

from tests.support.corpus import Sample, client_in, leaks, readable, samples
from tests.support.stage import Stage, staged


@dataclass(frozen=True, slots=True)
class Shown:
    """One sample's way: the reply, what arrived (None when nothing did), and its row on the ledger."""

    sample: Sample
    reply: str
    arrived: bytes | None
    row: dict[str, Any]

    @property
    def wrong(self) -> list[str]:
        """Every way in which this is not the outcome the sample must get."""
        found = []
        if self.arrived is None and self.sample.must == "deliver":
            found.append("should have been delivered")
        if self.arrived is not None and self.sample.must == "reject":
            found.append("should have been refused")
        if self.arrived is not None:
            found += ["a value that may not pass"] * len(leaks(readable(self.arrived), self.sample))
            found += ["other fields than expected"] * (
                client_in(self.arrived) not in self.sample.truth["clients"]
            )
        expected = "rejected" if self.arrived is None else "accepted"
        return found + [f"ledger says {self.row['outcome']}"] * (self.row["outcome"] != expected)


async def _send_all(stage: Stage, out: Console) -> list[Shown]:
    replies: list[tuple[Sample, str, bytes | None]] = []
    for sample in samples():
        before = len(stage.mailbox.messages)
        reply = await stage.send(sample.content, sample.truth["mail_from"], sample.truth["rcpt"])
        arrived = stage.mailbox.messages[before].content if len(stage.mailbox.messages) > before else None
        replies.append((sample, reply, arrived))
        out.print(".", end="")
    out.print()
    rows = await stage.transfers()
    return [Shown(*told, row) for told, row in zip(replies, rows, strict=True)]


def _show(shown: Shown, out: Console) -> None:
    sample = shown.sample
    out.print(f"\n[bold]{sample.name}[/bold]  [dim]{sample.truth['why']}[/dim]")
    out.print(f"  sent     {len(sample.content):,} bytes from {sample.truth['mail_from']}", highlight=False)
    out.print(f"  reply    {shown.reply}", markup=False, highlight=False, soft_wrap=True)
    if shown.arrived is None:
        out.print("  arrived  nothing")
    else:
        client = client_in(shown.arrived)
        kept = ", ".join(str(value) for value in client.values() if value)
        out.print(f"  arrived  {kept}", markup=False, highlight=False, soft_wrap=True)
    row = shown.row
    left = ", ".join(kind["category"] for kind in row["superfluous"]) or "nothing"
    out.print(
        f"  ledger   no. {row['seq']}, {row['outcome']}, left behind: {left}", highlight=False, soft_wrap=True
    )
    for wrong in shown.wrong:
        out.print(f"  [bold red]WRONG[/bold red]    {wrong}")


def _summary(shown: list[Shown], verified: str, seconds: float) -> Panel:
    delivered = [one for one in shown if one.arrived is not None]
    table = Table(box=None, show_header=False, padding=(0, 2))
    table.add_row("mails sent", str(len(shown)))
    table.add_row(
        "referrals delivered", f"{len(delivered)}, each with the client's name and contact data alone"
    )
    table.add_row("refused", f"{len(shown) - len(delivered)}, each sender told why and what to do")
    secrets = sum(len(one.sample.secrets) for one in shown)
    leaked = sum(len(leaks(readable(one.arrived), one.sample)) for one in delivered if one.arrived)
    table.add_row("values that may not pass", f"{secrets} in these mails, {leaked} in what was delivered")
    table.add_row("ledger", verified)
    table.add_row("time", f"{seconds:.1f} s, {len(shown) / seconds:.0f} mails a second, one after the other")
    wrong = sum(bool(one.wrong) for one in shown)
    title = (
        "every mail got the outcome it must get"
        if not wrong
        else f"{wrong} mails did not get the outcome they must get"
    )
    return Panel(table, title=title, border_style="red" if wrong else "green", expand=False)


async def main() -> int:
    """Runs the demonstration; 0 only when every sample got what it must get and the ledger is whole."""
    out = Console(width=110 if not sys.stdout.isatty() else None)
    with tempfile.TemporaryDirectory() as folder:
        out.print("Starting name server, mailbox and gateway on loopback")
        async with staged(Path(folder)) as stage:
            began = time.perf_counter()
            shown = await _send_all(stage, out)
            seconds = time.perf_counter() - began
            code, verified = await stage.command("transfers", "verify")
    for one in shown:
        _show(one, out)
    out.print()
    out.print(_summary(shown, verified.strip().splitlines()[0] if verified.strip() else "", seconds))
    return 0 if code == 0 and not any(one.wrong for one in shown) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
