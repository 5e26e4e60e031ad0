import zipfile

import pytest

from gateway.attachments.archive import open_container
from gateway.attachments.sheaf import Refused
from gateway.decision import Code
from gateway.letter.parts import MAX_ATTACHMENTS
from tests.support import office


def test_every_file_of_an_archive_is_read_and_its_place_told() -> None:
    content = office.zipped(
        {"map/a.txt": b"Naam: Jan", "b.docx": office.word_form(), "__MACOSX/._a.txt": b"\x00"}
    )
    blocks = office.read(content).blocks
    assert office.shown(blocks)[0] == "Naam: Jan"
    assert office.places(blocks)[0] == "attachment 1, attachment 1, line 1"
    assert office.places(blocks)[-1] == "attachment 1, attachment 2, table 1, row 4"


@pytest.mark.parametrize(
    "inner",
    [office.zipped({"a.txt": b"a"}), office.msg("Naam: Jan"), office.tnef([])],
    ids=["zip", "msg", "tnef"],
)
def test_a_file_of_files_within_an_archive_is_refused(inner: bytes) -> None:
    assert office.refusal(office.zipped({"a": inner})) is Code.MESSAGE_ATTACHMENT


def test_one_file_that_cannot_be_read_refuses_the_archive() -> None:
    content = office.zipped({"a.txt": b"Naam: Jan", "foto.jpg": b"\xff\xd8\xff"})
    assert office.refusal(content) is Code.MESSAGE_PICTURE


def test_more_files_than_a_person_attaches_are_refused() -> None:
    files = {f"{number}.txt": b"a" for number in range(MAX_ATTACHMENTS + 1)}
    assert office.refusal(office.zipped(files)) is Code.MESSAGE_TOO_COMPLEX


def with_flag(content: bytes, flag: int) -> bytes:
    """``content`` with a general purpose flag set in every header."""
    changed = bytearray(content)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + offset] |= flag
            at = changed.find(mark, at + 4)
    return bytes(changed)


def test_an_encrypted_archive_is_refused_as_encrypted() -> None:
    content = with_flag(office.zipped({"a.txt": b"Naam: Jan"}), 1)
    assert office.refusal(content) is Code.MESSAGE_ATTACHMENT_ENCRYPTED


def test_two_entries_of_one_name_are_refused() -> None:
    content = office.zipped({"a.txt": b"Naam: Jan", "b.txt": b"Naam: Piet"})
    assert office.refusal(content.replace(b"b.txt", b"a.txt")) is Code.MESSAGE_ATTACHMENT
    assert office.refusal(office.zipped({"a.txt": b"1", "A.TXT": b"2"})) is Code.MESSAGE_ATTACHMENT


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "map\\a.txt", "map/../../a.txt"])
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    assert office.refusal(office.zipped({name: b"Naam: Jan"})) is Code.MESSAGE_ATTACHMENT


def test_a_way_of_compressing_that_is_hardly_ever_used_is_refused() -> None:
    content = office.zipped({"a.txt": b"Naam: Jan"}, zipfile.ZIP_LZMA)
    assert office.refusal(content) is Code.MESSAGE_ATTACHMENT


def test_a_damaged_entry_is_refused_when_it_is_read() -> None:
    content = office.zipped({"a.txt": b"Naam: Jan" * 100})
    at = content.index(b"a.txt") + len("a.txt") + 3
    damaged = content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]
    container = open_container(damaged)
    with pytest.raises(Refused) as refused:
        container.read("a.txt")
    assert refused.value.code is Code.MESSAGE_ATTACHMENT


def test_an_entry_that_is_not_there_is_refused_or_empty() -> None:
    container = open_container(office.zipped({"a.txt": b"a"}))
    assert container.read_if_present("b.txt") == b""
    with pytest.raises(Refused):
        container.read("b.txt")
