"""Whether the user of the gateway may read what the configuration names, read off the bits."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from gateway.doctor.access import access_remarks, as_far_as_seen
from gateway.doctor.mending import WRITABLE_AGAIN, remedy_for
from gateway.doctor.named import Named
from gateway.doctor.reach import barring, granted
from gateway.doctor.remark import Code, Grade, error, ok
from gateway.said import say
from tests.broken.installation import as_nobody
from tests.unit.doctor.test_reach import STRANGER


def made(file: Path, mode: int, *, closed: bool = False) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.touch()
    file.chmod(mode)
    file.parent.chmod(0o700 if closed else 0o755)
    return file


def test_the_folders_that_bar_the_way_are_named_the_outermost_first(folder: Path) -> None:
    file = made(folder / "tls" / "ca.crt", 0o644, closed=True)
    assert barring(STRANGER, file) == (file.parent,)
    assert granted(STRANGER, file) == os.R_OK
    assert barring(os.geteuid(), file) == ()


def test_a_policy_of_roots_is_given_to_the_group(folder: Path) -> None:
    file = made(folder / "policies" / "one.yaml", 0o600)
    remedy = remedy_for(folder, STRANGER, Named("policies", file))
    assert remedy == f"Run chgrp {STRANGER} {file} && chmod g+r {file}."


def test_a_key_is_given_to_the_user_for_no_group_may_read_it(folder: Path) -> None:
    file = made(folder / "dkim" / "a key.pem", 0o600)
    remedy = remedy_for(folder, STRANGER, Named("signing.key", file, secret=True))
    assert remedy == f"Run chown {STRANGER} '{file}' && chmod 600 '{file}'."


def test_what_the_bits_allow_has_no_command_that_mends_it(folder: Path) -> None:
    file = made(folder / "state" / "the ledger.db", 0o600)
    one = Named("ledger.url", file, os.R_OK | os.W_OK, secret=True)
    assert remedy_for(folder, os.geteuid(), one) == (
        f"Its mode is right: look with getfacl '{file}' and lsattr '{file}' at what else forbids it."
    )


def test_a_ledger_on_a_disk_that_is_read_only_is_told_to_the_disk(folder: Path, read_only: Path) -> None:
    config = made(folder / "gateway.yaml", 0o644)
    ledger = Named("ledger.url", read_only / "ledger.db", os.R_OK | os.W_OK, secret=True)
    [told] = access_remarks(config, os.geteuid(), (ledger,))
    assert told.detail.endswith(f" may not write {ledger.file}, which ledger.url names")
    assert told.remedy == WRITABLE_AGAIN
    [read] = access_remarks(config, os.geteuid(), (Named("ledger.key", ledger.file),))
    assert read.grade is Grade.OK


def test_authorities_move_out_of_a_folder_that_is_closed(folder: Path) -> None:
    file = made(folder / "tls" / "ca.crt", 0o644, closed=True)
    remedy = remedy_for(folder, STRANGER, Named("next_hop.ca", file))
    assert remedy == f"Run mv {file} {folder}/ca.crt, and write {folder}/ca.crt in next_hop.ca."


def test_the_folder_of_the_authorities_is_opened_where_it_is(folder: Path) -> None:
    file = made(folder / "ca" / "next-hop.pem", 0o644, closed=True)
    remedy = remedy_for(folder, STRANGER, Named("next_hop.ca", file))
    assert remedy == f"Run chgrp {STRANGER} {file.parent} && chmod g+x {file.parent}."


def test_authorities_do_not_move_into_a_folder_that_is_closed_too(folder: Path) -> None:
    file = made(folder / "tls" / "ca.crt", 0o644, closed=True)
    (folder / "ca").mkdir(mode=0o700)
    remedy = remedy_for(folder, STRANGER, Named("next_hop.ca", file))
    assert remedy == f"Run mv {file} {folder}/ca.crt, and write {folder}/ca.crt in next_hop.ca."


@pytest.mark.skipif(os.geteuid() != 0, reason="root's home is root's")
def test_an_installation_in_a_home_moves_as_a_whole() -> None:
    with TemporaryDirectory(dir="/root") as home:
        file = made(Path(home) / "gateway.yaml", 0o644, closed=True)
        remedy = remedy_for(Path(home), STRANGER, Named("--config", file))
    assert remedy == f"Move what is in {home} to /etc/gateway."


def test_the_folder_of_the_policies_is_opened_where_it_is(folder: Path) -> None:
    file = made(folder / "policies" / "one.yaml", 0o644, closed=True)
    remedy = remedy_for(folder, STRANGER, Named("policies", file))
    assert remedy == f"Run chgrp {STRANGER} {file.parent} && chmod g+x {file.parent}."


def test_what_the_user_may_read_and_what_is_not_there_is_no_error(folder: Path) -> None:
    config, file = made(folder / "gateway.yaml", 0o644), made(folder / "tls" / "ca.crt", 0o644)
    files = (Named("next_hop.ca", file), Named("tls.client_ca", folder / "absent"))
    told = tuple(access_remarks(config, os.geteuid(), files))
    assert [(one.grade, one.code) for one in told] == [(Grade.OK, Code.ACCESS)]


def test_what_nobody_else_speaks_of_is_told_when_it_is_not_there(folder: Path) -> None:
    config = made(folder / "gateway.yaml", 0o644)
    told = tuple(access_remarks(config, os.geteuid(), (Named("notices.ca", folder / "absent", alone=True),)))
    assert [one.detail for one in told] == [f"{folder}/absent, which notices.ca names, is not there"]


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone looks for another")
def test_root_is_told_what_the_user_of_the_gateway_may_not_read(folder: Path) -> None:
    config, file = made(folder / "gateway.yaml", 0o644), made(folder / "tls" / "ca.crt", 0o644, closed=True)
    told = tuple(access_remarks(config, STRANGER, (Named("next_hop.ca", file),)))
    detail = f"{STRANGER} may not enter {file.parent}, and so not read {file}, which next_hop.ca names"
    assert [(one.grade, one.detail) for one in told] == [(Grade.ERROR, detail)]


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone looks for another")
def test_what_one_remedy_mends_is_told_once(folder: Path) -> None:
    config, file = made(folder / "gateway.yaml", 0o644), made(folder / "policies" / "one.yaml", 0o644)
    streets = made(folder / "policies" / "streets.txt", 0o644, closed=True)
    named = (Named("policies", file), Named("policies", streets), Named("residence.streets", streets))
    [told] = access_remarks(config, STRANGER, named)
    assert told.detail == (
        f"{STRANGER} may not enter {file.parent}, and so not read {file}, which policies names;"
        " so with residence.streets"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root sees everything")
def test_another_user_hears_of_what_is_hidden_from_themselves_alone(folder: Path) -> None:
    file, open_to_all = made(folder / "tls" / "key", 0o000), made(folder / "tls" / "ca.crt", 0o644)
    files = (Named("signing.key", file), Named("next_hop.ca", open_to_all))
    told = tuple(access_remarks(folder / "gateway.yaml", STRANGER, files))
    assert [(str(file) in one.detail, one.remedy) for one in told] == [(True, "Run it as root.")]


def test_the_user_of_the_gateway_who_cannot_look_into_a_folder_is_sent_to_root(folder: Path) -> None:
    file = made(folder / "tls" / "ca.crt", 0o644)
    file.parent.chmod(0)
    with as_nobody():
        user = os.geteuid()
        told = tuple(access_remarks(folder / "gateway.yaml", user, (Named("next_hop.ca", file),)))
    file.parent.chmod(0o700)
    assert [one.remedy for one in told] == ["Run it as root."]
    assert told[0].detail.endswith(
        f" may not enter {file.parent}, and so not read {file}, which next_hop.ca names"
    )


def test_a_complaint_of_what_could_not_be_seen_asks_for_root(tmp_path: Path) -> None:
    unseen = (Named("signing.key", tmp_path / "key"),)
    blind = error(Code.SIGNING_KEY, say("{file} cannot be used", file=tmp_path / "key"), say("Make one."))
    other = error(Code.SIGNING_KEY, say("it is too short"), say("Make one."))
    well = ok(Code.SIGNING_KEY, say("{file} is well", file=tmp_path / "key"))
    assert as_far_as_seen(blind, unseen).remedy == "Run it as root."
    assert [as_far_as_seen(one, unseen) for one in (other, well)] == [other, well]
