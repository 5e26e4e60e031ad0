"""A next hop whose TLS fails, and what the day's report to its administrator says of it (RFC 8460)."""

import gzip
import json
import ssl
from collections import Counter
from pathlib import Path
from typing import Any

from tests.support.behaviour import GOOD, Behaviour
from tests.support.certificates import Authority, Issued, new_authority
from tests.support.letters import DESK, SENDER, letter
from tests.support.mailbox import Mailbox
from tests.support.stage import HOSTNAME, Stage, staged


def takes(context: ssl.SSLContext, issued: Issued) -> None:
    """Whoever connects from now on is shown this certificate."""
    context.load_cert_chain(issued.certificate, issued.key)


async def days_of(stage: Stage) -> list[str]:
    """The UTC days of all transfers: two, when midnight comes in between."""
    return sorted({str(row["time"])[:10] for row in await stage.transfers()})


async def reports(stage: Stage) -> list[dict[str, Any]]:
    said = [await stage.command("transfers", "tls-report", "--day", day) for day in await days_of(stage)]
    assert {code for code, _ in said} == {0}
    return [json.loads(output) for _, output in said]


def totals(told: list[dict[str, Any]]) -> Counter[str]:
    """What all reports count together."""
    found: Counter[str] = Counter()
    for one in told:
        (policy,) = one["policies"]
        found["successful"] += policy["summary"]["total-successful-session-count"]
        found["failed"] += policy["summary"]["total-failure-session-count"]
        for detail in policy["failure-details"]:
            assert detail["receiving-ip"] == "127.0.0.1"
            found[detail["result-type"]] += detail["failed-session-count"]
    return found


def unpacked(path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gzip.decompress(Path(path.strip()).read_bytes()))
    return found


async def test_each_way_in_which_the_next_hops_tls_failed_is_counted(tmp_path: Path) -> None:
    ours: Authority = new_authority(tmp_path)
    theirs = new_authority(tmp_path, "Another authority")
    context = ours.server("127.0.0.1", expired=True).server_context()
    async with (
        Mailbox(tls=context) as box,
        staged(tmp_path, authority=ours, next_hop=box.address) as stage,
    ):
        assert (await stage.send(letter(), SENDER, DESK)).startswith("451 ")
        assert (await stage.send(letter(), SENDER, DESK)).startswith("451 ")
        takes(context, ours.server("elsewhere.example"))
        assert (await stage.send(letter(), SENDER, DESK)).startswith("451 ")
        takes(context, theirs.server("127.0.0.1"))
        assert (await stage.send(letter(), SENDER, DESK)).startswith("451 ")
        box.behaviour = Behaviour(hide_starttls=True)
        assert (await stage.send(letter(), SENDER, DESK)).startswith("451 ")
        takes(context, ours.server("127.0.0.1"))
        box.behaviour = GOOD
        assert (await stage.send(letter(), SENDER, DESK)).startswith("250 ")
        refused = letter(author="an@elsewhere.example")
        assert (await stage.send(refused, "an@elsewhere.example", DESK)).startswith("550 ")

        told = await reports(stage)
        written = [
            await stage.command("transfers", "tls-report", "--gzip", str(tmp_path), "--day", day)
            for day in await days_of(stage)
        ]
        code, output = await stage.command("transfers", "verify")

    assert totals(told) == {
        "successful": 1,
        "failed": 5,
        "certificate-expired": 2,
        "certificate-host-mismatch": 1,
        "certificate-not-trusted": 1,
        "starttls-not-supported": 1,
    }
    assert {one["organization-name"] for one in told} == {HOSTNAME}
    assert [unpacked(path) for _, path in written] == told
    assert code == 0, output
