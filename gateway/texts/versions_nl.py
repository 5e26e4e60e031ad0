"""The words on versions of policies in the console, in Dutch."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "version_since": "In werking sinds",
    "version_change": "Wat er veranderde",
    "version_before": "Veranderd sinds de vorige versie",
    "version_unrecorded": "niet vastgelegd",
    "version_first": "De eerste versie van dit protocol in het register.",
    "version_untold": (
        "Het register heeft niet beide teksten, dus kan niemand het hier zeggen. Het bewaart elke tekst "
        "sinds de gateway daarvoor werd bijgewerkt."
    ),
    "version_unread": (
        "Deze versie van de gateway leest een van beide teksten niet meer. Vergelijk ze bij Protocollen."
    ),
    "version_same": "Geen regel veranderde: enkel commentaar, volgorde of schrijfwijze.",
    "version_text": "De tekst",
    "version_streets": "De stratenlijst",
    "version_no_text": "Geen tekst bewaard: enkel de vingerafdruk.",
    "version_more": "De laatste {count} staan hier. De oudere blijven in het register.",
    "history_note": (
        "Het register bewaart de tekst van elke versie sinds ze in werking kwam; wat er veranderde, wordt "
        "uit beide teksten gelezen. Een tekst telt enkel als hij is wat zijn vingerafdruk zegt."
    ),
    "policy_waiting": (
        "Dit bestand is nog niet geladen: "
        "de gateway gaat nog af op de versie van {since}. Na het herladen verandert dit:"
    ),
    "policy_suspended": "Geschorst",
    "policy_label": "Label dat binnenlaat",
    "policy_no_label": "geen: de GUID's zijn niet ingevuld, dus wordt elke mail geweigerd",
    "policy_proven": "Afzender bewezen met",
    "policy_unlisted": "Van ieder ander",
    "policy_must": "Moet erin staan",
    "policy_superfluous": "Alle andere gegevens",
    "policy_places": "De cliënt woont in",
    "policy_anywhere": "om het even waar",
    "policy_streets": "enkel in de {count} straten van de lijst",
    "policy_kept": "Bewaard in het register",
    "policy_day": "{days} dag",
    "policy_days": "{days} dagen",
    "policy_always": "zonder einde",
    "group_transport": "wie verzond en hoe",
    "group_subject": "over wie",
    "group_measures": "wat beslist werd",
    "does_reject": "wordt geweigerd",
    "does_relay": "wordt doorgestuurd zoals het kwam, zonder oordeel",
    "other_strip": "blijven achter; de rest wordt bezorgd",
    "other_reject": "maken dat de hele mail geweigerd wordt",
    "proven_dmarc": "DMARC",
    "proven_tls-certificate": "een TLS-certificaat",
    "proven_trusted-peer": "een server die vertrouwd wordt",
    "any_of": " of ",
}
