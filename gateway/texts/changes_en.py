"""What is different from one policy to another, in English. A choice is called what it is in the file."""

from typing import Final

from gateway.texts.saying import Sentences

_SINGLE: Final[dict[str, str]] = {
    "ref.protocol": "The protocol is called {new}, no longer {old}.",
    "ref.language": "Senders are answered in {new}, no longer in {old}.",
    "valid.from_": "The protocol is in force from {new}, no longer from {old}.",
    "valid.until": "The protocol's last day is {new}, no longer {old}.",
    "suspended": "The suspension is now {new}; it was {old}. While there is one all its mail is refused.",
    "unlisted_senders": "Mail from a sender who is not listed: {new}, no longer {old}.",
    "senders.authentication": "A sender is proven by {new}, no longer by {old}.",
    "senders.null_sender": "Mail without an envelope sender: {new}, no longer {old}.",
    "encryption.transport": "The connection must be at least {new}, no longer {old}.",
    "encryption.content": "Sealed content is {new}, no longer {old}.",
    "encryption.rights_managed": "Mail that only Microsoft can open: {new}, no longer {old}.",
    "fields.prose": "Running text: {new}, no longer {old}.",
    "fields.clients": "One mail may hold {new} clients, no longer {old}.",
    "residence.otherwise": "A client who lives elsewhere: {new}, no longer {old}.",
    "superfluous": "What the policy does not name: {new}, no longer {old}.",
    "notify_sender": "The sender is notified: {new}, no longer {old}.",
    "delivery.seal": "What is delivered is sealed with {new}, no longer with {old}.",
    "retention.transport": "The transport group is kept {new} days, no longer {old}.",
    "retention.subject": "The subject group is kept {new} days, no longer {old}.",
    "retention.measures": "The measures group is kept {new} days, no longer {old}.",
    "parties.purpose": 'The purpose is "{new}", no longer "{old}".',
    "parties.legal_ground": 'The legal ground is "{new}", no longer "{old}".',
    **{
        f"parties.{role}.{key}": f"The {role}'s {word} is {{new}}, no longer {{old}}."
        for role in ("sender", "receiver")
        for key, word in (
            ("name", "name"),
            ("register_number", "register number"),
            ("address", "address"),
            ("dpo", "data-protection officer"),
        )
    },
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
        "A rule of its own for sealed content: {}.",
        "No rule of its own for sealed content any more: {}.",
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
    "none": "none",
    "empty": "empty",
    "or": " or ",
    "label": "The label {name} of tenant {tenant} (id {id})",
}
_CHOICES: Final = (
    *("reject", "relay", "dmarc", "tls-certificate", "trusted-peer", "optional", "required", "signed"),
    *("refuse", "extract", "strip", "when_stripped", "never", "none", "smime", "pgp", "nl", "fr", "en"),
    *("first_name", "last_name", "address", "phone", "email"),
)
SENTENCES: Final = Sentences(_SINGLE, _LISTS, _PHRASES, {name: name for name in _CHOICES})
