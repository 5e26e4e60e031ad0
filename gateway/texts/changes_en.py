"""What is different from one policy to another, in English. A choice is called what it is in the file."""

from typing import Final

from gateway.texts.saying import Sentences

_GROUNDS: Final = {"parties.purpose": "The purpose", "parties.legal_ground": "The legal ground"}
_PARTIES: Final = {
    f"parties.{role}.{key}": f"The {role}'s {word}"
    for role in ("sender", "receiver")
    for key, word in (
        ("name", "name"),
        ("register_number", "register number"),
        ("address", "address"),
        ("dpo", "data-protection officer"),
    )
}
_SINGLE: Final[dict[str, str]] = {
    "ref.protocol": "The protocol is called {new}, no longer {old}.",
    "ref.language": "Senders are answered in {new}, no longer in {old}.",
    "valid.from_": "The protocol is in force from {new}, no longer from {old}.",
    "valid.until": "The protocol's last day is {new}, no longer {old}.",
    "suspended": 'The reason of the suspension is now "{new}"; it was "{old}".',
    "unlisted_senders": "Mail from a sender who is not listed: {new}, no longer {old}.",
    "senders.authentication": "A sender is proven by {new}, no longer by {old}.",
    "senders.null_sender": "Mail without an envelope sender: {new}, no longer {old}.",
    "encryption.transport": "The connection must be at least {new}, no longer {old}.",
    "encryption.content": "Whether content must be sealed: {new}, no longer {old}.",
    "encryption.rights_managed": "Mail that only Microsoft can open: {new}, no longer {old}.",
    "fields.prose": "Running text: {new}, no longer {old}.",
    "fields.clients": "The most clients that one mail may be about: {new}, no longer {old}.",
    "residence.otherwise": "Mail about a client who lives elsewhere: {new}, no longer {old}.",
    "superfluous": "What the policy does not name: {new}, no longer {old}.",
    "delivery.seal": "What is delivered is sealed with {new}, no longer with {old}.",
    "retention.transport": "The transport group is kept {new}, no longer {old}.",
    "retention.subject": "The subject group is kept {new}, no longer {old}.",
    "retention.measures": "The measures group is kept {new}, no longer {old}.",
    **{key: f'{word} is "{{new}}", no longer "{{old}}".' for key, word in _GROUNDS.items()},
    **{key: f"{word} is {{new}}, no longer {{old}}." for key, word in _PARTIES.items()},
}
_CAME: Final[dict[str, str]] = {
    "valid.until": "The protocol now has a last day: {new}. It had none.",
    "suspended": 'The protocol is now suspended: "{new}". While it is, all its mail is refused.',
    "notify_sender": "A sender is now told when data were left out; never until now.",
    "delivery.seal": "What is delivered is now sealed with {new}; until now it was not sealed.",
    **{
        f"retention.{group}": f"The {group} group is now kept {{new}}; until now it was kept for ever."
        for group in ("transport", "subject", "measures")
    },
    **{key: f'{word} is now stated: "{{new}}".' for key, word in _GROUNDS.items()},
    **{key: f"{word} is now stated: {{new}}." for key, word in _PARTIES.items()},
}
_WENT: Final[dict[str, str]] = {
    "valid.until": "The protocol no longer has a last day; it was {old}.",
    "suspended": 'The protocol is no longer suspended; the reason was "{old}".',
    "notify_sender": "A sender is no longer told when data were left out.",
    "delivery.seal": "What is delivered is no longer sealed; until now it was, with {old}.",
    **{
        f"retention.{group}": f"The {group} group is now kept for ever; until now it was kept {{old}}."
        for group in ("transport", "subject", "measures")
    },
    **{key: f'{word} is no longer stated; it was "{{old}}".' for key, word in _GROUNDS.items()},
    **{key: f"{word} is no longer stated; it was {{old}}." for key, word in _PARTIES.items()},
}
_LISTS: Final[dict[str, tuple[str, str]]] = {
    "recipients": ("Mail to {} is now governed.", "Mail to {} is no longer governed."),
    "senders.allow": (
        "From now on mail from {} is let in to be judged.",
        "From now on mail from {} is {unlisted}, unless another entry lets it in.",
    ),
    "senders.certificates": (
        "The client certificate {} now proves a sender.",
        "The client certificate {} no longer proves a sender.",
    ),
    "senders.pgp_keys": (
        "Signatures of the PGP key {} now count.",
        "Signatures of the PGP key {} no longer count.",
    ),
    "label.accept": ("{} is now accepted.", "{} is no longer accepted."),
    "encryption.per_sender": (
        "A rule of its own for sealed content now holds for {}.",
        "No rule of its own for sealed content holds any more for {}.",
    ),
    "encryption.accept": (
        "Content sealed with {} is now opened.",
        "Content sealed with {} is no longer opened.",
    ),
    "fields.allow": ("The field {} may now cross.", "The field {} may no longer cross."),
    "fields.require": ("A referral must now have {}.", "A referral need no longer have {}."),
    "residence.places": ("Clients who live in {} are now let in.", "Clients who live in {} are now refused."),
    "residence.streets": ("The street {} is now in the list.", "The street {} is no longer in the list."),
    **{
        f"parties.{role}.processors": (
            f"{{}} is now a processor of the {role}.",
            f"{{}} is no longer a processor of the {role}.",
        )
        for role in ("sender", "receiver")
    },
}
_PHRASES: Final = {
    "nothing": "Nothing changes.",
    "unlisted_reject": "refused",
    "unlisted_relay": "relayed as it came, unjudged",
    "residence_came": "From now on a client must live in one of the places below.",
    "residence_went": "From now on it does not matter where a client lives.",
    "parties_came": "The parties are stated from now on.",
    "parties_went": "The parties are no longer stated.",
    "streets_went": "Any street will do, no longer those of a list.",
    "streets_came": "Only listed streets will do.",
    "day": "1 day",
    "days": "{count} days",
    "or": " or ",
    "label": "The label {name} of tenant {tenant} (id {id})",
}
_CHOICES: Final = (
    *("reject", "relay", "dmarc", "tls-certificate", "trusted-peer", "optional", "required", "signed"),
    *("refuse", "extract", "strip", "when_stripped", "never", "none", "smime", "pgp", "nl", "fr", "en"),
    *("first_name", "last_name", "address", "phone", "email"),
)
SENTENCES: Final = Sentences(_SINGLE, _CAME, _WENT, _LISTS, _PHRASES, {name: name for name in _CHOICES})
