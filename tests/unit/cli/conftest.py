"""What several tests of commands start from."""

from pathlib import Path

import pytest

from tests.support.certificates import new_authority
from tests.support.stage import POLICIES


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """An installation that decides: its configuration, with a certificate and the tests' policies."""
    issued = new_authority(tmp_path).server("mx.pepingen.example")
    file = tmp_path / "gateway.yaml"
    file.write_text(
        f"""hostname: mx.pepingen.example
listen: ["127.0.0.1:0"]
tls: {{certificate: "{issued.certificate}", key: "{issued.key}"}}
next_hop: {{address: "127.0.0.1:9", tls: none}}
policies: "{POLICIES}"
ledger: {{url: "sqlite:///{tmp_path / "ledger.db"}"}}
sandbox: degraded
"""
    )
    return file
