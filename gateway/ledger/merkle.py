"""The Merkle tree of RFC 6962 section 2.1: growing it, and proving and checking what is in it.

Pure functions over SHA-256 hashes of 32 bytes. A complete subtree of 2**level leaves is the
node ``(level, index)``; its leaves are ``index * 2**level`` up to the next. A complete node never
changes once made, so proofs are read from a store of nodes.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from gateway.said import say

HASH_BYTES = 32
EMPTY_ROOT = hashlib.sha256().digest()

NodeAt = Callable[[int, int], bytes]
Proof = tuple[bytes, ...]


def leaf_hash(data: bytes) -> bytes:
    """SHA-256(0x00 ‖ data)."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Node:
    """A complete subtree: 2**level leaves, the ``index``-th of its level, and its hash."""

    level: int
    index: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree of ``size`` leaves as its frontier: the roots of its complete subtrees, widest first.

    There is one for each bit set in ``size``, so pushing a leaf costs O(log size).
    """

    size: int = 0
    frontier: tuple[bytes, ...] = ()

    def push(self, leaf: bytes) -> tuple["Tree", tuple[Node, ...]]:
        """The tree with ``leaf`` added, and the nodes this completes: the leaf's own first, then upwards."""
        return self.graft(0, leaf)

    def graft(self, level: int, root: bytes) -> tuple["Tree", tuple[Node, ...]]:
        """The same for the ``root`` of 2**level leaves. The tree must be of a multiple of that size."""
        frontier = list(self.frontier)
        nodes = [Node(level, self.size >> level, root)]
        while self.size >> (top := nodes[-1]).level & 1:
            nodes.append(Node(top.level + 1, top.index >> 1, node_hash(frontier.pop(), top.hash)))
        return Tree(self.size + (1 << level), (*frontier, nodes[-1].hash)), tuple(nodes)

    def root(self) -> bytes:
        """The Merkle Tree Hash of all leaves."""
        if not self.frontier:
            return EMPTY_ROOT
        *wider, root = self.frontier
        for left in reversed(wider):
            root = node_hash(left, root)
        return root


def subtrees(size: int) -> tuple[tuple[int, int], ...]:
    """Level and index of the complete subtrees that make the frontier of a tree of ``size``, widest first."""
    levels = [level for level in range(size.bit_length() - 1, -1, -1) if size >> level & 1]
    return tuple((level, (size >> level) - 1) for level in levels)


def inclusion_proof(index: int, size: int, node: NodeAt) -> Proof:
    """The audit path PATH(index, D[size]) of section 2.1.1, leaf's sibling first.

    ``node`` yields the hash of a complete subtree. Raises ValueError when there is no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(say("no such leaf in a tree of this size"))
    return _path(index, 0, size, node)


def consistency_proof(old: int, new: int, node: NodeAt) -> Proof:
    """PROOF(old, D[new]) of section 2.1.2; empty when nothing was added or ``old`` is 0.

    Raises ValueError unless 0 ≤ old ≤ new.
    """
    if not 0 <= old <= new:
        raise ValueError(say("the old tree is larger than the new one"))
    return () if old in (0, new) else _subproof(old, 0, new, node, whole=True)


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Proof, root: bytes) -> bool:
    """Whether ``proof`` shows ``leaf`` at ``index`` of that tree (RFC 9162 section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    position, last, running = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if position & 1 or position == last:
            running = node_hash(sibling, running)
            shift = _trailing_zeros(position) if not position & 1 else 0
            position, last = position >> shift, last >> shift
        else:
            running = node_hash(running, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and running == root


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, proof: Proof) -> bool:
    """Whether ``proof`` shows the old tree to be a prefix of the new one (RFC 9162 section 2.1.4.2)."""
    if old in (0, new):
        return not proof and 0 <= old <= new and old_root == (new_root if old else EMPTY_ROOT)
    if not 0 < old < new or not proof:
        return False
    # A complete old tree is itself the first node of the path and left out of the proof.
    path = (old_root, *proof) if old & (old - 1) == 0 else proof
    shift = _trailing_zeros(old)
    position, last = (old - 1) >> shift, (new - 1) >> shift
    running_old = running_new = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            running_old, running_new = node_hash(sibling, running_old), node_hash(sibling, running_new)
            shift = _trailing_zeros(position) if not position & 1 else 0
            position, last = position >> shift, last >> shift
        else:
            running_new = node_hash(running_new, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and running_old == old_root and running_new == new_root


def _trailing_zeros(number: int) -> int:
    return (number & -number).bit_length() - 1 if number else 0


def _split(width: int) -> int:
    """The largest power of two smaller than ``width`` (section 2.1)."""
    return 1 << (width - 1).bit_length() - 1


def _range_root(start: int, end: int, node: NodeAt) -> bytes:
    width = end - start
    if width & (width - 1) == 0:
        level = width.bit_length() - 1
        return node(level, start >> level)
    middle = start + _split(width)
    return node_hash(_range_root(start, middle, node), _range_root(middle, end, node))


def _path(index: int, start: int, end: int, node: NodeAt) -> Proof:
    if end - start == 1:
        return ()
    middle = start + _split(end - start)
    if index < middle:
        return (*_path(index, start, middle, node), _range_root(middle, end, node))
    return (*_path(index, middle, end, node), _range_root(start, middle, node))


def _subproof(old: int, start: int, end: int, node: NodeAt, *, whole: bool) -> Proof:
    if old == end:
        return () if whole else (_range_root(start, end, node),)
    middle = start + _split(end - start)
    if old <= middle:
        return (*_subproof(old, start, middle, node, whole=whole), _range_root(middle, end, node))
    return (*_subproof(old, middle, end, node, whole=False), _range_root(start, middle, node))
