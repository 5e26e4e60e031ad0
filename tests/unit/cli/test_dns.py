import asyncio
import json
import ssl
from datetime import UTC, datetime
from pathlib import Path

import dns.rdatatype
import dns.zone
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from dns.rdtypes.ANY.TXT import TXT

from gateway.authentication.resolver import Tlsa
from gateway.config import load
from gateway.outbound.dane import vouched_for
from gateway.publishing.asking import State
from tests.support.dkim import new_signer
from tests.support.stage import Stage, staged

AS_MX = "other_recipients: relay"


async def _told(stage: Stage, *options: str) -> tuple[int, str]:
    return await stage.command("dns", *options)


def _signing(folder: Path) -> str:
    key = new_signer("pepingen.example").key
    (folder / "dkim.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return f'signing: {{domain: pepingen.example, selector: s, key: "{folder / "dkim.pem"}"}}'


async def test_what_is_pasted_from_the_snippet_is_present(tmp_path: Path) -> None:
    extra = f"{AS_MX}\n{_signing(tmp_path)}"
    async with staged(tmp_path, extra=extra, started=False) as stage:
        code, printed = await _told(stage)
        assert code == 1
        assert printed.count("; missing") == 9

        pasted = _pasted(printed)
        stage.nameserver.records = _table(pasted) | {
            "mta-sts.pepingen.example": {"A": ["192.0.2.1"]},
        }
        host = stage.nameserver.records["mx.pepingen.example"]
        assert isinstance(host, dict)
        host["A"] = ["192.0.2.1"]

        code, printed = await _told(stage)
        assert (code, printed.count("; present")) == (0, 9)
        found = _pasted(printed)
        assert _table(found) == _table(pasted)


def _pasted(lines: str) -> dns.zone.Zone:
    return dns.zone.from_text(f"$TTL 60\n{lines}", origin=".", relativize=False, check_origin=False)


def _table(zone: dns.zone.Zone) -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = {}
    for name, _, data in zone.iterate_rdatas():
        kind = dns.rdatatype.to_text(data.rdtype)
        text = b"".join(data.strings).decode() if isinstance(data, TXT) else data.to_text()
        table.setdefault(str(name).rstrip("."), {}).setdefault(kind, []).append(text)
    return table


async def test_the_tlsa_record_vouches_for_the_certificate_in_force(tmp_path: Path) -> None:
    async with staged(tmp_path, started=False) as stage:
        code, printed = await _told(stage, "--offline", "--json")
        assert code == 0
        rows = json.loads(printed)["records"]
        (pin,) = [row["value"] for row in rows if row["type"] == "TLSA"]
        usage, selector, matching, digest = pin.split()
        record = Tlsa(int(usage), int(selector), int(matching), bytes.fromhex(digest))
        pem = load(stage.config).tls.certificate.read_text().partition("-----END")[0]
        der = ssl.PEM_cert_to_DER_cert(pem + "-----END CERTIFICATE-----\n")
        assert vouched_for((der,), (record,), "mx.pepingen.example", datetime.now(UTC))
        assert {row["state"] for row in rows} == {State.NOT_ASKED}


async def test_behind_another_server_no_mx_is_ours_unless_it_is_said(tmp_path: Path) -> None:
    async with staged(tmp_path, started=False) as stage:
        assert " MX " not in (await _told(stage, "--offline"))[1]
        said = (await _told(stage, "--offline", "--front", "mx"))[1]
        assert "pepingen.example. IN MX 10 mx.pepingen.example." in said
        assert "mode: testing" in said
        enforced = (await _told(stage, "--offline", "--front", "mx", "--mta-sts", "enforce"))[1]
        assert "mode: enforce" in enforced


async def test_what_cannot_be_used_or_asked_exits_2(tmp_path: Path) -> None:
    async with staged(tmp_path, started=False) as stage:
        whole = stage.config.read_text("utf-8")
        stage.config.write_text(whole.replace(stage.nameserver.address, "127.0.0.1:9"), "utf-8")
        code, printed = await _told(stage)
        assert (code, "; unknown" in printed) == (2, True)
        load(stage.config).tls.certificate.unlink()
        code, printed = await _told(stage, "--offline")
        assert code == 2
        assert "tls.certificate" in printed
        config = stage.config.read_text("utf-8").replace(
            str(load(stage.config).tls.certificate), "/run/credentials/gateway.service/certificate"
        )
        stage.config.write_text(config, "utf-8")
        code, printed = await _told(stage, "--offline")
        placed = "Start the gateway: systemd puts it there, from the file that the unit names."
        assert (code, placed in printed) == (2, True)
        await asyncio.to_thread(stage.config.write_text, "hostname: 1\n", "utf-8")
        assert (await _told(stage, "--offline"))[0] == 2
