"""The guides to what stands in front: one set of files for every language, and the gateway's own load."""

import re
import subprocess
from pathlib import Path

import pytest

from gateway import config
from gateway.decision import Code, Decision, Finding, Reject, Result
from gateway.inbound import replies
from gateway.inbound.answers import refused
from gateway.inbound.replies import Reply
from gateway.texts import wording
from tests.support.guide import GUIDES, files

ROOT = Path(__file__).parents[2]
SENDER_ICT = {"en": ROOT / "docs/en/sender-ict.md", "nl": ROOT / "docs/nl/ict-afzender.md"}
NEEDED = {
    "hostname": "mx.pepingen.example",
    "listen": '["127.0.0.1:8025"]',
    "tls": "{certificate: a.pem, key: b.pem}",
    "next_hop": '{address: "127.0.0.1:8026"}',
    "policies": "policies",
    "ledger": '{url: "sqlite:///var/lib/gateway/ledger.db"}',
}
#: An authority's file below /etc/gateway/tls, which the gateway itself may not read.
OUT_OF_REACH = re.compile(r'(?:\bca|_ca|_authorities|sslrootcert)"?[:=] ?"?[\w/]*\btls/')
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]+)")
OURS = {name: text for name, text in files().items() if name.startswith("gateway.yaml")}


def test_every_language_shows_the_same_files() -> None:
    assert len(files("en")) == 11
    assert files("en") == files("nl")


@pytest.mark.parametrize("pair", [GUIDES, SENDER_ICT], ids=["in front", "sender"])
def test_every_language_shows_the_same_commands(pair: dict[str, Path]) -> None:
    shown = [
        re.findall(r"```powershell\n(.*?)```", path.read_text("utf-8"), re.DOTALL) for path in pair.values()
    ]
    assert shown[0]
    assert shown[0] == shown[1]


def test_no_certificate_of_an_authority_is_shown_in_the_folder_that_is_roots_alone() -> None:
    shown = [*ROOT.glob("docs/**/*.md"), *ROOT.glob("docs/examples/**/*.yaml"), *ROOT.glob("config/*")]
    assert len(shown) > 15
    for path in shown:
        assert OUT_OF_REACH.findall(path.read_text("utf-8")) == [], path.name
    assert OUT_OF_REACH.search("client_ca: tls/clients.pem")
    assert OUT_OF_REACH.search("?sslrootcert=/etc/gateway/tls/ca.pem")


def test_no_guide_asks_for_a_program_that_a_minimal_system_lacks() -> None:
    for path in ROOT.glob("docs/**/*.md"):
        assert "sudo -u" not in path.read_text("utf-8"), path.name


@pytest.mark.parametrize("guide", ["en/admin.md", "nl/beheerder.md"])
def test_every_link_in_the_guides_that_are_installed_leads_to_what_is_installed(
    guide: str, tmp_path: Path
) -> None:
    copying = re.findall(r"(?m)^cp -r .* /opt/gateway/$", (ROOT / "docs" / guide).read_text("utf-8"))
    assert len(copying) == 2
    for number, command in enumerate(copying):
        there = tmp_path / str(number)
        there.mkdir()
        subprocess.run(["/bin/sh", "-c", command.replace("/opt/gateway/", str(there))], cwd=ROOT, check=True)
        for page in there.rglob("*.md"):
            for target in LINK.findall(page.read_text("utf-8")):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("name", OURS)
def test_the_gateways_settings_load(name: str, tmp_path: Path) -> None:
    said = OURS[name]
    rest = [f"{key}: {value}\n" for key, value in NEEDED.items() if not re.search(f"(?m)^{key}:", said)]
    file = tmp_path / "gateway.yaml"
    file.write_text("".join(rest) + said, "utf-8")
    assert config.load(file).hostname == NEEDED["hostname"]


def test_the_senders_ict_reads_the_codes_that_the_gateway_gives() -> None:
    given = {f"{reply.code} {reply.enhanced}" for reply in vars(replies).values() if isinstance(reply, Reply)}
    for code in Code:
        decision = Decision(Reject(), None, (Finding("x", Result.FAIL, code),))
        if wording(code, "en").remedy:
            reply = refused(decision, "20260101-0011223344", None)
            given.add(f"{reply.code} {reply.enhanced}")
    for path in SENDER_ICT.values():
        codes = re.findall(r"`(\d{3} \d\.\d\.\d+)[` ]", path.read_text("utf-8"))
        assert len(codes) > 8
        assert set(codes) - {"250 2.6.0"} <= given
