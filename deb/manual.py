"""``python -m deb.manual FOLDER`` writes a manual page for ``gateway`` and each of its commands."""

import os
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click
from click_man.core import write_man_pages

from gateway.cli import main


def write(folder: Path) -> None:
    """Writes ``gateway.1``, ``gateway-check.1`` and the others into ``folder``, dated SOURCE_DATE_EPOCH."""
    folder.mkdir(parents=True, exist_ok=True)
    _load(main, click.Context(main))
    at = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    write_man_pages(
        "gateway", main, version=version("referral-gateway"), target_dir=str(folder), date=f"{at:%Y-%m-%d}"
    )


def _load(command: click.Command, context: click.Context) -> None:
    """click-man sees the commands that a group holds, not those it would import when asked."""
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                command.commands[name] = below
                _load(below, context)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
