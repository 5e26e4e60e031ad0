"""``python -m deb.completion SHARE`` writes click's completion for three shells below SHARE."""

import sys
from pathlib import Path

from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from gateway.cli import main

PLACES: tuple[tuple[type[ShellComplete], str], ...] = (
    (BashComplete, "bash-completion/completions/gateway"),
    (ZshComplete, "zsh/vendor-completions/_gateway"),
    (FishComplete, "fish/vendor_completions.d/gateway.fish"),
)


def write(share: Path) -> None:
    """Writes a file for each shell below ``share``, as a distribution lays them out."""
    for shell, place in PLACES:
        file = share / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(shell(main, {}, "gateway", "_GATEWAY_COMPLETE").source(), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
