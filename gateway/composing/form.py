"""The referral form a sender pastes into a mail: one labelled line for each datum the policy allows.

The words above the lines hold no colon and name no kind of data, so that a mail that carries the
form reads back as the filled-in lines alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from typing import Literal

from gateway.decision import FieldName
from gateway.policy.model import Policy

Language = Literal["nl", "fr", "en"]


@dataclass(frozen=True, slots=True)
class _Words:
    subject: str
    opening: str
    note: str
    label: str
    lines: Mapping[FieldName, tuple[str, ...]]


_WORDS: Mapping[Language, _Words] = {
    "nl": _Words(
        "Doorverwijzing",
        "Hierbij verwijzen wij met toestemming een cliënt door.",
        "Vul alleen de regels hieronder in. Wat u elders schrijft of bijvoegt, komt niet aan.",
        "Geef deze mail het label {}.",
        {
            FieldName.FIRST_NAME: ("Voornaam",),
            FieldName.LAST_NAME: ("Naam",),
            FieldName.ADDRESS: ("Straat en nummer", "Postcode en gemeente"),
            FieldName.PHONE: ("Telefoon",),
            FieldName.EMAIL: ("E-mail",),
        },
    ),
    "fr": _Words(
        "Orientation",
        "Par la présente, nous orientons un client qui est d'accord.",
        "Remplissez uniquement les lignes ci-dessous. Ce que vous écrivez ou joignez ailleurs n'arrive pas.",
        "Donnez à ce message l'étiquette {}.",
        {
            FieldName.FIRST_NAME: ("Prénom",),
            FieldName.LAST_NAME: ("Nom",),
            FieldName.ADDRESS: ("Rue et numéro", "Code postal et commune"),
            FieldName.PHONE: ("Téléphone",),
            FieldName.EMAIL: ("E-mail",),
        },
    ),
    "en": _Words(
        "Referral",
        "We hereby refer a client, who has agreed to it.",
        "Fill in the lines below and nothing else. What you write or attach elsewhere does not arrive.",
        "Give this mail the label {}.",
        {
            FieldName.FIRST_NAME: ("First name",),
            FieldName.LAST_NAME: ("Last name",),
            FieldName.ADDRESS: ("Street and number", "Postcode and municipality"),
            FieldName.PHONE: ("Phone",),
            FieldName.EMAIL: ("E-mail",),
        },
    ),
}


@dataclass(frozen=True, slots=True)
class Form:
    """A form to fill in: subject, sentences above the lines, the lines' labels, and whom to send it to.

    ``recipients`` is empty when no policy says so.
    """

    language: Language
    subject: str
    sentences: tuple[str, ...]
    labels: tuple[str, ...]
    recipients: tuple[str, ...]


def form_for(policy: Policy | None, language: Language) -> Form:
    """The form of ``policy``'s allowed fields; without a policy, of every field."""
    words = _WORDS[language]
    labels = lines_asked(policy, language)
    sentences = (words.opening, words.note, *_label_sentence(policy, words))
    return Form(language, words.subject, sentences, labels, () if policy is None else policy.recipients[:1])


def lines_asked(policy: Policy | None, language: str) -> tuple[str, ...]:
    """The labels of the form of ``policy``'s allowed fields; without a policy, of every field."""
    allowed, lines = tuple(FieldName) if policy is None else policy.fields.allow, _lines_in(language)
    return tuple(label for name in FieldName if name in allowed for label in lines[name])


def lines_of(name: FieldName, language: str) -> tuple[str, ...]:
    """The labels under which the form asks for a field; both names, for who mistypes one mixes them."""
    lines = _lines_in(language)
    if name in (FieldName.FIRST_NAME, FieldName.LAST_NAME):
        return lines[FieldName.FIRST_NAME] + lines[FieldName.LAST_NAME]
    return lines[name]


def _lines_in(language: str) -> Mapping[FieldName, tuple[str, ...]]:
    return next((words.lines for known, words in _WORDS.items() if known == language), _WORDS["nl"].lines)


def _label_sentence(policy: Policy | None, words: _Words) -> tuple[str, ...]:
    names = () if policy is None else tuple(label.name for label in policy.label.accept if label.name)
    return (words.label.format(names[0]),) if names else ()


def as_text(form: Form) -> str:
    """The form as labelled lines."""
    lines = "".join(f"{label}: \n" for label in form.labels)
    return "\n".join(form.sentences) + "\n\n" + lines


def as_html(form: Form) -> str:
    """The form as a page with a table of two columns, which survives pasting into a mail."""
    sentences = "".join(f"<p>{escape(sentence)}</p>\n" for sentence in form.sentences)
    rows = "".join(
        f'<tr><td style="padding:4px 12px">{escape(label)}</td><td style="width:320px">&nbsp;</td></tr>\n'
        for label in form.labels
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{form.language}">\n'
        f'<head><meta charset="utf-8"><title>{escape(form.subject)}</title></head>\n'
        f'<body style="font-family:Calibri,Arial,sans-serif">\n{sentences}'
        f'<table border="1" style="border-collapse:collapse">\n{rows}</table>\n</body>\n</html>\n'
    )


def as_eml(form: Form) -> bytes:
    """The form as a message that Outlook opens as a draft (``X-Unsent``)."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = form.subject
    if form.recipients:
        message["To"] = ", ".join(form.recipients)
    message.set_content(as_html(form), subtype="html", cte="quoted-printable")
    return message.as_bytes()
