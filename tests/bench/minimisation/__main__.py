"""``make bench-minimisation``: how little passes, on generated mails, beside programs that redact."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from tests.bench.heldout import generator as heldout
from tests.bench.heldout.record import section
from tests.bench.minimisation.contender import Run, gateway
from tests.bench.minimisation.generator import mails
from tests.bench.minimisation.model import Mail
from tests.bench.minimisation.peers import PEERS, PeersUnavailableError, forwarded, ready, redacted
from tests.bench.minimisation.report import failures, page, sheet, show

PAGE = Path(__file__).parents[3] / "docs" / "en" / "minimisation.md"
UNSEEN_SEEDS = (7, 8, 9, 10, 11, 12)
ALONE = "The peers could not be installed where this was run, so the gateway stands alone."


def main() -> int:
    """Makes the mails, runs every contender, prints the tables and writes the page.

    Exit code 1 when the gateway leaked a value or a phrase, or put another person's value in a field; 2 when
    the scoring missed something in the mails forwarded as they came.
    """
    asked, out = _arguments(), Console(width=None if sys.stdout.isatty() else 190)
    generated = tuple(mails(asked.seed, asked.count))
    out.print(f"{len(generated)} mails from seed {asked.seed}")
    runs = [gateway(generated)]
    redactors = [] if asked.alone else _redactors(generated, out)
    sheets = [sheet(run) for run in (*runs, *redactors, forwarded(generated))]
    show(sheets, out)
    if asked.page:
        command = f"python -m tests.bench.minimisation --seed {asked.seed} --count {asked.count}"
        asked.page.parent.mkdir(parents=True, exist_ok=True)
        remark, today = "" if redactors or asked.alone else ALONE, datetime.now(UTC).date()
        unseen = section([(seed, sheet(gateway(heldout.mails(seed)))) for seed in UNSEEN_SEEDS], today)
        asked.page.write_text(page(sheets, today, command, remark, unseen), "utf-8")
        out.print(f"written to {asked.page}", soft_wrap=True)
    if asked.failures:
        asked.failures.write_text(failures(sheets[0]), "utf-8")
    control = sheets[-1].scores
    if any(len(one.leaked) < len(one.outcome.mail.secrets) for one in control):
        out.print(
            "The scoring did not see every value in the mails as they came: its other figures are not sound"
        )
        return 2
    return int(any(one.leaked or one.sensitive or one.wrong_person for one in sheets[0].scores))


def _redactors(generated: tuple[Mail, ...], out: Console) -> list[Run]:
    """The peers that can be had here; says so when there are none."""
    try:
        out.print("Installing the peers into .venv-peers, unless they are there")
        python = ready()
        return [redacted(peer, generated, python) for peer in PEERS]
    except PeersUnavailableError as error:
        out.print(f"{ALONE} ({error})")
        return []


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.minimisation", description=__doc__)
    parser.add_argument("--seed", type=int, default=2026, help="the same seed makes the same mails")
    parser.add_argument("--count", type=int, default=1_200, help="about how many mails")
    parser.add_argument("--alone", action="store_true", help="leave the peers out")
    parser.add_argument("--page", type=Path, default=PAGE, help="where the page of results is written")
    parser.add_argument("--failures", type=Path, help="write every mail the gateway failed on to this file")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
