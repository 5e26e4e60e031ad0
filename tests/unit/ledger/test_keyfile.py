import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed448 import Ed448PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from gateway.ledger.checkpoint import public_bytes
from gateway.ledger.errors import KeyFileError
from gateway.ledger.keyfile import key_path, load_key, load_or_create_key


def test_a_key_made_on_first_use_is_for_its_owner_alone_and_stays(tmp_path: Path) -> None:
    path = key_path(tmp_path / "ledger.db")
    first = load_or_create_key(path)
    assert path.name == "ledger.db.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert public_bytes(load_or_create_key(path)) == public_bytes(first)
    assert list(tmp_path.iterdir()) == [path]


def test_of_many_that_make_it_at_once_all_get_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: load_or_create_key(tmp_path / "key"), range(32)))
    assert len({public_bytes(key) for key in keys}) == 1


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601])
def test_a_key_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    load_or_create_key(tmp_path / "key")
    (tmp_path / "key").chmod(mode)
    with pytest.raises(KeyFileError, match="open to group or others"):
        load_or_create_key(tmp_path / "key")


def test_what_is_no_ed25519_key_is_refused(tmp_path: Path) -> None:
    other = Ed448PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for content in (b"", b"no key", other):
        descriptor = os.open(tmp_path / "key", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(descriptor, content)
        os.close(descriptor)
        with pytest.raises(KeyFileError):
            load_key(tmp_path / "key")


def test_a_missing_key_or_folder_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="No such file"):
        load_key(tmp_path / "key")
    with pytest.raises(KeyFileError) as refused:
        load_or_create_key(tmp_path / "missing" / "key")
    assert str(refused.value) == (
        f"the signing key {tmp_path}/missing/key cannot be written: No such file or directory. "
        f"Make the folder {tmp_path}/missing, owned by the user of the gateway, or correct ledger.url."
    )
