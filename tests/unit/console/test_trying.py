"""A mail that is tried is read in the sandbox and in memory, and forgotten."""

import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from gateway.console.arrived import arrived
from gateway.ledger.verify import verify
from tests.support.console import Hall, csrf, hall, post
from tests.support.letters import FORM, letter

DESK, TEAM = "ocmw@receiver.example", "Team <team@sender.example>"


@pytest.fixture
def console(tmp_path: Path) -> Hall:
    return hall(tmp_path)


def referral(body: str = FORM) -> str:
    """A mail that the policy of these tests lets through."""
    found = letter(body, author=TEAM).decode()
    return found.replace("To: ocmw@pepingen.example", f"To: {DESK}")


def test_a_mail_is_tried_and_leaves_no_trace(console: Hall) -> None:
    before = verify(console.folder / "ledger.db").size
    page = post(console.visitor(), "/try", message=referral())
    assert page.status_code == 200
    assert "Wat er zou gebeuren" in page.text
    assert verify(console.folder / "ledger.db").size == before


def test_nothing_to_try_is_told(console: Hall) -> None:
    assert post(console.visitor(), "/try", message=" ").status_code == 400


def test_a_long_mail_may_be_pasted_and_one_that_is_too_long_is_told(console: Hall) -> None:
    visitor = console.visitor()
    secret = csrf(visitor, "/try")
    for size, status in ((200_000, 200), (26_214_401, 413)):
        message = (None, b"x" * size)
        answer = visitor.post("/try", files={"csrf": (None, secret.encode()), "message": message})
        assert answer.status_code == status


@pytest.mark.parametrize(("without", "status"), [("disk", "200"), ("landlock", "503")])
def test_what_is_tried_touches_no_disk_and_is_read_by_nobody_who_is_not_confined(
    tmp_path: Path, without: str, status: str
) -> None:
    command = (sys.executable, "-m", "tests.support.deprived", without, str(tmp_path))
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.stdout.split() == [status, status], ran.stderr


def test_what_would_arrive_is_shown_as_its_recipient_reads_it_and_what_would_stay(console: Hall) -> None:
    page = post(
        console.visitor(), "/try", message=referral(FORM + "Rijksregisternummer: 85.07.30-033.28\r\n")
    )
    assert "Wat er zou gebeuren: Bezorgd" in page.text
    letter_, _, source = page.text.partition("De bron van het bericht")
    assert "Telefoon: +32470123456" in letter_
    assert "Doorverwijzing" in letter_
    assert "rijksregisternummer" in letter_
    assert "850730" not in page.text.replace(".", "")
    assert "Content-Transfer-Encoding: quoted-printable" in source


def test_the_message_is_shown_as_its_recipient_reads_it() -> None:
    composed = EmailMessage()
    composed["From"], composed["To"], composed["Subject"] = "a@a.example", DESK, "Doorverwijzing"
    composed.set_content("Naam: Céline")
    composed.add_attachment(b"BEGIN:VCARD", maintype="text", subtype="vcard", filename="client.vcf")
    found = arrived(composed.as_bytes())
    assert found.top[2] == ("Subject", "Doorverwijzing")
    assert (found.text.strip(), found.attached) == ("Naam: Céline", ("client.vcf",))
