"""The gateway as a system to load: its whole way, on a configuration of its own."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.bench.throughput.load import running
from tests.support import zone
from tests.support.certificates import new_authority
from tests.support.dkim import Signer
from tests.support.postfix import free_port, listening
from tests.support.stage import HOSTNAME, POLICIES, records

_ROOT = Path(__file__).parents[3]


@asynccontextmanager
async def gateway(
    folder: Path, sink: int, signer: Signer, *, workers: int = 1
) -> AsyncIterator[tuple[int, int]]:
    """Yields its port and its process. It hands on to the port ``sink``, and believes ``signer``."""
    port = free_port()
    issued = new_authority(folder).server("127.0.0.1", HOSTNAME)
    async with zone.serving(records(signer)) as names:
        config = folder / "gateway.yaml"
        config.write_text(
            f"""hostname: {HOSTNAME}
listen: ["127.0.0.1:{port}"]
tls: {{certificate: "{issued.certificate}", key: "{issued.key}"}}
next_hop: {{address: "127.0.0.1:{sink}", tls: none}}
dns: {{nameservers: ["{names.address}"]}}
policies: "{POLICIES}"
ledger: {{url: "sqlite:///{folder / "ledger.db"}"}}
workers: {workers}
limits: {{sessions: 400, sessions_per_client: 200}}
""",
            "utf-8",
        )
        command = (
            sys.executable,
            "-m",
            "tests.bench.throughput.unencrypted",
            "serve",
            "--config",
            str(config),
        )
        with (folder / "log").open("wb") as log:
            async with running(command, _ROOT, log.fileno()) as process:
                await listening(port)
                yield port, process
