"""Clients nobody here wrote: swaks and OpenSSL's s_client."""

import asyncio
from ssl import SSLContext

import pytest

from tests.support.inbound import Running, limits, server_tls, serving


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


async def run(*command: str, stdin: bytes = b"") -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate(stdin)
    return process.returncode, output.decode("latin-1")


async def swaks(running: Running, *options: str) -> tuple[int | None, str]:
    envelope = ("--from", "an@kindengezin.example", "--to", "ocmw@pepingen.example")
    server = ("--server", f"127.0.0.1:{running.port}", "--ehlo", "client.example")
    return await run("swaks", *server, *envelope, *options)


async def s_client(running: Running, *options: str, stdin: bytes) -> tuple[int | None, str]:
    server = ("-starttls", "smtp", "-connect", f"127.0.0.1:{running.port}")
    return await run("openssl", "s_client", *server, *options, stdin=stdin)


async def test_swaks_delivers_over_tls(tls: SSLContext) -> None:
    async with serving(tls) as running:
        code, output = await swaks(running, "--tls", "--body", "één\n.\n..\n")
    assert code == 0, output
    assert b"\r\n.\r\n..\r\n" in running.next_hop.contents[0]


async def test_swaks_delivers_pipelined(tls: SSLContext) -> None:
    async with serving(tls) as running:
        code, output = await swaks(running, "--tls", "--pipeline")
    assert code == 0, output
    assert len(running.next_hop.arrivals) == 1


async def test_swaks_without_tls_is_refused_at_mail(tls: SSLContext) -> None:
    async with serving(tls) as running:
        code, output = await swaks(running)
    assert code == 23, output
    assert "530 5.7.0 Must issue a STARTTLS command first" in output


@pytest.mark.parametrize("version", ["-tls1_2", "-tls1_3"])
async def test_s_client_finds_starttls_and_a_clean_end(tls: SSLContext, version: str) -> None:
    async with serving(tls) as running:
        code, output = await s_client(running, "-brief", "-crlf", "-ign_eof", version, stdin=b"NOOP\nQUIT\n")
    assert code == 0, output
    assert "250 2.0.0 OK" in output
    assert "221 2.0.0 Bye" in output


async def test_clients_that_hang_up_behind_tls_leave_their_places(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(sessions_per_client=2)) as running:
        for _ in range(12):
            _, output = await s_client(running, "-brief", stdin=b"\n")
            assert "CONNECTION ESTABLISHED" in output
        client = await running.connect()
        assert (await client.reply()).startswith("220 ")


async def test_s_client_cannot_renegotiate(tls: SSLContext) -> None:
    async with serving(tls) as running:
        code, output = await s_client(running, "-tls1_2", stdin=b"R\n")
    assert code == 1, output
    assert "no renegotiation" in output
