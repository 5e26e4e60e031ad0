"""The running gateway lays checkpoints down by itself, beside the mail it delivers."""

import re
from pathlib import Path

from gateway.ledger.verify import verify
from tests.support.corpus import samples
from tests.support.stage import staged


async def test_both_officers_hold_a_checkpoint_that_the_ledger_continues(tmp_path: Path) -> None:
    sample = next(sample for sample in samples() if sample.name == "001-clean-form")
    async with staged(tmp_path, extra="anchors: {mail: true}") as stage:
        mails = await stage.senders.received(2, within=20)
        reply = await stage.send(sample.content, sample.truth["mail_from"], sample.truth["rcpt"])
        code, said = await stage.command("transfers", "evidence", "--out", str(tmp_path / "evidence.zip"))
        _, checked = await stage.command("check", "--offline")
    assert reply.startswith("250")
    assert {mail.rcpt_to for mail in mails} == {("dpo@kindengezin.example",), ("dpo@pepingen.example",)}
    assert (code, "transfers: 1." in said) == (0, True)
    assert re.search(r"ledger\.anchor    mail: holds [1-9] records", checked)
    assert verify(stage.ledger).ok
    assert '"message": "anchored"' in stage.log
