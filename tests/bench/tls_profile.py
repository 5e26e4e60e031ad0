"""``python -m tests.bench.tls_profile``: the gateway's STARTTLS held against Mozilla's intermediate profile.

By sslyze, which must be on the PATH (pip install sslyze); ends as it does, with 0 when the profile is kept.
The gateway runs with config/openssl.cnf, as its unit has it. The certificate is one of a test, and what the
profile wants of certificates is told with the rest.
"""

import asyncio
import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests.support.stage import HOSTNAME, staged

_SECONDS = 120.0
_ROOT = Path(__file__).parents[2]


async def main() -> int:
    """Prints what sslyze says of a gateway started for it."""
    program = shutil.which("sslyze")
    if program is None:
        print("left out: sslyze is not installed (pip install sslyze)", file=sys.stderr)
        return 0
    os.environ["OPENSSL_CONF"] = str(_ROOT / "config" / "openssl.cnf")
    with tempfile.TemporaryDirectory() as folder:
        async with staged(Path(folder)) as stage:
            wanted = ("--starttls", "smtp", "--sni", HOSTNAME, "--mozilla_config", "intermediate")
            scan = await asyncio.create_subprocess_exec(program, *wanted, f"127.0.0.1:{stage.port}")
            try:
                async with asyncio.timeout(_SECONDS):
                    return await scan.wait()
            except TimeoutError:
                scan.kill()
                await scan.wait()
                print("sslyze did not come to an end", file=sys.stderr)
                return 2


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
