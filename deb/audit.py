"""``python -m deb.audit LOCK`` asks pip-audit whether a locked library has a known weakness.

Exit codes: 0 none is known, or the advisories could not be asked, which is said; 1 some is.
"""

import json
import subprocess
import sys
from typing import Any

_SECONDS = 30
_ASK = ("--format", "json", "--progress-spinner", "off", "--timeout", "5")
_AS_LOCKED = ("--disable-pip", "--no-deps", "--require-hashes", "--requirement")


def asked(lock: str) -> str:
    """What pip-audit answers about ``lock``, as JSON; nothing when it could not ask."""
    command = [sys.executable, "-m", "pip_audit", *_ASK, *_AS_LOCKED, lock]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout


def told(answer: str) -> tuple[str, int]:
    """What to print of an answer, and the exit code."""
    try:
        libraries: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except ValueError:
        libraries = []
    known = [one for one in libraries if "vulns" in one]
    if not known:
        return "audit: SKIPPED, the advisories could not be reached\n", 0
    weak = [
        f"audit: {one['name']} {one['version']}: {', '.join(flaw['id'] for flaw in one['vulns'])}\n"
        for one in known
        if one["vulns"]
    ]
    count = (
        f"audit: {len(known)} of {len(libraries)} libraries are known to the advisories, {len(weak)} weak\n"
    )
    return "".join((*weak, count)), int(bool(weak))


if __name__ == "__main__":
    text, code = told(asked(sys.argv[1]))
    sys.stdout.write(text)
    raise SystemExit(code)
