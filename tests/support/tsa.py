"""A time stamp authority on loopback, made of the real ``openssl ts``."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.web import Answered, answering

_CONFIG = """\
[tsa]
default_tsa = tsa1
[tsa1]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.crt
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""
_EXTENSIONS = (
    "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n"
)


@dataclass(slots=True)
class Authority:
    """Its folder, its root certificate, and what it answers instead of a stamp, if anything."""

    folder: Path
    ca: Path
    url: str = ""
    instead: Answered | None = None
    stamps_other: bytes = b""

    def answer(self, _path: str, body: bytes) -> Answered:
        """A TimeStampResp to the TimeStampReq in ``body``."""
        if self.instead is not None:
            return self.instead
        query = self.folder / "query.tsq"
        query.write_bytes(body)
        if self.stamps_other:
            (self.folder / "other").write_bytes(self.stamps_other)
            openssl("ts", "-query", "-data", self.folder / "other", "-sha256", "-cert", "-out", query)
        reply = self.folder / "reply.tsr"
        config = self.folder / "tsa.cnf"
        openssl("ts", "-reply", "-config", config, "-section", "tsa1", "-queryfile", query, "-out", reply)
        return 200, "application/timestamp-reply", reply.read_bytes()


def openssl(*arguments: object) -> str:
    """Runs openssl; what it says. Raises CalledProcessError."""
    command = ["openssl", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout


@contextmanager
def authority(folder: Path) -> Iterator[Authority]:
    """A time stamp authority with keys of its own, serving until the block ends."""
    folder.mkdir()
    made = Authority(folder, folder / "ca.crt")
    (folder / "serial").write_text("01\n")
    (folder / "tsa.cnf").write_text(_CONFIG.format(folder=folder))
    (folder / "extensions").write_text(_EXTENSIONS)
    key = ("-newkey", "rsa:2048", "-nodes", "-sha256")
    openssl(
        "req", "-x509", *key, "-days", 30, "-subj", "/CN=Root of stamps", "-keyout", folder / "ca.key",
        "-out", made.ca, "-addext", "keyUsage=critical,keyCertSign,cRLSign",
    )  # fmt: skip
    request = folder / "tsa.csr"
    openssl("req", *key, "-subj", "/CN=Stamps", "-keyout", folder / "tsa.key", "-out", request)
    openssl(
        "x509", "-req", "-in", request, "-CA", made.ca, "-CAkey", folder / "ca.key", "-CAcreateserial",
        "-days", 30, "-sha256", "-extfile", folder / "extensions", "-out", folder / "tsa.crt",
    )  # fmt: skip
    with answering(made.answer) as url:
        made.url = f"{url}/tsr"
        yield made
