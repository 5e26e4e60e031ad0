"""``python -m tests.fuzz``: every target for a while, led by coverage (atheris), from its seeds on.

``--seconds`` is how long each target runs, ``--corpus`` a folder in which inputs are kept from run to
run; names of targets choose some. What a target raises, what takes over ten seconds and what takes over
2 GB ends the run with 1; its input is written into the corpus, and becomes a test by its name.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.fuzz.targets import Target

_LIMITS = ("-timeout=10", "-rss_limit_mb=2048", "-max_len=65536", "-print_final_stats=0", "-verbosity=0")


def _targets() -> "Mapping[str, Target]":
    """Imported late, so that atheris can watch what they import."""
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415

    return TARGETS


def run_one(name: str, arguments: list[str]) -> None:
    """Runs the target ``name`` in this process until libFuzzer ends it."""
    import atheris  # noqa: PLC0415 - the list of targets can be had without it

    with atheris.instrument_imports(include=["gateway"]):
        targets = _targets()

    atheris.Setup([sys.argv[0], *arguments], targets[name].run)
    atheris.Fuzz()


def run_all(names: list[str], seconds: int, corpus: Path) -> int:
    """Each of ``names`` in a process of its own; how many found something."""
    found, targets = 0, _targets()
    for name in names or targets:
        own = corpus / name
        own.mkdir(parents=True, exist_ok=True)
        for seed in targets[name].seeds:
            (own / sha256(seed).hexdigest()[:16]).write_bytes(seed)
        limits = (f"-max_total_time={seconds}", f"-artifact_prefix={corpus}/{name}-", *_LIMITS)
        command = (sys.executable, "-m", "tests.fuzz", "--target", name, "--", str(own), *limits)
        ended = subprocess.run(command, check=False, timeout=seconds + 300)
        print(
            f"{name}: {'found something' if ended.returncode else 'clean'}, {len(list(own.iterdir()))} inputs"
        )
        found += ended.returncode != 0
    return found


def main() -> int:
    """As the module says. Without atheris nothing runs, and that is told."""
    if find_spec("atheris") is None:
        print("left out: atheris is not installed here (pip install atheris)", file=sys.stderr)
        return 0
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="of tests/fuzz/targets.py; all by default")
    parser.add_argument("--seconds", type=int, default=200)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--target")
    options, rest = parser.parse_known_args()
    if options.target:
        run_one(options.target, [*options.names, *rest])
        return 0
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        return min(run_all(options.names, options.seconds, options.corpus or Path(folder)), 1)


if __name__ == "__main__":
    sys.exit(main())
