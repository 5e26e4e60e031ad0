"""``python -m tests.console.pictures docs/images``: the pictures in the README, of invented transfers."""

import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page

from gateway.decision import Code, Decision, Deliver, Finding, Reject, Result, Superfluous
from gateway.ledger import entries
from gateway.ledger.month import load_or_create
from gateway.ledger.record import Entry, Outcome
from tests.support.chromium import chromium, context, log_in, serving
from tests.support.console import hall
from tests.support.keeping import fill_at
from tests.support.ledger import outcome
from tests.support.letters import letter
from tests.support.people import client
from tests.support.reporting import PASSED, REF, sent_by

NOW = datetime(2026, 5, 8, 14, 30, tzinfo=UTC)
_DAYS = 28
_KINDS = ("health", "national_number", "income", "birth_date", "file_number", "education")
_WHY = (
    ("label", Code.LABEL_MISSING),
    ("referral", Code.CLIENT_NONE),
    ("residence", Code.RESIDENCE_OUTSIDE),
)
_WHO = ("an.maes", "katrien.dhondt", "bram.wouters", "sofie.claes")


def transfers(path: Path) -> Iterator[tuple[Entry, datetime]]:
    """Four weeks of a small team's referrals, the same each time."""
    chance = random.Random(12)  # noqa: S311 - a picture
    for day in range(_DAYS, -1, -1):
        morning = (NOW - timedelta(days=day)).replace(hour=8, minute=0)
        if morning.weekday() < 5:
            for number in range(chance.randint(3, 9)):
                when = morning + timedelta(minutes=37 * number + chance.randint(0, 30))
                if when < NOW:
                    yield from _one(path, when, chance)


def _one(path: Path, when: datetime, chance: random.Random) -> Iterator[tuple[Entry, datetime]]:
    name, who = f"{when:%Y%m%d}-{chance.getrandbits(40):010x}", chance.choice(_WHO)
    if chance.random() < 0.15:
        check, code = chance.choice(_WHY)
        decision = Decision(Reject(), REF, (*PASSED[:4], Finding(check, Result.FAIL, code)))
        yield entries.refusal(sent_by(who, name, when), decision, Outcome.REJECTED, reply=550), when
        return
    kinds = chance.sample(_KINDS, chance.randint(0, 3))
    left = tuple(Superfluous(kind, chance.randint(1, 2), "body html") for kind in kinds)
    someone = client("An", "Canarius", "+32470123456", "an.canarius@canary.example")
    decision = Decision(Deliver((someone,)), REF, PASSED, left)
    key = load_or_create(path, f"{when:%Y-%m}")
    yield entries.intent(sent_by(who, name, when), decision, None, key), when
    ended = Outcome.UNKNOWN if chance.random() < 0.01 else Outcome.ACCEPTED
    yield outcome(name, ended), when + timedelta(seconds=1)


def pictures(page: Page, address: str, folder: Path) -> None:
    """Overview, one transfer, the breach wizard, the try box: the part of each that a screen shows."""
    page.goto(f"{address}/")
    while "days.svg" not in page.content():
        page.wait_for_timeout(300)
        page.reload()
    page.screenshot(path=folder / "overview.png")
    page.goto(f"{address}/transfers")
    page.locator("tbody tr", has_text="gezondheid").first.locator("a").first.click()
    page.screenshot(path=folder / "transfer.png")
    page.goto(f"{address}/try")
    page.locator("textarea").fill(letter(author="an.maes@sender.example").decode())
    page.locator("main button").click()
    page.wait_for_load_state()
    page.screenshot(path=folder / "try.png")
    page.goto(f"{address}/breach")
    page.locator("main form button").first.click()
    page.wait_for_load_state()
    page.locator("input[type=datetime-local]").fill("2026-05-08T11:40")
    page.get_by_role("button", name="Volgende").click()
    page.wait_for_load_state()
    page.screenshot(path=folder / "breach.png")


def main() -> None:
    """Writes them."""
    folder = Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        place = hall(Path(name))
        ledger = place.folder / "ledger.db"
        fill_at(ledger, list(transfers(ledger)))
        place.clock.now = NOW
        with serving(place) as served, chromium() as browser:
            page = context(browser).new_page()
            log_in(page, served)
            pictures(page, served.address, folder)


if __name__ == "__main__":
    main()
