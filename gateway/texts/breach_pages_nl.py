"""The words of the console's breach wizard, in Dutch."""

from typing import Final

WORDS: Final = {
    "menu_breach": "Gegevenslek",
    "breach_intro": (
        "Stap voor stap naar het dossier dat AVG art. 33 vraagt. Vanaf uw kennisname hebt u {hours} uur. Er"
        " wordt niets verstuurd: u meldt aan de toezichthouder, en u verstuurt de mails."
    ),
    "breach_shared": (
        "Een ontwerp is van alle functionarissen voor gegevensbescherming hier: een collega kan verder waar"
        " u stopte. Noem er geen cliënten in."
    ),
    "breach_not_ready": (
        "Er is nog geen plaats om ontwerpen te bewaren. Vraag de beheerder om in de configuratie onder"
        " console drafts toe te voegen, bijvoorbeeld"
        " drafts: /var/lib/gateway/breach-drafts, en de console te herstarten."
    ),
    "breach_begin": "Een nieuw dossier beginnen",
    "breach_open": "Lopend",
    "breach_none": "Er loopt geen dossier.",
    "breach_closed": "Afgesloten",
    "breach_named": "Lek van {at}",
    "breach_go_on": "Verdergaan",
    "breach_end": "Afsluiten of verwijderen",
    "breach_last": "Laatst geschreven door {by}, {at}.",
    "breach_made_on": "Dossier gemaakt door {by}, {at}; in het register opgetekend als opzoeking {recorded}.",
    "breach_made_unrecorded": "Dossier gemaakt door {by}, {at}; het register kon dat niet opnemen.",
    "breach_clock": "Klok van het lek",
    "breach_left": "nog {hours} u {minutes} min",
    "breach_until": "van de {term} uur, tot {deadline}.",
    "breach_past": "{hours} u {minutes} min over de termijn",
    "breach_past_do": (
        "De {term} uur zijn geëindigd op {deadline}. Meld toch, en geef de reden van de vertraging (art."
        " 33, lid 1): stap 4 vraagt ernaar."
    ),
    "breach_no_clock": "De klok loopt nog niet: zeg wanneer u ervan kennisnam.",
    "breach_some_unreadable": "Een ontwerp van een gegevenslek is niet te lezen; zijn klok loopt mogelijk.",
    "breach_unreadable_is": "Het ontwerp {name} is niet te lezen.",
    "breach_unreadable_do": (
        "Vraag de beheerder het bestand terug te zetten uit een back-up, of verwijder het."
    ),
    "breach_unreadable": (
        "Dit ontwerp is niet te lezen. Vraag de beheerder het bestand terug te zetten, of verwijder het."
    ),
    "breach_no_draft": (
        "Dit ontwerp is er niet; misschien heeft een collega het verwijderd. Ga naar de lijst van dossiers."
    ),
    "breach_folder": (
        "De ontwerpen kunnen nu niet gelezen of geschreven worden. Vraag de beheerder naar de map"
        " console.drafts te kijken."
    ),
    "breach_policies": "De policies zijn nu niet te lezen. Vraag de beheerder om gateway check.",
    "breach_too_many": (
        "Er zijn al zoveel ontwerpen als bewaard kunnen worden. Verwijder er een dat afgesloten is."
    ),
    "breach_is_closed": "Dit dossier is afgesloten. Heropen het voor u het wijzigt.",
    "breach_stale": (
        "Niet bewaard: {by} schreef intussen in dit ontwerp. Uw tekst staat hieronder, en waar hij"
        " verschilt ook wat nu bewaard is. Kies, en druk opnieuw op Volgende."
    ),
    "breach_held": (
        "Niet bewaard: uw sessie was voorbij. Wat u schreef staat hieronder; druk opnieuw op Volgende."
    ),
    "breach_changed": (
        "Er is niets gemaakt: {by} schreef intussen in dit ontwerp. Kijk de samenvatting opnieuw na, en"
        " maak het dan."
    ),
    "breach_theirs": "Nu bewaard:",
    "breach_theirs_empty": "(leeg)",
    "breach_too_long": "Niet bewaard: een van de teksten is te lang. Uw tekst staat hieronder; kort hem in.",
    "breach_far_too_long": (
        "Dat is meer tekst dan een ontwerp bevat. Niets is bewaard: ga terug in uw browser, en kort in."
    ),
    "breach_no_moment": "Niet bewaard: dat is geen tijdstip. Schrijf het als 2026-01-31T14:30.",
    "breach_told_before": "Niet afgesloten: dat tijdstip ligt vóór de kennisname. Kijk beide tijdstippen na.",
    "breach_future": "Niet bewaard: dat tijdstip ligt in de toekomst.",
    "breach_save_and_go": "Bewaart deze stap en gaat erheen",
    "breach_steps": "Stappen",
    "breach_step": "Stap {number} van 5",
    "breach_when": "Kennisname",
    "breach_which": "Doorgiften",
    "breach_what": "Wat er gebeurd is",
    "breach_whom": "Wie verwittigen",
    "breach_make": "Nakijken en maken",
    "breach_next": "Volgende",
    "breach_back": "Vorige",
    "breach_save": "Bewaren",
    "breach_count": "Bewaren en tellen",
    "breach_idle": (
        "Elke knop hieronder bewaart wat u schreef. Druk minstens om de {idle} minuten op Bewaren: daarna"
        " eindigt uw sessie."
    ),
    "breach_when_title": "Wanneer nam u ervan kennis, en hoe?",
    "breach_call_it": "Een naam voor dit lek",
    "breach_call_it_note": "Voor u en uw collega's; hij staat niet in het dossier.",
    "breach_aware": "Kennisgenomen op",
    "breach_aware_note": (
        "In de tijd van deze console, waar het nu {now} is. Vanaf dan loopt de termijn (art. 33, lid 1)."
    ),
    "breach_which_title": "Over welke doorgiften gaat het?",
    "breach_scope_chosen": "Alle doorgiften van een periode, of die welke een filter kiest",
    "breach_scope_references": "Doorgiften met hun referentie",
    "breach_scope_integrity": "Het register zelf, omdat het bij het nakijken niet ongeschonden bleek",
    "breach_filter": "Periode en filter",
    "breach_filter_note": "Wat u openlaat, wordt niet gevraagd. Alles samen moet kloppen.",
    "breach_references": "Referenties",
    "breach_references_note": "Hoogstens 200, met een spatie of een nieuwe regel ertussen.",
    "breach_counting": (
        "De cijfers worden geteld: {read} van {all} records gelezen. Kijk opnieuw met de knop "
        "hieronder: wat u invulde, blijft bewaard."
    ),
    "breach_counted_at": "Geteld om {at}; sindsdien kwamen er records bij, die worden nu geteld.",
    "breach_again": "Opnieuw naar de cijfers kijken",
    "breach_figures": "De cijfers van het register",
    "breach_no_scope": "Kies over welke doorgiften het gaat; dan ziet u hier de cijfers.",
    "breach_choose_scope": (
        "Niet bewaard: kies eerst over welke doorgiften het gaat. Met de stappen hierboven slaat u dit over."
    ),
    "breach_no_references": "Geef een referentie.",
    "breach_many_references": "Dat zijn meer dan 200 referenties. Kies in plaats daarvan een periode.",
    "breach_unknown_reference": "Geen doorgifte, of meer dan een, heeft de referentie {about}.",
    "breach_whole": (
        "Het register is zonet nagekeken en is ongeschonden: er is geen alarm om een dossier over te maken."
    ),
    "breach_aware_early": (
        "Uw kennisname ligt vóór de eerste van deze doorgiften. Kijk het tijdstip en uw keuze na."
    ),
    "breach_nothing_fits": "Geen enkele doorgifte past, dus er is niets om een dossier over te maken.",
    "breach_what_title": "Wat is er gebeurd, en wat wordt eraan gedaan?",
    "breach_what_note": (
        "Niets hier is nu verplicht: wat u openlaat, staat gemarkeerd in het dossier en vult u daar aan."
        " Noem geen cliënten."
    ),
    "breach_part_a": "Aard van de inbreuk (art. 33, lid 3, a)",
    "breach_part_b": "Contact (art. 33, lid 3, b)",
    "breach_part_c": "Waarschijnlijke gevolgen (art. 33, lid 3, c)",
    "breach_part_d": "Maatregelen (art. 33, lid 3, d)",
    "breach_whom_title": "Wie verwittigt u?",
    "breach_late": "De reden van de vertraging gaat mee met de melding (art. 33, lid 1).",
    "breach_risk": "Risico voor de betrokkenen",
    "breach_risk_level": "Hoe groot",
    "breach_proposed": "Voorgestelde maatregelen",
    "breach_risk_note": (
        "Zonder risico hoeft de toezichthouder geen melding te krijgen (art. 33, lid 1); bij een hoog"
        " risico worden ook de betrokkenen ingelicht (art. 34)."
    ),
    "breach_why": "Waarom",
    "breach_authorities": "Toezichthouders",
    "breach_parties": "Partijen bij het protocol (art. 9)",
    "breach_parties_note": (
        "Er wordt een ontwerp van een mail gemaakt aan de functionaris van elke partij, tenzij u nee kiest."
        " Staat er in de policy geen functionaris, vul het adres dan zelf aan."
    ),
    "breach_no_parties": "Geen enkele policy noemt haar partijen.",
    "breach_told": "Te verwittigen",
    "breach_undecided": "nog niet beslist",
    "breach_yes": "ja",
    "breach_no": "nee",
    "breach_why_told": "Datum en kenmerk, of waarom niet",
    "breach_subjects": "Betrokkenen (art. 34)",
    "breach_subjects_why": "Waarom, en hoe",
    "breach_rest": "Voor de mails en het register van inbreuken",
    "breach_make_title": "Kijk na, en maak het dossier",
    "breach_missing": "Opengelaten, en gemarkeerd in het dossier:",
    "breach_complete": "Alles wat art. 33, lid 3 van u vraagt, is geschreven.",
    "breach_change": "Wijzigen",
    "breach_nothing_written": "Er is nog niets geschreven.",
    "breach_made_for": "Reden van dit dossier",
    "breach_made_for_note": "Komt in het register, met uw naam. Eén regel; noem er geen cliënt in.",
    "breach_form": "Vorm van het dossier",
    "breach_form_docx": "Word, om in verder te schrijven (.docx)",
    "breach_form_pdf": "PDF, om te lezen",
    "breach_language": "Taal van het dossier",
    "breach_do": "Maken en downloaden",
    "breach_do_note": (
        "Eén .zip: het dossier, transfers.csv, en een ontwerp van een mail aan de functionaris van elke"
        " partij. Eerst wordt het register nagekeken; is het niet ongeschonden, dan opent het dossier met"
        " een waarschuwing. Dat u het maakte, komt in het register. Er wordt niets verstuurd. U kunt het"
        " opnieuw maken zo vaak als nodig."
    ),
    "breach_end_title": "Afsluiten of verwijderen",
    "breach_close": "Afsluiten",
    "breach_close_note": (
        "Afsluiten stopt de klok. Bewaar de melding in uw register van inbreuken (art. 33, lid 5)."
    ),
    "breach_told_on": "{authority} verwittigd op",
    "breach_told_note": "Kenmerk, of waarom er niet gemeld wordt",
    "breach_close_why": (
        "Geef het tijdstip waarop de toezichthouder verwittigd is, of waarom dat niet gebeurt."
    ),
    "breach_closed_told": "De toezichthouder is verwittigd op {at}.",
    "breach_closed_untold": "Afgesloten zonder melding aan de toezichthouder.",
    "breach_closed_by": "Afgesloten door {by}, {at}.",
    "breach_reopen": "Heropenen",
    "breach_remove": "Verwijderen",
    "breach_remove_note": (
        "Het ontwerp en zijn teksten zijn dan weg, ook voor uw collega's. Wat in het register staat, blijft."
    ),
    "breach_sure": "Ja, verwijder dit ontwerp",
    "breach_not_sure": "Er is niets verwijderd. Vink aan dat u zeker bent, en druk dan op Verwijderen.",
    "breach_back_to_list": "Alle dossiers",
}
