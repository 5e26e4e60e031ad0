import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.ledger.merkle import (
    EMPTY_ROOT,
    Tree,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    verify_consistency,
    verify_inclusion,
)

SIZES = st.integers(1, 130)


def oracle(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962 section 2.1, as its text reads."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + oracle(leaves[:k]) + oracle(leaves[k:])).digest()


def data(size: int) -> list[bytes]:
    return [f"record {number}".encode() for number in range(size)]


def grown(size: int) -> tuple[Tree, dict[tuple[int, int], bytes]]:
    tree, nodes = Tree(), {}
    for item in data(size):
        tree, made = tree.push(leaf_hash(item))
        nodes.update({(node.level, node.index): node.hash for node in made})
    return tree, nodes


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert Tree().root() == EMPTY_ROOT == oracle([])


def test_the_known_roots_of_the_rfc_test_vectors_come_out() -> None:
    inputs = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
    tree = Tree()
    for item in inputs:
        tree, _ = tree.push(leaf_hash(bytes.fromhex(item)))
    assert tree.root().hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


@given(st.integers(0, 200))
def test_the_root_is_that_of_an_independent_reading_of_the_rfc(size: int) -> None:
    tree, nodes = grown(size)
    assert tree.root() == oracle(data(size))
    assert len(tree.frontier) == size.bit_count()
    assert len(nodes) == 2 * size - size.bit_count()


@given(SIZES, st.data())
def test_every_leaf_is_proved_in_every_tree_and_nowhere_else(size: int, draw: st.DataObject) -> None:
    index = draw.draw(st.integers(0, size - 1))
    _, nodes = grown(130)
    proof = inclusion_proof(index, size, lambda level, at: nodes[level, at])
    root, leaf = oracle(data(size)), leaf_hash(data(130)[index])
    assert verify_inclusion(leaf, index, size, proof, root)
    other = draw.draw(st.integers(0, size - 1).filter(lambda i: i != index)) if size > 1 else size
    assert not verify_inclusion(leaf, other, size, proof, root)
    assert not verify_inclusion(leaf, index, size, (*proof, root), root)
    assert not verify_inclusion(leaf, index, size, proof, leaf_hash(root))
    assert not proof or not verify_inclusion(leaf, index, size, proof[:-1], root)


@given(SIZES, SIZES)
def test_every_tree_is_proved_a_prefix_of_every_larger_one(one: int, other: int) -> None:
    old, new = sorted((one, other))
    _, nodes = grown(130)
    proof = consistency_proof(old, new, lambda level, at: nodes[level, at])
    old_root, new_root = oracle(data(old)), oracle(data(new))
    assert verify_consistency(old, new, old_root, new_root, proof)
    assert not verify_consistency(old, new, leaf_hash(old_root), new_root, proof)
    assert not verify_consistency(old, new, old_root, leaf_hash(new_root), proof)
    assert not verify_consistency(old, new, old_root, new_root, (*proof, old_root))
    assert not proof or not verify_consistency(old, new, old_root, new_root, proof[:-1])


def test_anything_continues_the_empty_tree_and_only_that_root() -> None:
    root = oracle(data(5))
    assert verify_consistency(0, 5, EMPTY_ROOT, root, ())
    assert not verify_consistency(0, 5, root, root, ())
    assert not verify_consistency(5, 3, root, oracle(data(3)), ())


def test_there_is_no_proof_of_what_is_not_in_the_tree() -> None:
    with pytest.raises(ValueError, match="no such leaf"):
        inclusion_proof(5, 5, lambda _level, _at: b"")
    with pytest.raises(ValueError, match="larger"):
        consistency_proof(6, 5, lambda _level, _at: b"")
