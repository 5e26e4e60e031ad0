"""Sealed referrals through the real gateway: what is sealed for it is delivered, and nothing altered."""

import base64
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.letters import DESK, SENDER, letter
from tests.support.smime import (
    INNER,
    MailAuthority,
    Person,
    clear,
    encrypt,
    mail,
    new_mail_authority,
    opaque,
    sign,
)
from tests.support.stage import POLICIES, Stage, staged
from tests.support.watching import assert_composed

# A word of the plaintext that is nowhere else.
CANARY = b"Kanarievogel"
SECRET = INNER + b"Opmerking: " + CANARY + b"\r\n"
# What the gateway writes: its ledger, and what belongs to that.
LEDGER = re.compile(r"/\.?ledger\.db[\w.-]*$")
TO_WRITE = "O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE"
OPENED_TO_WRITE = re.compile(rf'(?:open|openat|creat)\((?:[^,"]*, )?"([^"]*)", [^)]*(?:{TO_WRITE})')
WRITTEN = re.compile(r"(?:write|writev|pwrite64|pwritev|sendfile|splice)\((\d+<[^>]*>)")


@pytest.fixture
def authority(tmp_path: Path) -> MailAuthority:
    folder = tmp_path / "people"
    folder.mkdir()
    return new_mail_authority(folder)


@pytest.fixture
def desk(authority: MailAuthority) -> Person:
    return authority.person(DESK)


@pytest.fixture
def signer(authority: MailAuthority) -> Person:
    return authority.person(SENDER)


def keys(authority: MailAuthority, *people: Person) -> str:
    pairs = [f'{{certificate: "{one.certificate}", key: "{one.key}"}}' for one in people]
    return f'keys: {{smime: [{", ".join(pairs)}], smime_authorities: "{authority.certificate}"}}'


def signing_policies(folder: Path) -> Path:
    """The demonstration's policy, asking for content that is sealed and signed."""
    copied = Path(shutil.copytree(POLICIES, folder / "policies"))
    (file,) = copied.glob("*.yaml")
    file.write_text(file.read_text().replace("content: optional", "content: signed"))
    return copied


@pytest.fixture
async def stage(tmp_path: Path, authority: MailAuthority, desk: Person) -> AsyncIterator[Stage]:
    extra, policies = keys(authority, desk), signing_policies(tmp_path)
    async with staged(tmp_path, extra=extra, policies=policies) as running:
        yield running


def sealed(desk: Person, signer: Person, *options: str) -> bytes:
    return opaque(encrypt(clear(SECRET, sign(SECRET, signer)), desk, options=options or ("-aes256",)))


@pytest.mark.parametrize("cipher", ["-aes256", "-aes-256-gcm", "-des3"])
async def test_a_sealed_and_signed_referral_is_delivered_with_its_fields(
    stage: Stage, desk: Person, signer: Person, cipher: str
) -> None:
    reply = await stage.send(mail(sealed(desk, signer, cipher)), SENDER, DESK)
    assert reply.startswith("250 2.6.0 "), reply
    (message,) = stage.mailbox.messages
    assert_composed(message)
    for value in (b"Jan", b"Claes", b"Dorp", b"+32470123456", b"jan.claes@mail.example"):
        assert value in message.content.replace(b" ", b"").replace(b"=\r\n", b"")
    assert CANARY not in message.content
    (row,) = await stage.transfers()
    assert (row["outcome"], row["reasons"]) == ("accepted", [])


async def test_a_sealed_mail_that_was_altered_yields_no_byte(
    stage: Stage, desk: Person, signer: Person
) -> None:
    _, _, body = sealed(desk, signer).partition(b"\r\n\r\n")
    der = base64.b64decode(body)
    for place in range(200, len(der), len(der) // 12):
        altered = bytearray(der)
        altered[place] ^= 0x20
        reply = await stage.send(mail(opaque(bytes(altered))), SENDER, DESK)
        assert reply.startswith("550 "), (place, reply)
    assert stage.mailbox.commands == []


async def test_altered_on_its_way_it_is_not_even_opened(stage: Stage, desk: Person, signer: Person) -> None:
    """Whoever catches a sealed mail and sends it in again, changed, learns nothing of what it makes of it."""
    der = bytearray(encrypt(clear(SECRET, sign(SECRET, signer)), desk))
    for change in (0, 1):
        der[-17] ^= change
        reply = await stage.send(mail(opaque(bytes(der))), SENDER, DESK, sign=False)
        assert reply.startswith("550 5.7.26 "), reply
    told = [row["reasons"] for row in await stage.transfers()]
    assert told == [["authentication.failed", "label.unproven"]] * 2
    assert stage.mailbox.commands == []


async def test_what_is_not_sealed_is_refused_where_that_is_asked(stage: Stage, signer: Person) -> None:
    assert (await stage.send(letter(), SENDER, DESK)).startswith("550 ")
    assert (await stage.send(mail(clear(INNER, sign(INNER, signer))), SENDER, DESK)).startswith("550 ")
    assert stage.mailbox.commands == []


async def test_a_reload_takes_up_a_new_key_and_a_bad_one_keeps_the_old(
    stage: Stage, authority: MailAuthority, desk: Person, signer: Person
) -> None:
    new, text = authority.person(DESK), stage.config.read_text()
    later = mail(sealed(new, signer))
    assert (await stage.send(later, SENDER, DESK)).startswith("550 ")
    stage.config.write_text(text.replace(keys(authority, desk), keys(authority, desk, new)))
    await stage.reload()
    for person in (desk, new):
        assert (await stage.send(mail(sealed(person, signer)), SENDER, DESK)).startswith("250 ")
    new.key.write_text("no key")
    await stage.reload()
    assert "reload refused" in await stage.logged("holds no plain PEM key")
    assert (await stage.send(later, SENDER, DESK)).startswith("250 ")


async def test_a_key_that_cannot_be_used_keeps_the_gateway_from_starting(stage: Stage, desk: Person) -> None:
    await stage.stop()
    desk.key.unlink()
    with pytest.raises(RuntimeError, match="cannot be read"):
        await stage.start()


async def test_a_dry_run_opens_with_the_same_keys(stage: Stage, desk: Person, signer: Person) -> None:
    saved = stage.folder / "saved.eml"
    saved.write_bytes(mail(sealed(desk, signer)))
    code, output = await stage.command("explain", str(saved), "--offline")
    assert code == 0
    assert output.startswith("deliver\n")
    assert "encryption.content_sealed" in output
    assert "encryption.content_signed" in output


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed (apt-get install strace)")
@pytest.mark.timeout(120)
async def test_the_plaintext_of_a_sealed_mail_reaches_no_disk(
    tmp_path: Path, authority: MailAuthority, desk: Person, signer: Person
) -> None:
    """Every file that the gateway, its readers and openssl open to write, and every octet they write."""
    trace = tmp_path / "trace"
    calls = "trace=openat,open,creat,memfd_create,write,writev,pwrite64,pwritev,sendfile,splice,mknodat"
    strace = ("strace", "-D", "-f", "-y", "-s", "1000000", "-e", calls, "-o", str(trace))
    policies = signing_policies(tmp_path)
    async with staged(tmp_path, extra=keys(authority, desk), policies=policies, started=False) as stage:
        # Neither Python's caches nor a run with coverage count as the gateway's own files.
        undisturbed = {"PYTHONDONTWRITEBYTECODE": "1", "COVERAGE_PROCESS_CONFIG": ""}
        await stage.start(under=strace, environment=undisturbed)
        assert (await stage.send(mail(sealed(desk, signer)), SENDER, DESK)).startswith("250 ")
        altered = mail(sealed(desk, signer, "-aes-256-gcm")[:-40])
        assert (await stage.send(altered, SENDER, DESK)).startswith("550 ")
        await stage.stop()
    lines = trace.read_text("utf-8", "replace").splitlines()
    opened = {match[1] for line in lines if " = -1 " not in line and (match := OPENED_TO_WRITE.search(line))}
    assert {path for path in opened if not path.startswith(("/dev/", "/proc/"))} - ledger(opened) == set()
    assert not any("memfd_create(" in line for line in lines)
    carrying = {match[1] for line in lines if CANARY.decode() in line and (match := WRITTEN.search(line))}
    assert carrying, "the plaintext went through the pipes that were watched"
    assert [one for one in carrying if not re.search(r"<(pipe|socket|UNIX|TCP|/dev/null>)", one)] == []
    assert files_with_the_canary(tmp_path) <= {trace}


def files_with_the_canary(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file() and CANARY in path.read_bytes()}


def ledger(paths: set[str]) -> set[str]:
    return {path for path in paths if LEDGER.search(path)}
