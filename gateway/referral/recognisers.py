"""Words that give a kind of data away in running text, in Dutch, French, English and German, folded.

They only *name* what was left behind, for the sender and the ledger: removal never depends on them.
A stem matches the beginning of a word, so inflections and compounds are caught; ``=`` asks for the
whole word.
"""

from itertools import pairwise
from typing import Final

STEMS: Final[dict[str, str]] = {
    "health": """
    ziek zieke ziekt gezond astma allerg epilep diabet suikerziek kanker tumor groeiachterst operat
    ziekenhui opname opgenomen huiduitslag hart= longen maladi sante= asthm hopital hospit cancer operation
    illness disease health sick= surgery krank gesundheit krebs chronisch chroni koorts corona covid
    ontwikkelingsachterst premat vroeggebor couveuse
    """,
    "mental_health": """
    depress psych angst burn burnout borderline bipola schizo autis adhd= ptss= ptsd= trauma suicid
    zelfmoord zelfdod anorex boulim postnata anxie mental seelisch angststo
    """,
    "addiction": """
    verslaa verslav alcohol drank= drinkt= drugs drugge cannabis cocain heroin methadon gokt= gokken
    gokverslav toxicom dependanc addict sucht suchtig alkohol drogen
    """,
    "pregnancy": """
    zwanger hoogzwanger bevall miskraam abortus ivf= enceinte grossesse accouche pregnan birth= schwanger
    entbind kraambed postpartum uitgerekend
    """,
    "disability": """
    handicap gehandicap mindervalid invalid beperking rolstoel doof= doven blind= slechthor slechtzien
    disab wheelchair behinder schwerbehind vaph=
    """,
    "medication": """
    medicat medicij medicament antidepr antibio pillen insuline relatine ritalin rilatine antipsych
    traitement medication medicine tablet= medikament insulin
    """,
    "care_provider": """
    huisarts dokter kinderarts psycholo psychiat therapeut kinesist vroedvrouw gynaecol medecin pediatre
    sage-femme doctor= physician midwife arzt= hausarzt kinderarzt hebamme logopedi
    """,
    "insurance": """
    mutualit ziekenfonds mutuell verzeker assuranc insuran krankenkass omnio rvt= verhoogde-tegemoet
    """,
    "income": """
    inkomen inkomst loon= lonen salar verdien verdient revenu= revenus= income= wage= einkommen gehalt
    netto= bruto= spaargeld erfenis
    """,
    "benefit": """
    leefloon uitkering werkloosheidsuit ziekte-uitk kinderbijsl groeipakket steun= equivalent chomage=
    allocation allocat indemnit benefit= benefits= social-welfare sozialhilfe kindergeld stempelgeld
    """,
    "debt": """
    schuld huurachter achterstal afbetal deurwaard loonbeslag collectieve dette surendett huissier debt
    arrears bailiff schulden gerichtsvollz krediet lening= aanmaning
    """,
    "work": """
    werkloos werkzoek werkt= ontslag ontslagen tewerkst arbeider bediende interim poets schoonma emploi
    travaille= licenci unemploy employ worker= arbeitslos arbeitet= beruf jobstud zelfstandig
    """,
    "education": """
    school= scholen schoolt schoolre basisschool kleuterschool middelbaar leerkracht juf= klas= kleuterkl
    leerplicht ecole= ecoles= maternelle teacher= schule= lehrer creche creches kinderopvang opvanggezin
    onthaalouder
    """,
    "family": """
    gezinssamen grootou oma= opa= moemoe vava bomma bompa zus= zussen broer= broers tante= nonkel
    schoonmoe schoonvad schoonoud familie= soeur frere= grand-mere grandmother grandfather grandparent
    sister= brother= schwester bruder= oma grossmut nicht= neef=
    """,
    "partner": """
    partner echtgen ex-partner ex-man ex-vrouw samenwon vriend= vriendin= conjoint epoux= epouse= mari=
    husband= wife= spouse= boyfriend girlfriend ehemann ehefrau
    """,
    "children": """
    kind= kinderen kindje kindjes zoon= zonen zoontje dochter dochters dochtertje baby tweeling peuter
    kleuter pasgebor enfant bebe= jumeaux fils= fille= filles= child= children son= daughter twins=
    toddler kinder= sohn= tochter= saugling zwilling jongste oudste
    """,
    "violence": """
    geweld gewelddad mishandel misbruik slaat= slagen= bedreig stalk partnergew verkracht incest violen
    maltrait batt violence abus gewalt missbrauch vluchthui
    """,
    "justice": """
    politie parket rechtban jeugdrecht gevang gedetin strafbl veroord verdacht dader= celstraf vonnis
    advocaat ondertoezicht plaatsing geplaats police tribunal prison= procureur jugement avocat court=
    judge= lawyer probation polizei gericht= gefang anwalt vos= sociale-dienst-jeugd
    """,
    "religion": """
    moslim islam katholi protestan christen= joods joodse= jehova orthodox moskee kerkelijk geloof=
    gelovig boeddh hindoe musulm catholi juif= juive= eglise mosque church jewish christian= muslim
    religi kopftuch hoofddoek ramadan
    """,
    "origin": """
    afkomst herkomst gevlucht vlucht vluchteling oorlog migra nieuwkom origine refugi fui= guerre
    fled= refugee war= flucht krieg roma= afrika
    """,
    "nationality": """
    nationalit marokk turks= turkse syrisch syrie= afghaan afghani irak somal congo pools= poolse roemeen
    roemeens bulgaar oekrain eritre russisch albane palest marocain turc= turque syrien polonais roumain
    ukrain moroccan turkish syrian polish= romanian marokkan turkisch syrisch polnisch
    """,
    "residence_status": """
    verblijf asiel papieren illega papierloos regularis sans-papier sejour asile= titre-de residence-perm
    asylum visa= undocument aufenthalt asyl fedasil kaart= gezinshereni
    """,
    "language": """
    nederlandstal franstal anderstal spreekt= tolk= vertal taalbar analfab francophone neerlandophone
    parle= interpre speaks= spricht= dolmetsch geletterd
    """,
    "housing": """
    woning woonst huur= huurt huurhuis huurprij huisbaas verhuur vochtig schimmel appartement studio=
    sociale-won logement loyer= proprieta rent= landlord housing damp= wohnung miete vermieter krap=
    onbewoonb uithuiszet
    """,
    "homelessness": """
    dakloos thuisloos daklozen nachtopvang doorgangswon noodwon noodopv sans-abri sdf= homeless shelter=
    obdachlos opvangcentr opvangtehuis
    """,
    "civil_status": """
    gescheiden echtscheid scheiding weduw gehuwd getrouwd ongehuwd alleenstaand samenwonend divorc veuf
    veuve celibat marie= mariee= married single= widow geschieden verheirat ledig= verwitwet alleinerz
    """,
    "sexuality": "homo= lesbi biseks transgen holebi gay= queer homosex",
    "politics": "vakbond acv= abvv= aclvb= syndicat trade-union gewerkschaft partij= politiek",
    "age": "jarige jaar-oud ans= years-old leeftijd age= jahre=",
    "birth_place": "geboorteplaats geboorteland lieu-de-naissance place-of-birth geburtsort",
    "situation": "problematiek kwetsba armoede armoed pauvret poverty armut",
    "social_media": "facebook instagram tiktok snapchat messenger whatsapp linkedin",
}


def kinds_in(folded: str) -> frozenset[str]:
    """The kinds that words of ``folded`` (blank-separated, lower case, no accents) give away."""
    words = folded.split()
    joined = {f"{one}-{other}" for one, other in pairwise(words)}
    found = (*words, *joined)
    if not any(w in _WHOLE or w.startswith(_STEMS) for w in found):
        return frozenset()
    return frozenset(
        kind
        for kind, (stems, whole) in _TABLE.items()
        if any(w in whole or w.startswith(stems) for w in found)
    )


def _parted(listing: str) -> tuple[tuple[str, ...], frozenset[str]]:
    entries = listing.split()
    stems = tuple(entry for entry in entries if not entry.endswith("="))
    return stems, frozenset(entry.rstrip("=") for entry in entries if entry.endswith("="))


_TABLE: Final = {kind: _parted(listing) for kind, listing in STEMS.items()}
# Those of every kind together: most lines hold none.
_STEMS: Final = tuple(stem for stems, _ in _TABLE.values() for stem in stems)
_WHOLE: Final = frozenset(word for _, whole in _TABLE.values() for word in whole)
