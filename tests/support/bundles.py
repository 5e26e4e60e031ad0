"""Evidence bundles for tests: made of synthetic ledgers, taken apart, and put together again."""

import io
import json
import zipfile
from collections.abc import Mapping
from contextlib import redirect_stdout
from hashlib import sha256
from pathlib import Path

from gateway.evidence import verify
from gateway.evidence.bundle import Choice, write_bundle
from gateway.ledger.canonical import canonical

EVERYTHING = Choice()


def bundle(ledger: Path, out: Path, choice: Choice = EVERYTHING) -> Path:
    """The bundle of ``choice`` in ``out``."""
    write_bundle(ledger, choice, out, lambda _done, _all: None)
    return out


def files(path: Path) -> dict[str, bytes]:
    """Every file in the ZIP."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def put_together(content: Mapping[str, bytes], path: Path) -> Path:
    """A ZIP with these files."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def fitted(content: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same files with a manifest that names them as they are: what a forger does first."""
    manifest = json.loads(content["manifest.json"])
    manifest["files"] = {
        name: {"bytes": len(data), "sha256": sha256(data).hexdigest()}
        for name, data in content.items()
        if name != "manifest.json"
    }
    return {**content, "manifest.json": canonical(manifest)}


def run(path: Path, *options: str) -> tuple[int, str]:
    """Exit code and output of ``verify.py`` on the bundle."""
    said = io.StringIO()
    with redirect_stdout(said):
        code = verify.main([str(path), *options])
    return code, said.getvalue()
