"""The whole gateway on loopback: of what passed through it, no value stays in any file it keeps."""

import json
from pathlib import Path

import pyrage
import pytest

from gateway.ledger.people import people_of
from gateway.ledger.transfers import list_transfers
from tests.support.corpus import samples
from tests.support.stage import POLICIES, Stage, staged

OFFICER = pyrage.x25519.Identity.generate()
SAMPLES = {sample.name: sample for sample in samples()}
SENT = ("001-clean-form", "002-space-before-colon", "043-no-label", "019-two-phones")
_SHORTEST = 4


def values(sample: str) -> list[str]:
    """What a mail holds of a client, each word and each spelling that could be stored."""
    truth = SAMPLES[sample].truth
    clients = truth.get("clients", [])
    found = [str(value) for client in clients for value in leaves(client)]
    # The sender is no client, and their address is recorded.
    found += [item["value"] for item in truth.get("forbidden", ()) if not item["type"].startswith("sender")]
    digits = ["".join(filter(str.isdigit, value)).removeprefix("32") for value in found]
    return [word for word in (*found, *digits) if len(word) >= _SHORTEST]


def leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in leaves(part)]
    if isinstance(value, list):
        return [leaf for part in value for leaf in leaves(part)]
    return [value] if value else []


def held(stage: Stage) -> dict[str, bytes]:
    """Every file of the installation that the gateway writes."""
    names = [path for path in stage.folder.iterdir() if path.name.startswith(("ledger.db", "gateway.log"))]
    return {path.name: path.read_bytes() for path in names}


def assert_no_canary(files: dict[str, bytes], canaries: list[str]) -> None:
    for name, data in files.items():
        for canary in canaries:
            for spelled in (canary, canary.lower(), canary.upper()):
                assert spelled.encode() not in data, name
                assert spelled.encode("utf-16-le") not in data, name


@pytest.mark.timeout(120)
async def test_no_value_of_a_client_is_in_the_ledger_its_wal_or_the_log(tmp_path: Path) -> None:
    # The policy's own text, which names its places, is on the ledger.
    places = {"1670", "Pepingen", "Bogaarden", "Heikruis"}
    canaries = sorted({value for sample in SENT for value in values(sample)} - places)
    assert len(canaries) >= 10
    extra = f"seal_months_to: [{OFFICER.to_public()}]\n"
    async with staged(tmp_path, extra=extra, policies=POLICIES) as stage:
        for name in SENT:
            sample = SAMPLES[name]
            await stage.send(sample.content, sample.truth["mail_from"], sample.truth["rcpt"])
        passed = [people for people in map(people_of, list_transfers(stage.ledger)) if people is not None]
        assert passed
        assert all(people.each and not people.unknown for people in passed)
        running = held(stage)
        assert {"ledger.db", "ledger.db-wal", "ledger.db-shm", "gateway.log"} <= running.keys()
        assert_no_canary(running, canaries)

        phone = SAMPLES["001-clean-form"].truth["clients"][0]["phone"][0]
        code, output = await stage.command(
            "transfers", "lookup", "--phone", phone, "--reason", "art. 15", "--json"
        )
        assert (code, len(json.loads(output)["hits"])) == (0, 1)
        assert_no_canary(held(stage), canaries)
        code, output = await stage.command("transfers", "erase")
        assert (code, output) == (0, "Erased: nothing.\n")
        code, output = await stage.command("transfers", "verify")
        assert code == 0, output
        await stage.stop()
        assert_no_canary(held(stage), canaries)
