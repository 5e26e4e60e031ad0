"""``gateway check``: the doctor."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from gateway.cli.complaint import here, language_of
from gateway.cli.desk import config_option, usual
from gateway.doctor.examine import examine
from gateway.doctor.remark import Grade, Remark, exit_code

_STYLES = {Grade.OK: "green", Grade.WARNING: "yellow", Grade.ERROR: "bold red"}
#: In a checkout, and the same below /usr/share/doc/referral-gateway.
_GUIDES = {"nl": "docs/nl/beheerder.md"}
_GUIDE = "docs/en/admin.md"
_GRADE_WIDTH, _CODE_WIDTH = 8, 16


@click.command(short_help="Examine the installation, and say what to do.")
@config_option
@click.option("--offline", is_flag=True, help="Leave the next hop and the name servers alone.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array for programs.")
def check(file: Path | None, *, offline: bool, as_json: bool) -> None:
    """Examine the installation: configuration, policies, keys, next hop, DNS, ledger, clock, disk.

    One line each: ok, warning or error, a stable code, and in the language of the locale what was
    found and what to do. Nothing is changed. Exit codes: 0 all is well, 1 warnings, 2 errors.
    """
    remarks = examine(usual(file), datetime.now(UTC), offline=offline)
    if as_json:
        guide = _GUIDES.get(language_of(os.environ), _GUIDE)
        rows = [_row(remark, guide) for remark in remarks]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        _print(remarks)
    raise click.exceptions.Exit(exit_code(remarks))


def _row(remark: Remark, guide: str) -> dict[str, str]:
    return {
        "grade": remark.grade.value,
        "code": remark.code.value,
        "detail": here(remark.detail),
        "remedy": here(remark.remedy),
        "page": f"{guide}#check-{remark.code.value}",
    }


def _print(remarks: tuple[Remark, ...]) -> None:
    console = Console(highlight=False)
    for remark in remarks:
        said = here(remark.sentence())
        line = Text(f"{remark.grade.value:<{_GRADE_WIDTH}}", style=_STYLES[remark.grade])
        line.append(f"{remark.code.value:<{_CODE_WIDTH}} {said}", style="default")
        console.print(line, soft_wrap=True)
