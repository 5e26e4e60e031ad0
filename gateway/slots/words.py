"""The words of a referral, in Dutch, French, English and German.

Phrases are folded (lower case, no accents, no punctuation) and parted by commas. Adding a word
means adding it to one list here, and nothing else.
"""

from typing import Final

from gateway.slots.terms import Person, Slot

SLOTS: Final[dict[Slot, str]] = {
    Slot.FIRST: """
    voornaam, voornamen, roepnaam, prenom, prenoms, first name, first names, firstname, given name, given
    names, forename, forenames, christian name, vorname, vornamen, rufname
    """,
    Slot.LAST: """
    achternaam, familienaam, geslachtsnaam, nom de famille, last name, lastname, surname, family name,
    nachname, familienname, zuname
    """,
    Slot.NAME: """
    naam, volledige naam, nom, nom complet, nom entier, name, full name, vollstandiger name, vor und
    nachname
    """,
    Slot.ADDRESS: """
    adres, domicilie, domicilieadres, verblijfadres, verblijfsadres, verblijfplaats, woonadres,
    thuisadres, postadres, referentieadres, adresgegevens, wonende te, woont te, woont in, woont,
    wonende, woonachtig te, adresse, domicile, adresse du domicile, domicilie a, lieu de residence,
    address, home address, postal address, street address, lives at, anschrift, wohnadresse,
    wohnanschrift, postanschrift, wohnhaft in
    """,
    Slot.STREET: """
    straat, straatnaam, rue, nom de rue, street, street name, strasse, strassenname
    """,
    Slot.NUMBER: """
    huisnummer, huisnr, huis nr, nr, nummer, no, n, numero, numero de maison, house number, house no,
    number, hausnummer, hausnr
    """,
    Slot.BOX: """
    bus, busnummer, busnr, bte, boite, numero de boite, box, box number, postbus, briefkasten
    """,
    Slot.POSTCODE: """
    postcode, postnummer, pc, code postal, cp, postal code, post code, zip, zip code, zipcode,
    postleitzahl, plz
    """,
    Slot.MUNICIPALITY: """
    gemeente, woonplaats, woongemeente, deelgemeente, plaats, stad, dorp, commune, localite, ville,
    municipality, city, town, village, place of residence, residence, gemeinde, wohnort, ort, stadt
    """,
    Slot.PHONE: """
    tel, telefoon, telefoonnr, telefoonnummer, telefoonnummers, telnr, telnummer, telefonisch, gsm,
    gsms, gsmnr, gsmnummer, gms, mobiel, mobieltje, mobiele nummer, mobiele telefoon, mobiel nummer,
    vaste lijn, vaste telefoon, huistelefoon, contactnummer, bereikbaar op, te bereiken op, bereikbaar
    via, bereikbaarheid, whatsapp, telephone, telephones, contact telephonique, telefonisch contact,
    tel portable, portable, numero de telephone, numero de gsm, numero de portable, ligne fixe, fixe,
    joignable au, telephone fixe, phone, phone number, phone no, mobile, mobile number, mobile phone,
    cell, cell phone, cellphone, landline, contact number, telephone number, reachable at, telefon,
    telefonnummer, rufnummer, handy, handynummer, mobilnummer, mobiltelefon, festnetz
    """,
    Slot.EMAIL: """
    mail, mails, email, e mail, mailadres, emailadres, e mailadres, mail adres, e mail adres, email adres,
    elektronisch adres, courriel, mel, adresse mail, adresse email, adresse e mail, adresse courriel,
    adresse electronique, mail address, email address, e mail address, mailadresse, e mail adresse,
    emailadresse
    """,
}

CLIENT: Final = """
    client, clients, cliente, clienten, klant, client e, hulpvrager, hulpvraagster, zorgvrager,
    aangemelde, aangemelde persoon, doorverwezene, doorverwezen persoon, doorverwezen client,
    betrokkene, betrokken persoon, te contacteren persoon, gezinshoofd, hoofd van het gezin, chef de
    famille, head of household, begunstigde, aanvrager, aanvraagster, hulpvragende, demandeur,
    demandeuse, applicant, antragsteller, antragstellerin, usager, usagere, beneficiaire, personne
    concernee, personne orientee, personne referee, personne suivie, personne accompagnee, person
    referred, referred person, person concerned, data subject, klient, klienten, klientin,
    klientinnen, betroffene, betroffene person, uw client
"""

PARENTS: Final[dict[Person, str]] = {
    Person.MOTHER: """
    moeder, mama, mam, mams, mevrouw, mevr, vrouw, mere, maman, madame, mme, mother, mom, mum, mummy,
    mutter, frau, moeke
    """,
    Person.FATHER: """
    vader, papa, pap, meneer, mijnheer, dhr, de heer, heer, man, pere, monsieur, father, dad, daddy,
    vater, herr, vake
    """,
    Person.PARENT: """
    ouder, ouders, ouder s, ouder 1, ouder a, parent, parents, parent 1, parent a, eltern, elternteil,
    elternteil 1
    """,
    Person.SECOND_PARENT: """
    ouder 2, ouder b, tweede ouder, 2e ouder, andere ouder, medeouder, meemoeder, parent 2, parent b,
    deuxieme parent, second parent, other parent, elternteil 2
    """,
}

CHILDREN: Final = """
    kind, kinderen, kindje, kindjes, kind en, kind eren, baby, zoon, zoontje, zonen, dochter,
    dochters, dochtertje, peuter, kleuter, pasgeborene, jongste, oudste, enfant, enfants, enfant s,
    fils, fille, filles, bebe, nourrisson, child, children, son, sons, daughter, daughters, infant,
    toddler, kinder, sohn, tochter, saugling
"""

PARTNERS: Final = """
    partner, partners, echtgenoot, echtgenote, ega, vriend, vriendin, samenwonende, conjoint,
    conjointe, epoux, epouse, mari, femme, compagnon, compagne, concubin, partenaire, partenaires,
    husband, wife, spouse, boyfriend, girlfriend, ehemann, ehefrau, ehepartner, lebensgefahrte
"""

OTHERS: Final = """
    ex, exen, expartner, ex partner, ex man, ex vrouw, ex vriend, ex echtgenoot, ex echtgenote, ex
    mari, ex femme, ex conjoint, ex compagnon, ex husband, ex wife, oma, opa, grootmoeder, grootvader,
    grootouders, grootouder, bomma, bompa, schoonmoeder, schoonvader, schoonouders, stiefvader,
    stiefmoeder, plusvader, plusmama, pleegmoeder, pleegvader, pleegouders, pleeggezin, tante, oom,
    nonkel, zus, zuster, broer, zusje, broertje, nicht, neef, grand mere, grand pere, grands parents,
    belle mere, beau pere, soeur, frere, oncle, grandmother, grandfather, grandparents, aunt, uncle,
    sister, brother, cousin, schwester, bruder, grossmutter, grossvater, onkel, buur, buren,
    buurvrouw, buurman, kennis, voisin, voisine, neighbour, neighbor, nachbar, nachbarin, huisarts,
    dokter, dr, arts, kinderarts, gynaecoloog, psycholoog, psychiater, specialist, vroedvrouw,
    kinesist, apotheker, tandarts, medecin, medecin traitant, docteur, pediatre, psychologue, sage
    femme, doctor, gp, physician, midwife, therapist, hausarzt, arzt, kinderarzt, hebamme, verwijzer,
    doorverwijzer, verwijzende, verwijzende dienst, verwijzende instantie, verwezen door, doorverwezen
    door, aangemeld door, aanmelder, melder, aanmeldende dienst, ingevuld door, opgemaakt door, gemeld
    door, verpleegkundige, gezinsondersteuner, gezinsbegeleider, gezinsbegeleidster, begeleider,
    begeleidster, hulpverlener, maatschappelijk werker, maatschappelijk assistent, sociaal werker,
    contactpersoon, contactpersonen, teamlid, teamverantwoordelijke, dossierbeheerder,
    zorgcoordinator, trajectbegeleider, afzender, collega, referent, referente, envoyeur, personne de
    contact, oriente par, intervenant, intervenante, assistant social, assistante sociale, travailleur
    social, referrer, referring person, referred by, referral by, contact person, social worker, case
    worker, caseworker, nurse, sender, colleague, ansprechpartner, sozialarbeiter, uberwiesen von,
    betreuer, betreuerin, dienst, organisatie, instantie, instelling, voorziening, service,
    organisation, organization, institution, agency, verhuurder, huisbaas, eigenaar, proprietaire,
    bailleur, landlord, vermieter, werkgever, baas, employeur, employer, arbeitgeber, advocaat,
    notaris, avocat, lawyer, anwalt, bewindvoerder, voogd, curator, administrateur, tuteur, guardian,
    vormund, schuldbemiddelaar, noodcontact, noodnummer, in geval van nood, bij nood, contact d
    urgence, personne a prevenir, emergency contact, next of kin, in case of emergency,
    notfallkontakt, vertrouwenspersoon, personne de confiance, tolk, vertaler, interprete,
    interpreter, translator, dolmetscher, leerkracht, juf, meester, zorgjuf, directeur, directrice,
    teacher, lehrer, lehrerin, onthaalouder, kinderopvang, creche, vriendinnen, vrienden, familielid,
    familieleden, mantelzorger, gezinsleden, huisgenoot, huisgenoten, inwonende, wijkagent, politie,
    consulent, consulente, thuisbegeleider, thuisbegeleidster, gastgezin, peter, meter, parrain,
    marraine, pastoor, imam, bezoeker, aanwezige
"""

ORGANISATIONS: Final = """
    kind en gezin, k g, k en g, opgroeien, opgroeien regie, huis van het kind, lokaal team, ocmw,
    ocmw pepingen, sociaal huis, welzijnskoepel, caw, clb, cgg, vdab, cpas, cpas pepingen
"""

HEADINGS: Final = """
    land, pays, country, gegevens, persoonsgegevens, identiteitsgegevens, identificatiegegevens,
    contactgegevens, identificatie, identiteit, personalia, coordinaten, contact, contactinfo, info,
    informatie, gezin, gezinsgegevens, familie, aanmelding, aanmeldingsformulier, aanmeldformulier,
    doorverwijzing, doorverwijsformulier, verwijsformulier, formulier, fiche, coordonnees, donnees,
    donnees personnelles, donnees de contact, identite, identification, famille, formulaire,
    informations, details, contact details, personal details, personal data, data, information,
    identity, family, referral, referral form, form, angaben, daten, kontakt, kontaktdaten,
    personliche daten, personliche angaben, familie daten, uberweisung
"""

FILLERS: Final = """
    van, de, het, een, der, den, en, of, uw, je, hun, haar, zijn, deze, dit, onze, ons, te, op, bij,
    met, voor, over, huidig, huidige, actueel, actuele, officieel, officiele, persoonlijk,
    persoonlijke, prive, thuis, werk, vast, vaste, evt, eventueel, optioneel, indien gekend, zo
    mogelijk, eerste, tweede, 1, 2, 3, 4, i, ii, a, b, du, des, la, le, les, l, d, et, ou, au, son,
    sa, votre, actuel, actuelle, prive, privee, domicile, travail, si connu, the, of, and, or, his,
    her, their, your, current, home, work, private, personal, main, if known, und, oder, zum, zur,
    vom, beim, ihr, ihre, sein, seine, des, dem, die, das, privat, aktuelle, volledig, volledige,
    complet, complete, full, verplicht, invullen, in te vullen, obligatoire, facultatif, required,
    optional, s, nieuwe, nieuw, nouveau, nouvelle, new, neue, nl, fr, en
"""
