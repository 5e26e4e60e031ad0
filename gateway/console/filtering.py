"""What a filter of transfers offers to choose from, in words."""

from collections import Counter
from collections.abc import Mapping

from gateway.console.asked import LABELS, TLS
from gateway.decision import Code
from gateway.ledger.record import Outcome
from gateway.reports.table import reason_words
from gateway.texts import wording
from gateway.texts.console import console_words
from gateway.texts.reports import report_words

Options = list[tuple[str, str]]


def filter_options(language: str, given: Mapping[str, str]) -> dict[str, Options]:
    """Value and words of all that each list offers, by its name in the filter; ``given`` is chosen now."""
    words = report_words(language)
    return {
        "outcome": [(one, words[f"outcome_{one}"]) for one in Outcome],
        "reason": _reasons(language, given["reason"]),
        "label": [(code, reason_words(code, language)) for code in LABELS],
        "tls": [(one, console_words(language)["no_tls"] if one == "none" else one) for one in TLS],
    }


def _reasons(language: str, asked: str) -> list[tuple[str, str]]:
    """Code and words of everything that can keep a mail out, by its words; of what was ``asked`` too.

    Only what is told with a remedy can; two that read the same are told apart by their codes.
    """
    codes = {str(code) for code in Code if wording(code, language).remedy} | ({asked} if asked else set())
    told = {code: reason_words(code, language) for code in codes}
    often = Counter(told.values())
    named = ((code, said if often[said] == 1 else f"{said} ({code})") for code, said in told.items())
    return sorted(named, key=lambda one: one[1].casefold())
