"""Mail sealed with PGP through a running gateway: opened in memory, composed anew, never in the clear."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from tests.support import gpg
from tests.support.gpg import AN, BRAM, ENTITY, World
from tests.support.letters import DESK, SENDER
from tests.support.stage import POLICIES, Stage, staged
from tests.support.watching import assert_composed

CANARY = "Kanariepiet"
SEALED = ENTITY.replace(b"Claes", CANARY.encode())


@asynccontextmanager
async def opening(folder: Path, world: World, level: str = "signed") -> AsyncIterator[Stage]:
    """A gateway that holds the world's keys, under a policy that asks for ``level``."""
    policies = Path(shutil.copytree(POLICIES, folder / "policies"))
    path = policies / "kindengezin-pepingen.yaml"
    text = path.read_text("utf-8").replace("content: optional", f"content: {level}")
    keys = ", ".join(f'"{key.upper()}"' for key in world.trusted)
    proven = "authentication: dmarc"
    path.write_text(text.replace(proven, f"{proven}, pgp_keys: [{keys}]"), "utf-8")
    home = world.gateway.folder
    async with staged(folder, policies=policies, extra=f'keys: {{pgp_home: "{home}"}}') as stage:
        yield stage


def places(home: Path) -> set[Path]:
    """Where a program might leave a file."""
    folders = (Path(tempfile.gettempdir()), Path.home(), Path.home() / ".gnupg", Path.cwd(), Path("/"), home)
    return {path for folder in folders if folder.is_dir() for path in folder.iterdir()}


def in_the_clear(new: set[Path], *folders: Path) -> list[Path]:
    """The files, new ones and those below ``folders``, that hold the canary."""
    every = (*new, *(path for folder in folders for path in folder.rglob("*")))
    return [path for path in every if path.is_file() and CANARY.encode() in path.read_bytes()]


def agents_of(home: Path) -> list[str]:
    """The command lines of the agents that run for ``home``."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            found.append(path.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
    return [line for line in found if line.startswith("gpg-agent") and str(home) in line]


@pytest.fixture
def open_home(pgp_world: World, tmp_path: Path) -> Path:
    """A copy of the gateway's home that its group may enter."""
    without_sockets = shutil.ignore_patterns("S.*")
    home = Path(shutil.copytree(pgp_world.gateway.folder, tmp_path / "h", ignore=without_sockets))
    home.chmod(0o750)
    return home


@pytest.mark.parametrize("form", [gpg.encrypted, gpg.mangled])
async def test_a_sealed_and_signed_referral_is_delivered_and_is_nowhere_in_the_clear(
    tmp_path: Path, pgp_world: World, form: Callable[[bytes], bytes]
) -> None:
    home = pgp_world.gateway.folder
    pgp_world.gateway.close()
    mail = form(pgp_world.sender.seal(SEALED, by=(AN,)))
    before = places(home)
    async with opening(tmp_path, pgp_world) as stage:
        reply = await stage.send(mail, SENDER, DESK)
        assert reply.startswith("250 2.6.0 ")
        (message,) = await stage.mailbox.received(1)
        assert_composed(message)
        assert CANARY.encode() in message.content
        assert in_the_clear(places(home) - before, tmp_path, home) == []
        (row,) = await stage.transfers()
        assert (row["outcome"], row["opaque"]) == ("accepted", False)
    assert CANARY not in stage.log
    assert agents_of(home) == []


async def test_what_cannot_be_opened_or_is_not_signed_by_the_sender_is_refused_for_its_reason(
    tmp_path: Path, pgp_world: World
) -> None:
    sender = pgp_world.sender
    whole = sender.seal(SEALED, "--no-armor", by=(AN,))
    mails = {
        "encryption.other_key": gpg.encrypted(sender.seal(SEALED, to=("stranger@box.example",))),
        "encryption.broken": gpg.mangled(whole[:-40] + bytes(20) + whole[-20:]),
        "encryption.weak": gpg.encrypted(sender.seal(SEALED, "--rfc2440")),
        "encryption.inline": gpg._multipart("multipart/mixed", (("", gpg.armored(sender.seal(SEALED))),)),
        "encryption.signature_missing": gpg.encrypted(sender.seal(SEALED)),
        "encryption.signer_other": gpg.encrypted(sender.seal(SEALED, by=(BRAM,))),
        "encryption.content_missing": gpg.signed(sender.sign(SEALED), SEALED),
        "encryption.signature_broken": gpg.signed(sender.sign(SEALED), ENTITY),
        "message.too_complex": gpg.encrypted(sender.seal(bytes(60_000_000), by=(AN,))),
    }
    async with opening(tmp_path, pgp_world) as stage:
        replies = [await stage.send(mail, SENDER, DESK) for mail in mails.values()]
        assert {reply[:5] for reply in replies} == {"550 5"}
        rows = await stage.transfers()
        assert [code for code, row in zip(mails, rows, strict=True) if code not in row["reasons"]] == []
        assert stage.mailbox.messages == []
    assert CANARY not in stage.log


async def test_what_is_only_signed_is_read_as_it_was_signed(tmp_path: Path, pgp_world: World) -> None:
    async with opening(tmp_path, pgp_world, "optional") as stage:
        reply = await stage.send(gpg.signed(pgp_world.sender.sign(SEALED), SEALED), SENDER, DESK)
        assert reply.startswith("250 2.6.0 ")
        (message,) = await stage.mailbox.received(1)
        assert CANARY.encode() in message.content


async def test_without_its_agent_mail_is_opened_all_the_same(tmp_path: Path, pgp_world: World) -> None:
    async with opening(tmp_path, pgp_world) as stage:
        for number in range(2):
            pgp_world.gateway.close()
            mail = gpg.encrypted(pgp_world.sender.seal(SEALED, by=(AN,))).replace(b"<1@", b"<%d@" % number)
            assert (await stage.send(mail, SENDER, DESK)).startswith("250 2.6.0 ")


async def test_a_home_that_others_may_enter_keeps_the_gateway_from_starting(
    tmp_path: Path, open_home: Path
) -> None:
    async with staged(tmp_path, extra=f'keys: {{pgp_home: "{open_home}"}}', started=False) as stage:
        with pytest.raises(RuntimeError, match="chmod 700"):
            await stage.start()
