"""Rights-managed mail through a running gateway: refused with its remedy, or handed on sealed."""

import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.support import rpmsg
from tests.support.dkim import signed
from tests.support.letters import DESK, SENDER
from tests.support.stage import POLICIES, Stage, staged

OTHER = "99999999-0000-4000-8000-000000000000"


@asynccontextmanager
async def asking(folder: Path, wanted: str) -> AsyncIterator[Stage]:
    policies = Path(shutil.copytree(POLICIES, folder / "policies"))
    path = policies / "kindengezin-pepingen.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("rights_managed: reject", f"rights_managed: {wanted}"), "utf-8")
    async with staged(folder, policies=policies) as stage:
        yield stage


async def test_it_is_refused_with_what_the_senders_it_service_can_do(tmp_path: Path) -> None:
    async with asking(tmp_path, "reject") as stage:
        reply = await stage.send(rpmsg.letter(), SENDER, DESK)
        assert reply.startswith("550 5.7.1 De mail is met rechten beveiligd")
        assert "mailflowregel" in reply
        assert "TLS" in reply
        (row,) = await stage.transfers()
        assert (row["outcome"], row["reasons"]) == ("rejected", ["encryption.rights_managed"])
        assert stage.mailbox.messages == []


async def test_what_the_policy_relays_arrives_byte_for_byte_and_is_recorded_as_opaque(tmp_path: Path) -> None:
    async with asking(tmp_path, "relay") as stage:
        mail = signed(rpmsg.letter(), stage.signer)
        reply = await stage.send(mail, SENDER, DESK, sign=False)
        assert reply.startswith("250 2.6.0 ")
        (message,) = await stage.mailbox.received(1)
        assert message.content == mail
        (row,) = await stage.transfers()
        assert (row["outcome"], row["opaque"], row["clients"]) == ("accepted", True, [])
        _, shown = await stage.command("transfers", "show", row["id"])
        assert "not inspected" in shown or "handed on sealed" in shown
        _, told = await stage.command("transfers", "show", row["id"], "--json")
        assert json.loads(told)["opaque"] is True
        assert "error.type" not in stage.log
    assert rpmsg.OWNER not in stage.log


@pytest.mark.parametrize(
    "content",
    [rpmsg.container(rpmsg.compound(rpmsg.licence(OTHER))), rpmsg.container()[:-5], b"words", b""],
    ids=["another tenant", "cut off", "no container", "nothing"],
)
async def test_what_no_tenant_of_the_policy_protected_is_not_relayed(tmp_path: Path, content: bytes) -> None:
    async with asking(tmp_path, "relay") as stage:
        assert (await stage.send(rpmsg.letter(content), SENDER, DESK)).startswith("550 5.7.1 ")
        (row,) = await stage.transfers()
        assert row["reasons"] == ["encryption.rights_other_tenant"]
        assert stage.mailbox.messages == []


async def test_a_stranger_cannot_have_anything_relayed(tmp_path: Path) -> None:
    async with asking(tmp_path, "relay") as stage:
        assert (await stage.send(rpmsg.letter(), SENDER, DESK, sign=False)).startswith("550 ")
        assert stage.mailbox.messages == []
