"""Every golden mail through a running gateway: what arrives, what is said, what is left behind nowhere."""

import asyncio
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gateway.slots.categories import NEUTRAL
from gateway.texts import catalogue
from tests.support.corpus import Sample, client_in, leaks, readable, samples, squeezed
from tests.support.letters import COMPOSED
from tests.support.mailbox import Received
from tests.support.stage import Stage, staged

SAMPLES = samples()
# Shorter words stand in random octets, and in words of the gateway's own, by chance.
TELLING = 7
by_name = pytest.mark.parametrize("name", [sample.name for sample in SAMPLES])


@dataclass(frozen=True)
class Told:
    """What became of one sample."""

    sample: Sample
    reply: str
    arrived: tuple[Received, ...]
    row: dict[str, Any]
    notices: tuple[Received, ...]


@dataclass(frozen=True)
class Octets:
    """Raw octets made ready to be searched: as UTF-8, UTF-16 and Latin-1, in lower case, and squeezed."""

    texts: tuple[str, ...]
    squeezed: tuple[str, ...]

    @classmethod
    def of(cls, octets: bytes) -> "Octets":
        codecs = ("utf-8", "utf-16-le", "latin-1")
        texts = tuple(_without_senders(octets.decode(codec, "ignore").casefold()) for codec in codecs)
        return cls(texts, tuple(map(squeezed, texts)))

    def secrets_of(self, sample: Sample) -> list[str]:
        """The sample's telling secrets that stand in here, in any case and spelling."""
        return self.holds(secret for secret in sample.secrets if len(squeezed(secret)) >= TELLING)

    def holds(self, values: Iterable[str]) -> list[str]:
        return [
            value
            for value in values
            if any(value.casefold() in text for text in self.texts)
            or any(squeezed(value) in text for text in self.squeezed)
        ]


def _without_senders(text: str) -> str:
    """The ledger names the professional who sent a mail."""
    for sender in {sample.truth["mail_from"].casefold() for sample in SAMPLES}:
        text = text.replace(sender, " ")
    return text


@dataclass(frozen=True)
class Run:
    """All samples, and what the gateway wrote while it took them."""

    told: dict[str, Told]
    log: str
    files: dict[str, Octets]
    verified: tuple[int, str]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return asyncio.run(_run_all(tmp_path_factory.mktemp("stage")))


async def _run_all(folder: Path) -> Run:
    async with staged(folder) as stage:
        seen: list[tuple[Sample, str, tuple[Received, ...]]] = []
        for sample in SAMPLES:
            before = len(stage.mailbox.messages)
            reply = await stage.send(sample.content, sample.truth["mail_from"], sample.truth["rcpt"])
            seen.append((sample, reply, tuple(stage.mailbox.messages[before:])))
        rows = await stage.transfers()
        files = _written(folder)
        verified = await stage.command("transfers", "verify")
        log = stage.log
    told = {
        case[0].name: Told(*case, row, _notices_about(row, stage))
        for case, row in zip(seen, rows, strict=True)
    }
    return Run(
        told, log, files | {f"closed {name}": octets for name, octets in _written(folder).items()}, verified
    )


def _notices_about(row: dict[str, Any], stage: Stage) -> tuple[Received, ...]:
    return tuple(note for note in stage.senders.messages if row["id"].encode() in note.content)


def _written(folder: Path) -> dict[str, Octets]:
    """What the gateway wrote: its log, and the ledger's files as they lie on the disk."""
    names = [path for path in folder.iterdir() if path.name.startswith(("ledger.db", "gateway.log"))]
    return {path.name: Octets.of(path.read_bytes()) for path in names}


@by_name
def test_each_mail_gets_the_outcome_it_must_get(run: Run, name: str) -> None:
    told = run.told[name]
    delivered = told.reply.startswith("250 2.6.0 ")
    assert delivered or re.match(r"550 5\.\d\.\d{1,2} ", told.reply)
    assert len(told.arrived) == delivered
    assert told.sample.must in ("either", "deliver" if delivered else "reject")


@by_name
def test_a_delivered_client_is_exactly_the_one_the_mail_is_about(run: Run, name: str) -> None:
    told = run.told[name]
    for message in told.arrived:
        assert client_in(message.content) in told.sample.truth["clients"]


@by_name
def test_no_secret_of_a_mail_is_delivered_said_or_logged(run: Run, name: str) -> None:
    told = run.told[name]
    for message in told.arrived:
        assert leaks(readable(message.content), told.sample) == []
        assert leaks(" ".join((*message.rcpt_to, *message.options)), told.sample) == []
    assert leaks(told.reply, told.sample) == []
    assert leaks(json.dumps(told.row, ensure_ascii=False), told.sample) == []
    own_lines = [line for line in run.log.splitlines() if told.row["id"] in line]
    assert own_lines
    assert leaks(" ".join(own_lines), told.sample) == []


@by_name
def test_no_secret_and_no_client_stands_in_the_ledgers_files_or_the_log(run: Run, name: str) -> None:
    sample = run.told[name].sample
    assert {"ledger.db", "ledger.db-wal", "ledger.db-shm", "ledger.db.key", "gateway.log"} <= run.files.keys()
    for octets in run.files.values():
        assert octets.secrets_of(sample) == []
        for client in sample.truth["clients"]:
            named = client["first_name"] + client["last_name"]
            assert octets.holds([named, *client["phone"], *client["email"]]) == []


@by_name
def test_a_refusal_quotes_nothing_of_the_client_either(run: Run, name: str) -> None:
    told = run.told[name]
    said = squeezed(told.reply)
    for client in told.sample.truth["clients"]:
        values = [client["last_name"], client["street"], *client["phone"], *client["email"]]
        assert [value for value in values if value and squeezed(value) in said] == []


@by_name
def test_a_sender_is_told_in_a_notice_what_was_left_out_and_no_value(run: Run, name: str) -> None:
    told = run.told[name]
    assert len(told.notices) == bool(told.arrived and told.row["superfluous"])
    for notice in told.notices:
        assert (notice.mail_from, notice.rcpt_to) == ("", (told.sample.truth["mail_from"],))
        text = readable(notice.content)
        assert leaks(text, told.sample) == []
        for client in told.sample.truth["clients"]:
            values = [client["last_name"], client["street"], *client["phone"], *client["email"]]
            assert [value for value in values if value and squeezed(value) in squeezed(text)] == []


@by_name
def test_the_mailbox_reads_no_kind_that_tells_something_of_the_family(run: Run, name: str) -> None:
    told, words = run.told[name], catalogue("nl")
    kinds = {kind["category"] for kind in told.row["superfluous"]}
    named = {words.categories[kind] for kind in kinds & NEUTRAL}
    named |= {words.phrases["telling_kinds"]} if kinds - NEUTRAL else set()
    for message in told.arrived:
        notes = re.findall(r"(?m)^Niet doorgegeven: (.*)\.\r?$", readable(message.content))
        assert {kind for note in notes for kind in note.split(", ")} == named


@by_name
def test_what_is_delivered_is_composed_with_the_known_headers_alone(run: Run, name: str) -> None:
    told = run.told[name]
    for message in told.arrived:
        head = message.content.partition(b"\r\n\r\n")[0].decode("ascii")
        fields = [line.partition(": ")[::2] for line in re.sub(r"\r\n[ \t]", " ", head).split("\r\n")]
        assert tuple(sorted(field.lower() for field, _ in fields)) == COMPOSED
        values = {field.lower(): value for field, value in fields}
        assert values["from"] == told.sample.truth["mail_from"]
        assert values["to"] == told.sample.truth["rcpt"]
        assert values["gateway-transfer"] == told.row["id"]
        assert values["subject"].endswith(told.row["id"])
        assert max(map(len, head.split("\r\n"))) <= 998
        assert (message.mail_from, message.rcpt_to) == (
            told.sample.truth["mail_from"],
            (told.sample.truth["rcpt"],),
        )


@by_name
def test_each_mail_has_its_row_with_the_outcome_the_sender_was_told(run: Run, name: str) -> None:
    told = run.told[name]
    assert told.row["outcome"] == ("accepted" if told.arrived else "rejected")
    assert told.row["sender"] == told.sample.truth["mail_from"]
    assert told.row["recipient"] == told.sample.truth["rcpt"]
    assert told.row["tls"] == "TLSv1.3"
    assert told.row["policy"]["protocol"] == "kindengezin-ocmw-pepingen"
    assert bool(told.row["reasons"]) == (not told.arrived)
    assert f"[ref {told.row['id']}" in told.reply


@by_name
def test_an_accepted_sender_holds_the_leaf_of_the_intent(run: Run, name: str) -> None:
    told = run.told[name]
    matched = re.search(r"\[ref (\S+) leaf (\d+):([0-9a-f]{64})\]$", told.reply)
    assert (matched is not None) == bool(told.arrived)
    if matched:
        first = told.row["records"][0]
        assert first["type"] == "intent"
        assert matched.groups() == (told.row["id"], str(first["seq"]), first["leaf"])


def test_the_ledger_of_all_mails_verifies(run: Run) -> None:
    code, output = run.verified
    assert code == 0, output


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "latin-1"])
@pytest.mark.parametrize(("before", "after"), [("an", "AN"), (" ", "  "), (" ", "-")])
def test_the_search_itself_finds_what_is_planted(run: Run, codec: str, before: str, after: str) -> None:
    planted = next(sample for sample in SAMPLES if sample.name == "001-clean-form")
    text = "Katrien Moortgat, Hallestraat 61".replace(before, after)
    octets = Octets.of(b"\0\xff\x90a" + text.encode(codec) + b"\0")
    assert octets.secrets_of(planted) == ["Katrien Moortgat", "Hallestraat 61"]
    assert run.told[planted.name].arrived
