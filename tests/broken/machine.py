"""Mistakes around the files: what is not there, has the wrong mode, or does not belong together."""

import shutil
from pathlib import Path

from tests.broken.case import Case, config, content
from tests.broken.installation import POLICY
from tests.support.certificates import new_authority


def _no_policies(folder: Path) -> None:
    shutil.rmtree(folder / "policies")


def _wrong_extension(folder: Path) -> None:
    (folder / "policies/protocol.yaml").rename(folder / "policies/protocol.yaml.txt")


def _policies_is_a_file(folder: Path) -> None:
    _no_policies(folder)
    (folder / "policies").write_text(POLICY)


def _closed_policy(folder: Path) -> None:
    (folder / "policies/protocol.yaml").chmod(0o600)


def _closed_authorities(folder: Path) -> None:
    (folder / "tls/closed").mkdir(mode=0o700)
    (folder / "ca/next-hop.pem").rename(folder / "tls/closed/next-hop.pem")
    config("ca/next-hop.pem", "tls/closed/next-hop.pem")(folder)


def _restored_key(folder: Path) -> None:
    (folder / "ledger.db.key").touch(0o600)


def _open_key(folder: Path) -> None:
    (folder / "tls/gateway.key").chmod(0o644)


def _issue(folder: Path, *names: str, expired: bool = False, key: bool = True) -> None:
    issued = new_authority(folder / "tls").server(*names, expired=expired)
    issued.certificate.replace(folder / "tls/gateway.crt")
    (folder / "tls/gateway.key").chmod(0o600)
    if key:
        issued.key.replace(folder / "tls/gateway.key")


def _same_recipient(folder: Path) -> None:
    other = POLICY.replace("protocol: kindengezin", "protocol: caw")
    (folder / "policies/second.yaml").write_text(other, "utf-8")


def _swapped(folder: Path) -> None:
    certificate, key = folder / "tls/gateway.crt", folder / "tls/gateway.key"
    certificate.rename(folder / "tls/tmp")
    key.rename(certificate)
    (folder / "tls/tmp").rename(key)


CASES = (
    Case("no-configuration", "nothing there yet", lambda folder: (folder / "gateway.yaml").unlink()),
    Case("no-policies-folder", "a folder that is not there", _no_policies),
    Case("policies-is-a-file", "the policy itself for its folder", _policies_is_a_file),
    Case("no-policy-in-the-folder", "a policy that ends in .txt", _wrong_extension),
    Case("two-policies-for-one-recipient", "a second policy for the same mailbox", _same_recipient),
    Case("no-certificate", "no certificate", lambda folder: (folder / "tls/gateway.crt").unlink()),
    Case("no-key", "no key", lambda folder: (folder / "tls/gateway.key").unlink()),
    Case("open-key", "a key of mode 0644", _open_key),
    Case("expires-soon", "a certificate of a month", lambda folder: _issue(folder, "mx.pepingen.example")),
    Case(
        "expired",
        "a certificate of last year",
        lambda folder: _issue(folder, "mx.pepingen.example", expired=True),
    ),
    Case(
        "other-name", "a certificate for another name", lambda folder: _issue(folder, "www.pepingen.example")
    ),
    Case(
        "no-pair",
        "the key of another certificate",
        lambda folder: _issue(folder, "mx.pepingen.example", key=False),
    ),
    Case("swapped", "key and certificate exchanged", _swapped),
    Case("der-certificate", "a certificate in DER", content("tls/gateway.crt", b"\x30\x82\x01\x0a")),
    Case(
        "client-authorities-missing",
        "authorities that are not there",
        config("minimum: TLSv1.2", "client_ca: ca/clients.pem"),
    ),
    Case(
        "sqlite-relative",
        "a relative path",
        lambda folder: config(f"sqlite://{folder}/", "sqlite:///")(folder),
    ),
    Case("policy-of-root", "a policy of root, mode 0600", _closed_policy, served=True),
    Case("authorities-of-root", "authorities in a folder of root", _closed_authorities, served=True),
    Case("restored-key-of-root", "the ledger's key, put back by root", _restored_key, served=True),
    Case("ledger-folder-missing", "a folder that is not there", config("ledger.db", "ledger/ledger.db")),
    Case(
        "ledger-is-no-ledger", "another file by that name", content("ledger.db", b"not a database at all\n")
    ),
)
