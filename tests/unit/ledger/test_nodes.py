from pathlib import Path

from gateway.ledger.nodes import dismissed, node_of
from gateway.ledger.place import beside
from gateway.ledger.record import draft
from gateway.ledger.writer import Writer
from tests.support.ledger import LOG, NOON, intent


def test_the_first_worker_bears_the_plain_name_and_the_others_a_number() -> None:
    assert [node_of("mx.example", number) for number in (1, 2, 3)] == [
        "mx.example",
        "mx.example.2",
        "mx.example.3",
    ]


def test_workers_that_are_no_more_and_left_a_transfer_open_are_found_and_nobody_else(tmp_path: Path) -> None:
    site = beside(tmp_path / "ledger.db")
    for number, node in enumerate(("mx", "mx.2", "mx.3", "mx.x", "mx.4.4", "other.3")):
        writer = Writer(site, node=node, log=LOG)
        writer.append([draft(intent(str(number)), NOON)])
        writer.close()
    assert dismissed(site, "mx", 2) == ("mx.3",)
    assert dismissed(site, "mx", 3) == ()
