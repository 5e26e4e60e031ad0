import pytest

from gateway.slots import first_names
from gateway.slots.deny import says_more_than_a_name
from tests.bench.heldout.names import CULTURES as HELD_OUT
from tests.bench.minimisation.people import CULTURES

SURNAMES = """
Peeters|Janssens|Maes|Jacobs|Mertens|Willems|Claes|Goossens|Wouters|De Smet|Vermeulen|Pauwels|Hermans|
Aerts|Michiels|Martens|De Backer|Van den Broeck|Dubois|Lambert|Dupont|Martin|Simon|Laurent|Leroy|Lefebvre|
Verfaillie|Villegas|Bautista|Hivert|Chivu|Maertens|Verhaeghe|Depreitere|Depraetere|Deprez|De Pauw|Zwaenepoel|
Diallo|Bah|Barry|Nguyen|El Idrissi|Benali|Haddad|Yilmaz|Kaya|Popescu|Nowak|Kowalski|Ivanov|Da Silva|Ferreira|
Van Drogenbroeck|Verdrengh|Vandepitte|Verslype|Verstraete|Vervloet|Verlinden|Ziegler|Krekels|Kranckx|Besnard|
Gokmen|Schuldermans|Schellekens|Wiets|Wietlisbach|Asselman|Armand|Armengol|Bankers|Huysmans|Syndikus|Partyka|
Vonk|Dierickx|Gevaert|Gewelt|Gheysen|Stalmans|Stassen|Strauven|Tassin|Tambour|Terryn|Trinquet|Tummers|Verbruggen
""".replace("\n", "")


@pytest.mark.parametrize(
    "word",
    """
    Deurwaarder Huissier Uithuiszetting Besneden Circoncis Ritalin Rilatine Xanax Methadon Insuline Vakbond
    Syndicat
    Gewerkschaft Vlaamsbelang Socialist Communiste Hivpositief Hivpatiente Seropositief Aidspatient Coke
    Cokesnuiver
    Zijheefthivstraat Karendepressief Karenhivpositief Drugverslaafd Kankerpatient Borstkanker Mishandeld
    Partnergeweld Verkracht Bedreigd Gearresteerd Loonbeslag Faillissement Schuldhulpverlening Asielzoekster
    Sanspapiers Moslima Zwangerschap Pleegkind Analfabeet Werkloos Suizidal Fluchtling
    Vergewaltigt Zijwordtgeslagen
    """.split(),
)
def test_a_word_about_someone_is_no_name_glued_to_another_or_not(word: str) -> None:
    assert says_more_than_a_name([word])
    assert says_more_than_a_name([word.upper()])


def test_no_first_name_on_the_list_is_refused() -> None:
    assert [name for name in first_names.KNOWN if says_more_than_a_name([name.capitalize()])] == []


def test_no_name_of_either_corpus_is_refused() -> None:
    held_out = [name for one in HELD_OUT.values() for name in (*one.women, *one.men, *one.last)]
    first = [
        name
        for women, men, last in CULTURES.values()
        for name in (*women.split(), *men.split(), *last.split("|"))
    ]
    assert [name for name in (*held_out, *first) if says_more_than_a_name(name.split())] == []


@pytest.mark.parametrize("name", SURNAMES.split("|"))
def test_a_surname_of_this_country_is_not_refused(name: str) -> None:
    assert not says_more_than_a_name(name.split())
