"""What superfluous data is called, and what the sensitive kinds say, in four languages."""

# Kind: the type of secret, and what it is called in Dutch, French, English, German.
IDENTIFIERS: dict[str, tuple[str, str, str, str]] = {
    "rrn": (
        "Rijksregisternummer|INSZ|RRN|Rijksregister",
        "Numéro national|NISS|Registre national",
        "National number|National register number",
        "Nationalregisternummer|Nationalnummer",
    ),
    "bis": ("BIS-nummer|Bisnummer", "Numéro BIS|N° bis", "BIS number", "BIS-Nummer"),
    "iban": (
        "Rekeningnummer|IBAN|Bankrekening",
        "Compte bancaire|IBAN|N° de compte",
        "Bank account|IBAN",
        "Kontonummer|IBAN",
    ),
    "card": (
        "Bankkaart|Kredietkaart",
        "Carte de crédit|Carte bancaire",
        "Credit card|Card number",
        "Kreditkarte",
    ),
    "id_card": (
        "Nummer identiteitskaart|eID",
        "Carte d'identité|N° carte d'identité",
        "ID card|Identity card number",
        "Personalausweis|Ausweisnummer",
    ),
    "passport": (
        "Paspoort|Paspoortnummer",
        "Passeport|N° de passeport",
        "Passport|Passport number",
        "Reisepass",
    ),
    "residence_card": (
        "Verblijfskaart|Nr verblijfskaart",
        "Carte de séjour|Titre de séjour",
        "Residence card",
        "Aufenthaltskarte",
    ),
    "plate": ("Nummerplaat", "Plaque d'immatriculation", "Number plate|Licence plate", "Kennzeichen"),
    "enterprise": (
        "Ondernemingsnummer|KBO",
        "Numéro d'entreprise|BCE",
        "Company number",
        "Unternehmensnummer",
    ),
    "mutuality": (
        "Lidnummer mutualiteit|Ziekenfonds nr",
        "N° de mutuelle|Affilié mutuelle",
        "Health fund number",
        "Krankenkassennummer",
    ),
    "file_number": (
        "Dossiernummer|Ons kenmerk|Dossier",
        "Numéro de dossier|Notre référence|Dossier",
        "File number|Our reference|Case number",
        "Aktenzeichen|Unser Zeichen|Dossiernummer",
    ),
    "court_number": ("Rolnummer|Notitienummer parket", "Numéro de rôle", "Court case number", "Rollennummer"),
    "doctor_number": ("RIZIV-nummer huisarts|RIZIV", "N° INAMI|INAMI", "INAMI number", "LIKIV-Nummer"),
    "birthdate": (
        "Geboortedatum|Geboren op|Geb.datum",
        "Date de naissance|Né(e) le",
        "Date of birth|DOB|Born",
        "Geburtsdatum|Geboren am",
    ),
    "income": ("Inkomen|Netto maandinkomen", "Revenus|Revenu mensuel", "Income|Monthly income", "Einkommen"),
    "debt": (
        "Schulden|Openstaande schuld",
        "Dettes|Montant des dettes",
        "Debts|Outstanding debt",
        "Schulden",
    ),
    "account": ("Facebook|Instagram", "Facebook|Instagram", "Facebook|Instagram", "Facebook|Instagram"),
    "school_fee": ("Kindergeld|Groeipakket", "Allocations familiales", "Child benefit", "Kindergeld"),
}
# Kind: what it is called, and what is said, in Dutch, French, English, German.
SENSITIVE: dict[str, tuple[str, str, str, str]] = {
    "nationality": (
        "Nationaliteit:Eritrese|Somalische",
        "Nationalité:érythréenne|somalienne",
        "Nationality:Eritrean|Somali",
        "Staatsangehörigkeit:eritreisch|somalisch",
    ),
    "birthplace": (
        "Geboorteplaats:Mogadishu|Kisangani",
        "Lieu de naissance:Mogadiscio|Kisangani",
        "Place of birth:Mogadishu|Kisangani",
        "Geburtsort:Mogadischu|Kisangani",
    ),
    "marital": (
        "Burgerlijke staat:wettelijk gescheiden sinds mei|weduwe sinds 2024",
        "État civil:divorcée depuis mai",
        "Marital status:divorced since May",
        "Familienstand:geschieden seit Mai",
    ),
    "religion": (
        "Godsdienst:sjiitisch|Getuige van Jehova",
        "Religion:chiite|Témoin de Jéhovah",
        "Religion:Shia|Jehovah's Witness",
        "Religion:schiitisch|Zeuge Jehovas",
    ),
    "ethnic": (
        "Etnische afkomst:Roma-familie|Jezidi",
        "Origine ethnique:famille rom|yézidie",
        "Ethnic origin:Roma family|Yezidi",
        "Ethnische Herkunft:Romafamilie|Jesidin",
    ),
    "diagnosis": (
        "Diagnose:borderline|type 1-diabetes|schizofrenie",
        "Diagnostic:borderline|diabète de type 1",
        "Diagnosis:borderline|type 1 diabetes",
        "Diagnose:Borderline-Störung|Diabetes Typ 1",
    ),
    "medication": (
        "Medicatie:sertraline 50 mg|insuline",
        "Médication:sertraline 50 mg|insuline",
        "Medication:sertraline 50 mg|insulin",
        "Medikamente:Sertralin 50 mg|Insulin",
    ),
    "pregnancy": (
        "Zwangerschap:uitgerekend in maart",
        "Grossesse:terme prévu en mars",
        "Pregnancy:due in March",
        "Schwangerschaft:Geburtstermin im März",
    ),
    "disability": (
        "Handicap:slechtziend links",
        "Handicap:malvoyante",
        "Disability:partially sighted",
        "Behinderung:stark sehbehindert",
    ),
    "employer": (
        "Werkgever:Slachthuis Verlinden",
        "Employeur:Boucherie Lemaire",
        "Employer:Verlinden Abattoir",
        "Arbeitgeber:Schlachthof Verlinden",
    ),
    "school": (
        "School:Basisschool De Kriebel",
        "École:École Les Tilleuls",
        "School:De Kriebel primary school",
        "Schule:Grundschule De Kriebel",
    ),
    "benefit": (
        "Uitkering:equivalent leefloon",
        "Allocation:revenu d'intégration",
        "Benefit:integration income",
        "Leistung:Eingliederungseinkommen",
    ),
    "addiction": (
        "Verslaving:cannabis, dagelijks",
        "Dépendance:cannabis quotidien",
        "Addiction:cannabis, daily use",
        "Sucht:Cannabis täglich",
    ),
    "orientation": (
        "Geaardheid:lesbisch",
        "Orientation sexuelle:lesbienne",
        "Sexual orientation:lesbian",
        "Sexuelle Orientierung:lesbisch",
    ),
    "union": (
        "Vakbond:ACV-afgevaardigde",
        "Syndicat:déléguée FGTB",
        "Trade union:ACV delegate",
        "Gewerkschaft:ACV-Vertreterin",
    ),
    "criminal": (
        "Gerechtelijk verleden:veroordeeld voor heling",
        "Casier judiciaire:condamnée pour recel",
        "Criminal record:convicted of fencing",
        "Vorstrafen:verurteilt wegen Hehlerei",
    ),
}
