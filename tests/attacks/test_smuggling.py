"""SMTP smuggling: one stream of octets in which two programs see different messages.

Whatever an attacker puts where an end of data could be read, the next hop sees the one message
that CRLF.CRLF ends, or none; and no octet of content is ever run as a command.
"""

from ssl import SSLContext

import pytest

from tests.support.inbound import ACCEPTED, Running, server_tls, serving

NEARLY_ENDS = [
    b"\n.\n",
    b"\n.\r\n",
    b"\r.\r\n",
    b"\r.\r",
    b"\r.\n",
    b"\n.\r",
    b"\r\n.\n",
    b"\r\n.\r",
    b"\r\n.\r\r\n",
    b"\r\r\n.\r\r\n",
    b"\r\n\0.\r\n",
    b"\r\n.\0\r\n",
    b"\n\n.\r\n",
    b"\r\n\r.\r\n",
]
SMUGGLED = (
    b"MAIL FROM:<admin@pepingen.example>\r\nRCPT TO:<ocmw@pepingen.example>\r\n"
    b"DATA\r\nSubject: smuggled\r\n\r\nsmuggled\r\n.\r\n"
)


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


async def replies_to(running: Running, stream: bytes, *, block: int) -> list[str]:
    """Everything the server says from the first octet behind 354 to the reply to QUIT."""
    client = await running.ready()
    assert (await client.ask("DATA")).startswith("354 ")
    stream += b"QUIT\r\n"
    for start in range(0, len(stream), block):
        await client.send(stream[start : start + block])
    return (await client.rest()).splitlines()


@pytest.mark.parametrize("block", [1, 1_000])
@pytest.mark.parametrize("nearly_end", NEARLY_ENDS)
async def test_a_second_message_behind_what_nearly_ends_the_first_is_never_seen(
    tls: SSLContext, nearly_end: bytes, block: int
) -> None:
    stream = b"Subject: first\r\n\r\nfirst" + nearly_end + SMUGGLED
    async with serving(tls) as running:
        replies = await replies_to(running, stream, block=block)
    assert [reply[:9] for reply in replies] == ["550 5.6.0", "221 2.0.0"]
    assert running.next_hop.arrivals == []


@pytest.mark.parametrize("octets", [b"\r", b"\n", b"\0", b"\n\r", b"\r\r\n"])
@pytest.mark.parametrize(
    "place", [b"Sub%bject: x\r\n\r\nx\r\n", b"Subject: x\r\n%b\r\nx\r\n", b"Subject: x\r\n\r\nx%b\r\n"]
)
async def test_octets_that_break_lines_elsewhere_refuse_the_message(
    tls: SSLContext, octets: bytes, place: bytes
) -> None:
    async with serving(tls) as running:
        replies = await replies_to(running, place % octets + b".\r\n", block=1_000)
    assert [reply[:9] for reply in replies] == ["550 5.6.0", "221 2.0.0"]
    assert running.next_hop.arrivals == []


async def test_a_stuffed_dot_line_is_content_and_ends_nothing(tls: SSLContext) -> None:
    stream = b"Subject: first\r\n\r\n..\r\n" + SMUGGLED
    async with serving(tls) as running:
        replies = await replies_to(running, stream, block=1_000)
    assert replies[0] == ACCEPTED.line()
    content = b"Subject: first\r\n\r\n.\r\n" + SMUGGLED.removesuffix(b".\r\n")
    assert running.next_hop.contents == [content]


async def test_what_the_client_itself_pipelines_behind_the_end_is_a_second_message(tls: SSLContext) -> None:
    # The client is then the author of both, and both pass the same judgement.
    group = b"MAIL FROM:<an@kindengezin.example>\r\nRCPT TO:<ocmw@pepingen.example>\r\nDATA\r\n"
    async with serving(tls) as running:
        client = await running.ready()
        assert await client.ask("DATA") != ""
        await client.send(b"Subject: first\r\n\r\nfirst\r\n.\r\n" + group)
        assert [(await client.reply())[:3] for _ in range(4)] == ["250", "250", "250", "354"]
        await client.send(b"Subject: second\r\n\r\nsecond\r\n.\r\n")
        assert await client.reply() == ACCEPTED.line()
    assert len(running.next_hop.arrivals) == 2


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\r\n", b"\n\r\n"])
async def test_a_command_line_ends_with_crlf_alone(tls: SSLContext, end: bytes) -> None:
    async with serving(tls) as running:
        client = await running.secured()
        await client.send(b"MAIL FROM:<an@kindengezin.example>" + end + b"NOOP\r\n")
        assert (await client.rest()).splitlines() == [
            "500 5.5.2 Command line must be ASCII, within its length and end with CRLF"
        ]
