"""Somebody walks off with everything that lies in the ledger's folder, and tries every telephone there is.

Belgium has some ten million mobile numbers, so trying all of them takes seconds. A token is HMAC-SHA256
under a key of 256 bits: without that key a right guess and a wrong one cannot be told apart, so it is
enough to try the numbers that are right and a sample of the others, and to see that no byte in the
folder that could be a key makes a token of a past month.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from gateway.ledger.keeping import close_months
from gateway.ledger.month import MonthKey, load_or_create, parse_keys
from gateway.ledger.months import recorded_months
from gateway.ledger.people import people_of
from gateway.ledger.place import beside
from gateway.ledger.pseudonym import Sought, candidates
from gateway.ledger.transfers import list_transfers
from gateway.ledger.writer import Writer
from tests.support.keeping import fill_at
from tests.support.ledger import LOG
from tests.support.people import client, mail

JANUARY, FEBRUARY = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 2, 15, tzinfo=UTC)
NUMBERS = tuple(f"+3247{number:07}" for number in range(0, 10_000_000, 333_333))
OFFICER = pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in February, with mails of January and February about the same people."""
    folder = tmp_path_factory.mktemp("stolen")
    path = folder / "ledger.db"
    for when in (JANUARY, FEBRUARY):
        key = load_or_create(path, f"{when:%Y-%m}")
        for at, number in enumerate(NUMBERS):
            fill_at(path, mail(f"{when:%m}-{at}", when, key, client("An", "Verzonnen", number)))
        writer = Writer(beside(path), node="mx1", log=LOG)
        close_months(writer, beside(path), (str(OFFICER.to_public()),), when)
        writer.close()
    return folder


def tokens_of(folder: Path, month: str) -> frozenset[str]:
    """Every token that was recorded in ``month``."""
    people = [people_of(transfer) for transfer in list_transfers(folder / "ledger.db")]
    each = [person for found in people if found and found.month == month for person in found.each]
    return frozenset(token for person in each for tokens in person.values() for token in tokens)


def enumerated(key: MonthKey) -> frozenset[str]:
    """The tokens of the true numbers and of ten thousand others, made with ``key``."""
    others = (f"+3249{number:07}" for number in range(0, 10_000_000, 1000))
    tried = (candidates(Sought(phone=number), key)["phone"] for number in (*NUMBERS, *others))
    return frozenset[str]().union(*tried)


def keys_in(folder: Path) -> Iterator[bytes]:
    """Everything in the folder's files that could be a key, also spelled in hex."""
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        yield from (data[at : at + 32] for at in range(len(data) - 31))
        for run in data.translate(bytes(c if c in b"0123456789abcdef" else 32 for c in range(256))).split():
            yield from (bytes.fromhex(run[at : at + 64].decode()) for at in range(len(run) - 63))


def test_the_key_of_the_running_month_lies_there_and_finds_this_month_alone(folder: Path) -> None:
    key = load_or_create(folder / "ledger.db", "2026-02")
    assert len(enumerated(key) & tokens_of(folder, "2026-02")) == len(NUMBERS)
    assert not enumerated(key) & tokens_of(folder, "2026-01")
    assert not enumerated(MonthKey("2026-01", key.secret)) & tokens_of(folder, "2026-01")


def test_nothing_in_the_folder_is_the_key_of_a_past_month(folder: Path) -> None:
    past = tokens_of(folder, "2026-01")
    tried = frozenset(keys_in(folder))
    assert len(tried) > 10_000
    one = Sought(phone=NUMBERS[0])
    assert not [key for key in tried if candidates(one, MonthKey("2026-01", key))["phone"] & past]
    (now,) = {load_or_create(folder / "ledger.db", "2026-02").secret} & tried
    assert candidates(one, MonthKey("2026-02", now))["phone"] & tokens_of(folder, "2026-02")


def test_an_officer_can_still_open_it(folder: Path) -> None:
    sealed = next(month.sealed for month in recorded_months(folder / "ledger.db") if month.month == "2026-01")
    (key,) = parse_keys(pyrage.decrypt(sealed.encode(), [OFFICER]).decode())
    assert len(enumerated(key) & tokens_of(folder, "2026-01")) == len(NUMBERS)
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed.encode(), [pyrage.x25519.Identity.generate()])


def test_the_same_person_has_other_tokens_in_another_month(folder: Path) -> None:
    assert not tokens_of(folder, "2026-01") & tokens_of(folder, "2026-02")
