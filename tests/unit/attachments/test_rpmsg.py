import struct
import zlib

import pytest

from gateway.attachments.rpmsg import MAGIC, inflate
from gateway.attachments.sheaf import MAX_BYTES, Refused
from gateway.decision import Code
from gateway.mail.document import Unreadable
from gateway.mail.protection import RightsManaged
from gateway.reading.read import read_rights
from tests.support import rpmsg
from tests.support.letters import TENANT

READ = RightsManaged(TENANT, rpmsg.CONTENT_ID, rpmsg.OWNER)
OTHER = "99999999-0000-4000-8000-000000000000"
UNREAD = Unreadable(Code.MESSAGE_ATTACHMENT)


def licensed(xml: str) -> RightsManaged | Unreadable:
    return read_rights(rpmsg.container(rpmsg.compound(xml)))


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le"])
def test_the_licence_says_in_the_clear_whose_service_opens_it(codec: str) -> None:
    assert read_rights(rpmsg.container(rpmsg.compound(codec=codec))) == READ


@pytest.mark.parametrize("block", [100, 4096, 1 << 20])
def test_all_blocks_are_one_stream_whatever_their_size(block: int) -> None:
    assert inflate(rpmsg.container(block=block)) == rpmsg.compound()


def test_a_licence_that_names_two_tenants_names_none() -> None:
    server = f'<X><OBJECT type="MS-DRM-Server"><ID type="MS-GUID">{{{OTHER}}}</ID></OBJECT></X>'
    assert licensed(rpmsg.licence(more=server)) == RightsManaged("", rpmsg.CONTENT_ID, rpmsg.OWNER)


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (rpmsg.licence(tenant="no guid"), RightsManaged("", rpmsg.CONTENT_ID, rpmsg.OWNER)),
        (rpmsg.licence(owner="a@b.example\nx"), RightsManaged(TENANT, rpmsg.CONTENT_ID, "")),
        (rpmsg.licence(content_id=""), RightsManaged(TENANT, "", rpmsg.OWNER)),
        ("<XrML></XrML>", RightsManaged()),
    ],
)
def test_what_is_not_of_its_form_is_left_out(xml: str, expected: RightsManaged) -> None:
    assert licensed(xml) == expected


def test_the_owner_is_in_no_repr() -> None:
    assert rpmsg.OWNER not in repr(READ)


@pytest.mark.parametrize(
    "content",
    {
        "nothing": b"",
        "another magic": b"\x00" + rpmsg.container()[1:],
        "no block": MAGIC,
        "cut in a header": rpmsg.container()[:13],
        "cut in a block": rpmsg.container()[:-1],
        "cut between blocks": rpmsg.container(block=512)[: len(MAGIC) + 12 + 30],
        "another mark": MAGIC + struct.pack("<III", 0x0FA1, 1, 1) + b"x",
        "a length beyond the end": MAGIC + struct.pack("<III", 0x0FA0, 1, 1 << 31) + b"x",
        "an empty block": MAGIC + struct.pack("<III", 0x0FA0, 0, 0),
        "no zlib": MAGIC + struct.pack("<III", 0x0FA0, 4, 4) + b"XXXX",
        "no compound file": rpmsg.container(b"words" * 2000),
        "no licence": rpmsg.container(rpmsg.compound(streams={"\tDRMContent": b"x"})),
        "a folder for a licence": rpmsg.container(rpmsg.compound(streams={f"{rpmsg.PRIMARY}/x": b"x"})),
        "no XrML": rpmsg.container(rpmsg.compound("<a/>")),
        "XrML without an end": rpmsg.container(rpmsg.compound("<XrML><BODY>")),
        "damaged XML": rpmsg.container(rpmsg.compound("<XrML><BODY></XrML>")),
    }.items(),
    ids=lambda item: item[0],
)
def test_a_damaged_container_is_unreadable_and_no_fault(content: tuple[str, bytes]) -> None:
    assert isinstance(read_rights(content[1]), Unreadable)


def test_a_document_type_cannot_stand_before_a_licence_and_entities_are_not_known() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert licensed(bomb + rpmsg.licence()) == READ
    assert licensed(rpmsg.licence(owner="&b;")) == UNREAD


def test_a_bomb_stops_at_the_limit_of_an_attachment() -> None:
    bomb = zlib.compress(bytes(100 * MAX_BYTES), 9)
    content = MAGIC + struct.pack("<III", 0x0FA0, 1, len(bomb)) + bomb
    with pytest.raises(Refused) as refusal:
        inflate(content)
    assert refusal.value.code is Code.MESSAGE_TOO_COMPLEX


def test_a_licence_beyond_its_limit_is_not_read() -> None:
    assert licensed(rpmsg.licence(more="<a/>" * 200_000)) == Unreadable(Code.MESSAGE_TOO_COMPLEX)
