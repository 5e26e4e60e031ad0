"""Where an earlier mail begins below a reply or forward, by the words mail programs put there."""

import re

from gateway.mail.document import Block, Line

_WINDOW = 6
_FROM = re.compile(r"\*?(?:van|from|de|von|expéditeur|afzender)\*? ?:", re.IGNORECASE)
_OTHERS = re.compile(
    r"\*?(?:verzonden|sent|envoyé|gesendet|datum|date|aan|to|à|an|cc|onderwerp|subject|objet|betreff)\*? ?:",
    re.IGNORECASE,
)
# "Van: … Aan: … Datum: …" is also how a memo begins; a mail program tells when it was sent, or an address.
_SENT = re.compile(r"\*?(?:verzonden|sent|envoyé|gesendet)\*? ?:", re.IGNORECASE)
_ADDRESS = re.compile(r"[@<]")
_DIVIDER = re.compile(
    r"-{2,} ?(?:oorspronkelijk bericht|original message|message d'origine|ursprüngliche nachricht"
    r"|doorgestuurd bericht|forwarded message|message transféré|weitergeleitete nachricht) ?-{2,}"
    r"|begin doorgestuurd bericht ?:|begin forwarded message ?:|début du message (?:transféré|réexpédié) ?:",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"(?:op|on|le|am) .{5,200}(?:schreef|geschreven|wrote|a écrit|schrieb)\b.{0,80}:$", re.IGNORECASE
)


def without_quoted(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks above the first sign of an earlier mail."""
    for index, block in enumerate(blocks):
        if isinstance(block, Line) and _begins_quote(block.text, blocks[index + 1 : index + 1 + _WINDOW]):
            return blocks[:index]
    return blocks


def _begins_quote(text: str, below: tuple[Block, ...]) -> bool:
    if _DIVIDER.match(text) or _ATTRIBUTION.match(text):
        return True
    if not _FROM.match(text):
        return False
    header = [text, *(block.text for block in below if isinstance(block, Line) and _OTHERS.match(block.text))]
    return len(header) > 2 and any(_SENT.match(line) or _ADDRESS.search(line) for line in header)
