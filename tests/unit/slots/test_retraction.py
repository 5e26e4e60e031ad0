import pytest

from gateway.slots.retraction import taken_back
from gateway.slots.terms import Slot


@pytest.mark.parametrize(
    ("sentence", "slot"),
    [
        ("Dat gsm-nummer is intussen van haar ex, dus NIET bellen.", Slot.PHONE),
        ("Opgelet, intussen is dat nummer van de buurvrouw", Slot.PHONE),
        ("Het nummer hierboven blijkt van haar moeder te zijn", Slot.PHONE),
        ("Dit nummer klopt niet meer.", Slot.PHONE),
        ("Haar gsm werkt niet meer", Slot.PHONE),
        ("Het telefoonnummer is niet langer in gebruik", Slot.PHONE),
        ("Het opgegeven nummer is verkeerd", Slot.PHONE),
        ("Niet bellen op dit nummer!", Slot.PHONE),
        ("Gelieve dat nummer niet te gebruiken", Slot.PHONE),
        ("Bel dit gsm-nummer nooit", Slot.PHONE),
        ("Dit adres klopt niet meer", Slot.ADDRESS),
        ("Het adres is niet juist", Slot.ADDRESS),
        ("Dat adres is van haar ex", Slot.ADDRESS),
        ("Dit e-mail adres bestaat niet meer", Slot.EMAIL),
        ("Haar mailadres is fout", Slot.EMAIL),
        ("Ce numéro n'est plus valable", Slot.PHONE),
        ("Le numéro appartient à son ex", Slot.PHONE),
        ("Ne pas appeler ce numéro", Slot.PHONE),
        ("Cette adresse n'est plus correcte, adresse périmée", Slot.ADDRESS),
        ("L'adresse mail ne marche plus", Slot.EMAIL),
        ("That number belongs to her ex by now", Slot.PHONE),
        ("This number is no longer in use", Slot.PHONE),
        ("Please do not call this number", Slot.PHONE),
        ("The address isn't right any more, it is wrong", Slot.ADDRESS),
        ("Diese Nummer gehört von nun an ihrem Ex-Mann, sie ist nicht mehr ihre", Slot.PHONE),
        ("Die Nummer stimmt nicht mehr", Slot.PHONE),
        ("Bitte diese Nummer nicht anrufen", Slot.PHONE),
        ("Die Adresse ist falsch", Slot.ADDRESS),
    ],
)
def test_a_sentence_takes_a_datum_back(sentence: str, slot: Slot) -> None:
    assert taken_back(sentence) is slot


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Bel liefst in de voormiddag.",
        "Niet bellen na 20u op dit nummer",
        "Op dit nummer niet bellen in het weekend",
        "Opgelet: nieuw adres t.o.v. mijn vorige mail.",
        "Haar zus komt geregeld helpen en is bereikbaar, maar bel in eerste instantie naar mevrouw zelf.",
        "Haar oude nummer werkt niet meer.",
        "Het vorige adres klopt niet meer",
        "Mijn nummer is niet meer hetzelfde",
        "Klopt dit nummer niet meer?",
        "Het nummer van haar zus heb ik niet",
        "Ze heeft geen vaste lijn",
        "Ze heeft geen gsm en wil niet meer verhuizen",
        "Het adres is dat van haar ouders, ze woont bij hen in",
        "Gelieve dit mailtje niet door te sturen",
        "Dit bericht is vertrouwelijk. Bent u dat niet, gelieve het te wissen.",
        "Mailen mag wel, bellen liever niet",
        "Ancien numéro: ne plus utiliser",
        "The old number no longer works",
        "Die alte Nummer stimmt nicht mehr",
        "Ze is niet meer samen met haar man",
        "Vermeld ons nummer niet",
    ],
)
def test_what_only_sounds_like_it_takes_nothing_back(sentence: str) -> None:
    assert taken_back(sentence) is None
