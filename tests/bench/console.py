"""``python -m tests.bench.console --transfers N``: what a page of the console takes beside so many.

Two records a transfer, spread over a year that ends now. A request is the whole way through the
application without a network: session, rights, ledger, template. One for a transfer includes its record.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from pathlib import Path
from statistics import median, quantiles

from rich.console import Console as Terminal
from rich.table import Table
from starlette.testclient import TestClient

from gateway import config
from gateway.config_console import Console
from gateway.config_hosts import HostPort
from gateway.console.app import application
from gateway.ledger.place import beside
from gateway.ledger.record import Draft, draft
from gateway.ledger.writer import Writer
from tests.bench.long_ledger import _intent, _outcome
from tests.support.console import Hall, hall
from tests.support.wizard import begun, fill

_YEAR, _BATCH, _ROUNDS, _SAMPLE = timedelta(days=365), 256, 40, 997


def _drafts(transfers: int, end: datetime) -> Iterator[Draft]:
    step = _YEAR / transfers
    for number in range(transfers):
        when = end - _YEAR + number * step
        name = f"{when:%Y%m%d}-{number:010x}"
        yield draft(_intent(name), when)
        yield draft(_outcome(name), when)


def _fill(file: Path, transfers: int, end: datetime) -> None:
    writer = Writer(beside(file), node="mx1", log="mx.ledger.example")
    drafts = _drafts(transfers, end)
    while batch := list(islice(drafts, _BATCH)):
        writer.append(batch)
    writer.close()


def _paths(transfers: int, end: datetime) -> dict[str, list[str]]:
    """For each kind of page the addresses that are asked for in turn."""
    step, numbers = _YEAR / transfers, [n * _SAMPLE % transfers for n in range(_ROUNDS)]
    times = [(n, end - _YEAR + n * step) for n in numbers]
    days = [f"{when:%Y-%m-%d}" for _, when in times]
    return {
        "overview": ["/"],
        "its chart": ["/days.svg"],
        "transfers": ["/transfers"],
        "transfers, deep": [f"/transfers?before={2 * n + 2}" for n in numbers],
        "transfers of a day": [f"/transfers?from={day}&to={day}" for day in days],
        "transfers, none fits": [f"/transfers?outcome=rejected&to={day}" for day in days],
        "transfers of a label, none fits": [f"/transfers?label=label.missing&to={day}" for day in days],
        "transfers to nobody there": [f"/transfers?recipient=*@nowhere.example&to={day}" for day in days],
        "one transfer": [f"/transfers/{when:%Y%m%d}-{n:010x}" for n, when in times],
        "evidence of one": [f"/transfers/{when:%Y%m%d}-{n:010x}/evidence.zip" for n, when in times],
        "policies": ["/policies"],
        "try, the form": ["/try"],
        "breach, the list": ["/breach"],
        "look-up, the form": ["/lookup"],
    }


def _wizard(browser: TestClient, transfers: int, end: datetime) -> Iterator[tuple[str, list[str]]]:
    """The steps of drafts about a month, about all, about the ledger itself, and about some references."""
    names = [n * _SAMPLE % transfers for n in range(5)]
    some = " ".join(f"{end - _YEAR + n * (_YEAR / transfers):%Y%m%d}-{n:010x}" for n in names)
    month = f"{end - timedelta(days=30):%Y-%m-%d}"
    # What is counted beside the pages goes on while later ones are asked for: so these come first.
    draft = begun(browser)
    for step in ("when", "what", "whom", "end"):
        yield f"breach, {step}", [f"{draft}/{step}"]
    for about, fields in (
        ("five references", {"scope": "references", "references": some}),
        ("a month", {"scope": "chosen", "in_from": month}),
        ("all", {"scope": "chosen"}),
        ("the ledger", {"scope": "integrity"}),
    ):
        draft = begun(browser)
        fill(browser, draft, "which", **fields)
        yield f"breach, which: {about}", [f"{draft}/which"]
        yield f"breach, make: {about}", [f"{draft}/make"]


def _exported(browser: TestClient) -> Iterator[tuple[str, list[str]]]:
    """The page of an export of all, when that is long enough to have one."""
    if place := browser.get("/export/csv").headers.get("location"):
        yield "export of all, how far", [place]


def _seconds(browser: TestClient, paths: list[str]) -> list[float]:
    took = list[float]()
    for round_ in range(_ROUNDS):
        begun = time.perf_counter()
        answer = browser.get(paths[round_ % len(paths)])
        took.append(time.perf_counter() - begun)
        if answer.status_code != 200:
            raise RuntimeError(f"{answer.request.url.path} answers {answer.status_code}")
    return took


def _visited(place: Hall, file: Path, end: datetime) -> Hall:
    """The hall with the long ledger in the place of its short one, its clock at the end of the year."""
    settings = place.folder / "long.yaml"
    text = (place.folder / "gateway.yaml").read_text("utf-8")
    settings.write_text(text.replace(str(place.folder / "ledger.db"), str(file)), "utf-8")
    place.clock.now = end
    local = place.folder / "accounts.json"
    console = Console(HostPort("127.0.0.1", 8443), local, drafts=place.folder / "drafts")
    app = application(config.load(settings), console, place.clock)
    return Hall(place.folder, app, place.clock, place.secrets)


def _measure(folder: Path, transfers: int) -> Iterator[tuple[str, ...]]:
    end = datetime.now(UTC)
    file = folder / "long" / "ledger.db"
    file.parent.mkdir()
    _fill(file, transfers, end)
    place = _visited(hall(folder), file, end)
    begun = time.perf_counter()
    with place.browser():
        browser = place.visitor()
        while "days.svg" not in browser.get("/").text:
            time.sleep(0.5)
        yield "thirty days, counted beside the pages", f"{time.perf_counter() - begun:.1f} s", ""
        asked = (_paths(transfers, end).items(), _wizard(browser, transfers, end), _exported(browser))
        for name, paths in chain.from_iterable(asked):
            took = _seconds(browser, paths)
            yield name, f"{median(took) * 1000:.0f} ms", f"{quantiles(took, n=20)[-1] * 1000:.0f} ms"


def main() -> None:
    """Fills, measures, prints, and removes what it made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--transfers", type=int, default=1_000_000)
    transfers = parser.parse_args().transfers
    folder = Path(tempfile.mkdtemp())
    table = Table("page", "median", "95 % within", title=f"{transfers:,} transfers")
    try:
        for row in _measure(folder, transfers):
            table.add_row(*row)
    finally:
        shutil.rmtree(folder)
        Terminal(width=110).print(table)


if __name__ == "__main__":
    main()
