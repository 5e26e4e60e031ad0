"""The words that say of whom a label, heading or remark speaks, in Dutch, French, English and German.

Phrases are folded and parted by commas, as in ``words``. A word added here also bars names that hold it.
"""

from typing import Final

from gateway.slots.terms import Person

CLIENT: Final = """
    client, clients, cliente, clienten, klant, client e, hulpvrager, hulpvraagster, zorgvrager,
    aangemelde, aangemelde persoon, doorverwezene, doorverwezen persoon, doorverwezen client, betrokkene,
    betrokken persoon, te contacteren persoon, gezinshoofd, hoofd van het gezin, chef de famille, head of
    household, begunstigde, aanvrager, aanvraagster, hulpvragende, demandeur, demandeuse, applicant,
    antragsteller, antragstellerin, usager, usagere, beneficiaire, personne concernee, personne orientee,
    personne referee, personne suivie, personne accompagnee, person referred, referred person, person
    concerned, data subject, klient, klienten, klientin, klientinnen, betroffene, betroffene person, uw
    client, clientgegevens, clientengegevens, klantgegevens, clientinfo, gegevens client e, aangemeld
    gezin, aangemelde client, aan te melden client, door te verwijzen client, verwezene, verwezen persoon,
    verwezen client, persoon in kwestie, betreffende persoon, hulpvragers, client concerne, personne
    aidee, personne referencee, service user, referred client, klientendaten, angemeldete person,
    uberwiesene person, antragstellende person
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
    deuxieme parent, second parent, other parent, elternteil 2, 2de ouder, tweede ouder 2, ouder twee, co
    ouder, autre parent, 2e parent, zweiter elternteil, anderer elternteil
    """,
}

CHILDREN: Final = """
    kind, kinderen, kindje, kindjes, kind en, kind eren, baby, zoon, zoontje, zonen, dochter,
    dochters, dochtertje, peuter, kleuter, pasgeborene, jongste, oudste, enfant, enfants, enfant s,
    fils, fille, filles, bebe, nourrisson, child, children, son, sons, daughter, daughters, infant,
    toddler, kinder, sohn, tochter, saugling
"""

PARTNERS: Final = """
    partner, partners, echtgenoot, echtgenote, ega, vriend, vriendin, samenwonende, conjoint, conjointe,
    epoux, epouse, mari, femme, compagnon, compagne, concubin, partenaire, partenaires, husband, wife,
    spouse, boyfriend, girlfriend, ehemann, ehefrau, ehepartner, lebensgefahrte, huidige partner,
    levensgezel, levensgezellin, levenspartner, samenwonend, echtgeno o t e, vriend in, cohabitant,
    cohabitante, compagnon de vie, lebensgefahrtin, lebenspartner, lebenspartnerin, partnerin
"""

OTHERS: Final = """
    ex, exen, expartner, ex partner, ex man, ex vrouw, ex vriend, ex echtgenoot, ex echtgenote, ex mari,
    ex femme, ex conjoint, ex compagnon, ex husband, ex wife, oma, opa, grootmoeder, grootvader,
    grootouders, grootouder, bomma, bompa, schoonmoeder, schoonvader, schoonouders, stiefvader,
    stiefmoeder, plusvader, plusmama, pleegmoeder, pleegvader, pleegouders, pleeggezin, tante, oom,
    nonkel, zus, zuster, broer, zusje, broertje, nicht, neef, grand mere, grand pere, grands parents,
    belle mere, beau pere, soeur, frere, oncle, grandmother, grandfather, grandparents, aunt, uncle,
    sister, brother, cousin, schwester, bruder, grossmutter, grossvater, onkel, buur, buren, buurvrouw,
    buurman, kennis, voisin, voisine, neighbour, neighbor, nachbar, nachbarin, huisarts, dokter, dr, arts,
    kinderarts, gynaecoloog, psycholoog, psychiater, specialist, vroedvrouw, kinesist, apotheker,
    tandarts, medecin, medecin traitant, docteur, pediatre, psychologue, sage femme, doctor, gp,
    physician, midwife, therapist, hausarzt, arzt, kinderarzt, hebamme, verwijzer, doorverwijzer,
    verwijzende, verwijzende dienst, verwijzende instantie, verwezen door, doorverwezen door, aangemeld
    door, aanmelder, melder, aanmeldende dienst, ingevuld door, opgemaakt door, gemeld door,
    verpleegkundige, gezinsondersteuner, gezinsbegeleider, gezinsbegeleidster, begeleider, begeleidster,
    hulpverlener, maatschappelijk werker, maatschappelijk assistent, sociaal werker, contactpersoon,
    contactpersonen, teamlid, teamverantwoordelijke, dossierbeheerder, zorgcoordinator, trajectbegeleider,
    afzender, collega, referent, referente, envoyeur, personne de contact, oriente par, intervenant,
    intervenante, assistant social, assistante sociale, travailleur social, referrer, referring person,
    referred by, referral by, contact person, social worker, case worker, caseworker, nurse, sender,
    colleague, ansprechpartner, sozialarbeiter, uberwiesen von, betreuer, betreuerin, dienst, organisatie,
    instantie, instelling, voorziening, service, organisation, organization, institution, agency,
    verhuurder, huisbaas, eigenaar, proprietaire, bailleur, landlord, vermieter, werkgever, baas,
    employeur, employer, arbeitgeber, advocaat, notaris, avocat, lawyer, anwalt, bewindvoerder, voogd,
    curator, administrateur, tuteur, guardian, vormund, schuldbemiddelaar, noodcontact, noodnummer, in
    geval van nood, bij nood, contact d urgence, personne a prevenir, emergency contact, next of kin, in
    case of emergency, notfallkontakt, vertrouwenspersoon, personne de confiance, tolk, vertaler,
    interprete, interpreter, translator, dolmetscher, leerkracht, juf, meester, zorgjuf, directeur,
    directrice, teacher, lehrer, lehrerin, onthaalouder, kinderopvang, creche, vriendinnen, vrienden,
    familielid, familieleden, mantelzorger, gezinsleden, huisgenoot, huisgenoten, inwonende, wijkagent,
    politie, consulent, consulente, thuisbegeleider, thuisbegeleidster, gastgezin, peter, meter, parrain,
    marraine, pastoor, imam, bezoeker, aanwezige, expartners, ex partners, ex compagne, ex epoux, ex
    epouse, exman, exvrouw, exvriend, ex partnerin, ex mann, ex frau, huisdokter, vaste huisarts,
    kinesitherapeut, thuisverpleging, thuisverpleegkundige, gezinshulp, poetshulpdienst,
    regioverpleegkundige, assistant e social e, assist soc, maatsch werker, maatsch assistent, aangemeld
    via, verwijzer s, verwijzende persoon, verwijzend team, referent e, medecin de famille, medecin
    generaliste, generaliste, hausarztin, arztin, kinderarztin, sozialarbeiterin, sozialassistent,
    sozialassistentin, vermieterin, tuteurs, familienhelfer, familienhelferin, contactpersoon school,
    brugfiguur, straathoekwerker, toeleider, schoonzus, schoonbroer, stiefkind, plusouder, pleegkind
"""
