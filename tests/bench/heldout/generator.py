"""Mails of the second corpus with their truth, from a seed: the same seed makes the same mails.

Only the clock differs that the writers of office files put into them.
"""

import random
from collections.abc import Iterator

from tests.bench.heldout import (
    templates_files,
    templates_labels,
    templates_languages,
    templates_mixed,
    templates_persons,
    templates_phone,
    templates_prose,
    templates_refused,
    templates_replies,
    templates_smuggling,
    templates_tables,
    templates_unicode,
    templates_word,
)
from tests.bench.heldout.case import Template
from tests.bench.heldout.compose import build
from tests.bench.minimisation.model import Mail

SEED, COUNT = 7, 600
TEMPLATES: tuple[Template, ...] = (
    *templates_labels.TEMPLATES,
    *templates_tables.TEMPLATES,
    *templates_prose.TEMPLATES,
    *templates_mixed.TEMPLATES,
    *templates_replies.TEMPLATES,
    *templates_files.TEMPLATES,
    *templates_languages.TEMPLATES,
    *templates_phone.TEMPLATES,
    *templates_word.TEMPLATES,
    *templates_unicode.TEMPLATES,
    *templates_smuggling.TEMPLATES,
    *templates_persons.TEMPLATES,
    *templates_refused.TEMPLATES,
)


def mails(seed: int = SEED, count: int = COUNT) -> Iterator[Mail]:
    """``count`` mails, the templates in turn and shuffled."""
    order = [TEMPLATES[at % len(TEMPLATES)] for at in range(count)]
    random.Random(seed).shuffle(order)  # noqa: S311 - dice, not keys
    for at, template in enumerate(order, 1):
        content, truth = build(template, f"{seed}/{at}/{template.name}")
        yield Mail(f"{at:04}", template.group, template.name, "nl", content, "", truth)
