"""Kinds of data that no protocol of ours lets through, by the labels that announce them.

They only *name* what was left behind, for the sender and the ledger: removal never depends on them.
"""

from typing import Final

LABELS: Final[dict[str, str]] = {
    "national_number": """
    rijksregisternummer, rijksregisternr, rijksregister, rrn, rr nummer, rrnr, rr, insz, insz nummer,
    inszz, nationaal nummer, niss, numero national, registre national, numero de registre national, nn,
    national number, national register number, national id, ssn, nationalnummer, nationalregister, bis
    nummer, bisnummer, identiteitskaart, identiteitskaartnummer, carte d identite, identity card,
    paspoort, paspoortnummer, passeport, passport
    """,
    "birth_date": """
    geboortedatum, geboren, geboren op, geb, geb datum, gebdatum, geboorte, date de naissance, ne le, nee
    le, ne e le, naissance, date of birth, dob, birth date, birthdate, born, born on, geburtsdatum,
    geboren am
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
    bankverbindung
    """,
    "income": """
    inkomen, inkomsten, gezinsinkomen, loon, netto inkomen, revenu, revenus, salaire, income, salary,
    wage, einkommen, gehalt, uitkering, uitkeringen, leefloon, werkloosheidsuitkering, allocation,
    allocations, benefit, benefits, financien, financiele situatie, situation financiere, financial
    situation, budget
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
    familiensituation
    """,
    "education": """
    school, schoolse situatie, opleiding, onderwijs, diploma, ecole, ecole des enfants, scolarite,
    education, schule, klas, classe
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
    clientnummer, klantnummer, kg nummer
    """,
    "justice": """
    justitie, politie dossier, jeugdrechter, jeugdrechtbank, gerecht, vonnis, parket, strafblad, tribunal,
    justice, police, court, criminal record, gericht, jeugdhulp, jeugdzorg, ondertoezichtstelling,
    plaatsing
    """,
    "housing": """
    huisvesting, woonsituatie, woning, huur, huurprijs, woonst, logement, loyer, housing, housing
    situation, rent, wohnung, wohnsituation, miete
    """,
    "situation": """
    situatie, situatieschets, problematiek, probleem, problemen, context, achtergrond, voorgeschiedenis,
    beschrijving, toelichting, verslag, bezorgdheid, bezorgdheden, zorgen, zorg, aandachtspunten,
    krachten, noden, nood, situation, probleme, problematique, description, problem, background, history,
    concerns, notes, hintergrund, beschreibung, anmerkungen, bemerkungen
    """,
    "request": """
    hulpvraag, vraag, vragen, reden, reden van aanmelding, reden aanmelding, reden van doorverwijzing,
    reden doorverwijzing, motief, aanleiding, doel, verwachting, verwachtingen, demande, motif, raison,
    motif de la demande, request, reason, reason for referral, help needed, purpose, anfrage, grund,
    anliegen
    """,
    "remark": """
    opmerking, opmerkingen, nota, notas, bijkomende info, bijkomende informatie, extra, extra info, extra
    informatie, varia, andere, remarque, remarques, commentaire, commentaires, divers, remark, remarks,
    comment, comments, note, other, additional information, bemerkung, sonstiges
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
