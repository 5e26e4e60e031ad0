"""The texts of policies on a ledger in PostgreSQL: the same statements, the same answers."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from gateway.decision import PolicyRef
from gateway.ledger import entries
from gateway.ledger.history import Kept, kept_digests, policies_in_force
from gateway.ledger.record import draft
from gateway.ledger.verify import verify
from gateway.ledger.writer import Writer
from tests.support import postgres
from tests.support.ledger import LOG

pytestmark = pytest.mark.skipif(bool(postgres.unavailable()), reason=postgres.unavailable() or "")
WHEN = datetime(2026, 4, 10, 11, tzinfo=UTC)


def test_each_version_has_its_text_and_the_one_before_it(tmp_path: Path) -> None:
    texts = ("één: 1\r\n", "één: 2\n" * 20_000)
    digests = [f"sha256:{sha256(text.encode()).hexdigest()}" for text in texts]
    said = [
        entries.policy_in_force(PolicyRef("a", digest), text)
        for digest, text in zip(digests, texts, strict=True)
    ]
    with postgres.running() as server:
        site = server.site(server.new_database(), tmp_path)
        writer = Writer(site, node="mx1", log=LOG)
        writer.append([draft(one, WHEN) for one in said])
        writer.close()
        latest, first = policies_in_force(site.place)
        assert (latest.kept, latest.kept_before) == (Kept(texts[1], ""), Kept(texts[0], ""))
        assert (latest.before, first.before) == (digests[0], None)
        assert kept_digests(site.place) == frozenset(digests)
        assert verify(site.place).ok
