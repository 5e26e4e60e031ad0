#!/usr/bin/env python3
"""Verifies an evidence bundle: python3 verify.py BUNDLE.zip [--checkpoint NOTE] [--key HEX]

Needs this file and Python 3.8 or newer, no more. NOTE is a file with a checkpoint of the same log that you
kept, for instance out of a mail. HEX is the log's public key as you know it. Without either, the bundle is
checked against the key it brings along, and whoever made up a whole bundle made up its key too.

Exit code 0: whole. 1: tampered with, or of another log. 2: incomplete, something needed is not there.

``main`` at the end takes the steps in order. What they rely on stands above them.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import sys
import zipfile
import zlib
from datetime import datetime, timedelta, timezone
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

MOST_BYTES = 1 << 32
MANIFEST = {"v", "files", "log", "records", "root", "size"}
REQUIRED = ("anchors.jsonl", "checkpoint.txt", "proofs.jsonl", "public-key.txt", "records.jsonl", "verify.py")


class Head(NamedTuple):
    """What a checkpoint says of a log: its name, its number of records, and the root over them."""

    log: str
    size: int
    root: bytes


class Tampered(Exception):
    """Something is not what it was when it was signed. ``where`` it is, and ``what`` is wrong there."""


class Incomplete(Exception):
    """Something that is needed to tell is not there."""


# Hashes and canonical JSON
def sha256(*parts: bytes) -> bytes:
    """SHA-256 over the parts, one behind the other."""
    return hashlib.sha256(b"".join(parts)).digest()


def canonical(value: Any) -> bytes:
    """The one spelling of a JSON value (RFC 8785 for what occurs here): sorted keys, no spaces, UTF-8."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)
    return text.encode()


def parsed(data: bytes, where: str) -> Any:
    """The value that ``data`` spells, when it is spelled in the one way it may be."""
    value = json.loads(data.decode())
    if canonical(value) != data:
        raise Tampered(where, "is not in its canonical spelling")
    return value


def unhex(text: str) -> bytes:
    """32 bytes from 64 lower-case hexadecimal digits."""
    data = bytes.fromhex(text)
    if data.hex() != text or len(data) != 32:
        raise ValueError("not 32 bytes in hexadecimal")
    return data


# Merkle tree (RFC 6962 section 2.1)
def root_of(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root of a tree of ``size`` leaves in which ``leaf`` is at ``index``, by its audit path (2.1.1)."""
    if not 0 <= index < size:
        raise ValueError("no such leaf")
    if size == 1:
        if path:
            raise ValueError("the path is too long")
        return leaf
    half = 1 << ((size - 1).bit_length() - 1)  # the largest power of two smaller than size
    if index < half:
        return sha256(b"\x01", root_of(leaf, index, half, path[:-1]), path[-1])
    return sha256(b"\x01", path[-1], root_of(leaf, index - half, size - half, path[:-1]))


def roots_of(old: int, new: int, path: list[bytes], known: bytes | None) -> tuple[bytes, bytes]:
    """The roots of the trees of ``old`` and ``new`` leaves, one the beginning of the other, by a consistency
    proof (2.1.2). ``known`` is the old tree's root, or None once that is to come out of the path."""
    if not 0 < old <= new:
        raise ValueError("no such tree")
    if old == new:
        if len(path) != (known is None):
            raise ValueError("the path has another length")
        only = path[0] if known is None else known
        return only, only
    half = 1 << ((new - 1).bit_length() - 1)
    if old <= half:
        before, after = roots_of(old, half, path[:-1], known)
        return before, sha256(b"\x01", after, path[-1])
    before, after = roots_of(old - half, new - half, path[:-1], None)
    return sha256(b"\x01", path[-1], before), sha256(b"\x01", path[-1], after)


# Ed25519 (RFC 8032 section 5.1)
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
# A point is X, Y, Z, T with x = X/Z, y = Y/Z and xy = T/Z.


def add(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The sum of two points of the curve (5.1.4)."""
    one, two = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    three, four = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = two - one, four - three, four + three, two + one
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number: int, point: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """``number`` times the point."""
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point, number = add(point, point), number >> 1
    return result


def decompress(data: bytes) -> tuple[int, int, int, int]:
    """The point that 32 bytes stand for (5.1.3). Raises ValueError when they stand for none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        raise ValueError("no point of the curve")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (not x and sign):
        raise ValueError("no point of the curve")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = decompress((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether ``signature`` is the key's over ``message`` (5.1.7). Raises ValueError for no points."""
    if len(public) != 32 or len(signature) != 64:
        raise ValueError("no key, or no signature")
    key, r = decompress(public), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    a, b = times(s, BASE), add(r, times(k, key))
    same_x, same_y = (a[0] * b[2] - b[0] * a[2]) % P == 0, (a[1] * b[2] - b[1] * a[2]) % P == 0
    return s < ORDER and same_x and same_y


# Signed notes: checkpoints and cosignatures (C2SP signed-note, tlog-checkpoint, tlog-cosignature)
def key_id(name: str, kind: bytes, public: bytes) -> bytes:
    """The four bytes that tell a signature's key."""
    return sha256(name.encode(), b"\n", kind, public)[:4]


def signatures(note: str, where: str) -> tuple[str, list[tuple[str, bytes]]]:
    """The text of a note, and for each line below it the signer's name and the bytes behind it."""
    text, gap, below = note.rpartition("\n\n")
    if not gap or not below.endswith("\n"):
        raise Tampered(where, "is no signed note")
    found = [line.split(" ") for line in below[:-1].split("\n")]
    return text + "\n", [(name, base64.b64decode(encoded, validate=True)) for _, name, encoded in found]


def opened(note: str, log: str, public: bytes, where: str) -> Head:
    """Name, number of records and root that the log's key signed in ``note``."""
    text, below = signatures(note, where)
    mine = [data[4:] for name, data in below if name == log and data[:4] == key_id(log, b"\x01", public)]
    if len(mine) != 1 or not signed(public, text.encode(), mine[0]):
        raise Tampered(where, "is not signed by this key of log " + log + ": another ledger, or signed anew")
    origin, size, root = text.split("\n")[:3]
    if origin != log:
        raise Tampered(where, "is a checkpoint of another log")
    return Head(origin, int(size), base64.b64decode(root, validate=True))


def cosigned(note: str, line: str, name: str, public: bytes, where: str) -> datetime:
    """When the witness ``name`` with this key cosigned the checkpoint (cosignature/v1)."""
    text, below = signatures("{}\n\n{}\n".format(note.rpartition("\n\n")[0], line), where)
    signer, data = below[0]
    seconds = int.from_bytes(data[4:12], "big")
    message = f"cosignature/v1\ntime {seconds}\n{text}".encode()
    if signer != name or data[:4] != key_id(name, b"\x04", public) or not signed(public, message, data[12:]):
        raise Tampered(where, "is not cosigned by the witness " + name)
    return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)


# Time stamps (RFC 3161): which hash is stamped, and when. The authority's signature is not looked at.
def der(data: bytes) -> list[tuple[int, bytes]]:
    """Tag and content of each element in DER (X.690)."""
    found = []
    while data:
        length, start = data[1], 2
        if length & 0x80:
            start += length & 0x7F
            length = int.from_bytes(data[2:start], "big")
        if start + length > len(data) or data[1] == 0x80 or start > 6:
            raise ValueError("not DER")
        found.append((data[0], data[start : start + length]))
        data = data[start + length :]
    return found


def stamped(token: bytes, note: bytes, where: str) -> str:
    """The time, as YYYYMMDDHHMMSSZ, in a TimeStampResp whose messageImprint is SHA-256 of ``note``."""
    response = der(der(token)[0][1])
    status, content = der(response[0][1]), der(response[1][1])
    if status[0][1] not in (b"\x00", b"\x01"):
        raise Tampered(where, "is a refusal, no time stamp")
    encapsulated = der(der(der(content[1][1])[0][1])[2][1])
    info = der(der(der(encapsulated[1][1])[0][1])[0][1])
    imprint = der(info[2][1])
    if der(imprint[0][1])[0][1] != bytes.fromhex("608648016503040201") or imprint[1][1] != sha256(note):
        raise Tampered(where, "stamps something else than SHA-256 of its checkpoint")
    return info[4][1].decode("ascii")


# The steps
def lines(bundle: zipfile.ZipFile, name: str) -> Any:
    """The values of a file with one JSON value on each line."""
    for number, line in enumerate(bundle.read(name).split(b"\n")[:-1], 1):
        yield parsed(line, f"{name} line {number}")


def step_1_every_file_is_there(bundle: zipfile.ZipFile) -> Any:
    """The manifest names every file with its digest, and every file is what the manifest says."""
    names = bundle.namelist()
    if sum(info.file_size for info in bundle.infolist()) > MOST_BYTES:
        raise Incomplete("the ZIP", "is larger than this program reads")
    manifest = parsed(bundle.read("manifest.json"), "manifest.json") if "manifest.json" in names else {}
    files = manifest.get("files", {})
    for name in ["manifest.json", *REQUIRED, *files]:
        if name not in names:
            raise Incomplete(name, "is not in the bundle")
    if sorted(names) != sorted(["manifest.json", *files]) or set(manifest) != MANIFEST or manifest["v"] != 1:
        raise Tampered("manifest.json", "is not of version 1, or names other files than are there")
    for name, told in files.items():
        data = bundle.read(name)
        if told != {"bytes": len(data), "sha256": sha256(data).hex()}:
            raise Tampered(name, "is not the file that manifest.json names")
    print(f"1. All {len(names)} files are there, with the digests in manifest.json.")
    return manifest


def step_2_the_checkpoint(bundle: zipfile.ZipFile, manifest: Any, wanted: str | None) -> tuple[bytes, Head]:
    """The head of the log is signed, and by the key you know, if you gave one."""
    log = manifest["log"]
    name, identity, encoded = bundle.read("public-key.txt").decode().strip().split("+", 2)
    public = base64.b64decode(encoded, validate=True)[1:]
    if name != log or identity != key_id(log, b"\x01", public).hex():
        raise Tampered("public-key.txt", "is not a key of log " + log)
    if wanted is not None and wanted.lower() != public.hex():
        raise Tampered("public-key.txt", "is not the key you gave: the bundle is of another log or gateway")
    head = opened(bundle.read("checkpoint.txt").decode(), log, public, "checkpoint.txt")
    if (manifest["size"], manifest["root"]) != (head.size, head.root.hex()):
        raise Tampered("manifest.json", "tells another checkpoint than checkpoint.txt")
    said = "is the one you gave" if wanted else "was not compared; ask the gateway's DPO for it: --key"
    print(f"2. The checkpoint of log {log} is signed: {head.size} records with root {head.root.hex()}.")
    print(f"   The public key {public.hex()} {said}.")
    return public, head


def step_3_the_records(bundle: zipfile.ZipFile, manifest: Any, head: Head) -> list[int]:
    """Each record is in the log: group against commitment, header against root. Yields their numbers."""
    numbers: list[int] = []
    erased = 0
    records, proofs = lines(bundle, "records.jsonl"), lines(bundle, "proofs.jsonl")
    for record, proof in zip_longest(records, proofs):
        header, groups = record["header"], record["groups"]
        where = "record {}".format(header["seq"])
        if header["log"] != head.log or proof["seq"] != header["seq"]:
            raise Tampered(where, "is of another log, or has the proof of another record")
        for name, group in groups.items():
            tag = f"gateway.ledger.v1.{name}\0".encode()
            commitment = sha256(tag, unhex(group["salt"]), canonical(group["value"])).hex()
            if header["c"][name] != commitment:
                raise Tampered(where + ", group " + name, "is not what the header commits to")
        leaf, path = sha256(b"\x00", canonical(header)), [unhex(text) for text in proof["path"]]
        if root_of(leaf, header["seq"], head.size, path) != head.root:
            raise Tampered(where, "is not in the log under the signed root")
        numbers.append(header["seq"])
        erased += len(header["c"]) - len(groups)
    if not manifest["records"] == len(numbers) == len(set(numbers)):
        raise Tampered("records.jsonl", "does not hold each of the records in manifest.json once")
    print(f"3. All {len(numbers)} records are in the log, as they were written; {erased} groups were erased.")
    return numbers


def step_4_the_anchors(bundle: zipfile.ZipFile, head: Head, public: bytes) -> tuple[list[Head], list[Head]]:
    """The log continues each checkpoint in the bundle; also which of them were laid down elsewhere."""
    anchors, elsewhere = [], []
    for anchor in lines(bundle, "anchors.jsonl"):
        name, kind, note = anchor["note"], anchor["kind"], bundle.read(anchor["note"])
        held = opened(note.decode(), head.log, public, name)
        roots = roots_of(held.size, head.size, [unhex(text) for text in anchor["consistency"]], held.root)
        if held.size != anchor["size"] or roots != (held.root, head.root):
            raise Tampered(name, "is not continued by the log: history was rewritten after it")
        said = {"mail": "mailed to the DPOs; compare with the mail", "kept": "its maker's copy"}.get(kind, "")
        if kind == "timestamp":
            said = "time stamp of " + stamped(bundle.read(anchor["token"]), note, anchor["token"])
        elif kind == "witness":
            witness, key = anchor["witness"], unhex(anchor["key"])
            when = cosigned(note.decode(), anchor["cosignature"], witness, key, name)
            said = f"cosigned {when.isoformat()} by {witness}; compare its key {key.hex()}"
        elif not said:
            raise Tampered("anchors.jsonl", "holds an anchor of an unknown kind")
        print(f"4. The log continues {name} ({held.size} records): {said}.")
        if kind == "timestamp":
            print("   The authority's signature is not looked at here. Unpack the ZIP, get its certificate:")
            print("   openssl ts -verify -data {} -in {} -CAfile CA.pem".format(name, anchor["token"]))
        anchors.append(held)
        elsewhere += [held] if kind != "kept" else []
    if not anchors:
        print("4. The bundle holds no anchor.")
    return anchors, elsewhere


def step_5_your_checkpoint(anchors: list[Head], head: Head, public: bytes, file: str | None) -> list[Head]:
    """The log continues the checkpoint that you kept."""
    if file is None:
        print("5. No checkpoint of yours was compared: --checkpoint.")
        return []
    yours = opened(Path(file).read_bytes().decode(), head.log, public, file)
    known = [held for held in [*anchors, head] if held.size == yours.size]
    if not known:
        raise Incomplete(file, f"has {yours.size} records, and the bundle holds no proof from there")
    if yours not in known:
        raise Tampered(file, "is of the same size with another root: the log was rewritten")
    print(f"5. The log continues your checkpoint of {yours.size} records.")
    return [yours]


def say_what_this_does_not_show(numbers: list[int], elsewhere: list[Head], trusted: bool) -> None:
    """The limits of the check, with the size of the tail that nothing laid down elsewhere holds."""
    last = max([held.size for held in elsewhere], default=0)
    after = sum(number >= last for number in numbers)
    print("WHOLE. What this does not show:")
    print("- that what the records say was true when it was written;")
    print("- that the gateway had no other transfers: this is a selection;")
    print(f"- for the {after} of {len(numbers)} records after the last anchor or your checkpoint:")
    print("  that whoever holds the signing key did not rewrite them;")
    if not trusted:
        print("- whose log this is: neither a key nor a checkpoint of yours was compared.")


def check(bundle: zipfile.ZipFile, key: str | None, checkpoint: str | None) -> None:
    """Takes the steps in order. Raises Tampered or Incomplete, and what reading and parsing raises."""
    manifest = step_1_every_file_is_there(bundle)
    public, head = step_2_the_checkpoint(bundle, manifest, key)
    numbers = step_3_the_records(bundle, manifest, head)
    anchors, elsewhere = step_4_the_anchors(bundle, head, public)
    elsewhere += step_5_your_checkpoint(anchors, head, public, checkpoint)
    say_what_this_does_not_show(numbers, elsewhere, bool(key or checkpoint))


def main(arguments: list[str] | None = None) -> int:
    """Verifies the bundle named on the command line; the exit code."""
    parser = argparse.ArgumentParser(description="Verifies an evidence bundle. Exit codes: 0, 1, 2.")
    parser.add_argument("bundle", help="the ZIP file")
    parser.add_argument("--checkpoint", help="a checkpoint of this log that you kept: a text file")
    parser.add_argument("--key", help="the log's public key as you know it: 64 hexadecimal digits")
    given = parser.parse_args(arguments)
    if not zipfile.is_zipfile(given.bundle):
        print(f"INCOMPLETE: {given.bundle} cannot be read as a ZIP.")
        return 2
    try:
        with zipfile.ZipFile(given.bundle) as bundle:
            check(bundle, given.key, given.checkpoint)
    except Tampered as found:
        print("TAMPERED: {} {}.".format(*found.args))
        return 1
    except (Incomplete, OSError) as found:
        print("INCOMPLETE: {} {}.".format(*([*found.args, "", ""][:2])))
        return 2
    except (zipfile.BadZipFile, zlib.error, ArithmeticError, LookupError, TypeError, AttributeError,
            ValueError, RuntimeError, EOFError) as error:  # fmt: skip
        print(f"TAMPERED: something is not of the form it was written in: {error!r}.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
