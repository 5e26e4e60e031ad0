import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.decision import Code
from gateway.letter.bounds import MAX_CHARACTERS, MAX_LINES, TooComplex
from gateway.letter.characters import DeceptiveText, clean_line
from gateway.mail.document import Document, FileLabel, Line, Row, Table, Unreadable
from gateway.mail.protection import RightsManaged
from gateway.reading.codec import (
    MAX_FILES,
    Answer,
    Confinement,
    Exhausted,
    Failed,
    decode,
    decode_confinement,
    encode,
    encode_confinement,
    error_name,
)
from gateway.reading.strict import MAX_ANSWER_BYTES, MAX_MARKS, MalformedAnswer

NAME = Line("Naam: Ann Peeters", "body html, line 1")
TABLE = Table((Row((("Straat", "en nummer"), (), ("Dorp 1",)), "body html, table 1, row 2"),))
DOCUMENT = Document("body html", (NAME, TABLE, Line("é\tü", "attachment 1, header, line 2", True)))


def shaped(*blocks: Any, source: object = "body", attached: object = (), labels: object = ()) -> bytes:
    document = {"source": source, "blocks": blocks, "attached": attached, "labels": labels}
    return json.dumps({"document": document}).encode()


def line(text: object = "Naam", place: object = "body, line 1", blank_before: object = False) -> bytes:
    return shaped({"line": {"text": text, "place": place, "blank_before": blank_before}})


letters = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn"))
texts = st.text(letters, min_size=1, max_size=20).map(clean_line).filter(bool)
places = st.sampled_from(["body", "body text, line 7", "part 3", "attachment 12, page 1, table 2, row 300"])
lines = st.builds(Line, texts, places, st.booleans())
rows = st.builds(
    Row, st.lists(st.lists(texts, max_size=2).map(tuple), min_size=1, max_size=3).map(tuple), places
)
tables = st.builds(Table, st.lists(rows, min_size=1, max_size=3).map(tuple))
blocks = st.lists(lines | tables, max_size=4).map(tuple)
identifiers = st.sampled_from(["", "11111111-2222-4333-8444-555555555555"])
labels = st.lists(st.builds(FileLabel, identifiers, identifiers, st.booleans()), max_size=2).map(tuple)
files = st.lists(st.builds(Document, places, blocks, labels=labels), max_size=2).map(tuple)
documents = st.builds(Document, places, blocks, files, labels)


@given(documents)
def test_every_document_comes_back_as_it_went(document: Document) -> None:
    assert decode(encode(document)) == document


@pytest.mark.parametrize(
    "answer",
    [
        DOCUMENT,
        Unreadable(Code.MESSAGE_MALFORMED),
        Unreadable(Code.MESSAGE_ATTACHMENT, "attachment 1"),
        Exhausted(),
        Failed("ValueError"),
        RightsManaged("11111111-2222-4333-8444-555555555555", "", "an@kindengezin.example"),
        RightsManaged(),
    ],
)
def test_every_kind_of_answer_comes_back_as_it_went(
    answer: Answer,
) -> None:
    assert decode(encode(answer)) == answer


@given(st.text())
def test_cleaned_text_is_clean(text: str) -> None:
    try:
        once = clean_line(text)
    except DeceptiveText:
        return
    assert clean_line(once) == once


@given(
    st.binary()
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).map(lambda value: json.dumps(value).encode())
)
def test_arbitrary_bytes_are_malformed_and_nothing_worse(data: bytes) -> None:
    with pytest.raises(MalformedAnswer):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"document":' + b"9" * 10_000 + b"}",
        b" " * (MAX_ANSWER_BYTES + 1),
        b'{"exhausted":{},"failed":{"error":"ValueError"}}',
        b'{"exhausted":null}',
        b'{"unknown":{}}',
        b'{"document":{"source":"body"}}',
        b'{"document":{"source":"body","blocks":{},"attached":[],"labels":[]}}',
        b'{"document":{"source":"body","blocks":[],"attached":[],"labels":[],"more":1}}',
        b'{"document":{"source":"","blocks":[],"attached":[],"labels":[]}}',
        b'{"unreadable":{"code":"policy.valid","place":""}}',
        b'{"unreadable":{"code":["message.malformed"],"place":""}}',
        b'{"unreadable":{"code":"message.malformed","place":"the client\'s name"}}',
        b'{"failed":{"error":"Ann Peeters"}}',
        b'{"failed":{"error":"SystemExit"}}',
        b'{"failed":{"error":"print"}}',
        b'{"failed":{"error":1}}',
    ],
    ids=range(23),
)
def test_what_is_no_answer_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedAnswer):
        decode(data)


@pytest.mark.parametrize(
    "text",
    ["", " x", "x ", "a  b", "a\nb", "a\u200bb", "a\u202eb", "a\x00b", "\ud800", "e\u0301", 1, None, ["x"]],
)
def test_text_that_no_reader_yields_is_refused(text: object) -> None:
    assert isinstance(decode(line("é")), Document)
    with pytest.raises(MalformedAnswer):
        decode(line(text))


@pytest.mark.parametrize(
    "place",
    ["", "Body", "body\n", "line", "line 1234567", "line １", "body, ", "Ann Peeters", 1, "body, " * 9],
)
def test_a_place_outside_the_grammar_is_refused(place: object) -> None:
    with pytest.raises(MalformedAnswer):
        decode(line(place=place))


@pytest.mark.parametrize("flag", [0, 1, "true", None])
def test_a_flag_that_is_not_true_or_false_is_refused(flag: object) -> None:
    with pytest.raises(MalformedAnswer):
        decode(line(blank_before=flag))


@pytest.mark.parametrize(
    "block",
    [
        {"table": []},
        {"table": [{"cells": [], "place": "body"}]},
        {"table": [{"cells": ["ab"], "place": "body"}]},
        {"table": [{"cells": [[""]], "place": "body"}]},
        {"picture": []},
    ],
)
def test_a_block_of_another_shape_is_refused(block: object) -> None:
    with pytest.raises(MalformedAnswer):
        decode(shaped(block))


def test_a_document_larger_than_a_letter_is_neither_written_nor_read() -> None:
    many = [{"line": {"text": "x", "place": "body", "blank_before": False}}] * (MAX_LINES + 1)
    with pytest.raises(MalformedAnswer):
        decode(shaped(*many))
    with pytest.raises(MalformedAnswer):
        decode(line("x" * (MAX_CHARACTERS + 1)))
    with pytest.raises(TooComplex):
        encode(Document("body", (Line("x", "body"),) * (MAX_LINES + 1)))


@pytest.mark.parametrize(
    "label",
    [
        {"tenant": "", "id": "Ann Peeters", "enabled": True},
        {"tenant": "a" * 37, "id": "", "enabled": True},
        {"tenant": "", "id": "", "enabled": 1},
        {"tenant": "", "id": ""},
        ["", "", True],
    ],
)
def test_a_label_of_another_shape_is_refused(label: object) -> None:
    with pytest.raises(MalformedAnswer):
        decode(shaped(labels=[label]))


def test_files_within_files_and_too_many_of_them_are_refused() -> None:
    file = json.loads(shaped(source="attachment 1"))["document"]
    assert decode(shaped(attached=[file])) == Document("body", (), (Document("attachment 1", ()),))
    for attached in ([file | {"attached": [file]}], [file] * (MAX_FILES + 1)):
        with pytest.raises(MalformedAnswer):
            decode(shaped(attached=attached))


@pytest.mark.parametrize(
    "document",
    [
        Document("body", (), (Document("attachment 1", ()),) * (MAX_FILES + 1)),
        Document("body", (), labels=(FileLabel("", "no GUID", True),)),
    ],
)
def test_files_that_no_mail_has_are_too_complex(document: Document) -> None:
    with pytest.raises(TooComplex):
        encode(document)


@pytest.mark.parametrize(
    "rights",
    [
        {"tenant": "", "content_id": ""},
        {"tenant": "", "content_id": "", "owner": None},
        {"tenant": "x y", "content_id": "", "owner": ""},
        {"tenant": "", "content_id": ["a"], "owner": ""},
        {"tenant": "", "content_id": "", "owner": "no address"},
    ],
)
def test_rights_of_another_shape_are_refused(rights: object) -> None:
    with pytest.raises(MalformedAnswer):
        decode(json.dumps({"rights": rights}).encode())


def test_marks_heaped_on_a_letter_are_refused_before_they_are_normalised() -> None:
    heap = "x" + "\u0323" * MAX_MARKS
    assert decode(line(heap)) == Document("body", (Line(heap, "body, line 1"),))
    with pytest.raises(MalformedAnswer):
        decode(line("x" + "\u0301\u0323" * 90_000))
    with pytest.raises(TooComplex):
        encode(Document("body", (Line(heap + "\u0323", "body"),)))
    with pytest.raises(TooComplex):
        encode(Document("body", (Table((Row(((heap + "\u0323",), ()), "body"),)),)))


def test_an_error_is_named_by_a_class_of_the_language() -> None:
    assert error_name(json.JSONDecodeError("", "", 0)) == "ValueError"
    assert decode(encode(Failed(error_name(MalformedAnswer())))) == Failed("ValueError")


@pytest.mark.parametrize("granted", [Confinement(7, True, True), Confinement(0, False, False)])
def test_a_confinement_comes_back_as_it_went(granted: Confinement) -> None:
    assert decode_confinement(encode_confinement(granted)) == granted


def test_what_a_confinement_lacks_is_named() -> None:
    assert Confinement(1, True, True).missing() == ()
    assert Confinement(0, False, False).missing() == ("landlock", "seccomp", "rlimits")


@pytest.mark.parametrize("version", [True, -1, 1000, "7", 7.0, None])
def test_a_confinement_of_another_shape_is_refused(version: object) -> None:
    data = json.dumps({"landlock": version, "seccomp": True, "rlimits": True}).encode()
    with pytest.raises(MalformedAnswer):
        decode_confinement(data)


def test_files_and_their_labels_come_back_as_they_were() -> None:
    label = FileLabel(
        "11111111-2222-4333-8444-555555555555", "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", enabled=True
    )
    file = Document("attachment 1", (Line("Naam: An", "attachment 1, line 1"),), labels=(label,))
    document = Document("body html", (), (file,))
    assert decode(encode(document)) == document
