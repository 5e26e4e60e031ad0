import pytest

from gateway.sealed.multipart import part_of
from gateway.sealed.rights_managed import find_container
from tests.support import rpmsg
from tests.support.letters import letter

CONTAINER = rpmsg.container()
PORTAL = b'<form method="post" action="https://outlook.office365.com/Encryption/default.aspx">'


@pytest.mark.parametrize("name", ["message.rpmsg", "message_v2.rpmsg", "Message_v4.rpmsg"])
def test_the_container_is_found_by_its_name(name: str) -> None:
    mail = rpmsg.letter(media_type="application/octet-stream", name=name, content_class=False)
    assert find_container(part_of(mail)) == CONTAINER


def test_the_container_is_found_by_its_type() -> None:
    assert find_container(part_of(rpmsg.letter(name="x", content_class=False))) == CONTAINER


def test_a_mail_of_that_class_without_a_container_is_rights_managed() -> None:
    assert find_container(part_of(letter(extra=["Content-Class: RPMSG.message"]))) == b""


def test_the_page_that_leads_to_the_portal_is_rights_managed_and_another_page_is_not() -> None:
    page = {"media_type": "text/html", "name": "message.html", "content_class": False}
    assert find_container(part_of(rpmsg.letter(PORTAL, **page))) == b""  # type: ignore[arg-type]
    assert find_container(part_of(rpmsg.letter(b"<p>Naam: Claes</p>", **page))) is None  # type: ignore[arg-type]


def test_another_mail_is_not() -> None:
    assert find_container(part_of(letter())) is None
    assert find_container(part_of(rpmsg.letter(name="x.pdf", media_type="a/b", content_class=False))) is None
