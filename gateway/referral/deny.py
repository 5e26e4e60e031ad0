"""Words that turn a name into a statement: health, religion, origin, status, crime, debt, and sentences.

Dutch, French, English and German, folded. ``STEMS`` match the beginning of a word and so catch its
inflections; they are long enough to spare surnames. ``WORDS`` match whole words.
"""

from typing import Final

from gateway.referral.labels import fold, persons_in

STEMS: Final = tuple(
    """
    depress schizo psych verslaaf verslav alcohol drugs drugge heroin cocain cannabis kanker cancer tumor
    leukem epilep diabet suikerziek autis borderline bipola dement alzheim parkinson seropos hepatit
    tubercul handicap gehandicap mindervalid invalid behinder zwanger hoogzwanger bevall enceint pregnan
    schwanger miskraam abort suicid zelfmoord zelfdod anorex bulim traumat posttraum angststoor hysteri
    medicat antidepres methadon rolstoel ziekenh hospit moslim musulm muslim islam katholi catholi kathol
    protestant evangeli orthodox joods jehova boeddh bouddh buddh hindoe hindu sikh atheis getuige temoin
    witness vluchtel refugi fluchtling asiel asylz asylum asyle illega sanspapier transmigra migrant
    immigr allochto geregular gedoog uitgewez uitgeproced werkloos werkzoek chomeu chomag unemploy
    arbeitslos leefloon uitkering bijstand steuntrek schulden schuldbem huurachter insolv faillie failli
    bankrup failliss dakloos thuisloos sansabri homeless obdachlos gevang gedetin gedetine detenu prison
    gefangn crimin veroordeel condamn convict verurteil verdacht suspect dader daderes slachtof victim
    opfer mishandel maltrait misbruik geweld violen violent gewalt verkracht incest pedof pedoph stalk
    aanrand strafblad gerechtel jeugdrecht ondertoezicht geplaatst plaatsing bemiddel vluchthuis
    opvanghuis opvangcentr asielcentr crisisopv gescheiden echtschei divorc geschied weduw weduwna veuf
    alleenstaan celibat ongehuw gehuwd samenwon samenwonend ongehuwd lesbi homosex homofiel transgen
    transsex bisex biseks roma-zig zigeun gitan marokkaan maroc moroc turks turkse turque turkish syrisch
    syrien syrian afghaan afghan irak iraak iraq eritre somali congolees congolais congolese algerij
    algeri tunesi roemeens roumain romanian bulgaars bulgare bulgarian pools polonais polish oekrain
    ukrain russisch russe palestijn palestin albanees albanais kosova tsjetsj tchetch minderjar meerderjar
    analfabe laaggel geletterd nederlandsk anderstal roker rookt verward agressi gevaarlijk dangereu
    """.split()
)
WORDS: Final = frozenset(
    """
    is was heeft had woont wonend zit staat krijgt kreeg moet wil kan mag vraagt zoekt met zonder voor
    tegen over naar en of als dat die niet geen wel nog al ook zeer erg heel ziek zieke hiv aids adhd add
    ass ptss ptsd copd ms als sm ocmw cpas politie police parket rechtbank tribunal court est a eut avec
    sans pour qui que dont et ou ne pas plus malade has had with without and or not who whose ill sick
    lives needs wants mit ohne und oder nicht krank hat ist wohnt papierloos papieren illegaal jood joden
    juif jew jude joodse geloof religie kerk moskee foi eglise arm arme pauvre poor schuld dette debt
    lening crediet budgetbeheer nieuwkomer vreemdeling etranger foreigner auslander daklozen junk junkie
    dealer dief moordenaar prostituee gokker gokverslaafde drinker dronken clean sober euro eur straf
    boete celstraf enkelband bewindvoering onbekwaam curatele mindervalide geb geboren gehuwde getrouwd
    single vrijgezel ex doorverwijzing aanmelding dossier nummer betreft cfr zie via tel gsm mail adres
    onbekend nvt dringend urgent attention opgelet let nota noot ps bron www http https
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
    """ "De Man" and "De Meester" are surnames: an article in front and a capital."""
    return index > 0 and words[index - 1].lower() in ("de", "den", "le", "la") and words[index][0].isupper()
