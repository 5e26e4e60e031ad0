"""Which kinds of data may be named beside a client, and which would tell something of the family."""

import pytest

from gateway.slots.categories import LABELS, NEUTRAL, TELLING
from gateway.texts import CATALOGUES, catalogue


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_kind_is_either_neutral_or_telling(language: str) -> None:
    assert catalogue(language).categories.keys() == NEUTRAL | TELLING
    assert NEUTRAL.isdisjoint(TELLING)
    assert LABELS.keys() <= NEUTRAL | TELLING


def test_special_categories_and_offences_are_telling() -> None:
    assert {
        "health", "mental_health", "addiction", "pregnancy", "disability", "medication", "religion",
        "politics", "sexuality", "nationality", "origin", "justice", "violence", "debt",
    } <= TELLING  # fmt: skip
