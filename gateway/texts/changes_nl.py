"""What is different from one policy to another, in Dutch."""

from typing import Final

from gateway.texts.saying import Sentences

_ROLES: Final = {"sender": "de zendende partij", "receiver": "de ontvangende partij"}
_GROUNDS: Final = {"parties.purpose": "Het doel", "parties.legal_ground": "De rechtsgrond"}
_PARTIES: Final = {
    f"parties.{role}.{key}": f"{word} van {called}"
    for role, called in _ROLES.items()
    for key, word in (
        ("name", "De naam"),
        ("register_number", "Het ondernemingsnummer"),
        ("address", "Het adres"),
        ("dpo", "De functionaris voor gegevensbescherming"),
    )
}
_KEPT: Final = {
    "retention.transport": "Gegevens over het transport",
    "retention.subject": "Gegevens over de betrokkenen",
    "retention.measures": "Gegevens over de maatregelen",
}
_SINGLE: Final[dict[str, str]] = {
    "ref.protocol": "Het protocol heet nu {new}, niet meer {old}.",
    "ref.language": "Afzenders krijgen nu antwoord in het {new}, niet meer in het {old}.",
    "valid.from_": "Het protocol geldt nu vanaf {new}, niet meer vanaf {old}.",
    "valid.until": "De laatste dag van het protocol is nu {new}, niet meer {old}.",
    "suspended": "De reden van de schorsing is nu “{new}”; ze was “{old}”.",
    "unlisted_senders": "Mail van een afzender die niet op de lijst staat, wordt nu {new}, niet meer {old}.",
    "senders.authentication": "Een afzender toont nu via {new} wie hij is, niet meer via {old}.",
    "senders.null_sender": "Mail zonder afzender in de envelop wordt nu {new}, niet meer {old}.",
    "encryption.transport": "De verbinding gebruikt nu minstens {new}, niet meer minstens {old}.",
    "encryption.content": "Versleuteling van de inhoud is nu {new}; vroeger was ze {old}.",
    "encryption.rights_managed": "Mail die enkel Microsoft kan openen, wordt nu {new}, niet meer {old}.",
    "fields.prose": "Lopende tekst wordt nu {new}, niet meer {old}.",
    "fields.clients": "Hoogste aantal cliënten in één mail: nu {new}, vroeger {old}.",
    "residence.otherwise": "Mail over een cliënt die elders woont, wordt nu {new}, niet meer {old}.",
    "superfluous": "Gegevens die het protocol niet noemt: de mail wordt nu {new}, niet meer {old}.",
    "delivery.seal": "Wat bezorgd wordt, is nu versleuteld met {new}, niet meer met {old}.",
    **{key: f"{word} blijven nu {{new}} bewaard, niet meer {{old}}." for key, word in _KEPT.items()},
    **{key: f"{word} is nu “{{new}}”, niet meer “{{old}}”." for key, word in _GROUNDS.items()},
    **{key: f"{word} is nu {{new}}, niet meer {{old}}." for key, word in _PARTIES.items()},
}
_CAME: Final[dict[str, str]] = {
    "valid.until": "Het protocol heeft nu een laatste dag: {new}. Vroeger had het er geen.",
    "suspended": "Het protocol is nu opgeschort: “{new}”. Zolang dat zo is, wordt alle mail geweigerd.",
    "notify_sender": "De afzender krijgt nu bericht als er gegevens weggelaten zijn; vroeger nooit.",
    "delivery.seal": "Wat bezorgd wordt, is nu versleuteld met {new}; vroeger was het niet versleuteld.",
    **{
        key: f"{word} blijven nu {{new}} bewaard; vroeger zonder termijn, dus altijd."
        for key, word in _KEPT.items()
    },
    **{key: f"{word} staat nu in de policy: “{{new}}”." for key, word in _GROUNDS.items()},
    **{key: f"{word} staat nu in de policy: {{new}}." for key, word in _PARTIES.items()},
}
_WENT: Final[dict[str, str]] = {
    "valid.until": "Het protocol heeft geen laatste dag meer; vroeger was dat {old}.",
    "suspended": "Het protocol is niet meer opgeschort; de reden was “{old}”.",
    "notify_sender": "De afzender krijgt geen bericht meer als er gegevens weggelaten zijn.",
    "delivery.seal": "Wat bezorgd wordt, is niet meer versleuteld; vroeger was het dat met {old}.",
    **{
        key: f"{word} blijven nu zonder termijn bewaard, dus altijd; vroeger {{old}}."
        for key, word in _KEPT.items()
    },
    **{key: f"{word} staat niet meer in de policy (vroeger: “{{old}}”)." for key, word in _GROUNDS.items()},
    **{key: f"{word} staat niet meer in de policy (vroeger: {{old}})." for key, word in _PARTIES.items()},
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
        "Voor versleutelde inhoud geldt nu een eigen regel: {}.",
        "Voor versleutelde inhoud geldt deze eigen regel niet meer: {}.",
    ),
    "encryption.accept": (
        "Inhoud die met {} versleuteld is, wordt nu geopend.",
        "Inhoud die met {} versleuteld is, wordt niet meer geopend.",
    ),
    "fields.allow": (
        "Dit gegeven mag nu doorgegeven worden: {}.",
        "Dit gegeven mag niet meer doorgegeven worden: {}.",
    ),
    "fields.require": (
        "Een doorverwijzing moet nu dit bevatten: {}.",
        "Een doorverwijzing hoeft dit niet meer te bevatten: {}.",
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
    "parties_came": "De partijen staan nu in de policy.",
    "parties_went": "De partijen staan niet meer in de policy.",
    "streets_went": "Elke straat is goed, niet meer enkel die van een lijst.",
    "streets_came": "Vanaf nu zijn enkel straten van de lijst goed.",
    "day": "1 dag",
    "days": "{count} dagen",
    "or": " of ",
    "label": "Het label {name} van tenant {tenant} (id {id})",
}
_VALUES: Final = {
    "reject": "geweigerd",
    "relay": "doorgestuurd zoals ze kwam",
    "dmarc": "DMARC",
    "tls-certificate": "een TLS-certificaat",
    "trusted-peer": "een vertrouwde server",
    "optional": "facultatief",
    "required": "verplicht",
    "signed": "verplicht, met handtekening",
    "refuse": "geweigerd",
    "extract": "nagekeken op toegelaten gegevens",
    "strip": "zonder die gegevens bezorgd",
    "when_stripped": "als er gegevens weggelaten zijn",
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
SENTENCES: Final = Sentences(_SINGLE, _CAME, _WENT, _LISTS, _PHRASES, _VALUES)
