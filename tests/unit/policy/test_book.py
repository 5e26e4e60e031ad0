from pathlib import Path

import pytest

from gateway.mail.address import parse_address
from gateway.policy.book import PolicyBook, load_book
from gateway.policy.load import PolicyError

TEMPLATE = """\
protocol: {name}
valid: {{from: 2025-12-18}}
recipients: {recipients}
senders: {{allow: ["*@kindengezin.example"]}}
label:
  accept:
    - {{tenant: {tenant}, id: aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee}}
"""
TENANT = "11111111-2222-4333-8444-555555555555"


def write(
    folder: Path, file: str, name: str, recipients: str = "[ocmw@pepingen.example]", tenant: str = TENANT
) -> None:
    (folder / file).write_text(TEMPLATE.format(name=name, recipients=recipients, tenant=tenant))


def told(folder: Path) -> list[str]:
    with pytest.raises(PolicyError) as caught:
        load_book(folder)
    return str(caught.value).replace(f"{folder}/", "").splitlines()


def test_each_recipient_is_governed_by_its_own_policy(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "a")
    write(tmp_path, "b.yml", "b", "[info@pepingen.example, sociaal@halle.example]")

    book = load_book(tmp_path)

    assert [policy.ref.protocol for policy in book.policies] == ["a", "b"]
    for recipient, name in (("OCMW@Pepingen.Example", "a"), ("sociaal@halle.example", "b")):
        policy = book.for_recipient(parse_address(recipient))
        assert policy is not None
        assert policy.ref.protocol == name
    assert book.for_recipient(parse_address("other@pepingen.example")) is None


@pytest.mark.parametrize("suffix", [".yml", ".YAML", ".Yml"])
def test_a_policy_that_was_only_renamed_is_in_force_still(tmp_path: Path, suffix: str) -> None:
    write(tmp_path, f"a{suffix}", "a")

    assert [policy.ref.protocol for policy in load_book(tmp_path).policies] == ["a"]


def test_an_empty_book_governs_nobody() -> None:
    assert PolicyBook(()).for_recipient(parse_address("ocmw@pepingen.example")) is None


def test_what_is_no_policy_file_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "a")
    for name in (".hidden.yaml", "streets.txt", "policy.schema.json", "a.yaml~"):
        (tmp_path / name).write_text("no policy")

    assert len(load_book(tmp_path).policies) == 1


def test_two_policies_for_one_recipient_are_refused_with_both_places(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "a", "[info@pepingen.example, ocmw@pepingen.example]")
    write(tmp_path, "b.yaml", "b", "[Ocmw@pepingen.example]")

    assert told(tmp_path) == [
        "b.yaml:3:14: the same recipient as in a.yaml:3:37. Keep each recipient in one policy."
    ]


def test_two_policies_of_one_name_are_refused_with_both_places(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "a")
    write(tmp_path, "b.yaml", "a", "[info@pepingen.example]")

    assert told(tmp_path) == ["b.yaml:1:11: the same protocol as in a.yaml:1:11. Give each its own name."]


def test_the_problems_of_all_files_are_told_together(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "a", "[nobody]")
    write(tmp_path, "b.yaml", "a b")
    (tmp_path / "c.yaml").mkdir()

    assert [line.partition(": ")[0] for line in told(tmp_path)] == [
        "a.yaml:3:14",
        "b.yaml:1:11",
        "c.yaml:1:1",
    ]


def test_a_folder_without_a_policy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r":1:1: no policy in this folder\. Put one file"):
        load_book(tmp_path)


@pytest.mark.parametrize("folder", ["absent", "file", "nul\0"])
def test_a_folder_that_cannot_be_read_is_refused(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(PolicyError, match=r":1:1: the policies' folder cannot be read\."):
        load_book(tmp_path / folder)


def test_labels_that_are_not_filled_in_are_told_and_do_not_refuse_the_book(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "a", tenant="UNKNOWN")

    book = load_book(tmp_path)

    assert [problem.place.line for problem in book.unready] == [7]
    assert book.policies[0].label.accept == ()
