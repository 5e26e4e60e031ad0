"""Conversations as data, one file each.

``C:`` a line the client sends, ``R:`` raw octets with Python's escapes, ``T:`` the handshake,
``S:`` a line the server answers (``*`` stands for anything), ``X:`` the server closes, ``A:`` how
many messages arrived in all. ``#`` begins a comment.
"""

import codecs
from fnmatch import fnmatchcase
from pathlib import Path
from ssl import SSLContext

import pytest

from tests.support.inbound import Client, Running, client_tls, server_tls, serving

DIALOGS = {path.stem: path.read_text("ascii") for path in sorted(Path(__file__).parent.glob("*.smtp"))}


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


@pytest.mark.parametrize("dialog", DIALOGS)
async def test_the_server_keeps_to_the_conversation(dialog: str, tls: SSLContext) -> None:
    async with serving(tls) as running:
        client = await running.connect()
        for number, line in enumerate(DIALOGS[dialog].splitlines(), 1):
            if line and not line.startswith("#"):
                await follow(client, running, line[:2], line[3:], f"{dialog}:{number}")


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
        case _:
            pytest.fail(f"{where}: no such line")
