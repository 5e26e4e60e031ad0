"""Dutch, as Flemish administrations write it: what is wrong first, then what to do, in short sentences."""

from typing import Final

from gateway.decision import Code
from gateway.texts.nl_words import CATEGORIES, FIELDS, PHRASES, PLACES
from gateway.texts.wording import Catalogue, Wording

_WAIT = "U hoeft niets te doen: uw mailserver probeert opnieuw"
_ASK_DPO = "Vraag raad aan uw functionaris voor gegevensbescherming (DPO)"
_TELL_IT = "Dit kunt u niet zelf oplossen: meld het aan uw ICT-dienst"
_WORK_MAILBOX = "Verstuur vanuit uw eigen werkmailbox"
_CHOOSE_LABEL = "Kies in Outlook bij Gevoeligheid het label {label} en verstuur opnieuw"
_NEW_WITH_LABEL = "Maak een nieuwe mail met het label {label}"
_RETYPE = "Maak een nieuwe mail en typ de gegevens over, zonder te kopiëren"
_OUR_FAULT = Wording("Er is bij ons een technische storing", _WAIT, "technische storing")

_FINDINGS: Final = {
    Code.POLICY_VALID: Wording("Het protocol is geldig", "", "protocol geldig"),
    Code.POLICY_NOT_YET_VALID: Wording(
        "Het protocol voor deze doorverwijzingen geldt nog niet", _ASK_DPO, "protocol nog niet geldig"
    ),
    Code.POLICY_EXPIRED: Wording(
        "Het protocol voor deze doorverwijzingen geldt niet meer", _ASK_DPO, "protocol afgelopen"
    ),
    Code.POLICY_SUSPENDED: Wording(
        "Het protocol voor deze doorverwijzingen is opgeschort", _ASK_DPO, "protocol opgeschort"
    ),
    Code.SENDER_LISTED: Wording("De afzender is bekend", "", "afzender bekend"),
    Code.SENDER_NOT_LISTED: Wording(
        "Dit mailadres mag hier geen doorverwijzingen sturen", _WORK_MAILBOX, "afzender niet toegelaten"
    ),
    Code.SENDER_FROM_INVALID: Wording(
        "Het is niet duidelijk wie de afzender is (Van)",
        "Verstuur rechtstreeks vanuit Outlook, met één afzender",
        "afzender niet duidelijk",
    ),
    Code.SENDER_NULL: Wording(
        "Automatische berichten worden hier niet aanvaard", "Verstuur een gewone mail", "automatisch bericht"
    ),
    Code.AUTHENTICATION_PASSED: Wording("De herkomst is bewezen", "", "herkomst bewezen"),
    Code.AUTHENTICATION_FAILED: Wording(
        "Het is niet bewezen dat de mail van u komt ({proof})",
        _WORK_MAILBOX + ". Lukt dat niet, meld het aan uw ICT-dienst",
        "herkomst niet bewezen",
    ),
    Code.AUTHENTICATION_UNAVAILABLE: Wording(
        "De herkomst van de mail kon nu niet nagekeken worden", _WAIT, "herkomst nog niet nagekeken"
    ),
    Code.AUTHENTICATION_NOT_CHECKED: Wording("De herkomst is niet nagekeken", "", "herkomst niet nagekeken"),
    Code.ENCRYPTION_TRANSPORT: Wording("De verbinding is versleuteld", "", "verbinding versleuteld"),
    Code.ENCRYPTION_TRANSPORT_MISSING: Wording(
        "De verbinding van uw mailserver is niet versleuteld (TLS)", _TELL_IT, "verbinding niet versleuteld"
    ),
    Code.ENCRYPTION_TRANSPORT_OLD: Wording(
        "De versleuteling van uw mailserver is verouderd (TLS)", _TELL_IT, "verouderde versleuteling"
    ),
    Code.ENCRYPTION_CONTENT_MISSING: Wording(
        "De inhoud van de mail moet versleuteld zijn", _TELL_IT, "inhoud niet versleuteld"
    ),
    Code.ENCRYPTION_SEALED: Wording(
        "De mail is versleuteld en kan niet nagekeken worden",
        "Zet in Outlook Versleutelen uit (S/MIME of PGP) en verstuur opnieuw",
        "inhoud versleuteld",
    ),
    Code.ENCRYPTION_OTHER_KEY: Wording(
        "De mail is niet te openen met de sleutel van de ontvanger",
        "Vraag de ontvanger het certificaat of de sleutel van nu, versleutel daarmee en verstuur opnieuw",
        "versleuteld met een andere sleutel",
    ),
    Code.ENCRYPTION_RIGHTS_MANAGED: Wording(
        "De mail is met rechten beveiligd en kan niet nagekeken worden",
        "Vraag uw ICT-dienst een mailflowregel die dit voor deze ontvanger weghaalt, "
        "en een connector die TLS afdwingt",
        "beveiligd met rechten",
    ),
    Code.ENCRYPTION_RIGHTS_OTHER_TENANT: Wording(
        "De mail is met rechten beveiligd door een andere organisatie",
        _WORK_MAILBOX,
        "rechten van een andere organisatie",
    ),
    Code.ENCRYPTION_RIGHTS_RELAYED: Wording(
        "De mail is met rechten beveiligd en ongeopend doorgestuurd", "", "ongeopend doorgestuurd"
    ),
    Code.ENCRYPTION_CONTENT_SEALED: Wording(
        "De inhoud is versleuteld aangekomen en geopend", "", "inhoud versleuteld"
    ),
    Code.ENCRYPTION_CONTENT_SIGNED: Wording("De afzender heeft de mail ondertekend", "", "ondertekend"),
    Code.ENCRYPTION_METHOD_NOT_ACCEPTED: Wording(
        "Deze soort versleuteling wordt hier niet aanvaard", _TELL_IT, "soort versleuteling niet aanvaard"
    ),
    Code.ENCRYPTION_BROKEN: Wording(
        "De versleutelde mail is beschadigd of veranderd onderweg",
        "Verstuur de mail opnieuw",
        "versleuteling beschadigd",
    ),
    Code.ENCRYPTION_WEAK: Wording(
        "De mail is versleuteld met een verouderde methode",
        _TELL_IT,
        "verouderde versleuteling van de inhoud",
    ),
    Code.ENCRYPTION_INLINE: Wording(
        "De mail bevat PGP-blokken in de tekst zelf",
        "Gebruik PGP/MIME. Lukt dat niet, meld het aan uw ICT-dienst",
        "pgp in de tekst",
    ),
    Code.ENCRYPTION_SIGNATURE_MISSING: Wording(
        "De mail moet ondertekend zijn",
        "Zet in Outlook Ondertekenen aan en verstuur opnieuw",
        "niet ondertekend",
    ),
    Code.ENCRYPTION_SIGNATURE_BROKEN: Wording(
        "De handtekening klopt niet met de inhoud van de mail",
        "Verstuur de mail opnieuw",
        "handtekening klopt niet",
    ),
    Code.ENCRYPTION_SIGNER_UNKNOWN: Wording(
        "De handtekening is van een onbekende uitgever", _TELL_IT, "handtekening onbekend"
    ),
    Code.ENCRYPTION_SIGNER_EXPIRED: Wording(
        "Het certificaat van de handtekening is verlopen of ingetrokken", _TELL_IT, "certificaat verlopen"
    ),
    Code.ENCRYPTION_SIGNER_OTHER: Wording(
        "De handtekening is van iemand anders dan de afzender",
        "Onderteken met uw eigen certificaat",
        "handtekening van iemand anders",
    ),
    Code.LABEL_ACCEPTED: Wording("Het label {label} is in orde", "", "label in orde"),
    Code.LABEL_MISSING: Wording("Het label {label} ontbreekt", _CHOOSE_LABEL, "label ontbreekt"),
    Code.LABEL_OTHER: Wording("De mail heeft niet het label {label}", _CHOOSE_LABEL, "verkeerd label"),
    Code.LABEL_REMOVED: Wording("Het label {label} is weggehaald", _CHOOSE_LABEL, "label weggehaald"),
    Code.LABEL_DUPLICATE: Wording("De mail draagt twee labels", _NEW_WITH_LABEL, "dubbel label"),
    Code.LABEL_CONTRADICTORY: Wording(
        "De labels van de mail spreken elkaar tegen", _NEW_WITH_LABEL, "tegenstrijdige labels"
    ),
    Code.LABEL_UNPROVEN: Wording(
        "Het label telt niet, want het is niet bewezen dat de mail van u komt",
        _WORK_MAILBOX,
        "label niet bewezen",
    ),
    Code.MESSAGE_MALFORMED: Wording(
        "De mail is technisch niet in orde", "Maak een nieuwe mail in Outlook", "mail niet in orde"
    ),
    Code.MESSAGE_TOO_COMPLEX: Wording(
        "De mail is te groot of te ingewikkeld",
        "Maak een nieuwe, korte mail met enkel het formulier",
        "mail te ingewikkeld",
    ),
    Code.MESSAGE_UNDECODABLE: Wording(
        "De tekst van de mail is niet leesbaar", _RETYPE, "tekst niet leesbaar"
    ),
    Code.MESSAGE_DECEPTIVE: Wording("De mail bevat misleidende tekens", _RETYPE, "misleidende tekens"),
    Code.MESSAGE_ATTACHMENT: Wording(
        "De bijlage kan niet gelezen worden ({place})",
        "Zet de gegevens in de mail zelf, of in een Word-, Excel- of pdf-bestand",
        "bijlage niet leesbaar",
    ),
    Code.MESSAGE_ATTACHMENT_ENCRYPTED: Wording(
        "De bijlage is beveiligd met een wachtwoord of met rechten ({place})",
        "Verstuur ze opnieuw zonder die beveiliging",
        "bijlage beveiligd",
    ),
    Code.MESSAGE_PICTURE: Wording(
        "De bijlage is een foto of scan: tekst daarin is niet na te kijken ({place})",
        "Typ de gegevens in de mail zelf, zonder foto of scan",
        "foto of scan",
    ),
    Code.MESSAGE_LOOP: Wording("De mail is hier al eens voorbijgekomen", _TELL_IT, "mail in een lus"),
    Code.CLIENT_FOUND: Wording("De cliënt is gevonden", "", "cliënt gevonden"),
    Code.CLIENT_NONE: Wording(
        "Er is geen cliënt gevonden in de mail",
        "Zet elk gegeven op een eigen regel, achter {form}",
        "geen cliënt gevonden",
    ),
    Code.CLIENT_SEVERAL: Wording(
        "Er staan meerdere personen in de mail ({place})", "Stuur één mail per cliënt", "meerdere personen"
    ),
    Code.CLIENT_AMBIGUOUS: Wording(
        "Het is niet duidelijk welke gegevens van de cliënt zijn ({place})",
        "Vul het formulier in: elk woord, een dubbelepunt en enkel het gegeven van de cliënt, "
        "niets over iemand anders",
        "cliënt niet duidelijk",
    ),
    Code.FIELD_UNREADABLE: Wording(
        'Bij het gegeven "{field}" staat iets dat niet leesbaar of niet toegelaten is ({place})',
        "Zet achter {lines} enkel het gegeven zelf, zonder uitleg",
        "{field} niet leesbaar",
    ),
    Code.FIELD_MISSING: Wording(
        "Er ontbreekt een gegeven, of het staat midden in een zin: {field}",
        "Zet het op een eigen regel, achter {lines}",
        "{field} ontbreekt",
    ),
    Code.RESIDENCE_INSIDE: Wording("De cliënt woont in deze gemeente", "", "woonplaats in orde"),
    Code.RESIDENCE_OUTSIDE: Wording(
        "De cliënt woont niet in deze gemeente",
        "Stuur de doorverwijzing naar het OCMW van de woonplaats",
        "woont elders",
    ),
    Code.RESIDENCE_NOT_STATED: Wording(
        "De gemeente van de cliënt staat er niet bij",
        'Zet de postcode en de gemeente achter "{town}:", ook zonder adres, zoals "{residence}"',
        "gemeente niet vermeld",
    ),
    Code.SUPERFLUOUS_STRIPPED: Wording(
        "Overtollige gegevens zijn weggelaten", "", "overtollige gegevens weggelaten"
    ),
    Code.SUPERFLUOUS_REFUSED: Wording(
        "De mail bevat gegevens die niet doorgegeven mogen worden",
        "Laat alles weg behalve naam, adres, telefoon en e-mail van de cliënt",
        "overtollige gegevens",
    ),
    Code.COMPOSED_UNACCOUNTED: _OUR_FAULT,
    Code.DELIVERY_UNSEALED: _OUR_FAULT,
    Code.INTERNAL: _OUR_FAULT,
}

CATALOGUE: Final = Catalogue(_FINDINGS, FIELDS, CATEGORIES, PLACES, PHRASES)
