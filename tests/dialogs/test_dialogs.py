"""Conversations as data, one file each.

``C:`` a line the client sends, ``R:`` raw octets with Python's escapes, ``T:`` the handshake,
``S:`` a line the server answers (``*`` stands for anything), ``X:`` the server closes, ``A:`` how
many messages arrived in all, ``P:`` whose the last one was. ``O: forwards`` lets this client speak for
another, ``O: introduces`` makes it open with the PROXY protocol. ``#`` begins a comment.
"""

import codecs
from fnmatch import fnmatchcase
from pathlib import Path
from ssl import SSLContext

import pytest

from gateway.inbound.transaction import nobody
from gateway.mail.envelope import Peer
from tests.support.inbound import Client, Running, client_tls, loopback, server_tls, serving

DIALOGS = {path.stem: path.read_text("ascii") for path in sorted(Path(__file__).parent.glob("*.smtp"))}


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


@pytest.mark.parametrize("dialog", DIALOGS)
async def test_the_server_keeps_to_the_conversation(dialog: str, tls: SSLContext) -> None:
    lines = DIALOGS[dialog].splitlines()
    forwards, introduces = (
        loopback if f"O: {word}" in lines else nobody for word in ("forwards", "introduces")
    )
    async with serving(tls, may_forward=forwards, introduces=introduces) as running:
        client = await running.connect()
        for number, line in enumerate(lines, 1):
            if line and not line.startswith(("#", "O:")):
                await follow(client, running, line[:2], line[3:], f"{dialog}:{number}")


def told(peer: Peer) -> str:
    if peer.via is None:
        return f"{peer.ip} {peer.helo}"
    return (
        f"{peer.ip or 'unknown'} {peer.helo} {'handed on' if peer.via.relayed else 'passed'} by {peer.via.ip}"
    )


async def follow(client: Client, running: Running, who: str, text: str, where: str) -> None:
    match who:
        case "C:":
            await client.send(text.encode("ascii") + b"\r\n")
        case "R:":
            await client.send(codecs.decode(text, "unicode_escape").encode("latin-1"))
        case "T:":
            await client.writer.start_tls(client_tls())
        case "S:":
            line = (await client.reader.readline()).decode("ascii")
            assert fnmatchcase(line, f"{text}\r\n"), f"{where}: {line!r}"
        case "X:":
            assert await client.rest() == "", where
        case "A:":
            assert len(running.next_hop.arrivals) == int(text), where
        case "P:":
            assert told(running.next_hop.arrivals[-1].peer) == text, where
        case _:
            pytest.fail(f"{where}: no such line")
