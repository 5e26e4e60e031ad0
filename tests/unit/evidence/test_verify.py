"""The program in the bundle: its arithmetic against published vectors and an independent implementation."""

import ast
import sys
from pathlib import Path

import pymerkle
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from gateway.evidence import verify
from gateway.ledger.merkle import Tree, consistency_proof, inclusion_proof, leaf_hash

SOURCE = Path(verify.__file__).read_text("utf-8")
MOST_LINES = 400
# RFC 8032 section 7.1: public key, message, signature.
VECTORS = (
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
            "d25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
            "387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
            "4a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
    (
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        (
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
            "454d4423643ce80e2a9ac94fa54ca49f"
        ),
        (
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e030"
            "3dca179c138ac17ad9bef1177331a704"
        ),
    ),
)
SIZES = st.integers(1, 70)


@pytest.mark.parametrize(("public", "message", "signature"), VECTORS)
def test_the_signatures_of_rfc_8032_verify(public: str, message: str, signature: str) -> None:
    assert verify.signed(*map(bytes.fromhex, (public, message, signature)))


def holds(public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        return verify.signed(public, message, signature)
    except ValueError:
        return False


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=80), st.integers(0, 96 * 8 - 1))
def test_a_signature_holds_for_its_own_key_and_message_alone(seed: bytes, message: bytes, bit: int) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = key.public_key().public_bytes_raw(), key.sign(message)
    assert holds(public, message, signature)
    assert not holds(public, message + b"\0", signature)
    joined = bytearray(public + signature)
    joined[bit // 8] ^= 1 << bit % 8
    assert not holds(bytes(joined[:32]), message, bytes(joined[32:]))


def test_a_signature_that_was_raised_by_the_order_of_the_group_is_none() -> None:
    public, message, signature = map(bytes.fromhex, VECTORS[1])
    raised = int.from_bytes(signature[32:], "little") + verify.ORDER
    assert not holds(public, message, signature[:32] + raised.to_bytes(32, "little"))


def trees(size: int) -> tuple[pymerkle.InmemoryTree, list[bytes], dict[tuple[int, int], bytes]]:
    """The same records in the independent implementation and in the gateway's own."""
    theirs, ours, nodes = pymerkle.InmemoryTree(algorithm="sha256"), Tree(), {}
    records = [f"record {number}".encode() for number in range(size)]
    for record in records:
        theirs.append_entry(record)
        ours, made = ours.push(leaf_hash(record))
        nodes.update({(node.level, node.index): node.hash for node in made})
    assert theirs.get_root() == ours.root()
    return theirs, records, nodes


@given(SIZES, st.data())
def test_inclusion_agrees_with_an_independent_implementation(size: int, data: st.DataObject) -> None:
    theirs, records, nodes = trees(size)
    index = data.draw(st.integers(0, size - 1))
    leaf, root = leaf_hash(records[index]), theirs.get_root()
    ours = list(inclusion_proof(index, size, lambda level, place: nodes[level, place]))
    assert ours == theirs.prove_inclusion(index + 1, size).path[1:]
    assert verify.root_of(leaf, index, size, ours) == root
    pymerkle.verify_inclusion(leaf, root, theirs.prove_inclusion(index + 1, size))


@given(SIZES, st.data())
def test_consistency_agrees_with_an_independent_implementation(size: int, data: st.DataObject) -> None:
    theirs, _, nodes = trees(size)
    old = data.draw(st.integers(1, size))
    before, after = theirs.get_root(old), theirs.get_root(size)
    ours = list(consistency_proof(old, size, lambda level, place: nodes[level, place]))
    assert verify.roots_of(old, size, ours, before) == (before, after)
    pymerkle.verify_consistency(before, after, theirs.prove_consistency(old, size))


@given(st.integers(2, 70), st.data())
def test_a_consistency_proof_with_one_byte_changed_shows_nothing(size: int, data: st.DataObject) -> None:
    theirs, _, nodes = trees(size)
    old = data.draw(st.integers(1, size - 1))
    before, after = theirs.get_root(old), theirs.get_root(size)
    path = list(consistency_proof(old, size, lambda level, place: nodes[level, place]))
    at = data.draw(st.integers(0, len(path) - 1))
    path[at] = bytes([path[at][0] ^ 1]) + path[at][1:]
    assert verify.roots_of(old, size, path, before) != (before, after)


@pytest.mark.parametrize(("index", "size", "path"), [(1, 1, 0), (-1, 2, 1), (0, 1, 1), (0, 4, 3), (0, 0, 0)])
def test_an_inclusion_proof_of_another_length_or_place_is_none(index: int, size: int, path: int) -> None:
    with pytest.raises(ValueError, match=r"leaf|long"):
        verify.root_of(bytes(32), index, size, [bytes(32)] * path)


@pytest.mark.parametrize("data", ["3003020105", "30800000", "0285000000000101", "30", "3084"])
def test_what_is_no_der_is_refused(data: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        verify.der(bytes.fromhex(data)[:-1] if data == "3003020105" else bytes.fromhex(data))


def test_it_is_short_stands_alone_and_reads_on_python_3_8() -> None:
    assert SOURCE.count("\n") < MOST_LINES
    tree = ast.parse(SOURCE, feature_version=(3, 8))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names | {"__future__"}
    younger = {
        "removeprefix",
        "removesuffix",
        "bit_count",
        "UTC",
        "pairwise",
        "is_relative_to",
        "hardlink_to",
    }
    assert {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & younger == set()
