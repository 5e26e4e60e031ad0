"""Errors, warnings and what commands answer, for who runs the gateway, in the language they read.

English stands where it is said and is what the other languages have theirs by, as with gettext: so whoever
changes a sentence changes its translations, or a test fails.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gateway.said import in_words
from gateway.texts import (
    errors_access_fr,
    errors_access_nl,
    errors_accounts_fr,
    errors_accounts_nl,
    errors_check_fr,
    errors_check_nl,
    errors_commands_fr,
    errors_commands_nl,
    errors_files_fr,
    errors_files_nl,
    errors_format_fr,
    errors_format_nl,
    errors_keys_fr,
    errors_keys_nl,
    errors_ledger_fr,
    errors_ledger_nl,
    errors_machine_fr,
    errors_machine_nl,
    errors_policies_fr,
    errors_policies_nl,
    errors_records_fr,
    errors_records_nl,
    errors_usage_fr,
    errors_usage_nl,
    errors_values_fr,
    errors_values_nl,
    errors_verify_fr,
    errors_verify_nl,
    results_admin_fr,
    results_admin_nl,
    results_transfers_fr,
    results_transfers_nl,
)
from gateway.texts.french import unbroken

PARTS: Final[Mapping[str, tuple[Mapping[str, str], ...]]] = MappingProxyType(
    {
        "nl": (
            errors_files_nl.SENTENCES,
            errors_values_nl.SENTENCES,
            errors_policies_nl.SENTENCES,
            errors_check_nl.SENTENCES,
            errors_machine_nl.SENTENCES,
            errors_access_nl.SENTENCES,
            errors_keys_nl.SENTENCES,
            errors_ledger_nl.SENTENCES,
            errors_commands_nl.SENTENCES,
            errors_records_nl.SENTENCES,
            errors_usage_nl.SENTENCES,
            errors_verify_nl.SENTENCES,
            errors_format_nl.SENTENCES,
            errors_accounts_nl.SENTENCES,
            results_transfers_nl.SENTENCES,
            results_admin_nl.SENTENCES,
        ),
        "fr": (
            errors_files_fr.SENTENCES,
            errors_values_fr.SENTENCES,
            errors_policies_fr.SENTENCES,
            errors_check_fr.SENTENCES,
            errors_machine_fr.SENTENCES,
            errors_access_fr.SENTENCES,
            errors_keys_fr.SENTENCES,
            errors_ledger_fr.SENTENCES,
            errors_commands_fr.SENTENCES,
            errors_records_fr.SENTENCES,
            errors_usage_fr.SENTENCES,
            errors_verify_fr.SENTENCES,
            errors_format_fr.SENTENCES,
            errors_accounts_fr.SENTENCES,
            results_transfers_fr.SENTENCES,
            results_admin_fr.SENTENCES,
        ),
    }
)
_ALL: Final = {
    language: {sentence: words for part in parts for sentence, words in part.items()}
    for language, parts in PARTS.items()
}
SENTENCES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"nl": MappingProxyType(_ALL["nl"]), "fr": MappingProxyType(unbroken(_ALL["fr"]))}
)
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def spoken(text: str, language: str) -> str:
    """``text`` in ``language`` (nl, fr) when it was said; what has no other language stays as it is."""
    return in_words(text, SENTENCES.get(language, _NONE))
