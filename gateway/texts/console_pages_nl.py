"""The words of transfers, proofs, exports and policies in the console, in Dutch."""

from typing import Final

WORDS: Final = {
    "no_form": "Dit formulier is niet te lezen. Ga terug en vul het opnieuw in.",
    "label": "Label",
    "reached": "Tot en met de doorgifte van {moment}.",
    "would_stay": "Wat zou achterblijven",
    "letter_from": "Van",
    "letter_to": "Aan",
    "letter_subject": "Onderwerp",
    "letter_attached": "Bijlage",
    "letter_sealed": "Het bericht is verzegeld voor de ontvanger: alleen hij leest het.",
    "letter_unsigned": "De sleutel is hier niet te lezen: het bericht staat hier zonder handtekening.",
    "letter_source": "De bron van het bericht",
    "endless": "heeft geen einde",
    "over": "is voorbij",
    "use_tls": "waarmee de gateway zich toont aan wie mail brengt",
    "use_console": "van deze pagina's",
    "use_open": "opent verzegelde mail",
    "use_signers": "bewijst wie tekende",
    "use_clients": "bewijst wie mail brengt",
    "use_seal": "verzegelt wat naar de mailbox gaat",
    "certificates_keys": "Certificaten en sleutels",
    "certificates_note": "Vernieuw elk vóór zijn dag. gateway check zegt wat er anders gebeurt.",
    "figures_note": (
        "Elke mail telt één keer, bij wat er uiteindelijk mee gebeurd is. Onbekend is wat na het versturen "
        "onderbroken werd: misschien is het bezorgd."
    ),
    "integrity_note": (
        "Een anker is een controlepunt dat buiten deze machine ligt: wat het bevat, kan hier "
        "niemand meer ongemerkt wijzigen."
    ),
    "why_note": "Een mail kan om meer dan één reden geweigerd zijn.",
    "left_note": "Gegevens die in een mail stonden en niet doorgingen, omdat het protocol ze niet noemt.",
    "unfit": "kan hier niet gelezen of gebruikt worden",
    "checkpoint_log": "Register",
    "checkpoint_size": "Aantal records erin",
    "checkpoint_key": "Handtekening",
    "checkpoint_signed": "juist, van de sleutel van dit register",
    "checkpoint_unsigned": "NIET juist",
    "checkpoint_text": "Het controlepunt zelf",
    "anchored": "Verankerd",
    "anchored_not": "nog niet: tot dan kan wie de sleutel heeft deze doorgifte nog wijzigen",
    "anchor_mail": "per mail bij de functionarissen, {moment} ({size} records)",
    "anchor_timestamp": "tijdstempel van {who}, {moment} ({size} records)",
    "anchor_witness": "medeondertekend door {who}, {moment} ({size} records)",
    "evidence": "Bewijsbundel (ZIP)",
    "evidence_note": (
        "Voor een derde, die hem alleen met Python nakijkt: python3 verify.py. Dat u hem maakte, "
        "komt in het register."
    ),
    "not_proven": "Het register kan dit nu niet bewijzen. Vraag de beheerder om gateway transfers verify.",
    "export_running": "Het bestand wordt gemaakt. Deze pagina vernieuwt zichzelf.",
    "export_read": "{read} van {all} records gelezen.",
    "export_again": "Opnieuw kijken",
    "export_done": "Klaar. Doorgiften: {rows}.",
    "export_take": "Bestand ophalen",
    "export_kept": "Alleen in deze sessie, en niet langer dan een uur.",
    "no_export": "Dit bestand is er niet meer, of het is van een andere sessie. Maak het opnieuw.",
    "many_exports": "Er worden al vier bestanden gemaakt. Probeer het straks opnieuw.",
}
