"""``python -m tests.bench.profile``: where a running gateway's computing goes, by py-spy while mails come in.

One worker, 4 KB mails, ten at once. Every sample of a thread that computes (holds the interpreter) counts for
one step. The processes that read are not in it: their processor time is in the
table of steps. py-spy must be installed (pip install py-spy). ``--write`` names a guide for the table.
"""

import argparse
import asyncio
import os
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.bench.marks import markdown, put
from tests.bench.throughput.gateway import gateway
from tests.bench.throughput.load import Kind, load, sinking
from tests.bench.throughput.messages import small
from tests.support.dkim import new_signer
from tests.support.stage import SENDERS

_WARM, _A_SECOND = 200, 200
_HEAD = ("step", "share", "most of it in")
# A frame in the stack, as py-spy writes it, and the step it tells of; the first that is there counts.
_STEPS = (
    ("_write (gateway/ledger/store", "the ledger's thread"),
    ("is_accounted_for (", "composing: reading again what was composed"),
    ("prepare (gateway/outbound/departure", "composing"),
    ("decide (gateway/pipeline", "deciding"),
    ("(gateway/authentication/", "SPF, DKIM and DMARC"),
    ("may_open (", "looking for layers"),
    ("(gateway/sealed/", "looking for layers"),
    ("Readers.", "to and from the sandbox"),
    ("(gateway/reading/", "to and from the sandbox"),
    ("(gateway/outbound/", "SMTP with the next hop"),
    ("(gateway/ledger/", "records, made ready"),
    ("_tell (gateway/transfer", "the log"),
    ("(gateway/inbound/", "SMTP with the client"),
    ("(gateway/transfer", "between the steps"),
    ("_run_once (asyncio", "the event loop"),
)


def step_of(stack: str) -> str:
    """The step that ``stack`` is in, frames from the outermost to the innermost."""
    return next((step for frame, step in _STEPS if frame in stack), "else")


def library_of(stack: str) -> str:
    """The package that the innermost frame is of."""
    path = stack.rpartition(" (")[2].rstrip(")").partition(":")[0]
    return "/".join(path.split("/")[:2]) if path.startswith("gateway") else path.split("/")[0]


def shares(samples: list[tuple[str, int]]) -> Iterator[tuple[str, ...]]:
    """A row for each step, the greatest first."""
    steps, within = Counter[str](), dict[str, Counter[str]]()
    for stack, count in samples:
        step = step_of(stack)
        steps[step] += count
        within.setdefault(step, Counter())[library_of(stack)] += count
    whole = steps.total() or 1
    for step, count in steps.most_common():
        packages = ", ".join(f"{name} {100 * n / whole:.0f} %" for name, n in within[step].most_common(3))
        yield step, f"{100 * count / whole:.0f} %", packages


def _parsed(text: str) -> list[tuple[str, int]]:
    lines = (line.rpartition(" ") for line in text.splitlines())
    return [(stack, int(count)) for stack, _, count in lines]


async def _sampled(program: str, messages: int) -> list[tuple[str, int]]:
    signer = new_signer(SENDERS)
    with tempfile.TemporaryDirectory(prefix="profile-") as name:
        folder = Path(name)
        os.chmod(folder, 0o755)  # noqa: PTH101, S103 - smtp-sink enters as nobody
        mail, raw = folder / "mail", folder / "raw"
        mail.write_bytes(small(signer))
        async with sinking(folder) as sink, gateway(folder, sink.port, signer) as (port, process):
            await load("gateway", port, [process], sink, Kind("4 KB", mail, 10, _WARM))
            spying = await asyncio.create_subprocess_exec(
                program, "record", "--gil", "--threads", "--format", "raw", "--rate", str(_A_SECOND),
                "--duration", "3600", "--pid", str(process), "--output", str(raw),
                stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
            )  # fmt: skip
            await asyncio.sleep(2)
            await load("gateway", port, [process], sink, Kind("4 KB", mail, 10, messages))
            spying.send_signal(signal.SIGINT)
            await spying.wait()
        return _parsed(raw.read_text("utf-8"))


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=2_000)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    beside = str(Path(sys.executable).parent)
    program = shutil.which("py-spy", path=beside) or shutil.which("py-spy")
    if program is None:
        print("left out: py-spy is not installed (pip install py-spy)", file=sys.stderr)
        return 0
    table = markdown(_HEAD, list(shares(asyncio.run(_sampled(program, options.messages)))))
    print(table)
    if options.write:
        put(options.write, "tests.bench.profile", "python -m tests.bench.profile", table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
