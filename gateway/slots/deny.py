"""Words that turn a name into a statement: health, religion, origin, status, crime, debt, and sentences.

Dutch, French, English and German, folded. ``STEMS`` match the beginning of a word and so catch its
inflections; they are long enough to spare surnames. ``WORDS`` match whole words.
"""

from typing import Final

from gateway.slots.labels import fold, persons_in

STEMS: Final = tuple(
    """
    aanrand abort abschieb addict adhd afghaan afghan agnost agressi albanais albanees albinis alcohol
    alevi algeri alkohol alleenstaan allerg allochto alzheim amputat analfabe analphab anderstal aneurys
    angina anglican angststoor animist anorex antidepres antisoc antroposoof aphasi apopl arabier arabisch
    arbeitslos armeens armenien armenisch arriere arthrit arthros asiel asperger assistentie asthm astma
    asylbew asyle asylum asylz ateist atheis attest autis autoritair aveugle azerbei bahai bangla bankrup
    bedelaar behandl behinder bekeerd belarus belastingschuld bemiddel beperking beperkt berber beroep
    bestraf betrapt bevall bewindvoer bewusteloos bezwaar bijstand bipola biseks bisex blinde boeddh
    borderline bosniaq bosnisch bouddh brandwond brazili bronchit buddh budgetbeg bulgaars bulgare
    bulgarian bulim burn-out burnout burundais burundees calvinist camerou cancer cannabis catholi celibat
    cerebr chaldeeuw chiite chinees chinesis chinois chomag chomeu chretienne christelijk cirrho clochard
    cocain collectieve communis concubin condamn congolais congolees congolese convert convict copte covid
    crack crimin crisis crohn dader dakloos dakloz dangereu dauerhaft debil deficien delinq dement depress
    depriv detenu diabet dienstweiger disab divorc drinkt drogen drogue dronk drugge drugs druzisch dwangs
    dyscalc dyslec dyslex dysprax echtschei eetstoor egyptien egyptis ehemalig enceint endettement
    endometrios epilep erfelijk eritre erkend erkrank erwerbslos ethiopi etrangere evacue evangelical
    evangelique evangelisch exdetenu expuls failli familiegeweld fibromyal filipijn flucht fraud fugiti
    gambiaan gambien gambisch gamer gedetin gedoog gefangn gefluchtet gehandic gehuwd geletterd gelovig
    georgisch gepension geplaatst gerechtel gereformeerd geregular gescheid geschied geschorst getraumat
    getuige gevaarlijk gevang gewalt geweld gewezen ghaneen ghanees gitan gokker gokschuld gokversla
    graviditeit grossesse guineen guinees guineisch haftling hallucin handicap hartkwaal hartpatient
    hepatit hermafro heroi hersenbloed hersenletsel hersentumor hervormd herzkrank hindoe hindu homeless
    homofiel homosex hongaar hongrois hoogbegaaf hoogsensit hoogzwanger hospit huisuitz hulpbehoev hutu
    huurachter huurschuld hyperact hypertens hysteri idioot illega imamschap imbecil immigr inburger
    incest indien indisch infarct insolv insomni insulin integratie interneer intersek invalid iraak
    iraans irak iranien iranisch iraq islam ivoirien ivoriaan jehova jemeniti jesid jesuit jeugdrecht
    jezid jodin joods jordaan juda judisch juive kameroen kanker karaktersto kathol kazach keniaan
    kinderloos kindermis kleptom kleurling koerd kolonos kopte koptis kosova krankheit krebs kreupel
    kriminell kroatis kurde kurdisch kwetsbaar laaggel laaggeschoold landloper langdurig leefloon
    leermoeil leerstoor lepra lesbi leukaem leukem libanais libanees liberiaan libisch libyer ludoman
    lupus lymfoom macedonien macedonisch magersucht malad malentendant malines maltrait malvoy maniac
    manisch mantelzorg maroc marokkaan marxist mauritan medicat meerderjar menopauz mensenhandel menstr
    mentaal methadon methodist migrain migrant minderjar mindervalid minvermog misbruik misdaad misdadig
    misdrijf mishandel miskraam moldave moldavisch mongools moordpoging mormon mormoon moroc moslim muet
    multiplescl muslim musulm mutilat narcist nederlandsk nepalais nepalees neurolog neurotic nierpat
    niertransp nietgelovig nigeriaan nigerian nigerien nudist obdachlos obees obesi oeigoer oekrain
    oezbeek onbekwaam onbemidd oncolog ondertoezicht ongedocumen ongehuw ongeletterd ongeneesl ontheemd
    ontslag ontwennin ontwikkelingsa onvruchtbaar opfer opgenom opgeslot oplicht opvangcentr opvanghuis
    orphan orthodox otages ouzbek overgewicht overled overspel pakista palestijn palestin paraleg paranoi
    parkinson pashtun pasjtoe pathol patient pauvr pedof pedoph pension pentecost permisloos personalit
    persoonlijkh peruaan pflegebed plaatsing pleegkind polish politiek polonais poolse postnata posttraum
    pregnan prematu prison probation procedure prostitu protestant psych pyroman quaker racist radical
    radikal rastafari rechtspers recidiv reclass refuge refugi religie remission repatri retard reumat
    revalid rheuma rijverbod roemeens roker rolstoel roma-zig romanian rookt roumain rroma russisch
    rwandais rwandees salaf samenwon sansabri sanspap scheiding schizo schuldbem schuldei schulden
    schwanger schwul scientolog sclero seksue sekswerk senegalais senegalees seropos servisch sexuel
    sexwork shia shiit sierra-leo sikh sinti sjiiet slaapst slachtof slechthor slechtzien slovaqu slowaak
    smokk sociaalzw soedan soefi soennit somali sondevoed soudan sourd spasti spiritis stalk steriel
    steuntrek stotter straatvech strafblad strafrech stress stroke sucht suicid suikerziek sunnit
    surendett suspect syndrom syndroom syrer syrian syrien syrisch tabak tadzjiek tamil taubstumm tchetch
    temoin terminaal terror thalassem thuisbegel thuisloos thuisloz tibetaan toevlucht togolais togolees
    toxicom transgen transmigra transplant transseks transsex traumat tsjaads tsjetsj tubercul tuberk
    tumeur tumor tunesi turkish turkse turque tutsi ugandees uitgeproced uitgeput uitgewez uitgezet
    uithuisge uitkering ukrain ulcer undocument unemploy ungdocument usager-de-drogue vagabond venezol
    verdacht verkeersag verkracht verlamd verminkt vermist vernachti vernieling veroord verslaaf verslav
    verstandelijk verstoten verurteil vervolg verwaarloos verward verwerpel veuf victim vietnamees
    vietnamien violen visueel vluchtel vluchthuis voedselbank voedselpakk voogdij voorarrest voorlopig
    vorbestraf vreemdeling vrijmetsel vrijzinnig wanbetaal weduw wegloper weigeraar werkloos werkzoek
    wettelijk wicca witness witwas woedeaan yezid zaire zelfbeschad zelfdod zelfmoord zelfmutil zevendedag
    ziekelijk ziekenh ziekte zigeun zionist zorgbehoev zorgwekk zoroast zuckerkrank zwakbegaaf zwakzinn
    zwanger zwarte-huid
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
    """.split()
)


def says_more_than_a_name(words: list[str]) -> bool:
    """Whether a word of ``words`` is one that no name holds, or speaks of a person by role."""
    folded = [part for word in words for part in fold(word).split()]
    if any(part in WORDS and not (part == "al" or len(part) < 2) for part in folded):
        return True
    if any(part.startswith(STEMS) for part in folded):
        return True
    return any(persons_in(word) and not _is_surname(words, index) for index, word in enumerate(words))


def _is_surname(words: list[str], index: int) -> bool:
    """ "Peter" and "Mari" are first names; "De Man" and "De Meester" surnames: an article and a capital."""
    if not words[index][0].isupper():
        return False
    return words[index] in ("Peter", "Mari") or (
        index > 0 and words[index - 1].lower() in ("de", "den", "le", "la")
    )
