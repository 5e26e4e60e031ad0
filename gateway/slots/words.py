"""The words of a referral's labels, in Dutch, French, English and German, and how they are shortened.

Phrases are folded (lower case, no accents, no punctuation) and parted by commas. Adding a word
means adding it to one list here, and nothing else.
"""

from typing import Final

from gateway.slots.terms import Slot

SLOTS: Final[dict[Slot, str]] = {
    Slot.FIRST: """
    voornaam, voornamen, voorn, vnaam, v naam, roepnaam, doopnaam, prenom, prenoms, pren, prenom usuel,
    first name, first names, firstname, given name, given names, forename, forenames, christian name,
    vorname, vornamen, vorn, rufname
    """,
    Slot.LAST: """
    achternaam, familienaam, familie naam, fam naam, famnaam, f naam, geslachtsnaam, nom de famille, nom
    famille, nom fam, patronyme, last name, lastname, surname, family name, nachname, familienname, fam
    name, zuname
    """,
    Slot.NAME: """
    naam, volledige naam, nom, nom complet, nom entier, name, full name, complete name, vollstandiger
    name, voller name, vor und nachname, vor und zuname, vor und familienname, vor nachname, vor zuname
    """,
    Slot.ADDRESS: """
    adres, adr, domicilie, domicilieadres, domicilie adres, dom adres, domic, verblijfadres,
    verblijfsadres, verblijfplaats, verblijf adres, hoofdverblijfplaats, hoofdverblijf, woonadres, woon
    adres, thuisadres, huisadres, postadres, post adres, briefadres, correspondentieadres,
    referentieadres, adresgegevens, wonende te, wonende in, wonende op, wonende, woont te, woont in, woont
    op, woont, woonachtig te, woonachtig in, woonachtig, verblijft te, verblijft in, verblijft op,
    gedomicilieerd te, gedomicilieerd in, gedomicilieerd op, gedomicilieerd, adresse, domicile, adresse du
    domicile, adresse de domicile, domicilie a, domicilie e a, domiciliee a, domicilie au, lieu de
    residence, lieu de domicile, adresse de residence, residence principale, adresse postale, demeurant a,
    habite a, habitant a, reside a, residant a, address, addr, home address, postal address, mailing
    address, street address, residential address, permanent address, lives at, living at, residing at,
    resides at, anschrift, wohnadresse, wohnanschrift, postanschrift, postadresse, meldeadresse, wohnsitz,
    hauptwohnsitz, wohnhaft in, wohnhaft zu, wohnhaft, wohnt in
    """,
    Slot.STREET: """
    straat, str, straatnaam, straat naam, naam straat, naam van de straat, rue, nom de rue, nom de la rue,
    avenue, straat laan, rue avenue, rue av, street, street name, strasse, strassenname, name der strasse
    """,
    Slot.NUMBER: """
    huisnummer, huisnr, huis nr, huis nummer, hnr, h nr, nr, nrs, nummer, nummers, no, n, num, numero,
    numeros, numero de maison, n de maison, numero de rue, house number, house no, number, numbers,
    hausnummer, hausnr, haus nr, haus nummer, hs nr, hsnr, hnummer
    """,
    Slot.BOX: """
    bus, busnummer, bus nummer, busnr, bus n, bte, boite, bt, numero de boite, boite aux lettres, box, box
    number, box no, postbus, brievenbus, brievenbusnummer, appartementnummer, appartementsnummer,
    appartementsnr, appnr, app nr, appt, apt, numero d appartement, apartment number, flat number,
    briefkasten, briefkastennummer, postfach, postfachnummer, wohnungsnummer
    """,
    Slot.POSTCODE: """
    postcode, postcodes, postnummer, post nummer, postnr, post nr, postc, post c, pcode, p code, pc, p c,
    code postal, code post, code p, codepostal, c postal, c post, cp, c p, postal code, post code, zip,
    zip code, zipcode, postleitzahl, postleitz, plz, p l z
    """,
    Slot.MUNICIPALITY: """
    gemeente, gem, gemeentenaam, woonplaats, woonpl, woongemeente, woongem, deelgemeente, deelgem, plaats,
    plaatsnaam, stad, dorp, commune, localite, entite, ville, municipality, city, town, village, locality,
    place of residence, residence, gemeinde, wohngemeinde, teilgemeinde, wohnort, ort, ortschaft, stadt
    """,
    Slot.PHONE: """
    tel, telef, telefoon, telefoonnr, telefoonnrs, telefoon nr, telefoonnummer, telefoonnummers, telnr,
    telnrs, telnummer, tel nr, telefonisch, telefonisch bereikbaar op, telefonisch te bereiken op, gsm,
    gsms, gsmnr, gsmnrs, gsmnummer, gsmnummers, gms, mob, mobnr, mobiel, mobieltje, mobiele nummer,
    mobiele telefoon, mobiel nummer, mobiele nr, mobiel nr, vaste lijn, vaste telefoon, vaste tel, vaste
    telefoonlijn, vast nummer, vaste nummer, vast nr, vast telefoonnummer, vast toestel, huistelefoon,
    thuisnummer, thuistelefoon, privenummer, prive nummer, belnummer, contactnummer, contactnr, contact
    nr, contact nummer, contacttelefoon, contact tel, bereikbaar op, bereikbaar onder, te bereiken op, te
    bereiken via, te bellen op, bereikbaar via, bereikbaarheid, whatsapp, whatsappnummer, telephone,
    telephones, contact telephonique, telefonisch contact, tel portable, portable, port, gsm portable,
    numero de telephone, numero telephone, num de tel, num tel, numero de tel, numero tel, numero de gsm,
    numero gsm, numero de portable, numero de contact, coordonnees telephoniques, telephone portable,
    telephone mobile, ligne fixe, fixe, numero fixe, joignable au, joignable, a joindre au, telephone
    fixe, phone, phones, phone number, phone numbers, phone no, mobile, mobile number, mobile no, mobile
    phone, mobile phone number, mobilephone, cell, cell phone, cell number, cellphone, landline, contact
    number, contact phone, telephone number, telephone no, tel no, home phone, home number, reachable at,
    reachable on, telefon, telefonnummer, telefonnummern, telefonnr, tel nummer, rufnummer, rufnr, ruf nr,
    fon, handy, handynummer, handynr, handy nr, mobil, mobilnummer, mobilnr, mobil nr, mobiltelefon,
    mobilfunk, mobilfunknummer, festnetz, festnetznummer, festnetznr, festnetz nr, festnetzanschluss,
    erreichbar unter, telefonisch erreichbar unter, zu erreichen unter
    """,
    Slot.EMAIL: """
    mail, mails, email, emails, e mail, e mails, mailadres, emailadres, e mailadres, mail adres, e mail
    adres, email adres, mailadressen, emailadressen, e mailadressen, mailadr, mail adr, emailadr, email
    adr, e mail adr, e mailadr, elektronisch adres, courriel, courriels, mel, adresse mail, adr mail,
    adresse email, adr email, adresse e mail, adr e mail, adresses mail, adresse mel, adresse courriel,
    adresse de courriel, adresse de messagerie, adresse electronique, mail address, mail addr, email
    address, e mail address, email addr, mailadresse, e mail adresse, e mailadresse, emailadresse,
    mailkontakt
    """,
}

ORGANISATIONS: Final = """
    kind en gezin, k g, k en g, opgroeien, opgroeien regie, huis van het kind, lokaal team, ocmw,
    ocmw pepingen, sociaal huis, welzijnskoepel, caw, clb, cgg, vdab, cpas, cpas pepingen
"""

HEADINGS: Final = """
    land, pays, country, gegevens, persoonsgegevens, identiteitsgegevens, identificatiegegevens,
    contactgegevens, identificatie, identiteit, personalia, coordinaten, contact, contactinfo, info,
    informatie, gezin, gezinsgegevens, familie, aanmelding, aanmeldingsformulier, aanmeldformulier,
    doorverwijzing, doorverwijsformulier, verwijsformulier, formulier, fiche, coordonnees, donnees,
    donnees personnelles, donnees de contact, identite, identification, famille, formulaire, informations,
    details, contact details, personal details, personal data, data, information, identity, family,
    referral, referral form, form, angaben, daten, kontakt, kontaktdaten, personliche daten, personliche
    angaben, familie daten, uberweisung, anmeldung, neuanmeldung, neue anmeldung, anmeldeformular,
    nouvelle orientation, orientation, new referral, nieuwe aanmelding, nieuwe doorverwijzing
"""

FILLERS: Final = """
    van, de, het, een, der, den, en, of, uw, je, hun, haar, zijn, deze, dit, onze, ons, te, op, bij, met,
    voor, over, huidig, huidige, actueel, actuele, officieel, officiele, wettelijk, wettelijke, feitelijk,
    feitelijke, effectief, effectieve, persoonlijk, persoonlijke, eigen, prive, thuis, werk, vast, vaste,
    juist, juiste, precies, precieze, evt, eventueel, eventuele, optioneel, indien gekend, indien bekend,
    indien beschikbaar, indien mogelijk, indien van toepassing, zo mogelijk, bij voorkeur, aub, eerste,
    tweede, 1, 2, 3, 4, i, ii, a, b, u, du, des, la, le, les, l, d, et, ou, au, son, sa, votre, actuel,
    actuelle, officiel, officielle, legal, legale, principal, principale, privee, domicile, travail, si
    connu, si connue, svp, the, and, or, his, her, their, your, current, present, home, work, private,
    personal, main, if known, please, und, oder, zum, zur, vom, beim, ihr, ihre, sein, seine, dem, die,
    das, privat, aktuell, aktuelle, derzeitige, bitte, falls bekannt, volledig, volledige, complet,
    complete, full, verplicht, invullen, in te vullen, obligatoire, facultatif, required, optional, s,
    nieuwe, nieuw, nouveau, nouvelle, new, neue, nl, fr
"""
