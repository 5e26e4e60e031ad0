"""Words that turn a name into a statement: health, religion, origin, status, crime, debt, and sentences.

Dutch, French, English and German, folded. ``STEMS`` match the beginning of a word and so catch its
inflections; they are long enough to spare surnames, and the longest match inside a word too, where
two words were typed as one. ``WORDS`` match whole words.
"""

import re
from functools import lru_cache
from typing import Final

from gateway.slots.labels import fold, persons_in, phrases_of

STEMS: Final = tuple(
    """
    aangehoud aangerand aangifte aanmaning aanrand abgetrieb abilify abort abschieb abtreib achterstal
    addict adhd adoptiek afghaan afghan agnost agressi aidskr aidspat albanais albanees albinis alcohol
    alcolo alcooli alevi algeri alkohol alleenstaan alleinerz allerg allochto alprazol alzheim amfetam
    amphetam amputat analfabe analphab anarchist anderstal aneurys angina anglican angstig angststoor
    animist anorex antabus antidepres antipsych antiretro antisoc antroposoof aphasi apopl arabier
    arabisch arbeitslos aripipr armeens armenien armenisch armlast armoed arrestat arriere arthrit
    arthros asiel asperger assistentie asthm astma asylant asylbew asyle asylum asylz ateist atheis
    attest ausland autis automutil autoritair aveugle azerbei bahai bailiff bangla bankroet bankrup
    batterede bedelaar bedreigd bedreiging behandl behinder behoeftig bekeerd bekeerling belaagd belarus
    belastingschuld bemiddel benzodiaz beperking beperkt berber beroep beroerte beschnitt beslagl besned
    besnijd besoffen bestraf bestraling betrapt bevall bewahrung bewindvoer bewusteloos bezwaar bijstand
    bipola biseks bisex blinde boeddh borderlin borderline borstkank bosniaq bosnisch bouddh brandwond
    brazili bronchit buddh budgetbeg budgetbeh bulgaars bulgare bulgarian bulim buprenorf burn-out
    burnout burundais burundees calvinist camerou campral cancer cannabis catholi celibat celstraf cerebr
    chaldeeuw chemokuur chemother chiite chinees chinesis chinois chlamyd chomag chomeu chretienne
    christelijk circonc circumcis cirrho citalopr clochard clozap cocain codein cokesnui collectieve
    communis concerta concubin condamn congolais congolees congolese convert convict copte correctionn
    covid crack crimin crisis crohn crystalmet dader dakloos dakloz dangereu dauerhaft debil deficien
    delinq dement depakin depress depriv detentie detenu deurwaard diabet dialyse diazepam diefstal
    dienstweiger disab divorc doodslag doofstom downsyn drankprobl drankver drinkt drogenab drogenge
    drogenko drogensu drogue dronk drugdeal drugge drughand drugs drugver druzisch dwangs dyscalc dyslec
    dyslex dysprax echtschei ecstasy eenzaam eetstoor egyptien egyptis ehemalig einbrech enceint
    endettement endometrios enkelband epilep erfelijk ergotherapi eritre erkend erkrank erwerbslos
    escortd ethiopi etrangere evacue evangelical evangelique evangelisch eviction excis exdetenu expuls
    extreemli extreemre failli fallsucht familiegeweld faschist fascist fehlgeb fentanyl fibromyal
    filipijn flucht fluoxet fraud fugiti gambiaan gambien gambisch gamer geadopteer gearrest gedetin
    gedoog gefangen gefangn gefluchtet gehandic gehorlos gehuwd geletterd gelovig georgisch gepension
    gepfandet geplaatst gerechtel gerechtsd gereformeerd geregular gerichtsvoll gescheid geschied
    geschorst geslaan geslagen gestalkt gestolen getraumat getuige gevaarlijk gevang gewalt geweld
    gewerksch gewezen gezinshereni ghaneen ghanees ghbgebr gitan gokker gokprobl gokschuld gokversla
    gonorr graviditeit grossesse guineen guinees guineisch gypsy haftling haldol hallucin haloper
    handicap hartaanv hartinf hartkwaal hartpatient hasjies hasjrok hepatit hermafro heroi herpes
    hersenbloed hersenletsel hersentumor hervormd herzkrank hindoe hindu hivinf hivpat hivpos hivtest
    homeless homofiel homoseks homosex hongaar hongrois hoogbegaaf hoogsensit hoogzwanger hospit
    huiselijkgew huissier huisuitz huiszoek hulpbehoev hutu huurachter huurschuld hyperact hypertens
    hysteri idioot illega imamschap imbecil immigr inbraak inbreker inburger incasso incest indien
    indisch infarct insolv insomni insulin integratie interneer intersek invalid invega invordering iraak
    iraans irak iranien iranisch iraq islam ivfbehand ivoirien ivoriaan ivrogne jehova jemeniti jesid
    jesuit jeugdrecht jezid jihad jodin joods jordaan juda judisch juive kameroen kanker kansarm
    karaktersto kathol kazach keniaan ketamin kinderloos kindermis kleptom kleurling koerd kolonos
    kommunist kopte koptis kosova krankheit krebs kreupel kriminell kroatis kurde kurdisch kwetsbaar
    laagbegaafd laaggel laaggeschoold lamictal landloper langdurig leeflo leefloon leermoeil leerstoor
    leponex lepra lesbi leukaem leukem libanais libanees liberale liberiaan libisch libyer lithium
    loonbeslag lorazep loverboy ludoman lupus lymfoom macedonien macedonisch magersucht malad
    malentendant malinees maltrait malvoy maniac manisch mantelzorg marihua marijuan maroc marokkaan
    marxist mauritan medicament medicat medicijn medikament meerderjar menopauz mensenhandel mensensmok
    menstr mentaal metformin methadon methodist migrain migrant minderjahr minderjar mindervalid
    minvermog misbruik misdaad misdadig misdrijf mishandel miskraam missbrauc moldave moldavisch mongools
    moordena moordpoging mordver morfin mormon mormoon moroc morphin moslim muet multiplesc multiplescl
    muslim musulm mutilat mutualit naltrex narcist nederlandsk neonazi nepalais nepalees neurolept
    neurolog neurotic nierdial nierpat niertransp nietgelovig nigeriaan nigerian nigerien nonbinair
    nudist obdachlos obees obesi oeigoer oekrain oezbeek olanzap onbekwaam onbemidd oncolog ondertoez
    ondertoezicht ongedocumen ongehuw ongeletterd ongeneesl ongewenst ontheemd ontslag ontwennin
    ontwikkelingsa onvruchtbaar opfer opgenom opgeslot opiat opioid oplicht opvangcentr opvanghuis orphan
    orthodox otages ouderverst ouzbek overgewicht overled overspel overval oxazepam oxycod pakista
    palestijn palestin palliat papierlos paraleg paranoi parketzaak parkinson partijlid partnergew
    pashtun pasjtoe pathol patient pauvr pedof pedoph pension pentecost permisloos personalit
    persoonlijkh peruaan pfandung pflegebed plaatsing pleeggezin pleegkind polish politiek polonais
    poolse postnata posttraum pregnan prematu prison probation procedure prostitu protestant prozac psych
    pyroman quaker quetiap racist radical radikal rastafari raumungskl rechtspers rechtszaak recidiv
    reclass refuge refugi religie remission repatri retard reumat revalid rheuma rijverbod rilatin
    risperd ritalin roemeens roker rollstuhl rolstoel roma-zig romanian rookt roumain rroma russisch
    rwandais rwandees saisieattr salaf samenwon sansabri sanspap scheiding schizo schuldbem schuldei
    schulden schuldhulp schuldner schuldver schwanger schwul scientolog sclero seksue sekswerk senegalais
    senegalees separatist seropos seroquel sertralin servisch sexuel sexwork shia shiit sierra-leo sikh
    sinti sipralexa sjiiet slaappil slaapst slaatkind slachtof slechthor slechtzi slechtzien slovaqu
    slowaak smokk sneedzich sociaalzw socialist soedan soefi soennit somali sondevoed soudan sourd
    sozialhilfe sozialist spasti speedgebr spielsucht spiritis stalk steriel stervend steuntrek stotter
    straatvech strafblad strafrech stress stroke suboxon subutex sucht suicid suikerziek suizid sunnit
    surendet surendett suspect syndic syndrom syndroom syphilis syrer syrian syrien syrisch tabak
    tadzjiek tamil taubstumm tchetch tegretol temesta temoin terminaal terminale terror thalassem
    therapie thuisbegel thuisloos thuisloz tibetaan tienermoeder toevlucht togolais togolees tourett
    toxicom tradeunion tramadol transgen transmigra transplan transplant transseks transsex traumat
    trinker truvada tsigane tsjaads tsjetsj tubercul tuberk tumeur tumor tunesi turkish turkse turque
    tutsi uberschuld ugandees uitgeproced uitgeput uitgewez uitgezet uithuis uithuisge uitkering ukrain
    ulcer undocument unemploy ungdocument usager-de-drogue vagabond vakbond valium venezol verblijfsv
    verdacht verkeersag verkracht verlamd verminkt vermist vernachti vernieling veroord verschuld
    verslaaf verslav verstandelijk verstoten verurteil vervolg verwaarlo verwaarloos verward verweesd
    verwerpel veuf victim vietnamees vietnamien violen visueel vlaamsbel vlaamsblok vluchtel vluchthuis
    voedselbank voedselpakk vonnis voogdij voorarrest voorlopig vorbestraf vorstraf vreemdeling
    vrijmetsel vrijzinnig wahnsinn wanbetaal wanbetal wedunaar weduw wegloper weigeraar werkeloos
    werkloos werkzoek wettelijk wicca wietkwek wietrok wiettel witness witwas woedeaan woonwagen xanax
    xtcgebr yezid zaire zelfbeschad zelfdod zelfmoord zelfmutil zelfverwon zevendedag ziekelijk
    ziekenfond ziekenh ziekte zigeun zionist zoloft zorgbehoev zorgwekk zoroast zuckerkrank zuiplap zuipt
    zwakbegaaf zwakzinn zwanger zwangsraum zwarte-huid zyprexa
    """.split()
)
WORDS: Final = frozenset(
    """
    is was heeft had woont wonend zit staat krijgt kreeg moet wil kan mag vraagt zoekt met zonder voor
    tegen over naar en of als dat die niet geen wel nog al ook zeer erg heel ziek zieke hiv aids adhd add
    ass ptss ptsd copd ms sm ocmw cpas politie police parket rechtbank tribunal court est a eut avec sans
    pour qui que dont et ou ne pas plus malade has with without and or not who whose ill sick lives needs
    wants mit ohne und oder nicht krank hat ist wohnt papierloos papieren illegaal jood joden juif jew
    jude joodse geloof religie kerk moskee foi eglise arm arme pauvre poor schuld dette debt lening
    crediet budgetbeheer nieuwkomer vreemdeling etranger foreigner auslander daklozen junk junkie dealer
    dief moordenaar prostituee gokker gokverslaafde drinker dronken clean sober euro eur straf boete
    celstraf enkelband bewindvoering onbekwaam curatele mindervalide geb geboren gehuwde getrouwd single
    vrijgezel ex doorverwijzing aanmelding dossier nummer betreft cfr zie via tel gsm mail adres onbekend
    nvt dringend urgent attention opgelet let nota noot ps bron www http https russe russes turks pools
    roms coma corona werkt slaapt leeft gebruikt zwerft verblijft slaat drinkt rijdt mist vlucht gevlucht
    doof doofstom mank manke alleen eenzaam bang boos dood ziekte armoede honger poetsvrouw poetshulp
    poetsman bediende arbeider arbeidster zelfstandige studente leerling huisvrouw huisman gepensioneerde
    ouvrier ouvriere employe employee etudiant etudiante retraite menagere worker retired housewife
    rentner rentnerin hausfrau arbeiter invalid blinde drug drugs wapen wapens bende mafia sekte cult lgbt
    gay hetero trans queer noodopvang opvang shelter centre centrum instelling kliniek clinic hopital
    hospital krankenhaus tehuis internaat gevangenis
    coke wiet weed speed xtc lsd ghb hasj shit joint joints acv abvv aclvb csc fgtb cgslb nva pvda ptb
    spa vlbelang tbc soa ivf caw fedasil pano gek zot geslagen slaag verslaving slachtoffer moslim
    salafist abortus miskraam kansarm gokken gokt deurwaarder huissier politiek vakbond ritalin besneden
    circoncis uithuiszetting asiel autisme autist kanker cancer tumor schizo borderline spuit spuiter
    snuift bedelen bedelt misbruik geweld mishandeling zelfmoord gevangene prison hospice uitkering
    faillissement loonbeslag sdf rsa rmi ris cire detenu detenue toxico ivrogne enceinte zwanger
    schwanger pregnant illegal illegale papiers gitan hartz sozialhilfe
    """.split()
)
# Surnames that the lists above would refuse; one may fill a field that asks for a surname and nothing else.
SURNAMES: Final = phrases_of(
    """
    islam, vriend, zieke, de zieke, dokter, de dokter, schuld, arme, de arme, blinde, de blinde, parkinson,
    huisman, huysman, krebs, tabak, cousin, bruder, frere, voisin, parent, arts, voogd, de voogd, de baas,
    meester, pastoor, sourd, junker, moet, over, sans
    """
)
# Stems that stand inside a surname: Bautista, Verfaillie, Villegas.
_INSIDE_NAMES: Final = frozenset(("autist", "failli", "illega"))
_SHORTEST_INSIDE: Final = 6
# Short ones that hardly a name holds, and verbs that make a sentence of it: "Zijheefthivstraat".
_SHORT_INSIDE: Final = (
    r"(?<![cs])hiv(?![aeiou])",
    r"aids(?!t)",
    "heeft",
    "wordt",
    "krijgt",
    "gebruikt",
    "depri",
    "kanker",
)
_INSIDE: Final = re.compile(
    "|".join((*_SHORT_INSIDE, *(s for s in STEMS if len(s) >= _SHORTEST_INSIDE and s not in _INSIDE_NAMES)))
)


@lru_cache(maxsize=4096)
def bears_a_stem(word: str) -> bool:
    """Whether ``word``, folded, begins with a stem or holds a long one: "Karendepressief"."""
    return word.startswith(STEMS) or _INSIDE.search(word) is not None


def says_more_than_a_name(words: list[str]) -> bool:
    """Whether a word of ``words`` is one that no name holds, or speaks of a person by role."""
    folded = [part for word in words for part in fold(word).split()]
    if any(part in WORDS and not (part == "al" or len(part) < 2) for part in folded):
        return True
    if any(map(bears_a_stem, folded)):
        return True
    return any(persons_in(word) and not _is_surname(words, index) for index, word in enumerate(words))


def _is_surname(words: list[str], index: int) -> bool:
    """ "Peter" and "Mari" are first names; "De Man" and "De Meester" surnames: an article and a capital."""
    if not words[index][0].isupper():
        return False
    return words[index] in ("Peter", "Mari") or (
        index > 0 and words[index - 1].lower() in ("de", "den", "le", "la")
    )
