import os

import pytest

from gateway.cli.complaint import language_of, told
from gateway.ledger.errors import LedgerUnavailable, unread


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "fr_BE@euro"}, "fr"),
        ({"LANG": "de_BE.UTF-8"}, "en"),
        ({"LANG": "nl_BE.UTF-8", "LC_MESSAGES": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "nl_BE.UTF-8", "LC_MESSAGES": "fr_BE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "nl_BE.UTF-8", "LC_ALL": ""}, "nl"),
        ({"LANG": "nl_BE.UTF-8", "LANGUAGE": "de:fr:nl"}, "fr"),
        ({"LANG": "C", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "nl_BE.UTF-8", "LANGUAGE": "en"}, "en"),
    ],
)
def test_complaints_are_in_the_language_of_the_locale(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_what_the_operating_system_refuses_is_told_by_file_and_reason_without_its_number() -> None:
    assert (
        told(FileNotFoundError(2, "No such file or directory", "a.pem")) == "a.pem: No such file or directory"
    )
    assert told(ConnectionRefusedError(111, "Connection refused")) == "Connection refused"
    assert told(ValueError("not this")) == "not this"


@pytest.mark.parametrize("reason", ["unable to open database file", "Permission denied"])
def test_whoever_may_not_read_the_ledger_is_told_who_may(
    monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    barred = LedgerUnavailable(unread(reason))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert told(barred).endswith(f"{reason}. Run it as the user of the gateway, or as root.")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert told(barred).endswith(reason)
