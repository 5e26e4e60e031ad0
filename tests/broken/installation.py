"""A sound installation in a folder, and what the doctor says of it once something is broken."""

import os
import re
import shutil
import stat
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from gateway.doctor.examine import examine
from gateway.doctor.remark import Grade, Remark
from gateway.texts.errors import SENTENCES, spoken
from tests.broken.case import Case

LANGUAGES = ("en", *SENTENCES)
_NOBODY = 65534
_REQUEST = (
    *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"),
    *("-subj", "/CN=gateway", "-addext", "subjectAltName=DNS:mx.pepingen.example", "-days", "365"),
    *("-out", "gateway.crt", "-keyout", "gateway.key"),
)
CONFIG = """\
hostname: mx.pepingen.example
listen: ["127.0.0.1:8025"]
tls: {certificate: tls/gateway.crt, key: tls/gateway.key, minimum: TLSv1.2}
next_hop: {address: "127.0.0.1:8026", tls: verify, ca: ca/next-hop.pem}
policies: policies
ledger: {url: "sqlite://FOLDER/ledger.db"}
limits: {sessions: 200}
timezone: Europe/Brussels
seal_months_to: [age1m96uakus42vkz6al0x7dzlhudz5xcvjrfpwfn8zf75mljyqxx4pqz32z5u]
"""
POLICY = """\
protocol: kindengezin-ocmw-pepingen
language: nl
valid: {from: 2025-12-18}
parties:
  sender: {name: Kind en Gezin, dpo: dpo@kindengezin.example}
  receiver: {name: OCMW Pepingen, dpo: dpo@pepingen.example}
recipients: [ocmw@pepingen.example]
senders: {allow: ["*@kindengezin.example"], authentication: dmarc}
label:
  accept:
    - tenant: 11111111-2222-4333-8444-555555555555
      id: aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee
      name: Geheim
fields:
  allow: [first_name, last_name, address, phone, email]
residence:
  places: {"1670": [Pepingen]}
"""


def sound(folder: Path) -> None:
    """Makes an installation in ``folder`` of which the doctor has nothing to say."""
    for name in ("tls", "ca", "policies"):
        (folder / name).mkdir()
    subprocess.run(_REQUEST, cwd=folder / "tls", check=True, capture_output=True)
    shutil.copy(folder / "tls/gateway.crt", folder / "ca/next-hop.pem")
    (folder / "gateway.yaml").write_text(CONFIG.replace("FOLDER", str(folder)), "utf-8")
    (folder / "policies/protocol.yaml").write_text(POLICY, "utf-8")


def answer(case: Case, folder: Path) -> Mapping[str, str]:
    """What ``gateway check --offline`` says beyond ``ok`` of one with this mistake, by language."""
    sound(folder)
    case.breaks(folder)
    if case.served:
        _served(folder)
    with as_nobody() if case.stranger else _as_ourselves():
        remarks = examine(folder / "gateway.yaml", datetime.now(UTC), offline=True)
    told = [remark for remark in remarks if remark.grade is not Grade.OK]
    return {
        language: "\n".join(_line(remark, folder, language) for remark in told) or "all is well"
        for language in LANGUAGES
    }


def _line(remark: Remark, folder: Path, language: str) -> str:
    detail, remedy = spoken(remark.detail, language), spoken(remark.remedy, language)
    said = f"{remark.grade.value} {remark.code.value}: {detail}. {remedy}"
    if remark.code.value.endswith(".expiry"):
        said = re.sub(r"\d{4}-\d{2}-\d{2}", "DATE", said)
    # The keys grow with the program; that they are listed is what counts here.
    said = re.sub(r"(?<=: dns, )[a-z_, ]+", "…", said)
    said = re.sub(r"-o \S+ -g \S+", "-o gateway -g gateway", said.replace(str(folder), "/etc/gateway"))
    return re.sub(r"\b(nobody|nogroup)\b", "gateway", said)


def _served(folder: Path) -> None:
    """The ledger's folder is that of the user of the gateway, who may enter all above it."""
    os.chown(folder, _NOBODY, -1)
    for file in (folder / "tls/gateway.crt", folder / "tls/gateway.key"):
        os.chown(file, _NOBODY, -1)
    for above in (folder.parent, folder.parent.parent, folder.parent.parent.parent):
        if above != Path("/") and not above.stat().st_mode & stat.S_ISVTX:
            above.chmod(0o755)


@contextmanager
def _as_ourselves() -> Iterator[None]:
    yield


@contextmanager
def as_nobody() -> Iterator[None]:
    """root reads everything: what a file's mode keeps out is seen as another user."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
