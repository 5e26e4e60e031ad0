"""One message to one Document: the body a person would read, or the reason it cannot be read."""

from dataclasses import replace

from gateway.attachments.read import DAMAGED, read_attachment
from gateway.attachments.rpmsg import read_container
from gateway.attachments.sheaf import Refused
from gateway.decision import Code
from gateway.letter.bounds import TooComplex, require_bounds
from gateway.letter.characters import DeceptiveText
from gateway.letter.html import read_html
from gateway.letter.parts import Attachment, Text, find_parts
from gateway.letter.quoted import without_quoted
from gateway.letter.text import read_text
from gateway.mail.document import Block, Document, Unreadable
from gateway.mail.protection import RightsManaged


def read(content: bytes) -> Document | Unreadable:
    """What a person would read of ``content`` (a whole message, CRLF line ends).

    Total and linear: every input yields a Document or an Unreadable. Of alternatives that say the
    same, HTML is read when it shows any text, since that is what the sender saw.
    """
    parts = find_parts(content)
    if isinstance(parts, Unreadable):
        return parts
    attached = _attached(parts.attachments)
    if isinstance(attached, Unreadable):
        return attached
    try:
        return replace(_document(parts.bodies), attached=attached)
    except DeceptiveText:
        return Unreadable(Code.MESSAGE_DECEPTIVE, "body")
    except TooComplex:
        return Unreadable(Code.MESSAGE_TOO_COMPLEX, "body")


def read_rights(container: bytes) -> RightsManaged | Unreadable:
    """What a rights-managed message's container says in the clear. Total."""
    try:
        return read_container(container)
    except Refused as refusal:
        return Unreadable(refusal.code)
    except DAMAGED:
        return Unreadable(Code.MESSAGE_ATTACHMENT)


def _attached(attachments: tuple[Attachment, ...]) -> tuple[Document, ...] | Unreadable:
    """Each attachment as a document of its own; the first that cannot be read speaks for all."""
    documents: list[Document] = []
    for attachment in attachments:
        found = read_attachment(attachment)
        if isinstance(found, Unreadable):
            return found
        documents.append(Document(attachment.place, found.blocks, labels=found.labels))
    return tuple(documents)


def _document(bodies: tuple[Text, ...]) -> Document:
    blocks: list[Block] = []
    sources: list[str] = []
    for group in dict.fromkeys(body.alternative for body in bodies):
        source, found = _best([body for body in bodies if body.alternative == group])
        blocks.extend(found)
        sources.append(source)
    letter = without_quoted(tuple(blocks))
    require_bounds(letter)
    source = sources[0] if len(set(sources)) == 1 else "body"
    return Document(source, letter)


def _best(alternatives: list[Text]) -> tuple[str, tuple[Block, ...]]:
    for body in reversed(alternatives):
        if body.subtype == "html" and (blocks := read_html(body.text, "body html")):
            return "body html", blocks
    for body in alternatives:
        if body.subtype == "plain" and (blocks := read_text(body, "body text")):
            return "body text", blocks
    return "body", ()
