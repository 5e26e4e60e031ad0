"""The words of the Dutch catalogue: fields, kinds of data, places, and the fixed phrases."""

from typing import Final

from gateway.decision import FieldName

_WAIT = "U hoeft niets te doen: uw mailserver probeert opnieuw"

FIELDS: Final = {
    FieldName.FIRST_NAME: "voornaam",
    FieldName.LAST_NAME: "naam",
    FieldName.ADDRESS: "adres",
    FieldName.PHONE: "telefoon",
    FieldName.EMAIL: "e-mail",
}

CATEGORIES: Final = {
    "identity_document": "identiteitskaart of paspoort",
    "card_number": "bankkaartnummer",
    "address_of_another": "ander adres",
    "social_media": "sociale media",
    "benefit": "uitkering",
    "partner": "partner",
    "children": "kinderen",
    "mental_health": "geestelijke gezondheid",
    "addiction": "verslaving",
    "pregnancy": "zwangerschap",
    "disability": "handicap",
    "medication": "medicatie",
    "care_provider": "arts of zorgverlener",
    "violence": "geweld",
    "homelessness": "dak- of thuisloosheid",
    "sexuality": "seksuele geaardheid",
    "politics": "politiek of vakbond",
    "national_number": "rijksregisternummer",
    "birth_date": "geboortedatum",
    "birth_place": "geboorteplaats",
    "age": "leeftijd",
    "gender": "geslacht",
    "nationality": "nationaliteit",
    "residence_status": "verblijfsstatuut",
    "civil_status": "burgerlijke staat",
    "bank_account": "rekeningnummer",
    "income": "inkomen",
    "debt": "schulden",
    "work": "werk",
    "family": "gezin",
    "education": "school of opleiding",
    "health": "gezondheid",
    "insurance": "mutualiteit of verzekering",
    "language": "taal",
    "religion": "geloof",
    "file_number": "dossiernummer",
    "justice": "politie of gerecht",
    "housing": "huisvesting",
    "situation": "beschrijving van de situatie",
    "request": "hulpvraag",
    "remark": "opmerkingen",
    "consent": "toestemming",
    "date": "datum",
    "role": "rol of verwantschap",
    "web": "website",
    "vehicle": "voertuig",
    "origin": "herkomst",
    "other_person": "gegevens van iemand anders",
    "phone_of_another": "ander telefoonnummer",
    "email_of_another": "ander mailadres",
    "other": "andere gegevens",
}

PLACES: Final = {
    "line": "regel",
    "table": "tabel",
    "row": "rij",
    "part": "deel",
    "attachment": "bijlage",
    "body": "de mail",
}

PHRASES: Final = {
    "and": "en",
    "or": "of",
    "proof_dmarc": "DMARC",
    "proof_trusted-peer": "hij kwam niet van een vertrouwde server",
    "proof_tls-certificate": "hij kwam zonder clientcertificaat dat bekend is",
    "label_agreed": "van het protocol",
    "residence_agreed": "postcode en gemeente",
    "notice_subject": "Over uw doorverwijzing",
    "notice_delivered": "Uw doorverwijzing is goed aangekomen (referentie {reference}).",
    "notice_left_out": "Deze gegevens laat het protocol niet toe. Ze zijn weggelaten:",
    "notice_better": "Vul de volgende keer alleen voornaam, naam, adres, telefoon en e-mail in.",
    "notice_done": "U hoeft nu niets te doen. Op dit automatische bericht kunt u niet antwoorden.",
    "accepted": "Doorverwijzing bezorgd",
    "relayed": "Bericht bezorgd",
    "left_out": "Weggelaten",
    "also": "Ook",
    "unknown": "De bezorging is nog niet bevestigd. " + _WAIT,
    "next_hop": "De mailbox van de ontvanger is nu niet bereikbaar. " + _WAIT,
    "too_large": "De mail is te groot. Verstuur hem opnieuw zonder bijlagen en foto's",
    "many_lines": "De mail is te lang. Maak een nieuwe, korte mail met enkel het formulier",
    "long_line": (
        "De mail bevat een te lange regel. Maak een nieuwe mail in Outlook, of meld dit aan uw ICT-dienst"
    ),
    "broken_lines": (
        "De regels van de mail zijn technisch niet in orde. Meld dit aan uw ICT-dienst (bare CR, LF of NUL)"
    ),
    "no_room": "Er komt nu te veel mail tegelijk binnen. " + _WAIT,
    "refused_behind": "De mailserver van de ontvanger weigert het bericht. Meld dit aan de ontvanger",
    "subject": "Doorverwijzing",
    "intro": "Doorverwijzing door {sender}, met enkel de gegevens die het protocol toelaat.",
    "note": "Niet doorgegeven: {kinds}.",
    "telling_kinds": "bijzondere of gevoelige gegevens",
    "box": "bus",
    "evidence_title": "Bewijs van doorgiften uit het register {log}",
    "evidence_head": (
        "Records bij de ondertekening: {size}; in deze bundel: {records}. Doorgiften: {transfers}."
    ),
    "evidence_how": "Nakijken: haal verify.py uit een bron die u vertrouwt, en geef dit in:",
    "evidence_compare": (
        "Vergelijk de sleutel en uw bewaarde controlepunten: zonder vergelijking is het register "
        "van om het even wie."
    ),
    "evidence_selection": (
        "Dit is een keuze uit het register. Dat er geen andere doorgiften waren, toont ze niet."
    ),
    "evidence_tail": (
        "Na het laatste anker kwamen nog {records} van de {size} records. Daarvoor staat enkel de "
        "ondertekensleutel borg."
    ),
    "evidence_text": (
        "Deze tekst is voor mensen. Bewezen is enkel wat verify.py nakijkt: records.jsonl en de ankers."
    ),
    "anchor_subject": "Controlepunt van het register {log}: {size} records",
    "anchor_what": (
        "Dit is de ondertekende stand van het register van doorgiften. Er staan geen persoonsgegevens in."
    ),
    "anchor_keep": (
        "Bewaar deze mail. Wie het register later herschrijft, kan dit controlepunt niet meer wijzigen."
    ),
    "anchor_since": (
        "Het register zet uw vorige controlepunt van {size} records voort; het bewijs zit in de bijlage."
    ),
    "anchor_first": "Dit is het eerste controlepunt dat u krijgt.",
    "anchor_use": (
        "Controle: bewaar checkpoint.txt en vraag om `gateway transfers verify --checkpoint checkpoint.txt`."
    ),
    "anchor_missed": "Komt er langer dan een dag geen controlepunt, vraag dan de beheerder waarom.",
}
