"""A ledger on real PostgreSQL proves as one in a file does: bundles, anchors and their tail."""

from pathlib import Path

import pytest

from gateway.evidence.bundle import Choice, write_bundle
from gateway.ledger.anchors import Tail, held, mail_held, standing
from gateway.ledger.place import Site
from gateway.ledger.transfers import latest_checkpoint
from gateway.ledger.verify import verify
from tests.support import postgres
from tests.support.bundles import run
from tests.support.ledger import NOON, fill, intent, outcome, some_entries

pytestmark = pytest.mark.skipif(bool(postgres.unavailable()), reason=postgres.unavailable() or "")


def test_a_ledger_on_a_server_hands_over_the_same_proof(tmp_path: Path) -> None:
    with postgres.running() as server:
        place = server.place(server.new_database())
        site = Site(place, tmp_path / "ledger.db.key", tmp_path)
        _, note = fill(site, some_entries(270))
        fill(site, [mail_held(note, taken=2, asked=2), intent("late"), outcome("late")])
        [anchor], tail = held(place)
        assert (anchor.size, tail) == (270, Tail(273, 270, 2, NOON))
        assert standing(place, anchor.way).active
        choice = Choice(references=("d3", "late"))
        assert write_bundle(place, choice, tmp_path / "evidence.zip", lambda _done, _all: None) == 2
        kept = tmp_path / "kept.txt"
        kept.write_text(latest_checkpoint(place))
        assert run(tmp_path / "evidence.zip", "--checkpoint", str(kept))[0] == 0
        assert verify(place, checkpoint=note).ok
