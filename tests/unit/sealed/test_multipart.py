import pytest

from gateway.mail.header import HeaderError
from gateway.sealed.multipart import MAX_NESTING, MAX_PARTS, decoded, inner_parts, leaves, parameter, part_of


def multipart(*parts: bytes, boundary: bytes = b"b", end: bytes = b"--b--\r\n", head: bytes = b"") -> bytes:
    body = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
    return b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\r\n' + head + b"\r\n" + body + end


def bodies(content: bytes) -> list[bytes] | None:
    parts = inner_parts(part_of(content))
    return None if parts is None else [part.body for part in parts]


def test_a_part_is_cut_out_octet_for_octet() -> None:
    first = b"Content-Type: text/plain\r\n\r\n \r\nNaam: x \r\n\r\n"
    parts = inner_parts(part_of(multipart(first, b"\r\nsecond")))
    assert parts is not None
    assert [part.raw for part in parts] == [first, b"\r\nsecond"]
    assert [part.media_type for part in parts] == ["text/plain", "text/plain"]


def test_preamble_epilogue_and_spaces_behind_a_delimiter_are_no_content() -> None:
    content = multipart(b"\r\none", end=b"--b-- \t\r\nepilogue\r\n--b\r\n\r\nnone\r\n")
    assert bodies(content.replace(b"\r\n--b\r\n", b"\r\npreamble\r\n--b  \r\n", 1)) == [b"one"]


def test_a_longer_boundary_is_another_boundary() -> None:
    assert bodies(multipart(b"\r\none\r\n--bc\r\ntwo\r\n--b c\r\nthree")) == [
        b"one\r\n--bc\r\ntwo\r\n--b c\r\nthree"
    ]


@pytest.mark.parametrize(
    "content",
    [
        multipart(b"\r\none", end=b""),
        multipart(b"\r\none", boundary=b"b" * 71, end=b"--" + b"b" * 71 + b"--\r\n"),
        multipart(b"no field\r\n\r\none"),
        multipart(*[b"\r\n"] * (MAX_PARTS + 1)),
        b"Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\none\r\n--b--\r\n",
        b"Content-Type: text/plain; boundary=b\r\n\r\n--b\r\n\r\none\r\n--b--\r\n",
        b"Content-Type: multipart/mixed; boundary=b;"
        + b'";' * 5_000
        + b"\r\n\r\n--b\r\n\r\none\r\n--b--\r\n",
    ],
    ids=["cut off", "boundary too long", "no header", "too many", "no boundary", "no multipart", "long type"],
)
def test_what_is_no_whole_multipart_has_no_parts(content: bytes) -> None:
    assert bodies(content) is None


def test_a_message_without_a_readable_header_is_none() -> None:
    with pytest.raises(HeaderError):
        part_of(b"no field\r\n\r\n")


def test_leaves_are_found_in_order_and_not_without_end() -> None:
    inner = multipart(b"\r\ntwo", b"\r\nthree", boundary=b"i", end=b"--i--\r\n")
    assert [leaf.body for leaf in leaves(part_of(multipart(b"\r\none", inner, b"\r\nfour")))] == [
        b"one", b"two", b"three", b"four"
    ]  # fmt: skip
    deep = b"\r\ndeep"
    for level in range(MAX_NESTING + 5):
        boundary = b"n%d" % level
        deep = multipart(deep, boundary=boundary, end=b"--" + boundary + b"--\r\n")
    (leaf,) = leaves(part_of(deep))
    assert leaf.media_type == "multipart/mixed"


@pytest.mark.parametrize(
    ("encoding", "body", "expected"),
    [
        ("7bit", b"a=3D\r\n", b"a=3D\r\n"),
        ("Quoted-Printable", b"a=3D=\r\nb", b"a=b"),
        ("BASE64", b"YQ==\r\n", b"a"),
        ("base64", b"YQ", b""),
        ("x-uuencode", b"a", b""),
    ],
)
def test_a_transfer_encoding_is_undone(encoding: str, body: bytes, expected: bytes) -> None:
    part = part_of(b"Content-Transfer-Encoding: " + encoding.encode() + b"\r\n\r\n" + body)
    assert decoded(part) == expected


def test_a_name_and_a_parameter_are_read_wherever_they_stand() -> None:
    part = part_of(b'Content-Type: a/b; name="X.asc"; protocol="P"\r\n\r\n')
    assert (part.name, parameter(part.fields, "protocol"), parameter(part.fields, "none")) == (
        "x.asc",
        "P",
        "",
    )
    other = part_of(
        b"Content-Type: a/b\r\nContent-Disposition: attachment;\r\n filename*=utf-8''Y.asc\r\n\r\n"
    )
    assert other.name == "y.asc"
