"""Kinds of data that no protocol of ours lets through, by the labels that announce them.

They only *name* what was left behind, for the sender and the ledger: removal never depends on them.
The mailbox reads the names of NEUTRAL kinds alone.
"""

from typing import Final

LABELS: Final[dict[str, str]] = {
    "national_number": """
    rijksregisternummer, rijksregisternr, rijksregister, rrn, rr nummer, rrnr, rr, insz, insz nummer,
    inszz, nationaal nummer, niss, numero national, registre national, numero de registre national, nn,
    national number, national register number, national id, ssn, nationalnummer, nationalregister, bis
    nummer, bisnummer, identiteitskaart, identiteitskaartnummer, carte d identite, identity card,
    paspoort, paspoortnummer, passeport, passport, rijksreg, rijksreg nr, rijksregnr, rijksregisternrs, rr
    nr, nr rijksregister, inss, insz nr, nat nr, niss nr, n niss, num national, n national,
    nationalregisternummer, nationalregisternr, nrn, id kaart, idkaart
    """,
    "birth_date": """
    geboortedatum, geboren, geboren op, geb, geb datum, gebdatum, geboorte, date de naissance, ne le, nee
    le, ne e le, naissance, date of birth, dob, birth date, birthdate, born, born on, geburtsdatum,
    geboren am, gd, g d, gebdat, geb dat, geboortedat, geboortedd, geboortejaar, geboortedatums, geboren
    te, date naiss, date naissance, d naiss, ddn, naiss, annee de naissance, birthday, year of birth, geb
    am, geburtsdat, geburtstag, geburtsjahr
    """,
    "birth_place": """
    geboorteplaats, geboorteland, lieu de naissance, pays de naissance, place of birth, country of birth,
    geburtsort
    """,
    "age": """
    leeftijd, age, jaar, alter
    """,
    "gender": """
    geslacht, gender, sexe, sex, geschlecht
    """,
    "nationality": """
    nationaliteit, nationalite, nationality, staatsangehorigkeit, nationalitat, herkomst, origine, origin,
    land van herkomst, pays d origine, country of origin, herkunft, etnische afkomst, afkomst
    """,
    "residence_status": """
    verblijfsstatuut, verblijfsstatus, verblijf, verblijfsvergunning, statuut, titre de sejour, statut de
    sejour, residence status, residence permit, aufenthaltsstatus, ov nummer, asielaanvraag
    """,
    "civil_status": """
    burgerlijke staat, gezinstoestand, etat civil, civil status, marital status, familienstand
    """,
    "bank_account": """
    rekening, rekeningnummer, rekeningnr, bankrekening, bankrekeningnummer, iban, bic, compte, compte
    bancaire, numero de compte, account number, bank account, bank account number, kontonummer,
    bankverbindung, rek, rek nr, reknr, rek nummer, rekeningnrs, n compte, num compte, konto, konto nr,
    kontonr
    """,
    "income": """
    inkomen, inkomsten, gezinsinkomen, loon, netto inkomen, revenu, revenus, salaire, income, salary,
    wage, einkommen, gehalt, uitkering, uitkeringen, leefloon, werkloosheidsuitkering, allocation,
    allocations, benefit, benefits, financien, financiele situatie, situation financiere, financial
    situation, budget, maandinkomen, netto maandinkomen, maandelijks inkomen, inkomsten gezin,
    vervangingsinkomen, revenu mensuel, revenus mensuels, monthly income, monatseinkommen
    """,
    "debt": """
    schuld, schulden, dette, dettes, debt, debts, schuldenlast, huurachterstand, achterstallen,
    afbetaling, afbetalingen
    """,
    "work": """
    beroep, werk situatie, werksituatie, job, tewerkstelling, tewerkgesteld, profession, emploi,
    occupation, beruf, werkloos
    """,
    "family": """
    gezinssamenstelling, samenstelling gezin, gezinssituatie, aantal kinderen, gezinsvorm, composition de
    menage, composition du menage, composition familiale, situation familiale, nombre d enfants,
    household, household members, family composition, family situation, number of children, haushalt,
    familiensituation, gezinstype, samenstelling van het gezin, samenst gezin, gezinssamenst, aantal kind
    eren, aantal kinderen ten laste, kinderlast, nombre d enfants a charge, anzahl kinder, anzahl der
    kinder, haushaltsgrosse
    """,
    "education": """
    school, schoolse situatie, opleiding, onderwijs, diploma, ecole, ecole des enfants, scolarite,
    education, schule, klas, classe, schooltje, basisschool, kleuterschool, school kinderen, school van de
    kinderen, ecoles, ecole maternelle, kindergarten, schulen, opvang
    """,
    "health": """
    gezondheid, gezondheidstoestand, gezondheidssituatie, medisch, medische gegevens, medische situatie,
    diagnose, diagnostiek, ziekte, medicatie, medicijnen, behandeling, handicap, beperking, allergie,
    allergieen, zwangerschap, zwanger, bevallingsdatum, sante, etat de sante, diagnostic, maladie,
    traitement, medicaments, grossesse, health, health status, diagnosis, illness, medication, treatment,
    disability, pregnancy, gesundheit, krankheit, behinderung, schwangerschaft, psychisch, mentaal,
    verslaving, ontwikkeling
    """,
    "insurance": """
    mutualiteit, ziekenfonds, mutuelle, mutualite, verzekering, assurance, health insurance, insurance,
    krankenkasse, versicherung
    """,
    "language": """
    taal, talen, moedertaal, thuistaal, spreektaal, voertaal, contacttaal, gesproken taal, langue,
    langues, langue maternelle, language, languages, mother tongue, sprache, muttersprache
    """,
    "religion": """
    religie, geloof, godsdienst, levensbeschouwing, religion, croyance, faith, glaube, konfession
    """,
    "file_number": """
    dossiernummer, dossiernr, dossier nr, dossier, dossiernaam, numero de dossier, n de dossier, file
    number, case number, file, case, reference, referentie, kenmerk, referentienummer, aktenzeichen,
    clientnummer, klantnummer, kg nummer, dossiernrs, dossier n, doss nr, dossnr, ref, ref nr, refnr, n
    ref, n dossier, num dossier, our reference, your reference, geschaftszeichen
    """,
    "justice": """
    justitie, politie dossier, jeugdrechter, jeugdrechtbank, gerecht, vonnis, parket, strafblad, tribunal,
    justice, police, court, criminal record, gericht, jeugdhulp, jeugdzorg, ondertoezichtstelling,
    plaatsing, numero de role, n de role
    """,
    "housing": """
    huisvesting, woonsituatie, woning, huur, huurprijs, woonst, logement, loyer, housing, housing
    situation, rent, wohnung, wohnsituation, miete
    """,
    "situation": """
    situatie, situatieschets, problematiek, probleem, problemen, context, achtergrond, voorgeschiedenis,
    beschrijving, toelichting, verslag, bezorgdheid, bezorgdheden, zorgen, zorg, aandachtspunten,
    krachten, noden, nood, situation, probleme, problematique, description, problem, background, history,
    concerns, notes, hintergrund, beschreibung, anmerkungen, bemerkungen, omschrijving, omschrijving
    situatie, beschrijving situatie, schets, schets van de situatie, situatie gezin, thuissituatie,
    contexte, description de la situation
    """,
    "request": """
    hulpvraag, vraag, vragen, reden, reden van aanmelding, reden aanmelding, reden van doorverwijzing,
    reden doorverwijzing, motief, aanleiding, doel, verwachting, verwachtingen, demande, motif, raison,
    motif de la demande, request, reason, reason for referral, help needed, purpose, anfrage, grund,
    anliegen, aanmeldingsreden, reden verwijzing, reden van verwijzing, reden van de aanmelding, reden van
    de doorverwijzing, hulpvragen, zorgvraag, ondersteuningsvraag, motif de l orientation, raison de la
    demande, reason of referral, grund der anfrage, grund der uberweisung
    """,
    "remark": """
    opmerking, opmerkingen, nota, notas, bijkomende info, bijkomende informatie, extra, extra info, extra
    informatie, varia, andere, remarque, remarques, commentaire, commentaires, divers, remark, remarks,
    comment, comments, note, other, additional information, bemerkung, sonstiges, opm, bijkomend,
    bijkomende opmerkingen, aanvullende info, aanvullende informatie, infos complementaires, informations
    complementaires, additional info, anmerkung, zusatzliche informationen
    """,
    "consent": """
    toestemming, akkoord, toestemming client, consentement, accord, consent, agreement, einwilligung,
    zustimmung, geinformeerd
    """,
    "date": """
    datum, datum aanmelding, datum doorverwijzing, datum huisbezoek, huisbezoek, date, datum van
    aanmelding, date of referral, date de la demande
    """,
    "role": """
    rol, relatie, hoedanigheid, verwantschap, functie, wie, lien, lien de parente, role, relation,
    relationship, fonction, qualite, function, rolle, beziehung, verhaltnis, positie
    """,
    "web": """
    website, site, url, facebook, instagram, messenger, web, skype
    """,
    "vehicle": """
    nummerplaat, wagen, auto, rijbewijs, plaque, permis, number plate, licence plate
    """,
}

# Beside a client's name the name of a kind may be a datum itself: "addiction" says that somebody in the
# family has one, and only name and contact data may cross. So the delivered message tells all of these by
# one wording: special categories and what stands for them (GDPR art. 9), offences and what borders on
# them (art. 10), and what only some families have or only a need makes people write of.
TELLING: Final = frozenset(
    """
    health mental_health addiction pregnancy disability medication care_provider
    religion politics sexuality nationality origin residence_status language
    justice violence
    debt benefit income homelessness housing partner children
    """.split()
)
# Of these the name tells nothing: everybody has one, or every letter may hold one. Only these are named to
# the mailbox, so a kind that stands on neither side is not.
NEUTRAL: Final = frozenset(
    """
    national_number identity_document birth_date birth_place age gender civil_status
    bank_account card_number work education insurance family vehicle
    file_number date role consent request remark situation web social_media
    other_person address_of_another phone_of_another email_of_another other
    """.split()
)
