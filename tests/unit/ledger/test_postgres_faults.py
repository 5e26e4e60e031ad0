import psycopg
import pytest

from gateway.ledger.errors import LedgerUnavailable, unread
from gateway.ledger.postgres_faults import faults
from gateway.said import said_by
from gateway.texts.errors import spoken

REFUSED = (
    'connection failed: connection to server at "127.0.0.1", port 1 failed: Connection refused\n\tIs it on?'
)
STRANGE = (
    'connection failed: connection to server at "db.example" (192.0.2.1), port 5432 failed: '
    'server certificate for "a.example" does not match host name "db.example"'
)
DUTCH = "het register kan niet gelezen worden: "


@pytest.mark.parametrize(
    ("told", "dutch"),
    [
        (REFUSED, "127.0.0.1, poort 1: De verbinding is geweigerd"),
        (STRANGE, "db.example, poort 5432: het certificaat is van a.example en niet van db.example"),
        ("the server is gone\nDETAIL: a value", "the server is gone"),
    ],
)
def test_a_server_that_cannot_be_reached_is_told_in_any_language_and_without_details(
    told: str, dutch: str
) -> None:
    with pytest.raises(LedgerUnavailable) as failed, faults(unread):
        raise psycopg.OperationalError(told)
    assert spoken(said_by(failed.value), "nl") == DUTCH + dutch


def test_a_real_refusal_is_read(unused_tcp_port: int) -> None:
    told = f"127.0.0.1, port {unused_tcp_port}: Connection refused"
    with pytest.raises(LedgerUnavailable, match=told), faults(unread):
        psycopg.connect(f"postgresql://x@127.0.0.1:{unused_tcp_port}/x", connect_timeout=5)
