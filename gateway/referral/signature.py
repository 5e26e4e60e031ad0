"""Where the letter ends: the closing formula, or the sender's own name on a line of its own.

What stands below is the sender's: telephone, address and mail that are never a client's.
"""

from gateway.mail.document import Block, Line, Table
from gateway.slots.labels import classify, fold, phrases_of

_MAX_CLOSING = 70
_GREETINGS, _MOST_WORDS = (["groet"], ["groeten"], ["groetjes"], ["grussen"]), 7
_POSTSCRIPT = ("ps ", "p s ", "nb ", "n b ", "post scriptum ")
_MARGINS = frozenset(("header", "footer"))
_CLOSINGS = phrases_of(
    """
    met vriendelijke groet, gr, grt, grts, grtz, grtn, grtjs, lg, vrgr, bedankt en groet, bedankt en
    groeten, bedankt en groetjes, dank en groet, dank en groeten, dank u en groeten, met dank en
    groeten, alvast bedankt en groeten, met genegen groet, genegen groet, lieve groet, lieve groeten,
    lieve groetjes, vriendelijke groetjes, met vriendelijk groeten, thanks and regards, thanks and
    kind regards, thanks and best regards, bien a toi, merci et bien a vous, amicalement, mit besten
    grussen, besten gruss, besten dank und grusse, vielen dank und viele grusse, met vriendelijke
    groeten, vriendelijke groet, vriendelijke groeten, mvg, m v g, met vr gr, vr gr, vriendelijk
    gegroet, met hartelijke groet, met hartelijke groeten, hartelijke groet, hartelijke groeten, met
    beste groeten, beste groeten, groet, groeten, groetjes, vele groeten, met de meeste hoogachting,
    hoogachtend, met collegiale groet, met collegiale groeten, collegiale groeten, warme groet, warme
    groeten, met warme groet, met warme groeten, fijne dag, nog een fijne dag, prettige dag,
    cordialement, bien cordialement, tres cordialement, bien a vous, sincerement, salutations,
    sinceres salutations, meilleures salutations, salutations distinguees, cordiales salutations, avec
    mes salutations, veuillez agreer, je vous prie d agreer, bonne journee, kind regards, best
    regards, warm regards, regards, with kind regards, with best regards, many thanks and regards,
    sincerely, yours sincerely, yours faithfully, best wishes, cheers, mit freundlichen grussen, mit
    freundlichem gruss, freundliche grusse, mfg, viele grusse, beste grusse, herzliche grusse, liebe
    grusse, hochachtungsvoll, verzonden vanaf mijn, verzonden vanuit, verstuurd vanaf mijn, envoye de
    mon, envoye depuis, sent from my, sent from outlook, gesendet von meinem, outlook voor ios
    downloaden, outlook voor android downloaden, telecharger outlook, get outlook for
    """
)
_BEGINS_CLOSING = tuple(f"{closing} " for closing in _CLOSINGS)


def part_signature(
    blocks: tuple[Block, ...], sender_name: str
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks above the closing formula (or the line that is ``sender_name``), and the rest from there."""
    own = frozenset(fold(sender_name).split())
    for index, block in enumerate(blocks):
        above = blocks[index - 1] if index else None
        if _is_closing(block) or (_is_own_name(block, own) and not _asks_for_a_value(above)):
            return blocks[:index], blocks[index:]
    return blocks, ()


def postscript(signature: tuple[Block, ...]) -> tuple[Block, ...]:
    """What is added below the signature, from "PS" on: it fills no slot, but may take one back."""
    for index, block in enumerate(signature):
        if isinstance(block, Line) and f"{fold(block.text)} ".startswith(_POSTSCRIPT):
            return signature[index:]
    return ()


def without_margins(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks between head and foot of a page, which are letterhead; all where that leaves none."""
    inner = tuple(block for block in blocks if not _is_margin(block))
    return inner or blocks


def _is_margin(block: Block) -> bool:
    place = block.place if isinstance(block, Line) else block.rows[0].place
    return not _MARGINS.isdisjoint(place.split(", "))


def _is_closing(block: Block) -> bool:
    if not isinstance(block, Line) or len(block.text) > _MAX_CLOSING:
        return False
    if block.text in ("--", "-- "):
        return True
    folded = fold(block.text) + " "
    if folded in ("best ", "all the best ", "bien a vous tous "):
        return True
    if folded.split()[-1:] in _GREETINGS and folded.count(" ") <= _MOST_WORDS and ":" not in block.text:
        return True
    return folded.startswith(_BEGINS_CLOSING) and ":" not in block.text


def _is_own_name(block: Block, own: frozenset[str]) -> bool:
    match block:
        case Line(text=text):
            found = fold(text).split()
        case Table(rows=(row, *_)):
            found = fold(" ".join(line for cell in row.cells for line in cell)).split()
        case _:
            return False
    return len(own) > 1 and frozenset(found) == own


def _asks_for_a_value(block: Block | None) -> bool:
    return isinstance(block, Line) and classify(block.text.strip(" :.")) is not None
