"""Nothing of an address or a message reaches any logger, at any level."""

import logging
from io import StringIO
from ssl import SSLContext

import pytest
from structlog.testing import capture_logs

from gateway.inbound.replies import Reply
from gateway.mail.envelope import Arrival
from tests.support.inbound import Client, server_tls, serving

SECRETS = ("geheim-adres", "geheime-inhoud", "geheime-fout")


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


async def a_session_of_every_kind(client: Client) -> None:
    await client.ask("MAIL FROM:<geheim-adres@kindengezin.example>")
    await client.ask("RCPT TO:<geheim-adres@pepingen.example>")
    await client.ask("RCPT TO:<ocmw@pepingen.example>")
    await client.message(b"Subject: geheime-inhoud\r\n\r\ngeheime-inhoud\r\n.\r\n")
    await client.ask("VRFY geheim-adres")
    await client.ask("geheim-adres")
    await client.ask("MAIL FROM:<geheim-adres")


async def test_no_address_content_or_exception_text_reaches_a_log(
    tls: SSLContext, caplog: pytest.LogCaptureFixture
) -> None:
    async def accept(arrival: Arrival) -> Reply:
        raise RuntimeError(f"geheime-fout {arrival.content!r}")

    library = logging.getLogger("mail.log")
    heard = StringIO()
    handler = logging.StreamHandler(heard)
    with caplog.at_level(logging.DEBUG), capture_logs() as events:
        async with serving(tls, accept=accept) as running:
            library.addHandler(handler)
            client = await running.secured()
            await a_session_of_every_kind(client)
    library.removeHandler(handler)
    assert heard.getvalue() == ""
    assert [event["event"] for event in events] == ["smtp.delivery.failed"]
    assert events[0]["error.type"] == "RuntimeError"
    text = caplog.text + repr(events)
    assert not any(secret in text for secret in SECRETS)


async def test_the_librarys_logger_stays_silent_when_the_root_listens_to_everything(
    tls: SSLContext, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="mail.log")
    async with serving(tls) as running:
        client = await running.secured()
        await a_session_of_every_kind(client)
    assert [record for record in caplog.records if record.name == "mail.log"] == []
