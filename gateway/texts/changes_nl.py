"""What is different from one policy to another, in Dutch."""

from typing import Final

from gateway.texts.saying import Sentences

_ROLES: Final = {"sender": "de verzender", "receiver": "de ontvanger"}
_SINGLE: Final[dict[str, str]] = {
    "ref.protocol": "Het protocol heet nu {new}, niet meer {old}.",
    "ref.language": "Afzenders krijgen antwoord in het {new}, niet meer in het {old}.",
    "valid.from_": "Het protocol geldt vanaf {new}, niet meer vanaf {old}.",
    "valid.until": "De laatste dag van het protocol is {new}, niet meer {old}.",
    "suspended": "De schorsing is nu {new}; ze was {old}. Zolang er een is, wordt alle mail geweigerd.",
    "unlisted_senders": "Mail van een afzender die niet op de lijst staat, wordt {new}, niet meer {old}.",
    "senders.authentication": "Een afzender toont nu met {new} wie hij is, niet meer met {old}.",
    "senders.null_sender": "Mail zonder afzender in de envelop wordt {new}, niet meer {old}.",
    "encryption.transport": "De verbinding moet nu minstens {new} zijn, niet meer {old}.",
    "encryption.content": "Versleutelde inhoud is nu {new}, niet meer {old}.",
    "encryption.rights_managed": "Mail die enkel Microsoft kan openen, wordt {new}, niet meer {old}.",
    "fields.prose": "Lopende tekst wordt nu {new}, niet meer {old}.",
    "fields.clients": "Eén mail mag over {new} cliënten gaan, niet meer over {old}.",
    "residence.otherwise": "Een cliënt die elders woont, wordt {new}, niet meer {old}.",
    "superfluous": "Gegevens die het protocol niet noemt: de mail wordt {new}, niet meer {old}.",
    "notify_sender": "De afzender krijgt {new} bericht, niet meer {old}.",
    "delivery.seal": "Wat bezorgd wordt, is versleuteld met {new}, niet meer met {old}.",
    "retention.transport": "Gegevens over het transport blijven {new} dagen bewaard, niet meer {old}.",
    "retention.subject": "Gegevens over de betrokkenen blijven {new} dagen bewaard, niet meer {old}.",
    "retention.measures": "Gegevens over de maatregelen blijven {new} dagen bewaard, niet meer {old}.",
    "parties.purpose": "Het doel is nu “{new}”, niet meer “{old}”.",
    "parties.legal_ground": "De rechtsgrond is nu “{new}”, niet meer “{old}”.",
    **{
        f"parties.{role}.{key}": f"{word} van {called} is nu {{new}}, niet meer {{old}}."
        for role, called in _ROLES.items()
        for key, word in (
            ("name", "De naam"),
            ("register_number", "Het ondernemingsnummer"),
            ("address", "Het adres"),
            ("dpo", "De functionaris voor gegevensbescherming"),
        )
    },
}
_LISTS: Final[dict[str, tuple[str, str]]] = {
    "recipients": (
        "Mail aan {} valt nu onder het protocol.",
        "Mail aan {} valt niet meer onder het protocol.",
    ),
    "senders.allow": (
        "Vanaf nu wordt mail van {} binnengelaten om beoordeeld te worden.",
        "Vanaf nu wordt mail van {} {unlisted}, tenzij een andere regel ze binnenlaat.",
    ),
    "senders.certificates": (
        "Het clientcertificaat {} bewijst nu een afzender.",
        "Het clientcertificaat {} bewijst geen afzender meer.",
    ),
    "senders.pgp_keys": (
        "Handtekeningen van de PGP-sleutel {} tellen nu mee.",
        "Handtekeningen van de PGP-sleutel {} tellen niet meer mee.",
    ),
    "label.accept": ("{} wordt nu aanvaard.", "{} wordt niet meer aanvaard."),
    "encryption.per_sender": (
        "Een eigen regel voor versleutelde inhoud: {}.",
        "Geen eigen regel meer voor versleutelde inhoud: {}.",
    ),
    "encryption.accept": (
        "Inhoud die met {} versleuteld is, wordt nu geopend.",
        "Inhoud die met {} versleuteld is, wordt niet meer geopend.",
    ),
    "fields.allow": ("Dit gegeven mag nu passeren: {}.", "Dit gegeven mag niet meer passeren: {}."),
    "fields.require": (
        "Een doorverwijzing moet nu dit bevatten: {}.",
        "Een doorverwijzing moet dit niet meer bevatten: {}.",
    ),
    "residence.places": (
        "Cliënten die in {} wonen, worden nu toegelaten.",
        "Cliënten die in {} wonen, worden nu geweigerd.",
    ),
    "residence.streets": ("De straat {} staat nu op de lijst.", "De straat {} staat niet meer op de lijst."),
    **{
        f"parties.{role}.processors": (
            f"{{}} is nu verwerker van {called}.",
            f"{{}} is geen verwerker van {called} meer.",
        )
        for role, called in _ROLES.items()
    },
}
_PHRASES: Final = {
    "nothing": "Er verandert niets.",
    "unlisted_reject": "geweigerd",
    "unlisted_relay": "doorgestuurd zoals ze kwam, zonder oordeel",
    "residence_came": "Vanaf nu moet een cliënt in een van de plaatsen hieronder wonen.",
    "residence_went": "Vanaf nu maakt het niet uit waar een cliënt woont.",
    "parties_came": "De partijen staan er vanaf nu in.",
    "parties_went": "De partijen staan er niet meer in.",
    "streets_went": "Elke straat is goed, niet meer enkel die van een lijst.",
    "streets_came": "Enkel straten van de lijst zijn nog goed.",
    "none": "geen",
    "empty": "leeg",
    "or": " of ",
    "label": "Het label {name} van tenant {tenant} (id {id})",
}
_VALUES: Final = {
    "reject": "geweigerd",
    "relay": "doorgestuurd zoals ze kwam",
    "dmarc": "DMARC",
    "tls-certificate": "een TLS-certificaat",
    "trusted-peer": "een vertrouwde server",
    "optional": "toegelaten",
    "required": "verplicht",
    "signed": "verplicht, met handtekening",
    "refuse": "geweigerd",
    "extract": "nagekeken op toegelaten gegevens",
    "strip": "zonder die gegevens bezorgd",
    "when_stripped": "bij weggelaten gegevens",
    "never": "nooit",
    "none": "niets",
    "smime": "S/MIME",
    "pgp": "PGP",
    "nl": "Nederlands",
    "fr": "Frans",
    "en": "Engels",
    "first_name": "voornaam",
    "last_name": "naam",
    "address": "adres",
    "phone": "telefoon",
    "email": "e-mail",
}
SENTENCES: Final = Sentences(_SINGLE, _LISTS, _PHRASES, _VALUES)
