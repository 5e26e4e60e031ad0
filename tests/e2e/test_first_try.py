"""The guide's trial before the first real mail, with its own lines, headers and form."""

import re
import shutil
from pathlib import Path

import pytest

from tests.support.stage import POLICIES, staged

ROOT = Path(__file__).parents[2]
GUIDES = {
    "docs/en/admin.md": "## Try it before the first real mail\n",
    "docs/nl/beheerder.md": "## Uitproberen voor de eerste echte mail\n",
}
DESK = "ocmw@pepingen.example"
CLIENT = {
    "Voornaam": "Jan",
    "Naam": "Voorbeeld",
    "Straat en nummer": "Kerkstraat 2",
    "Postcode en gemeente": "1670 Pepingen",
    "Telefoon": "0470 12 34 56",
    "E-mail": "jan@voorbeeld.example",
}


def section(guide: str) -> str:
    """The trial's part of the guide, with the demonstration's label in it."""
    text = (ROOT / guide).read_text("utf-8").partition(GUIDES[guide])[2].partition("\n## ")[0]
    policy = next(POLICIES.glob("*.yaml")).read_text("utf-8")
    for name, key in (("TENANT", "tenant"), ("LABEL", "id")):
        found = re.search(rf"\b{key}: ([0-9a-f-]{{36}})", policy)
        assert found
        text = text.replace(name, found[1])
    return text


def with_senders(policies: Path, line: str) -> str:
    """Puts ``line`` in the place of the policy's senders and gives the one that stood there."""
    [file] = policies.glob("*.yaml")
    text = file.read_text("utf-8")
    [before] = re.findall(r"(?m)^senders: .*$", text)
    file.write_text(text.replace(before, line), "utf-8")
    return str(before)


@pytest.mark.parametrize("guide", GUIDES)
async def test_the_guides_trial_is_delivered_while_it_lasts_and_refused_afterwards(
    guide: str, tmp_path: Path
) -> None:
    said = section(guide)
    senders, peers = re.findall(r"```yaml\n(.*)\n```", said)
    headers, (sender,) = re.findall(r'--header "(.*)"', said), re.findall(r"--from (\S+)", said)
    policies = Path(shutil.copytree(POLICIES, tmp_path / "policies"))
    before = with_senders(policies, senders)
    async with staged(tmp_path, policies=policies, extra=peers) as stage:
        _, form = await stage.command("form")
        filled = re.sub(r"(?m)^(.*): $", lambda line: f"{line[1]}: {CLIENT[line[1]]}", form)
        head = "\r\n".join(
            ("Date: Thu, 26 Nov 2026 15:12:12 +0000", f"From: {sender}", f"To: {DESK}", *headers)
        )
        mail = f"{head}\r\nMessage-Id: <1@here.example>\r\n\r\n{filled}".replace("\r\n", "\n").replace(
            "\n", "\r\n"
        )
        assert (await stage.send(mail.encode(), sender, DESK, sign=False)).startswith("250 2.6.0 ")
        unlabelled = re.sub(r"msip_labels:.*\r\n", "", mail)
        assert "Het label Geheim ontbreekt" in await stage.send(unlabelled.encode(), sender, DESK, sign=False)
        with_senders(policies, before)
        await stage.reload()
        assert (await stage.send(mail.encode(), sender, DESK, sign=False)).startswith(
            "550 5.7.1 Dit mailadres "
        )
    (message,) = stage.mailbox.messages
    assert b"Jan" in message.content
