"""How French is set on a page: before ; : ? ! and inside « » stands a space at which no line breaks."""

import re
from collections.abc import Mapping

_BEFORE_A_SIGN = re.compile(r" (?=[;:?!»](?:\s|$))|(?<=«) ")


def unbroken(words: Mapping[str, str]) -> dict[str, str]:
    """``words`` with each such space, an ordinary one where it was typed, made a no-break space."""
    return {key: _BEFORE_A_SIGN.sub("\u00a0", text) for key, text in words.items()}
