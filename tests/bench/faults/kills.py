"""The gateway killed: at one call into the kernel after the other, and at random under load."""

import asyncio
import os
import random
import signal
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from aiosmtplib.errors import SMTPConnectError, SMTPException

from tests.bench.faults.tally import Sent, Verdict, judged, mail
from tests.support.letters import DESK, SENDER
from tests.support.stage import Stage, staged
from tests.support.strace import tampered

#: More than one message takes. Each call is counted until one more of it kills nothing.
CALLS = {"fdatasync": 9, "rename": 9, "write": 20, "sendto": 60, "pwrite64": 99}
_AGAIN_SECONDS = 0.2


async def deliver(stage: Stage, one: Sent, until: float) -> None:
    """Sends as a mail server does: again while there is no answer, or a temporary one."""
    content = mail(one.number)
    while not one.reply and time.monotonic() < until:
        one.tries += 1
        try:
            async with asyncio.timeout(40):
                reply = await stage.send(content, SENDER, DESK)
        except SMTPConnectError:
            await asyncio.sleep(_AGAIN_SECONDS)
            continue
        except (OSError, SMTPException):
            one.unanswered += 1
            await asyncio.sleep(_AGAIN_SECONDS)
            continue
        # After its dot a mail that is answered 4xx may have passed: the reply says so by 4.4.2.
        one.unanswered += reply.startswith(("451 4.4.2", "421"))
        if reply.startswith("4"):
            await asyncio.sleep(_AGAIN_SECONDS)
        else:
            one.reply = reply


async def killed_at(folder: Path, call: str, number: int) -> tuple[bool, Verdict]:
    """One mail while the gateway dies as a thread enters ``call`` the ``number``-th time, and after that.

    Whether it died at all, and what is left.
    """
    async with staged(folder) as stage:
        assert stage.process is not None
        one = Sent(1)
        async with tampered(stage.process.pid, call, f"signal=KILL:when={number}"):
            sending = asyncio.create_task(deliver(stage, one, time.monotonic() + 60))
            ended = asyncio.create_task(stage.process.wait())
            await asyncio.wait({sending, ended}, return_when=asyncio.FIRST_COMPLETED)
        died = stage.process.returncode is not None
        if died:
            await stage.start()
        await sending
        ended.cancel()
        await stage.stop()
        return died, await judged(stage, [one])


async def every_call(folder: Path, calls: Iterable[str]) -> AsyncIterator[tuple[str, int, Verdict]]:
    """``killed_at`` for each of ``calls`` and each number until nothing dies any more."""
    for call in calls:
        for number in range(1, CALLS[call] + 1):
            own = folder / f"{call}-{number}"
            own.mkdir()
            died, verdict = await killed_at(own, call, number)
            if not died:
                break
            yield call, number, verdict


async def at_random(folder: Path, messages: int, *, seed: int, at_once: int = 8) -> tuple[int, Verdict]:
    """``messages`` through two workers while one of them, or all, are killed now and then; how often."""
    async with staged(folder, extra="workers: 2\nlimits: {sessions_per_client: 100}") as stage:
        mails = [Sent(number) for number in range(messages)]
        waiting = iter(mails)
        until = time.monotonic() + 60 + messages

        async def work() -> None:
            for one in waiting:
                await deliver(stage, one, until)

        async with _killing(stage, random.Random(seed)) as kills:  # noqa: S311 - a seed repeats it
            await asyncio.gather(*(work() for _ in range(at_once)))
        # One more start, so that what the last kill left open is closed.
        await stage.stop()
        await stage.start()
        await stage.stop()
        return len(kills), await judged(stage, mails)


@asynccontextmanager
async def _killing(stage: Stage, rng: random.Random) -> AsyncIterator[list[int]]:
    kills: list[int] = []
    task = asyncio.create_task(_kill(stage, rng, kills))
    try:
        yield kills
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        if stage.process is None or stage.process.returncode is not None:
            await stage.start()


async def _kill(stage: Stage, rng: random.Random, kills: list[int]) -> None:
    while True:
        await asyncio.sleep(rng.uniform(0.3, 2.5))
        assert stage.process is not None
        workers = _children(stage.process.pid)
        one = workers and rng.random() < 0.8
        victims = [rng.choice(workers)] if one else [stage.process.pid, *workers]
        for process in victims:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
                kills.append(process)
        if stage.process.pid in victims:
            await stage.process.wait()
            # The port must stay the same for those who try again.
            _keep_port(stage)
            await asyncio.shield(stage.start())


def _keep_port(stage: Stage) -> None:
    text = stage.config.read_text("utf-8")
    stage.config.write_text(text.replace("127.0.0.1:0", f"127.0.0.1:{stage.port}"), "utf-8")


def _children(process: int) -> list[int]:
    try:
        return list(map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()))
    except OSError:
        return []
